import { execFileSync } from "node:child_process";
import { isRunning } from "./this-process.ts";

/** The block for documentation (RFC 5737) that addresses are taken from: no browser calls one of them its own. */
const BLOCK = "203.0.113";
const addressesOfBlock = Array.from({ length: 254 }, (_, index) => `${BLOCK}.${index + 1}`);
/** The label names the process that took an address, so that another one can tell a leftover. */
const LABEL = /^lo:(\d+)$/;

const ip = (...args: readonly string[]): string =>
  execFileSync("ip", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

/** The addresses of the block that this machine has, each with its label. */
function taken(): ReadonlyMap<string, string> {
  const lines = ip("-oneline", "-4", "address", "show", "dev", "lo").matchAll(/ inet ([\d.]+)\/\d+ .*? (lo\S*?)\\/g);
  return new Map(
    [...lines].flatMap(([, address = "", label = ""]) => (address.startsWith(`${BLOCK}.`) ? [[address, label]] : [])),
  );
}

/** Takes away what processes have left that were killed. */
function removeLeftovers(): void {
  for (const [address, label] of taken()) {
    const owner = LABEL.exec(label)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) leaveSecondAddress(address);
  }
}

/**
 * Gives this machine an address that no other process has taken, for the time of a test; null where that is forbidden,
 * as in some containers.
 */
export function takeSecondAddress(): string | null {
  try {
    removeLeftovers();
    const others = taken();
    for (const address of addressesOfBlock.filter((one) => !others.has(one))) {
      try {
        // It fails where another process was quicker.
        ip("address", "add", `${address}/32`, "dev", "lo", "label", `lo:${process.pid}`);
        return address;
      } catch (error) {
        if (!taken().has(address)) throw error;
      }
    }
    return null;
  } catch {
    return null;
  }
}

/** Takes it away again; nothing happens where it is gone already. */
export function leaveSecondAddress(address: string): void {
  try {
    ip("address", "del", `${address}/32`, "dev", "lo");
  } catch {
    // Whoever took it away has done what was to be done.
  }
}
