import { pageUrl } from "../core/incident/incident.ts";
import { siteOf, siteOfHost } from "../core/incident/site.ts";
import type { ClickEnd, RequestOf } from "../core/protocol/protocol.ts";
import { incidentIn } from "../core/protocol/standing.ts";
import type { TabView } from "../core/protocol/tab-view.ts";
import { dismissNotifications } from "../platform/notifications.ts";
import { forgetCard, keptCard } from "./card/kept-cards.ts";
import { checks } from "./check/driver.ts";
import { orNotKept } from "./click-end.ts";
import { forgetFailure, forgetFailures } from "./history.ts";
import { allInOrder } from "./in-order.ts";
import { keptIncidents } from "./incidents.ts";
import { forgetOwedHosts } from "./repair/owed.ts";
import { retry } from "./retry/driver.ts";
import { forgetSaid } from "./retry/notices.ts";
import { clearHistory } from "./retry/outage-history.ts";
import { endedPlans } from "./retry/plans.ts";
import { forgetTab, storedTabs } from "./sweep.ts";
import { shownIn, takeBack } from "./tab-view.ts";

/** The user has what is over forgotten: of one host, or with null of all. */
export async function onHistoryClear({ host }: RequestOf<"history/clear">): Promise<ClickEnd> {
  if (host !== null && typeof host !== "string") return;
  return orNotKept(forgetOver(host).then(() => undefined));
}

/** The user has one failure taken out of the history. */
export async function onHistoryRemove({ id }: RequestOf<"history/remove">): Promise<ClickEnd> {
  return typeof id === "string" ? orNotKept(forgetFailure(id).then(() => undefined)) : undefined;
}

/**
 * Forgets all that is over, on the disk and in memory: of one host, or with null of all. That is how long outages
 * lasted, plans that have ended, what was found out about pages that fail no more, and notifications. What still
 * stands failing in a tab, and what is still watched, goes on. Rejects when something of it could not be forgotten,
 * after all the rest is.
 */
export async function forgetOver(host: string | null): Promise<void> {
  const site = host === null ? null : siteOfHost(host);
  const isMeant = (url: string | undefined): boolean =>
    site === null || (url !== undefined && pageUrl(url) !== null && siteOf(url) === site);
  const ended = (await endedPlans()).flatMap(({ tabId, origin }) => (isMeant(origin) ? [tabId] : []));
  const done = await Promise.allSettled([
    // With a tab goes its repair, of which something may be owed.
    forgetTabs(isMeant, ended).finally(() => forgetOwedHosts(site)),
    clearHistory(site),
    forgetFailures(site),
    forgetSaid(site),
    dismissNotifications((id) => {
      const [, tabId, url] = /^(?:tab:(\d+)|watch:(.+))$/.exec(id) ?? [];
      return site === null || ended.includes(Number(tabId)) || (url !== undefined && isMeant(url));
    }),
  ]);
  // Last, for it shows once more what the plans that go on do.
  await retry.forgetPast(site);
  for (const step of done) if (step.status === "rejected") throw step.reason;
}

async function forgetTabs(isMeant: (url: string | undefined) => boolean, ended: readonly number[]): Promise<void> {
  const incidents = new Map((await keptIncidents()).map((kept) => [kept.incident.tabId, kept]));
  const forget = async (tabId: number): Promise<void> => {
    const kept = incidents.get(tabId);
    const view = await shownIn(tabId);
    const isShown = addressesIn(view).some(isMeant);
    if (kept?.leftAt !== null) {
      if (isMeant(kept?.incident.url) || isShown || ended.includes(tabId)) await forgetTab(tabId);
    } else if (isShown && incidentIn(view.standing) !== kept.incident.id) {
      // Of what stood there before.
      await allInOrder(
        () => checks.forget(tabId),
        () => takeBack(tabId),
      );
    }
  };
  const forgetCardOf = async (tabId: number): Promise<void> => {
    const card = await keptCard(tabId);
    const kept = incidents.get(tabId);
    const isOver = kept?.leftAt !== null || card?.incidentId !== kept.incident.id;
    if (card && isOver && isMeant(`https://${card.check.host}/`)) await forgetCard(tabId);
  };
  const tabs = [...(await storedTabs())];
  await allInOrder(...tabs.flatMap((tabId) => [() => forgetCardOf(tabId), () => forget(tabId)]));
}

/** The pages that a view names, as addresses. */
const addressesIn = ({ standing, check }: TabView): string[] => [
  ...(check ? [check.url] : []),
  ...(standing && "host" in standing ? [`https://${standing.host}/`] : []),
];
