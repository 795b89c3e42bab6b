import { readFileSync } from "node:fs";
import { family } from "./processor.ts";

const KB = 1024;

/** What one process holds, its share of what it shares with others among it (PSS); bytes, 0 for one that has ended. */
function held(pid: number): number {
  try {
    const [, kilobytes = "0"] = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")) ?? [];
    return Number(kilobytes) * KB;
  } catch {
    return 0;
  }
}

/** The memory that a process and all below it hold, in bytes. Linux only. */
export const memory = (root: number): number => family(root).reduce((sum, { pid }) => sum + held(pid), 0);
