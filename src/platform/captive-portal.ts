import { browser } from "./browser.ts";

/**
 * Whether the browser itself has found a log-in page in the way that is still closed. Only Firefox tells; false
 * elsewhere, and where its detection is turned off, of which it says so by rejecting.
 */
export const isBehindPortal = async (): Promise<boolean> =>
  (await browser.captivePortal?.getState().catch(() => null)) === "locked_portal";
