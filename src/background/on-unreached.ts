import { pageUrl, protectionOf } from "../core/incident/incident.ts";
import type { Unreached } from "../platform/automatic.ts";
import { pause } from "../platform/pause.ts";
import { hasSite } from "../platform/permissions.ts";
import { lookAtTab } from "../probes/tab-look.ts";
import { keepFailure } from "./incidents.ts";
import { isBorrowed } from "./repair/borrowed.ts";
import { retry } from "./retry/driver.ts";
import { planOf } from "./retry/plans.ts";
import { aloneInTab } from "./tab-turns.ts";

/** The browser says so a moment before its own page stands in the tab. */
const STEP_MS = 250;
const STEPS = 12;

/**
 * Firefox reached nobody. Chromium loads such a page again by itself, Firefox does not: a plan does, as for a gateway's
 * error. One that loads this page now sees to it itself; one that waits goes on; one that the user's own reload ended
 * is taken up.
 */
export async function onUnreached({ tabId, url: raw, method: sent }: Unreached): Promise<void> {
  const url = pageUrl(raw);
  if (!url || !(await hasSite(url)) || (await isBorrowed(url))) return;
  const plan = await planOf(tabId);
  if (plan?.state.name === "reloading" && plan.url === url && sent === "GET") return;
  for (let step = 0; step < STEPS; step++) {
    await pause(STEP_MS);
    if ((await lookAtTab(tabId, url)).state !== "unreadable") continue;
    const method = sent === "GET" ? sent : "POST";
    return aloneInTab(tabId, async () => {
      const incident = await keepFailure({ tabId, url, status: null, noticed: "error-page", method });
      await retry.start(incident, { isProtected: protectionOf(incident) !== "none", floor: null });
    });
  }
}
