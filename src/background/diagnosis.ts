import type { Incident } from "../incident/incident.ts";
import { isOneShot } from "../incident/one-shot.ts";
import { publish, published } from "../platform/views.ts";
import { anonymousGet } from "../probes/anonymous-get.ts";
import { connectivity } from "../probes/connectivity.ts";
import { inTurn } from "../probes/origin-queue.ts";
import { pageContent } from "../probes/page-content.ts";
import { askStatusPage } from "../probes/status-page.ts";
import { throughPageWorker } from "../probes/through-page-worker.ts";
import { checkKey } from "../protocol/protocol.ts";
import type { CheckView } from "../protocol/view.ts";
import { type Answer, meaningOf } from "../signals/answer.ts";
import { notSent, type Settled } from "../signals/settled.ts";
import type { SignalName, Signals } from "../signals/signals.ts";
import { statusPageCandidates } from "../status-pages/discovery.ts";
import { type Progress, present } from "../verdict/present.ts";
import { incidentOf } from "./incidents.ts";
import { pausePlan, planOf, resumePlan, tellPlan } from "./retry-driver.ts";

/** Waits before the repetitions, counted from the answer before. */
const RETRY_WAITS_MS = [1_000, 2_000, 4_000];
const WHOLE_CHECK_MS = 28_000;
/** No repetition begins later than this, so that a slow site still gets its verdict in time. */
const LAST_RETRY_MS = 20_000;
const USUAL_CHECK_MS = 8_000;
/** For how long the answers of a check still say something of the present. */
const STILL_HOLDS_MS = 60_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Tabs whose check runs in this worker; a check that a killed worker left behind is not among them. */
const running = new Map<number, string>();

/** The last check of each tab, kept while this worker lives. */
const finished = new Map<number, Diagnosis>();

/** Where a check stands: the signals so far, and a way to publish every step. */
class Diagnosis {
  signals: Signals;
  readonly known = new Set<SignalName>();
  endsBy: number;
  finishedAt: number | null = null;
  statusPageUrl: string | null = null;
  private published: Promise<void> = Promise.resolve();

  constructor(
    readonly id: string,
    public incident: Incident,
    readonly startedAt: number,
  ) {
    this.endsBy = startedAt + USUAL_CHECK_MS;
    const nothing = notSent("not-needed");
    this.signals = {
      incident: {
        url: incident.url,
        status: incident.status,
        // The user asked for this check, so an unknown method does not forbid a plain GET; a known form does.
        protected: incident.method === "POST" || isOneShot(incident.url),
      },
      navigation: incident.navigation,
      page: nothing,
      anonymous: nothing,
      retries: [],
      root: nothing,
      throughPageWorker: nothing,
      connectivity: nothing,
      statusPage: nothing,
      reload: incident.reload,
    };
    // A reload may still change its word, but nobody waits for it.
    this.known.add("incident").add("navigation").add("reload");
  }

  /** Takes in what a probe brought and shows what follows from it. */
  async learn<Name extends SignalName>(name: Name, value: Signals[Name]): Promise<Signals[Name]> {
    this.signals = { ...this.signals, [name]: value };
    this.known.add(name);
    await this.show();
    return value;
  }

  view(): CheckView {
    const { id, startedAt, endsBy, finishedAt, known, statusPageUrl } = this;
    const progress: Progress = { id, startedAt, endsBy, finishedAt, known, statusPageUrl };
    return present(this.incident, this.signals, progress);
  }

  /** Publishes in order; a newer check of the same tab silences this one. */
  show(): Promise<void> {
    if (running.get(this.incident.tabId) !== this.id) return Promise.resolve();
    const view = this.view();
    this.published = this.published.then(() => publish(checkKey(view.tabId), view));
    return this.published;
  }
}

/** Whether a check of this incident runs, or has come to its end and still holds. */
export async function hasCheck(incident: Incident): Promise<boolean> {
  const view = (await published(checkKey(incident.tabId))) as CheckView | undefined;
  if (view?.incidentId !== incident.id || view.url !== incident.url) return false;
  // The page failed anew since, so it deserves a new look.
  if (incident.navigation && incident.navigation.startedAt > (view.finishedAt ?? view.startedAt)) return false;
  return view.phase === "done" || running.get(incident.tabId) === view.id;
}

/** Takes the shown check back, when the tab shows something else by now. */
export async function forgetCheck(tabId: number): Promise<void> {
  running.delete(tabId);
  finished.delete(tabId);
  await publish(checkKey(tabId), undefined);
}

/**
 * Works through the checklist for one incident and publishes every step. Costs the site at most six
 * requests: the page once and three times more, the front page, and the page through its service worker.
 * Resolves when the verdict stands; never rejects.
 */
export async function diagnose(incident: Incident, registrableDomain: string | null): Promise<void> {
  const { tabId } = incident;
  const diagnosis = new Diagnosis(crypto.randomUUID(), incident, Date.now());
  running.set(tabId, diagnosis.id);
  pausePlan(tabId);
  try {
    await diagnosis.show();
    const overdue = pause(WHOLE_CHECK_MS);
    await Promise.race([gather(diagnosis, registrableDomain), overdue]);
  } finally {
    diagnosis.finishedAt = Date.now();
    await diagnosis.show();
    if (running.get(tabId) === diagnosis.id) {
      running.delete(tabId);
      finished.set(tabId, diagnosis);
    }
    await resumePlan(tabId);
  }
}

