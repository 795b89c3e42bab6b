import type { Answer } from "../core/http/answer.ts";
import { hostKind } from "../core/http/host-kind.ts";
import { isOneShot } from "../core/http/one-shot/one-shot.ts";
import type { Settled } from "../core/http/settled.ts";
import {
  type Incident,
  isChecked,
  isLimited,
  isRetried,
  type Method,
  pageUrl,
  protectionOf,
  webPage,
} from "../core/incident/incident.ts";
import type { Navigation } from "../core/incident/navigation.ts";
import type { TabLook } from "../core/incident/page.ts";
import { isBack, reloadOutcome } from "../core/incident/reload.ts";
import { isContrast } from "../core/incident/told.ts";
import { opinionsKey, type RequestOf } from "../core/protocol/protocol.ts";
import type { TabView } from "../core/protocol/tab-view.ts";
import { isFirefox } from "../platform/browser.ts";
import { pause } from "../platform/pause.ts";
import { hasSite, originPattern } from "../platform/permissions.ts";
import { getTab, type Tab } from "../platform/tabs.ts";
import { publish } from "../platform/views.ts";
import { anonymousGet } from "../probes/anonymous-get.ts";
import { connectivity, type WayOut } from "../probes/connectivity.ts";
import { inTurn } from "../probes/origin-queue.ts";
import { tabNavigation } from "../probes/tab-look.ts";
import { answered, isChallenged } from "./answered.ts";
import { methodOf } from "./automatic-mode.ts";
import { forgetCheck, hasCheck, hasJustEnded, lastCheck } from "./check/check-session.ts";
import { diagnose } from "./check/diagnosis.ts";
import { endLostQuestion } from "./check/second-opinions.ts";
import { askGrantedStatusPage } from "./check/status-pages.ts";
import { toldOf } from "./check/told-steps.ts";
import { forgetOver } from "./forget.ts";
import { endIncident, incidentOf, keepFailure, keepIncident } from "./incidents.ts";
import { badgeFailure } from "./on-failure.ts";
import { retry } from "./retry/driver.ts";
import { showRecovery } from "./retry/outcome.ts";
import { publishRecovery } from "./retry/plan-views.ts";
import { planOf } from "./retry/plans.ts";
import { sweep } from "./sweep.ts";
import { loadAndWatch } from "./watch-reload.ts";

type Open = RequestOf<"tab/open">;

/** The popup opened on a tab: says what stands there, and starts a check when it is failing. */
export async function onTabOpen(request: Open): Promise<TabView> {
  void sweep();
  void endLostQuestion(request.tabId).catch(() => undefined);
  const { view, incident, answer } = await whatStands(request.tabId);
  if (incident && !(await hasCheck(incident))) void diagnose(incident, answer);
  else if (incident) void askGrantedStatusPage(incident.tabId);
  // A check that ended with the page's coming back stays: it says what it was.
  if (!incident && !(view.kind === "answered" && view.recovered && (await hasJustEnded(request.tabId)))) {
    await forgetCheck(request.tabId);
  }
  return view;
}

/** The user gave leave for the status page that is shown, and the popup outlived the browser's prompt. */
export async function onStatusPageGranted({ tabId }: RequestOf<"check/status-page-granted">): Promise<undefined> {
  if (Number.isInteger(tabId)) await askGrantedStatusPage(tabId);
}

/** The user wants to know it anew. */
export async function onCheckAgain(request: Open): Promise<TabView> {
  const { view, incident, answer } = await whatStands(request.tabId);
  await publish(opinionsKey(request.tabId), undefined);
  if (incident) void diagnose(incident, answer);
  else await forgetCheck(request.tabId);
  return view;
}

/** While the popup waits for its first word, nothing may take longer. */
const FIRST_WORD_MS = 4_500;

interface Standing {
  readonly view: TabView;
  readonly incident: Incident | null;
  /** What a limited site has answered on the way here, so that it need not be asked again. */
  readonly answer?: Settled<Answer>;
}

const just = (view: TabView): Standing => ({ view, incident: null });

