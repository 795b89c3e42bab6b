import { orderOf } from "../../core/checks/order.ts";
import { isOneShot } from "../../core/http/one-shot/one-shot.ts";
import { isFresh } from "../../core/http/settled.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { isBack, type ReloadOutcome } from "../../core/incident/reload.ts";
import { nothingAsked, type SignalName, type Signals } from "../../core/incident/signals.ts";
import { isContrast, type OtherDevice, type PrivateWindow } from "../../core/incident/told.ts";
import { type BegunStep, present, stateOf } from "../../core/verdict/present.ts";
import { closedPageOf } from "../../core/verdict/status-pages.ts";
import { type CheckView, USUAL_CHECK_MS } from "../../core/verdict/view.ts";
import type { VerdictView } from "../../core/verdict/words.ts";
import { showCheck, shownIn } from "../tab-view.ts";
import type { StatusAnswers } from "./ask-status-pages.ts";
import { type FinishedCheck, finishedCheck, forgetFinished, keepFinished } from "./finished-checks.ts";
import type { Told } from "./told-steps.ts";

/** Signals that may come after the verdict, as the user asks for them or gives leave. */
type Opinions = Partial<Pick<Signals, "world" | "address" | "statusPage" | "gatewayStatus">>;

/** The check of each tab that runs in this worker; one that a killed worker left behind is not among them. */
const running = new Map<number, CheckSession>();
/** Checks that ended in this worker, oldest first; those of earlier workers are restored from what was kept. */
const finished = new Map<number, CheckSession>();
/** As many as are kept for the next worker. */
const MOST_FINISHED = 20;

