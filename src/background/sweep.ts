import { allTabs } from "../platform/tabs.ts";
import { publish } from "../platform/views.ts";
import { retryKey } from "../protocol/protocol.ts";
import { forgetCheck } from "./check-session.ts";
import { forgetClosedTabs } from "./incidents.ts";
import { forgetLoads } from "./watch-reload.ts";

const EVERY_MS = 10 * 60_000;
let last = 0;

/**
 * Forgets what is kept of tabs that are closed: nothing listens to tabs at rest, and a closed tab does not
 * always say so. Runs at most every ten minutes, when something has failed anyway.
 */
export async function sweep(): Promise<void> {
  if (Date.now() - last < EVERY_MS) return;
  last = Date.now();
  for (const tabId of await forgetClosedTabs(new Set(await allTabs()))) {
    forgetLoads(tabId);
    await forgetCheck(tabId);
    await publish(retryKey(tabId), undefined);
  }
}