async function whatStands(tabId: number): Promise<Standing> {
  const tab = Number.isInteger(tabId) ? await getTab(tabId) : null;
  const url = pageUrl(tab?.url ?? undefined);
  if (!tab || !url) return just({ kind: webPage(tab?.url ?? undefined) ? "too-long" : "unreadable" });
  const { host } = new URL(url);
  const navigation = await tabNavigation(tabId);
  if (navigation === "error-page") return withoutDocument(tab, url, true);
  if (!navigation || navigation.status === 0) return withoutDocument(tab, url, false);
  if (await isChallenged(tabId, navigation.status)) {
    await endIncident(tabId, "left");
    return just({ kind: "challenge", host, status: navigation.status });
  }
  if (!isChecked(navigation.status)) return answered(tab, url, navigation);
  if (isFirefox && !(await hasSite(url))) return just({ kind: "needs-grant", host, origin: originPattern(url) });
  return failing(await incidentFrom(tab, url, navigation.status, navigation));
}

const failing = (incident: Incident): Standing => ({
  view: { kind: "failing", incidentId: incident.id },
  incident,
});

/** The incident that the tab shows now: the known one as long as it is about this very navigation. */
async function incidentFrom(tab: Tab, url: string, status: number, navigation: Navigation | null): Promise<Incident> {
  const known = await incidentOf(tab.id);
  const same = known?.url === url && known.status === status;
  if (known && same && known.navigation?.startedAt === navigation?.startedAt) return known;
  await badgeFailure(tab.id, url, status);
  return keepFailure({
    tabId: tab.id,
    url,
    status,
    noticed: "click",
    method: await methodSeenByClick(navigation),
    private: tab.private,
    navigation,
  });
}

const methodSeenByClick = async (navigation: Navigation | null): Promise<Method> =>
  navigation ? methodOf(navigation) : "unknown";

/**
 * No script may look at what stands there. Chromium's own error page (`isErrorPage`) is there for a 5xx without a body,
 * or because nobody answered; Firefox's for the latter cannot be told from a download or a page of the browser's own.
 * Asking decides.
 */
async function withoutDocument(tab: Tab, url: string, isErrorPage: boolean): Promise<Standing> {
  const known = await incidentOf(tab.id);
  const isKnown = known?.url === url;
  if (isErrorPage && isKnown && known.status !== null) return failing(known);
  if (!isErrorPage && !(await hasSite(url))) return just({ kind: "unreadable" });
  const isForm = isKnown && known.method === "POST";
  const [asked, network] = await askBoth(url, isForm || isOneShot(url) ? new URL("/", url).href : url);
  if (asked.state === "ok" && asked.value.kind === "response" && isChecked(asked.value.status)) {
    const found = failing(await incidentFrom(tab, url, asked.value.status, null));
    return isLimited(asked.value.status) ? { ...found, answer: asked } : found;
  }
  if (!isErrorPage && !isKnown) {
    if (asked.state !== "failed") return just({ kind: "unreadable" });
    // So that the user can have a plan wait for it.
    if (!tab.private) await keepFailure({ tabId: tab.id, url, status: null, noticed: "click", method: "unknown" });
  }
  return just({ kind: "no-answer", host: new URL(url).host, network, answersNow: asked.state === "ok" });
}

type Network = Extract<TabView, { kind: "no-answer" }>["network"];

function networkOf({ connectivity: seen }: WayOut): Network {
  if (seen === "online" || seen === "opaque") return "online";
  if (seen === "captive-portal") return seen;
  // Two hosts of one vendor that do not answer are no proof that nothing does.
  return seen === "no-internet" && !navigator.onLine ? seen : "unknown";
}

/**
 * The page and the way to the internet, side by side: plain words for both, and never a gateway verdict. In the place of
 * a form's page, and of an address that works once, `target` is the front page, whoever wants to know.
 */
function askBoth(url: string, target: string): Promise<[Settled<Answer>, Network]> {
  const late = pause(FIRST_WORD_MS).then((): Network => "unknown");
  const network = connectivity().then((found) => (found.state === "ok" ? networkOf(found.value) : "unknown"));
  const isHere = hostKind(new URL(url).hostname) === "loopback";
  return Promise.all([
    inTurn(target, () => anonymousGet(target, FIRST_WORD_MS)),
    isHere ? "unknown" : Promise.race([network, late]),
  ]);
}

/**
 * The user loads the page again: the side with cookies of every contrast. A page that may have come from a
 * form is opened anew, by GET, so that no form is sent twice and like is compared with like.
 */
