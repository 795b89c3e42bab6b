import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { leaveSecondAddress, takeSecondAddress } from "../../lab/second-address.ts";
import { ownLoopback } from "../../lab/this-process.ts";

const TAKER = `
import { takeSecondAddress } from "./test/lab/second-address.ts";
console.log(takeSecondAddress());
setInterval(() => {}, 60_000);`;

const others: ChildProcess[] = [];
afterEach(() => {
  for (const other of others.splice(0)) other.kill("SIGKILL");
});

/** Another process that takes an address and keeps it until it is killed. */
async function anotherTaker(): Promise<{ address: string; kill(): Promise<void> }> {
  const args = ["--import", "tsx", "--input-type=module", "-e", TAKER];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  others.push(child);
  const [said] = await once(child.stdout, "data");
  return {
    address: String(said).trim(),
    async kill() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

const own = takeSecondAddress();
if (own !== null) leaveSecondAddress(own);
else console.warn("skipped: second addresses, since this machine may not take on any");

describe.skipIf(own === null)("a second address", () => {
  it("is one that no other process has, and what a killed process leaves is free again", async () => {
    const [first, second] = await Promise.all([anotherTaker(), anotherTaker()]);
    const mine = takeSecondAddress() ?? "";
    try {
      expect(new Set([first.address, second.address, mine]).size).toBe(3);
      for (const one of [first.address, second.address, mine]) expect(one).toMatch(/^203\.0\.113\.\d+$/);
      await first.kill();
      leaveSecondAddress(mine);
      await second.kill();
      const addresses = [first.address, second.address, mine];
      const again = takeSecondAddress() ?? "";
      leaveSecondAddress(again);
      expect(addresses).toContain(again);
    } finally {
      leaveSecondAddress(mine);
    }
  });
});

it("a process's own loopback address is no other's", () => {
  const ids = [1, 255, 256, 65_535, 65_536, 4_194_304, process.pid];
  expect(new Set(ids.map((id) => ownLoopback(id))).size).toBe(process.platform === "linux" ? ids.length : 1);
  expect(ownLoopback(4_194_303)).toMatch(/^127\.\d+\.\d+\.\d+$/);
});
