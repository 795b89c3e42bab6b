import { browser } from "./browser.ts";

/** Areas that hold something of ours, or may: what an administrator has set can name a token. */
const AREAS = ["local", "sync", "session", "managed"] as const;

/** The polyfill's types do not know it yet. Chromium has it; Firefox for none of these areas but `session`, if at all. */
interface Closable {
  setAccessLevel?(access: { accessLevel: "TRUSTED_CONTEXTS" }): Promise<void>;
}

/**
 * Closes all that is stored to content scripts. Chromium lets the world that the sentinel shares with every page's
 * process read and write `storage.local` unless told otherwise, and plans and tokens lie there. The sentinel needs no
 * storage. Call it at every start; never rejects.
 */
export async function closeStorageToPages(): Promise<void> {
  const closing = AREAS.map(async (area) => {
    const stored = browser.storage[area] as Closable | undefined;
    await stored?.setAccessLevel?.({ accessLevel: "TRUSTED_CONTEXTS" });
  });
  for (const closed of await Promise.allSettled(closing)) {
    if (closed.status === "rejected") console.warn("Faultline: an area of the storage stays open", closed.reason);
  }
}
