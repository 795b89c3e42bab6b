import { allTabs } from "../platform/tabs.ts";
import { forgetCard, tabsOfCards } from "./card/kept-cards.ts";
import { forgetServedIn } from "./card/served.ts";
import { checks } from "./check/driver.ts";
import { tabsOfFinished } from "./check/finished-checks.ts";
import { forgetCopy } from "./check/saved-copy.ts";
import { forgetTold, tabsOfTold } from "./check/told-steps.ts";
import { forgetReturn } from "./form-return.ts";
import { allInOrder } from "./in-order.ts";
import { forgetIncident, tabsOfIncidents } from "./incidents.ts";
import { forgetNamed, tabsOfNamed } from "./named-views.ts";
import { forgetRepair } from "./repair/on-repair.ts";
import { forgetOwedHosts } from "./repair/owed.ts";
import { forgetSaid } from "./retry/notices.ts";
import { forgetEnded } from "./retry/plans.ts";
import { forgetView, tabsShown } from "./tab-view.ts";
import { forgetLoads } from "./watch-reload.ts";

/**
 * Forgets all that is kept of tabs that are closed, private ones included: nothing listens to tabs at rest, and a
 * closed tab does not always say so. A step that fails holds up no other. Runs when a popup opens or a page fails, in
 * nobody's way; never rejects.
 */
export async function sweep(): Promise<void> {
  for (const step of [forgetEnded, forgetSaid, forgetOwedHosts, forgetClosedTabs]) await step().catch(warn);
}

const warn = (error: unknown): void => console.warn("Faultline: what is over could not all be forgotten", error);

async function forgetClosedTabs(): Promise<void> {
  const stored = await storedTabs();
  // Asked for last: a tab that opens meanwhile is not taken for one that is gone.
  const open = new Set(stored.size > 0 ? await allTabs() : []);
  for (const tabId of stored) if (!open.has(tabId)) await forgetTab(tabId).catch(warn);
}

/** Every tab of which anything is stored, under whatever key. */
export async function storedTabs(): Promise<Set<number>> {
  const kept = await Promise.all([
    tabsShown(),
    tabsOfFinished(),
    tabsOfTold(),
    tabsOfIncidents(),
    tabsOfCards(),
    tabsOfNamed(),
  ]);
  return new Set(kept.flat());
}

/** Forgets all that is kept of one tab; what cannot be forgotten keeps nothing else, and rejects in the end. */
export async function forgetTab(tabId: number): Promise<void> {
  forgetLoads(tabId);
  forgetServedIn(tabId);
  const forgets = [
    (id: number) => checks.forget(id),
    forgetTold,
    forgetIncident,
    forgetCard,
    forgetReturn,
    forgetCopy,
    // It reads the view.
    forgetRepair,
    forgetView,
    forgetNamed,
  ];
  await allInOrder(...forgets.map((forget) => () => forget(tabId)));
}
