import { execFileSync } from "node:child_process";

/** An address for documentation (RFC 5737), which a machine takes on for the time of a test: no browser calls it its own. */
export const SECOND_ADDRESS = "203.0.113.9";

/** Gives this machine the address; false where that is forbidden, as in some containers. */
export function takeSecondAddress(): boolean {
  try {
    execFileSync("ip", ["address", "replace", `${SECOND_ADDRESS}/32`, "dev", "lo"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

/** Takes it away again; nothing happens where it is gone already. */
export function leaveSecondAddress(): void {
  try {
    execFileSync("ip", ["address", "del", `${SECOND_ADDRESS}/32`, "dev", "lo"], { stdio: "ignore" });
  } catch {
    // Whoever took it away has done what was to be done.
  }
}
