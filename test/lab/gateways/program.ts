import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { accepts } from "../ports.ts";

/** Debian's `nobody`. Several of the programs refuse to serve as root, and none needs to. */
const NOBODY = 65_534;
/** Another program may take a port between finding and using it. */
const ATTEMPTS = 3;
const PATIENCE_MS = 15_000;
const SHARED_MEMORY = "/dev/shm";

/** Path of an installed program, or null. Debian keeps servers where only root's PATH looks. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"];
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

/** A server program, as data. */
export interface Program {
  readonly name: string;
  /** The Debian package that brings it, for the message when it is missing. */
  readonly debian: string;
  /** Files to write into a folder of its own before it starts, by name. */
  readonly files: (folder: string) => Readonly<Record<string, string>>;
  readonly args: (folder: string) => readonly string[];
  /** What the names begin with that it leaves in shared memory when it is killed. */
  readonly inSharedMemory?: (folder: string) => string;
  /** It is up when all of these accept connections. */
  readonly ports: readonly number[];
}

export interface RunningProgram {
  stop(): Promise<void>;
}

/** Linux shows what is kept in shared memory as files; other systems do not, and keep it until they restart. */
export function freeSharedMemory(prefix: string): void {
  if (!existsSync(SHARED_MEMORY)) return;
  for (const name of readdirSync(SHARED_MEMORY)) {
    if (name.startsWith(`${prefix}-`)) rmSync(join(SHARED_MEMORY, name), { force: true });
  }
}

/** Runs something that depends on ports being free, a few times if it must. */
export async function withRetries<T>(start: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await start();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

/** The process may end without the lab being asked to stop: its servers must not outlive it. */
const abandonments = new Set<() => void>();
process.once("exit", () => {
  for (const abandon of abandonments) abandon();
});

/**
 * Starts a server in the foreground, without rights, in a folder of its own that goes with it. Rejects
 * with what it said when it is missing or ends before it listens.
 */
export async function runProgram({
  name,
  debian,
  files,
  args,
  inSharedMemory,
  ports,
}: Program): Promise<RunningProgram> {
  const binary = findProgram(name);
  if (binary === null) throw new Error(`${name} is not installed (Debian: apt-get install ${debian})`);
  const folder = mkdtempSync(join(tmpdir(), `faultline-${name}-`));
  const asRoot = process.getuid?.() === 0;
  for (const [file, content] of Object.entries(files(folder))) {
    const path = join(folder, file);
    writeFileSync(path, content, { mode: 0o600 });
    if (asRoot) chownSync(path, NOBODY, NOBODY);
  }
  chmodSync(folder, 0o700);
  if (asRoot) chownSync(folder, NOBODY, NOBODY);

  const child = spawn(binary, [...args(folder)], {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", HOME: folder, TMPDIR: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    stdio: ["ignore", "pipe", "pipe"],
    ...(asRoot ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  let said = "";
  const hear = (text: string) => {
    said = (said + text).slice(-2000);
  };
  child.stdout.setEncoding("utf8").on("data", hear);
  child.stderr.setEncoding("utf8").on("data", hear);

  const cleanUp = () => {
    if (inSharedMemory) freeSharedMemory(inSharedMemory(folder));
    // A worker of the program may still be writing its last line.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  };
  const abandon = () => {
    child.kill("SIGTERM");
    cleanUp();
  };
  abandonments.add(abandon);
  const stop = async () => {
    abandonments.delete(abandon);
    if (isRunning(child)) {
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(late);
    }
    cleanUp();
  };

  let broken: Error | null = null;
  child.once("error", (error) => {
    broken = error;
  });
  const end = Date.now() + PATIENCE_MS;
  while (!(await Promise.all(ports.map(accepts))).every(Boolean)) {
    if (broken !== null || !isRunning(child) || Date.now() > end) {
      await stop();
      throw new Error(`${name} did not start: ${broken ?? said}`);
    }
    await delay(20);
  }
  return { stop };
}

const isRunning = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;