/** One check from its start to its verdict: the signals so far, and the only way to publish every step. */
export class CheckSession {
  readonly id: string;
  readonly startedAt: number;
  signals: Signals;
  endsBy: number;
  #statusPageUrl: string | null;
  #finishedAt: number | null;
  #hasEnded: boolean;
  #incident: Incident;
  readonly #waiting: Array<readonly [name: SignalName, tell: () => void]> = [];
  // A reload or a second opinion may still change its word, but nobody waits for it.
  #verdict: VerdictView | null = null;
  readonly #order: ReturnType<typeof orderOf>;
  readonly #known = new Set<SignalName>([
    "incident",
    "navigation",
    "impostorAnswer",
    "reload",
    "requests",
    "privateWindow",
    "otherDevice",
    "world",
    "address",
  ]);
  #begun: BegunStep | null = null;

  /** Begins a check, or takes up one that another worker had ended. */
  constructor(incident: Incident, kept: FinishedCheck | null = null) {
    this.id = kept?.id ?? crypto.randomUUID();
    this.startedAt = kept?.startedAt ?? Date.now();
    this.endsBy = this.startedAt + USUAL_CHECK_MS;
    this.#statusPageUrl = kept?.statusPageUrl ?? null;
    this.#finishedAt = kept?.finishedAt ?? null;
    this.#hasEnded = kept !== null;
    this.#incident = incident;
    const { url, status, method, noticed, requests = null } = incident;
    // The user asked for this check, so an unknown method does not forbid a plain GET; a known form does.
    // What a page's program sent may have been anything.
    const mayAct = method === "POST" || (noticed === "requests" && method !== "GET");
    const isProtected = mayAct || isOneShot(url);
    const atStart = nothingAsked({ url, status, protected: isProtected }, incident.navigation);
    this.signals = { ...atStart, requests, ...kept?.signals };
    this.#order = orderOf(this.signals);
    if (kept) for (const name of Object.keys(this.signals) as SignalName[]) this.#known.add(name);
    else running.set(incident.tabId, this);
  }

  /** What it says so far. */
  get verdict(): VerdictView | null {
    return this.#verdict;
  }

  get incident(): Incident {
    return this.#incident;
  }

  /** The status page that may be asked only with the user's leave for its host, or null. */
  get closedStatusPage(): string | null {
    return closedPageOf(this.signals, this.#statusPageUrl);
  }

  /** A newer check of the tab has taken over: this one says nothing more. */
  get isSuperseded(): boolean {
    return running.get(this.#incident.tabId) !== this;
  }

  /** Whether answers still count: not once the verdict has stood, also if a reload opens the check again. */
  get mayAsk(): boolean {
    return !this.isSuperseded && !this.#hasEnded;
  }

  /** Takes in what a probe brought and shows what follows from it; `isComplete` while more of it is to come. */
  async learn<Name extends SignalName>(name: Name, value: Signals[Name], isComplete = true): Promise<void> {
    if (!this.mayAsk) return;
    this.signals = { ...this.signals, [name]: value };
    if (isComplete) this.#known.add(name);
    for (const [awaited, tell] of this.#waiting) if (this.#known.has(awaited)) tell();
    await this.show();
  }

  /** Resolves when a signal is complete; never, for one that the check ends without. */
  has(name: SignalName): Promise<void> {
    if (this.#known.has(name)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push([name, resolve]));
  }

  /** How far it has come. */
  get view(): CheckView {
    return present(this.#incident, this.signals, {
      id: this.id,
      order: this.#order,
      startedAt: this.startedAt,
      endsBy: this.endsBy,
      finishedAt: this.#finishedAt,
      known: this.#known,
      statusPageUrl: this.#statusPageUrl,
      begun: this.#begun,
    });
  }

  async show(): Promise<void> {
    if (this.isSuperseded) return;
    const { view } = this;
    this.#verdict = view.verdict;
    await showCheck(view);
  }

  /** The verdict stands. */
  async finish(): Promise<void> {
    this.#hasEnded = true;
    this.#finishedAt = Date.now();
    // First, for the worker may die as soon as nobody waits for it.
    if (!this.isSuperseded) await this.#keep(this.#finishedAt).catch(() => undefined);
    await this.show();
    if (this.isSuperseded) return;
    const { tabId } = this.#incident;
    running.delete(tabId);
    finished.delete(tabId);
    finished.set(tabId, this);
    for (const oldest of [...finished.keys()].slice(0, -MOST_FINISHED)) finished.delete(oldest);
  }

  #keep(finishedAt: number): Promise<void> {
    const { id, startedAt, signals } = this;
    const statusPageUrl = this.#statusPageUrl;
    return keepFinished({ id, startedAt, finishedAt, incident: this.#incident, signals, statusPageUrl });
  }

  /**
   * Takes in what the user has said by now. What works elsewhere is compared with this tab as it is from now on,
   * so a reload from before no longer counts. Any other answer leaves a comparison that was made as it is, and so does
   * the lapse of the word that was compared.
   */
  async hear({ begun, ...said }: Told): Promise<void> {
    const before = this.signals;
    const isCompared = before.reload !== "not-tried";
    const still = <Word extends PrivateWindow | OtherDevice>(now: Word, then: Word): Word =>
      now === "not-asked" && isContrast(then) && isCompared ? then : now;
    const privateWindow = still(said.privateWindow, before.privateWindow);
    const otherDevice = still(said.otherDevice, before.otherDevice);
    const compares =
      (privateWindow !== before.privateWindow && isContrast(privateWindow)) ||
      (otherDevice !== before.otherDevice && isContrast(otherDevice));
    this.signals = { ...before, privateWindow, otherDevice, reload: compares ? "not-tried" : before.reload };
    this.#begun = begun;
    if (!this.isSuperseded) return this.show();
    // Another check of the tab runs, and has what was said from the same place.
    if (running.has(this.#incident.tabId)) return;
    running.set(this.#incident.tabId, this);
    await this.finish();
  }

  /** The user loads the page again: the check goes on until that shows something. */
  async reopen(): Promise<void> {
    running.set(this.#incident.tabId, this);
    this.#finishedAt = null;
    this.endsBy = Date.now() + USUAL_CHECK_MS;
    await this.show();
  }

  /**
   * What the tab showed, which may be another status than before. The answers of a moment ago still hold, so the
   * site is not asked again.
   */
  async close(incident: Incident, reload: ReloadOutcome): Promise<void> {
    this.#incident = incident;
    const { status } = incident;
    this.signals = { ...this.signals, incident: { ...this.signals.incident, status }, reload };
    await this.finish();
  }

  /** What the status pages said, and which one to show. After the verdict it is weighed anew. */
  async takeStatusPages({ site, gateway, url }: StatusAnswers): Promise<void> {
    this.#statusPageUrl = url;
    if (!this.mayAsk) return this.takeOpinions({ statusPage: site, gatewayStatus: gateway });
    await this.learn("gatewayStatus", gateway);
    await this.learn("statusPage", site);
  }

  /** Second opinions have come: the verdict is weighed anew. A check that runs by now knows better. */
  async takeOpinions(opinions: Opinions): Promise<void> {
    this.signals = { ...this.signals, ...opinions };
    if (running.has(this.#incident.tabId)) return;
    running.set(this.#incident.tabId, this);
    await this.finish();
  }
}

/** The check of a tab that runs now, or the last one that came to its end, however long ago; or null. */
export async function checkIn(tabId: number): Promise<CheckSession | null> {
  const inThisWorker = running.get(tabId) ?? finished.get(tabId);
  if (inThisWorker) return inThisWorker;
  const kept = await finishedCheck(tabId);
  return kept && new CheckSession(kept.incident, kept);
}

/** The same, as long as it is of this very page. */
export async function checkOf({ tabId, url }: Pick<Incident, "tabId" | "url">): Promise<CheckSession | null> {
  const check = await checkIn(tabId);
  return check?.incident.url === url ? check : null;
}

/** The check of this very page that came to its end a moment ago, or null. */
export async function lastCheck(incident: Pick<Incident, "tabId" | "url">): Promise<CheckSession | null> {
  const last = await checkOf(incident);
  return last?.isSuperseded && isFresh(last.startedAt, Date.now()) ? last : null;
}

/** Whether the tab's last check ended a moment ago with the page's coming back. */
export async function hasJustEnded(tabId: number): Promise<boolean> {
  const last = finished.get(tabId) ?? (await finishedCheck(tabId));
  return last !== null && isBack(last.signals.reload) && isFresh(last.startedAt, Date.now());
}

/** Whether a check of this incident runs, or has come to its end and still holds. */
export async function hasCheck(incident: Incident): Promise<boolean> {
  const view = (await shownIn(incident.tabId)).check;
  if (view?.incidentId !== incident.id || view.url !== incident.url) return false;
  // The page failed anew since, so it deserves a new look.
  if (incident.navigation && incident.navigation.startedAt > (view.finishedAt ?? view.startedAt)) return false;
  return view.phase === "done" || running.get(incident.tabId)?.id === view.id;
}

/**
 * Shows how far the user is with a step where only the view is left of the check: those of private windows, and the
 * oldest of many, end with their worker. His answer then begins a new one.
 */
export async function showStep({ id, tabId }: Pick<Incident, "id" | "tabId">, begun: BegunStep | null): Promise<void> {
  const view = (await shownIn(tabId)).check;
  if (view?.incidentId !== id || !view.step) return;
  const step = { id: view.step.id, state: stateOf(view.step.id, { begun }) };
  await showCheck({ ...view, step });
}

/** Ends and forgets the check of a tab, when the tab shows something else by now. */
export async function forgetCheck(tabId: number): Promise<void> {
  running.delete(tabId);
  finished.delete(tabId);
  await forgetFinished(tabId);
}
