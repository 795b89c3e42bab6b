import { browser } from "./browser.ts";
import { alone } from "./locks.ts";

const ID = "parts";
const FILE = "parts.js";

/**
 * Has the script that hears of failing requests run in pages of these hosts, and in none without any. A registration
 * does not survive an update, and is inert where no grant covers the page. `hostsNow` is asked when it is this call's turn,
 * so that the last call leaves what stands by then.
 */
export const registerLiveParts = (hostsNow: () => Promise<readonly string[]>): Promise<void> =>
  // The browser rejects a script that two register at once.
  alone(ID, async () => register(await hostsNow()));

async function register(hosts: readonly string[]): Promise<void> {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (hosts.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    js: [FILE],
    matches: hosts.map((host) => `*://${host}/*`),
    runAt: "document_start" as const,
    persistAcrossSessions: true,
  };
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Puts the script into a page that is open already. Pages that refuse scripts are left alone. */
export async function startLiveParts(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [FILE] }).catch(() => undefined);
}
