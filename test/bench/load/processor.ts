import { readdirSync, readFileSync } from "node:fs";

/** Linux counts a process's time in hundredths of a second, for every user of /proc alike. */
const MS_PER_TICK = 10;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

/** Processes that end while they are read are left out. */
function processes(): Process[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, "utf8");
      // The command stands in brackets and may itself hold brackets and spaces; the fields after it are numbered from 3.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      const field = (number: number) => Number(fields[number - 3]);
      return [{ pid: Number(name), parent: field(4), ticks: field(14) + field(15) + field(16) + field(17) }];
    } catch {
      return [];
    }
  });
}

/** A process that runs and all below it. */
export function family(root: number): readonly Process[] {
  const all = processes();
  const members = new Set([root]);
  for (let size = 0; size < members.size; ) {
    size = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  }
  return all.filter(({ pid }) => members.has(pid));
}

/**
 * The processor's time that a process, all below it, and those of them that have ended took so far, in milliseconds, in
 * steps of ten. Linux only.
 */
export const processorTime = (root: number): number =>
  family(root).reduce((sum, { ticks }) => sum + ticks, 0) * MS_PER_TICK;
