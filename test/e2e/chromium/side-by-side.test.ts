import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, vi } from "vitest";
import { GATEWAY_KINDS } from "../../lab/gateways/contract.ts";
import { freeSharedMemory } from "../../lab/gateways/program.ts";
import { squidService } from "../../lab/gateways/squid-config.ts";
import { accepts } from "../../lab/ports.ts";
import { startProgram } from "../support/start-programs.ts";

const SCRIPT = fileURLToPath(new URL("../support/start-programs.ts", import.meta.url));
const KINDS = [...GATEWAY_KINDS, "squid as forward proxy"];

/** A folder for a lab's own folders; its programs run without rights in those. */
function folderForLab(): string {
  const folder = mkdtempSync(join(tmpdir(), "faultline-other-lab-"));
  chmodSync(folder, 0o711);
  return folder;
}

/** Another lab on this machine, in a process group of its own with folders of its own. */
async function otherLab(kind: string) {
  const folder = folderForLab();
  const child: ChildProcess = spawn(process.execPath, ["--import", "tsx", SCRIPT, kind], {
    detached: true,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, TMPDIR: folder },
  });
  const [said] = await Promise.race([once(child.stdout ?? child, "data"), once(child, "exit")]);
  const port = Number(/^port (\d+)/.exec(String(said))?.[1]);
  return {
    folder,
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

/** Browsers run beside this test, and other tests' Squids, whose names tell that they are a lab's. */
const OTHER_TESTS = /^\.?(?:org\.chromium|com\.google|org\.mozilla)\.|^faultlinesquid/i;

/** What programs of every kind keep in shared memory, as far as this system shows it; of Squids those of these labs. */
function inSharedMemory(...labs: readonly string[]): readonly string[] {
  if (!existsSync("/dev/shm")) return [];
  const services = labs.flatMap((folder) => readdirSync(folder).map(squidService));
  return readdirSync("/dev/shm").filter(
    (name) => !OTHER_TESTS.test(name) || services.some((service) => name.startsWith(`${service}-`)),
  );
}

describe.each(KINDS)("%s", (kind) => {
  it("runs beside another lab's, and after one that was killed", async () => {
    const before = inSharedMemory();
    const other = await otherLab(kind);
    const others = inSharedMemory(other.folder).filter((name) => !before.includes(name));
    const folder = folderForLab();
    vi.stubEnv("TMPDIR", folder);
    try {
      expect(await accepts(other.port)).toBe(true);
      const beside = await startProgram(kind);
      // A name that both had would be the later one's, or nobody's where another user has it.
      const own = inSharedMemory(folder).filter((name) => ![...before, ...others].includes(name));
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
      vi.unstubAllEnvs();
      other.cleanUp();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
