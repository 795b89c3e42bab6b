import { isChallengePage, mayTestRobots } from "../../core/http/challenge-page.ts";
import { hostKind } from "../../core/http/host-kind.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { Navigation } from "../../core/incident/navigation.ts";
import type { FailingHost, PageRequests } from "../../core/incident/page-requests.ts";
import type { RequestsView } from "../../core/protocol/standing.ts";
import { isFirefox } from "../../platform/browser.ts";
import { hasSite, originPattern } from "../../platform/permissions.ts";
import type { Tab } from "../../platform/tabs.ts";
import { pageContent } from "../../probes/page-content.ts";
import { pageRequests } from "../../probes/page-requests.ts";
import { checks } from "../check/driver.ts";
import { endIncident, lastIncidentOf } from "../incidents.ts";
import type { Found } from "./found.ts";

/** Whether the document in the tab is a test for robots; asks nobody but the tab. */
export async function isChallenged(tabId: number, status: number): Promise<boolean> {
  if (!mayTestRobots(status)) return false;
  const page = await pageContent(tabId);
  return page.state === "ok" && isChallengePage(status, page.value.html);
}

/**
 * What stands in a tab whose page answered below 500: it works, refuses, or works while requests of it fail. The
 * last is looked into like a failing page.
 */
export async function answeredPage(tab: Tab, url: string, navigation: Navigation): Promise<Found> {
  const { status } = navigation;
  const { host } = new URL(url);
  const works = status < 400;
  const last = await lastIncidentOf(tab.id);
  await endIncident(tab.id, works ? "works" : "left");
  const requests = works ? await pageRequests(tab.id, { pageHost: host, pageStatus: status }) : null;
  const incident = requests && (await requestsIncident(tab, url, navigation, requests));
  const recovered = works && last?.incident.url === url && !requests?.failing.length;
  // A check that ended with the page's coming back stays: it says what it was.
  const cameBackFrom = recovered && (await checks.broughtBack(tab.id)) ? last.incident.id : null;
  return {
    standing: {
      kind: "answered",
      host,
      status,
      recovered,
      incidentId: incident?.id ?? cameBackFrom,
      requests: requests && viewOf(url, requests, incident),
    },
    incident,
  };
}

/**
 * The failing requests to the worst host as an incident that a check can be made of. It lives in that check
 * alone: it is not among the kept incidents, so it begins no plan and bears no badge, and the page counts as the
 * working page that it is. Its id stays the same for one load of the page, so that the check is found again.
 */
async function requestsIncident(
  tab: Tab,
  url: string,
  { startedAt }: Navigation,
  requests: PageRequests,
): Promise<Incident | null> {
  const [worst] = requests.failing;
  if (!worst || !mayLookInto(url, worst) || !(await hasAccess(url, worst))) return null;
  return {
    id: `requests:${startedAt}:${worst.host}`,
    tabId: tab.id,
    url: worst.url,
    status: worst.status,
    since: Date.now(),
    noticed: "requests",
    method: worst.repeatable ? "GET" : "unknown",
    private: tab.private,
    navigation: null,
    requests,
  };
}

/** No page of the internet may have the user's own network looked into. */
function mayLookInto(url: string, { url: asked }: FailingHost): boolean {
  const kindOf = (address: string) => hostKind(new URL(address).hostname);
  return kindOf(asked) === "public" || kindOf(asked) === kindOf(url);
}

/** A click gives leave for the page's own origin, in Firefox not even for that; any other needs a grant. */
async function hasAccess(url: string, { url: asked }: FailingHost): Promise<boolean> {
  return (!isFirefox && new URL(asked).origin === new URL(url).origin) || hasSite(asked);
}

function viewOf(url: string, { failing }: PageRequests, incident: Incident | null): RequestsView {
  const [worst] = failing;
  const needsLeave = worst && !incident && mayLookInto(url, worst);
  return {
    hosts: failing.map(({ host, failed, statuses }) => ({ host, failed, statuses })),
    origin: needsLeave ? originPattern(worst.url) : null,
  };
}
