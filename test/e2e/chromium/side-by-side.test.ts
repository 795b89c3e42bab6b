import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { GATEWAY_KINDS } from "../../lab/gateways/contract.ts";
import { freeSharedMemory } from "../../lab/gateways/program.ts";
import { squidService } from "../../lab/gateways/squid-config.ts";
import { accepts } from "../../lab/ports.ts";
import { startProgram } from "../support/start-programs.ts";

const SCRIPT = fileURLToPath(new URL("../support/start-programs.ts", import.meta.url));
const KINDS = [...GATEWAY_KINDS, "squid as forward proxy"];

/** Another lab on this machine, in a process group of its own with folders of its own. */
async function otherLab(kind: string) {
  const folder = mkdtempSync(join(tmpdir(), "faultline-other-lab-"));
  // Its programs run without rights, in folders of their own below this one.
  chmodSync(folder, 0o711);
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", SCRIPT, kind], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TMPDIR: folder },
  });
  const [said] = await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  const port = Number(/^port (\d+)/.exec(String(said))?.[1]);
  return {
    port,
    /** At once, with its programs, as at a power cut. */
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      process.kill(-(child.pid ?? 0), "SIGKILL");
      await ended;
    },
    cleanUp() {
      for (const name of readdirSync(folder)) freeSharedMemory(squidService(name));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What programs of every kind keep in shared memory, as far as this system shows it. */
const inSharedMemory = (): readonly string[] => (existsSync("/dev/shm") ? readdirSync("/dev/shm") : []);

describe.each(KINDS)("%s", (kind) => {
  it("runs beside another lab's, and after one that was killed", async () => {
    const before = inSharedMemory();
    const other = await otherLab(kind);
    const others = inSharedMemory().filter((name) => !before.includes(name));
    try {
      expect(await accepts(other.port)).toBe(true);
      const beside = await startProgram(kind);
      // A name that both had would be the later one's, or nobody's where another user has it.
      const own = inSharedMemory().filter((name) => ![...before, ...others].includes(name));
      expect(own).toHaveLength(others.length);
      expect([await accepts(beside.port), await accepts(other.port)]).toEqual([true, true]);
      await beside.stop();
      expect([await accepts(beside.port), await accepts(other.port)]).toEqual([false, true]);
      await other.kill();
      const after = await startProgram(kind);
      expect(await accepts(after.port)).toBe(true);
      await after.stop();
      expect(await accepts(after.port)).toBe(false);
    } finally {
      await other.kill();
      other.cleanUp();
    }
  });
});
