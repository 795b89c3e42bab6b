import { floorOf } from "../core/gateways/stated-wait.ts";
import { type Incident, pageUrl, protectionOf, webPage } from "../core/incident/incident.ts";
import { type Navigation, parseNavigation } from "../core/incident/navigation.ts";
import { isFailure, isRetried } from "../core/incident/status.ts";
import type { NavigationError } from "../platform/automatic.ts";
import type { Sender } from "../platform/messages.ts";
import { pause } from "../platform/pause.ts";
import { hasSite } from "../platform/permissions.ts";
import { getTab } from "../platform/tabs.ts";
import { sharedGet } from "../probes/shared-get.ts";
import { listenForInput } from "../probes/typed-input.ts";
import { methodOf, methodOfReplaced } from "./automatic-mode.ts";
import { badgeFailure } from "./badge-failure.ts";
import { judgeAfterLoad, judgeWithoutAnswer } from "./card/first-words.ts";
import { endIncident, incidentOf, keepFailure } from "./incidents.ts";
import { isBorrowed } from "./repair/borrowed.ts";
import { retry } from "./retry/driver.ts";
import { mayAsk, planOf } from "./retry/plans.ts";
import { sweep } from "./sweep.ts";
import { isOurLoad } from "./watch-reload.ts";

/** A truncated body makes both the sentinel and the browser speak of one failure. */
const SAME_FAILURE_MS = 10_000;

/** The sentinel says that its page failed. */
export async function onPageFailed(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from !== "page") return;
  const navigation = parseNavigation(request.entry);
  const page = webPage(sender.url);
  if (!navigation || !page || !isFailure(navigation.status)) return;
  const url = pageUrl(page.href);
  if (await isBorrowed(page.href)) return;
  if (url && (await isHeeded(sender.tabId, url, navigation))) return;
  await badgeFailure(sender.tabId, page.href, navigation.status);
  void sweep();
  // An address that is too long gets its badge, and is neither kept nor asked for.
  if (!url) return;
  // A private window keeps its failure to itself until the user clicks.
  if (sender.private) return;

  const { tabId } = sender;
  void listenForInput(tabId);
  const plan = await planOf(tabId);
  const ours = (plan?.state.name === "reloading" && plan.url === url) || isOurLoad(tabId, url, navigation.startedAt);
  const incident = await keepFailure({
    tabId,
    url,
    status: navigation.status,
    noticed: "sentinel",
    method: await methodOf(navigation),
    navigation,
  });
  // A form that the user has sent since is not ours to send again, and what came by its address is not a form's any more.
  if (ours && plan && plan.touchesTab === (protectionOf(incident) === "none")) {
    const look = {
      state: "answered",
      status: navigation.status,
      startedAt: navigation.startedAt,
    } as const;
    await retry.tell(tabId, { type: "looked", look });
    return void judgeAfterLoad(incident);
  }
  await watch(incident, null);
}

/** What was said of this very load already, and is seen to. Only a page that has left may say it again. */
async function isHeeded(tabId: number, url: string, { status, startedAt }: Navigation): Promise<boolean> {
  const known = await incidentOf(tabId);
  const isSame = known?.url === url && known.status === status && known.navigation?.startedAt === startedAt;
  return isSame && (!isRetried(status) || (await planOf(tabId))?.url === url);
}

/** The sentinel says that its failing page goes away: a reload, a navigation, a closed tab. */
export async function onPageLeft(_request: unknown, sender: Sender): Promise<undefined> {
  if (sender.from !== "page" || sender.private) return;
  const plan = await planOf(sender.tabId);
  const url = pageUrl(sender.url);
  if (plan?.state.name === "reloading" || (url && isOurLoad(sender.tabId, url, Date.now()))) return;
  await endIncident(sender.tabId, "left");
  if (plan) await retry.tell(sender.tabId, { type: "stop", reason: "left" });
}

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
  if (!url || !tab || tab.private || pageUrl(tab.url ?? undefined) !== url) return;
  // First of all: a form may be sent to the very address that fails, or that a plan loads.
  const method = await methodOfReplaced(tabId);
  const known = await incidentOf(tabId);
  const isSame = known?.url === url && known.noticed === "sentinel" && known.method === method;
  if (isSame && Date.now() - known.since < SAME_FAILURE_MS) return;
  const plan = await planOf(tabId);
  const isWatched = plan?.url === url;
  if (isWatched && plan.state.name === "reloading" && !(plan.touchesTab && method !== "GET")) {
    return retry.tell(tabId, { type: "looked", look: { state: "error-page" } });
  }

  const target = protectionOf({ method, url }) === "none" ? url : new URL("/", url).href;
  const found = isWatched ? { status: plan.status, floor: null } : await askHidden(tabId, url, target);
  if (!found) return;
  const incident = await keepFailure({ tabId, url, status: found.status, noticed: "error-page", method });
  await badgeFailure(tabId, url, found.status);
  await watch(incident, found.floor);
}

/**
 * The failure behind Chromium's own page, one to five seconds later; null where there is none, or where the site may
 * not be asked by itself now: then it is left to the user's click.
 */
async function askHidden(tabId: number, url: string, target: string) {
  await pause(1_000 + 4_000 * Math.random());
  const now = await getTab(tabId);
  if (pageUrl(now?.url ?? undefined) !== url || !(await mayAsk(target))) return null;
  const asked = await sharedGet(target, () => hasSite(target));
  if (asked.state !== "ok" || asked.value.kind !== "response" || !isFailure(asked.value.status)) return null;
  return {
    status: asked.value.status,
    floor: floorOf(asked.value, target, Date.now()),
  };
}

/** Starts the retry plan where that is wanted: a gateway error, on a site that Faultline may read by itself. */
async function watch(incident: Incident, floor: number | null): Promise<void> {
  if (incident.status !== null && isRetried(incident.status) && (await hasSite(incident.url))) {
    // Where the disk has no room for a plan, what can be said of the page is said all the same.
    await retry
      .start(incident, { isProtected: protectionOf(incident) !== "none", floor })
      .catch((error: unknown) => console.warn("Faultline: a failing page cannot be tried again", error));
  }
  void judgeWithoutAnswer(incident);
}
