import { floorOf } from "../core/gateways/stated-wait.ts";
import { type Incident, pageUrl, protectionOf } from "../core/incident/incident.ts";
import { isFailure } from "../core/incident/status.ts";
import type { NavigationError } from "../platform/automatic.ts";
import { pause } from "../platform/pause.ts";
import { hasSite } from "../platform/permissions.ts";
import { getTab } from "../platform/tabs.ts";
import { sharedGet } from "../probes/shared-get.ts";
import { lookAtTab } from "../probes/tab-look.ts";
import { methodOfReplaced } from "./automatic-mode.ts";
import { badgeFailure } from "./badge-failure.ts";
import { beginPlan } from "./begin-plan.ts";
import { hasFailedSince, incidentOf, keepFailure } from "./incidents.ts";
import { isBorrowed } from "./repair/borrowed.ts";
import { retry } from "./retry/driver.ts";
import { mayAsk, planOf } from "./retry/plans.ts";
import { sweep } from "./sweep.ts";
import { aloneInTab } from "./tab-turns.ts";

/** A page that Chromium has replaced by one of its own, which hides the status. */
type Hidden = Pick<Incident, "tabId" | "url" | "method">;

/**
 * Chromium replaced an answer by its own page and hides the status. Where a plan watches the page it goes on, and
 * nobody is asked. Otherwise the page is asked again as a stranger; what it answers decides whether there is an
 * incident. A page that came from a form, or may have, is not asked for again: the front page is.
 */
export async function onHiddenFailure({ tabId, url: raw }: NavigationError): Promise<void> {
  const url = pageUrl(raw);
  const tab = await getTab(tabId);
  void sweep();
  // By now it may show another page.
  if (!url || !tab || tab.private || pageUrl(tab.url ?? undefined) !== url || (await isBorrowed(url))) return;
  // First of all: a form may be sent to the very address that fails, or that a plan loads.
  const method = await methodOfReplaced(tabId);
  const hidden = { tabId, url, method };
  const before = await incidentOf(tabId);
  if (await aloneInTab(tabId, () => isWatched(hidden))) return;
  const found = await askFor(hidden, before);
  if (!found) return;
  await aloneInTab(tabId, async () => {
    // Asking takes seconds: whatever stands there by now speaks for itself.
    if (await isShown(hidden, before)) await note(hidden, found);
  });
}

/** Whether a plan of the tab watches this page; then it is told, and goes on. */
async function isWatched(hidden: Hidden): Promise<boolean> {
  const { tabId, url, method } = hidden;
  const plan = await planOf(tabId);
  if (plan?.url !== url) return false;
  // A body that is cut off makes both speak of one failure, and what came of it stands there with a sentinel of its own.
  if ((await lookAtTab(tabId, url)).state === "answered") return true;
  if (plan.state.name === "reloading" && !(plan.touchesTab && method !== "GET")) {
    await retry.tell(tabId, { type: "looked", look: { state: "error-page" } });
  } else {
    await note(hidden, { status: plan.status, floor: null });
  }
  return true;
}

async function note(hidden: Hidden, { status, floor }: { status: number; floor: number | null }): Promise<void> {
  const incident = await keepFailure({ ...hidden, status, noticed: "error-page" });
  await badgeFailure(hidden.tabId, hidden.url, status);
  await beginPlan(incident, floor);
}

/** Whether the browser's own page stands in the tab, and no other failure of the tab has become known since `before`. */
const isShown = async ({ tabId, url }: Hidden, before: Incident | null): Promise<boolean> =>
  (await lookAtTab(tabId, url)).state === "error-page" && !(await hasFailedSince(tabId, before));

/**
 * The failure behind Chromium's own page, one to five seconds later; null where there is none, or where the site may
 * not be asked by itself now: then it is left to the user's click.
 */
async function askFor(hidden: Hidden, before: Incident | null) {
  const { url } = hidden;
  const target = protectionOf(hidden) === "none" ? url : new URL("/", url).href;
  await pause(1_000 + 4_000 * Math.random());
  if (!(await isShown(hidden, before)) || !(await mayAsk(target))) return null;
  const asked = await sharedGet(target, () => hasSite(target));
  if (asked.state !== "ok" || asked.value.kind !== "response" || !isFailure(asked.value.status)) return null;
  return {
    status: asked.value.status,
    floor: floorOf(asked.value, target, Date.now()),
  };
}