export async function onTabReload(request: RequestOf<"tab/reload">): Promise<undefined> {
  const { tabId, pastCache } = request;
  const incident = await incidentOf(tabId);
  if (!incident) {
    const url = pageUrl((await getTab(tabId))?.url ?? undefined);
    if (!url) return;
    const navigation = await tabNavigation(tabId);
    const isGet = (await methodSeenByClick(navigation === "error-page" ? null : navigation)) === "GET";
    return void (await loadAndWatch(tabId, url, !isGet ? "anew" : pastCache ? "past-cache" : "reload"));
  }
  const check = await lastCheck(incident);
  await check?.reopen();
  // What was told too long ago is not compared with what the tab shows now.
  const told = await toldOf(incident);
  await check?.hear(told);
  const kind = incident.method !== "GET" ? "anew" : pastCache ? "past-cache" : "reload";
  const anew = await loadAndWatch(tabId, incident.url, kind);
  // Opened by GET first, so that going past cache and worker sends no form again.
  const isNext = pastCache && kind === "anew" && reloadOutcome(anew, false) === "fails";
  const look = isNext ? await loadAndWatch(tabId, incident.url, "past-cache") : anew;
  const limitedAgain = isLimited(incident.status) && look.state === "answered" && isLimited(look.status);
  const outcome = limitedAgain ? "fails" : reloadOutcome(look, isNext || kind === "past-cache");
  await retry.tell(tabId, { type: "looked", look });
  if (isBack(outcome)) {
    await endIncident(tabId, "works");
    await showRecovery(tabId, new URL(incident.url).host);
    await publishRecovery(incident);
    return check?.close(incident, outcome).then(() => undefined);
  }
  if (outcome === "fails") {
    const method = kind === "anew" ? "GET" : incident.method;
    const failure = await failureIn(tabId, incident, look);
    const fresh = { id: crypto.randomUUID(), since: Date.now(), method };
    const again = await keepIncident({ ...incident, ...failure, ...fresh });
    if (check && again.id === incident.id) return void (await check.close(again, outcome));
    // What works elsewhere waited for this reload. Otherwise a reload counts only after the check's own answers.
    const compares = again.id === incident.id && (isContrast(told.privateWindow) || isContrast(told.otherDevice));
    if (compares) return void diagnose(again, null, { told, reload: outcome });
    return void diagnose(again);
  }
  // Another page, another answer, or nothing yet: the popup asks anew what stands there.
  if (look.state === "loading") return void (await check?.close(incident, outcome));
  await endIncident(tabId, "left");
  await forgetCheck(tabId);
}

/** What the tab shows of the failure after its reload. */
async function failureIn(
  tabId: number,
  before: Incident,
  look: TabLook,
): Promise<Pick<Incident, "status" | "navigation">> {
  const navigation = look.state === "answered" ? await tabNavigation(tabId) : null;
  return {
    status: look.state === "answered" ? look.status : before.status,
    navigation: navigation === "error-page" ? null : navigation,
  };
}

export async function onRetryNow({ tabId }: RequestOf<"retry/now">): Promise<undefined> {
  await retry.tell(tabId, { type: "now" });
}

export async function onRetryStop({ tabId }: RequestOf<"retry/stop">): Promise<undefined> {
  await retry.tell(tabId, { type: "stop", reason: "stopped" });
}

/** Takes a stopped plan up again. Works where Faultline may ask the site by itself. */
export async function onRetryKeep({ tabId }: RequestOf<"retry/keep">): Promise<undefined> {
  const incident = await incidentOf(tabId);
  if (!incident || incident.private || (incident.status !== null && !isRetried(incident.status))) return;
  if (!(await hasSite(incident.url)) || (await planOf(tabId))) return;
  await retry.start(incident, { isProtected: protectionOf(incident) !== "none", floor: null, wanted: true });
}

/** Watches the site on after its tab is closed. */
export async function onRetryWatch({ tabId }: RequestOf<"retry/watch">): Promise<undefined> {
  const incident = await incidentOf(tabId);
  if (!incident || incident.private || !(await hasSite(incident.url))) return;
  await retry.watch(incident);
}

export async function onRetryUnwatch({ id }: RequestOf<"retry/unwatch">): Promise<undefined> {
  if (typeof id === "string") await retry.stop(id);
}

export async function onHistoryClear({ host }: RequestOf<"history/clear">): Promise<undefined> {
  if (host !== null && typeof host !== "string") return;
  await forgetOver(host);
}