async function gather(diagnosis: Diagnosis, registrableDomain: string | null): Promise<void> {
  const { incident } = diagnosis;
  const { hostname } = new URL(incident.url);
  const page = pageContent(incident.tabId).then((settled) => diagnosis.learn("page", settled));
  const network = connectivity().then((settled) => diagnosis.learn("connectivity", settled));
  const status = page.then(async (settled) => {
    const links = settled.state === "ok" ? settled.value.links : [];
    const candidates = statusPageCandidates({ host: hostname, registrableDomain, links });
    diagnosis.statusPageUrl = candidates[0]?.source === "own-domain" ? null : (candidates[0]?.url ?? null);
    const report = candidates.length === 0 ? notSent("not-needed") : await askStatusPage(candidates);
    if (report.state === "ok" && report.value) diagnosis.statusPageUrl = report.value.url;
    return diagnosis.learn("statusPage", report);
  });
  await askSite(diagnosis, page);
  await Promise.all([page, network, status]);
}

/** All that the site itself is asked, one request after the other. */
async function askSite(diagnosis: Diagnosis, page: Promise<unknown>): Promise<void> {
  const { incident, startedAt } = diagnosis;
  const isProtected = diagnosis.signals.incident.protected;
  const get = (url: string): Promise<Settled<Answer>> => inTurn(url, () => anonymousGet(url));

  const first = isProtected ? notSent("protected") : await get(incident.url);
  const took = first.state === "not-sent" ? 0 : first.took;
  diagnosis.endsBy = Math.min(startedAt + WHOLE_CHECK_MS, startedAt + USUAL_CHECK_MS + 5 * took);
  await diagnosis.learn("anonymous", first);

  const root = new URL("/", incident.url).href;
  const rest = Promise.all([
    page.then(() => askThroughPageWorker(diagnosis)),
    root === incident.url && !isProtected
      ? diagnosis.learn("root", notSent("not-needed"))
      : get(root).then((settled) => diagnosis.learn("root", settled)),
  ]);

  const retries: Array<Settled<Answer>> = [];
  for (const wait of isProtected ? [] : RETRY_WAITS_MS) {
    await pause(wait);
    if (Date.now() - startedAt > LAST_RETRY_MS) break;
    retries.push(await get(incident.url));
    // Not yet complete, so that the row goes on; the answers already count for the details.
    diagnosis.signals = { ...diagnosis.signals, retries: [...retries] };
    await diagnosis.show();
  }
  await diagnosis.learn("retries", retries);
  await rest;
  await diagnosis.learn("reload", await reloadIfWanted(diagnosis, [first, ...retries]));
}

async function askThroughPageWorker(diagnosis: Diagnosis): Promise<void> {
  const { incident, signals } = diagnosis;
  const wanted = incident.navigation?.throughPageWorker === true && !signals.incident.protected;
  const answer = wanted ? await throughPageWorker(incident.tabId, incident.url) : notSent("not-needed");
  await diagnosis.learn("throughPageWorker", answer);
}

/**
 * A stranger is served by now: if a plan watches the tab it may load the page again, which brings it back
 * or shows that it fails only here. Without a plan that step is the user's, and the popup offers it.
 */
async function reloadIfWanted(diagnosis: Diagnosis, answers: Array<Settled<Answer>>): Promise<Signals["reload"]> {
  const { tabId } = diagnosis.incident;
  const before = diagnosis.signals.reload;
  const meanings = answers.flatMap((tried) => (tried.state === "ok" ? [meaningOf(tried.value)] : []));
  const last = meanings.at(-1);
  if (before !== "not-tried" || last === undefined || last === "fails" || !(await planOf(tabId))) return before;
  await tellPlan(tabId, { type: "heard", meaning: last });
  const plan = await planOf(tabId);
  if (!plan) return (await incidentOf(tabId)) ? before : "works";
  return plan.state.name === "waiting" && plan.state.next === "reload" ? "fails" : before;
}

/** The user loads the page again: the last check waits for what that shows. */
export async function reopenCheck({ tabId }: Incident): Promise<void> {
  const last = finished.get(tabId);
  if (!last) return;
  running.set(tabId, last.id);
  last.finishedAt = null;
  last.endsBy = Date.now() + USUAL_CHECK_MS;
  await last.show();
}

/**
 * The reload is done. The answers of a moment ago still hold, so the site is not asked again: only the word
 * of the tab itself is new. Where no such check is at hand, a failing page is checked from the start.
 */
export async function closeCheck(
  incident: Incident,
  reload: Signals["reload"],
  registrableDomain: string | null,
): Promise<undefined> {
  const last = finished.get(incident.tabId);
  if (last?.incident.url !== incident.url || Date.now() - last.startedAt > STILL_HOLDS_MS) {
    if (reload === "works") await forgetCheck(incident.tabId);
    else void diagnose(incident, registrableDomain);
    return;
  }
  running.set(incident.tabId, last.id);
  last.incident = incident;
  last.signals = { ...last.signals, reload };
  last.finishedAt = Date.now();
  await last.show();
  running.delete(incident.tabId);
}
