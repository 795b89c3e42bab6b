import { type Beginning, begin } from "../../core/diagnosis/begin.ts";
import type { DiagnosisEffect, DiagnosisEvent, Transition } from "../../core/diagnosis/events.ts";
import { finishedCheckOf, restored } from "../../core/diagnosis/kept.ts";
import type { Question } from "../../core/diagnosis/question.ts";
import { reduce } from "../../core/diagnosis/reduce.ts";
import { broughtBack, type Diagnosis, isComparable } from "../../core/diagnosis/state.ts";
import { viewOf } from "../../core/diagnosis/view.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { NOTHING_TOLD } from "../../core/incident/told.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { pause } from "../../platform/pause.ts";
import { hasSite } from "../../platform/permissions.ts";
import type { Leave } from "../../probes/shared-get.ts";
import { noteVerdict } from "../history.ts";
import { retry } from "../retry/driver.ts";
import { planOf } from "../retry/plans.ts";
import { showCheck, shownIn } from "../tab-view.ts";
import { ask } from "./acts.ts";
import { finishedCheck, forgetFinished, keepFinished } from "./finished-checks.ts";
import { toldOf } from "./told-steps.ts";

/** As many verdicts are at hand as are kept for the next worker. */
const MOST_JUDGED = 20;

/** The check of one tab. */
interface Entry {
  check: Diagnosis;
  /** What it asked to be kept, shown and told, one after the other. */
  done: Promise<void>;
  /** Whether its site may be asked: not any more once the grant that covered it has been taken back. */
  readonly hasLeave: Leave;
  /** Its first verdict stands and the tab's plan is free, or another check has taken over. */
  readonly onEnd: () => void;
}

/** A check that has begun. */
interface Begun {
  /** How it looks while nothing has been asked; the next steps are shown as they come. */
  readonly view: CheckView;
  /** Resolves when its verdict stands or another has taken over; never rejects. */
  readonly ended: Promise<void>;
}

type QueuedEffect = Extract<DiagnosisEffect, { do: "keep" | "show" | "tell-plan" | "free-plan" }>;
type Named = Pick<Diagnosis, "id" | "incident">;

/**
 * The checks of this worker, one a tab. Carries out what the pure reducer decides, and tells it what came of that, one
 * event at a time. A check that a killed worker left without a verdict is lost; its verdicts are taken up again.
 */
class Checks {
  /** Those with a verdict in the order in which they came to it. */
  readonly #entries = new Map<number, Entry>();

  /** Begins a check of an incident, in the place of any other of its tab. */
  begin(incident: Incident, beginning: Beginning = {}): Begun {
    this.#supersede(incident.tabId);
    const step = begin(crypto.randomUUID(), incident, beginning, Date.now());
    const ended = new Promise<void>((onEnd) => {
      const entry: Entry = { check: step[0], done: Promise.resolve(), hasLeave: leaveFor(incident.url), onEnd };
      this.#entries.set(incident.tabId, entry);
      this.#applyStep(entry, step);
    });
    return { view: viewOf(step[0]), ended };
  }

  /** Something happened to a check. Resolves when what follows from it at once is kept and shown. */
  async tell({ id, incident: { tabId } }: Named, event: DiagnosisEvent): Promise<void> {
    const entry = this.#entries.get(tabId) ?? (await this.#restore(tabId));
    // Another has taken over, or the tab shows something else.
    if (entry?.check.id !== id) return;
    await this.#applyStep(entry, reduce(entry.check, event, Date.now()));
  }

  /** The check of a tab that runs now, or the last one that came to its verdict, however long ago; or null. */
  async in(tabId: number): Promise<Diagnosis | null> {
    if (!this.#entries.has(tabId)) await this.#restore(tabId);
    return this.#current(tabId);
  }

  /** The same, as long as it is of this very page. */
  async of({ tabId, url }: Pick<Incident, "tabId" | "url">): Promise<Diagnosis | null> {
    const check = await this.in(tabId);
    return check?.incident.url === url ? check : null;
  }

  /** The check of this very page that came to its verdict a moment ago, or null. */
  async lastOf(incident: Pick<Incident, "tabId" | "url">): Promise<Diagnosis | null> {
    const check = await this.of(incident);
    return check && isComparable(check, Date.now()) ? check : null;
  }

  /** The check of this incident as it stands: one that runs, one with a verdict that still counts, or one that begins now. */
  async open(incident: Incident, beginning: Beginning): Promise<{ view: CheckView; isNew: boolean }> {
    const { tabId } = incident;
    // For a private window only this view outlives the worker.
    const { check: shown } = await shownIn(tabId);
    // One that has begun meanwhile is younger than what was shown.
    const current = this.#current(tabId);
    const view = current ? viewOf(current) : shown?.phase === "done" ? shown : null;
    if (view && isOf(view, incident)) return { view, isNew: false };
    return { view: this.begin(incident, beginning).view, isNew: true };
  }

  /** Whether the tab's last check ended a moment ago with the page's coming back. */
  async broughtBack(tabId: number): Promise<boolean> {
    const check = await this.in(tabId);
    return check !== null && broughtBack(check, Date.now());
  }

  /** Ends and forgets the check of a tab, when the tab shows something else by now. */
  async forget(tabId: number): Promise<void> {
    const entry = this.#supersede(tabId);
    await forgetFinished(tabId);
    // Only now: what still came for it would have taken the kept one up again.
    if (entry && this.#entries.get(tabId) === entry) this.#entries.delete(tabId);
  }

  #supersede(tabId: number): Entry | undefined {
    const entry = this.#entries.get(tabId);
    if (entry) this.#applyStep(entry, reduce(entry.check, { type: "superseded" }, Date.now()));
    return entry;
  }

  /** The check of a tab in this worker, unless that is over and done with. */
  #current(tabId: number): Diagnosis | null {
    const check = this.#entries.get(tabId)?.check;
    return check && check.state.name !== "superseded" ? check : null;
  }

  /** Takes up the verdict that an earlier worker has kept. */
  async #restore(tabId: number): Promise<Entry | null> {
    const kept = await finishedCheck(tabId);
    const present = this.#entries.get(tabId);
    if (present || !kept) return present ?? null;
    const check = restored(kept);
    const hasLeave = leaveFor(check.incident.url);
    const entry: Entry = { check, done: Promise.resolve(), hasLeave, onEnd: () => undefined };
    this.#entries.set(tabId, entry);
    return entry;
  }

  #applyStep(entry: Entry, [check, effects]: Transition): Promise<void> {
    entry.check = check;
    for (const effect of effects) this.#carryOut(entry, check, effect);
    if (check.state.name === "judged") this.#dropOldest(entry);
    return entry.done;
  }

  /** What is asked or waited for begins at once; what is kept, shown and told takes its turn. */
  #carryOut(entry: Entry, check: Diagnosis, effect: DiagnosisEffect): void {
    switch (effect.do) {
      case "hold-plan":
        retry.pause(check.incident.tabId);
        break;
      case "recall":
        void this.#recall(check);
        break;
      case "ask":
        void this.#ask(check, effect.question, entry.hasLeave);
        break;
      case "wait":
        void pause(effect.ms).then(() => this.tell(check, { type: "waited", wait: effect.wait }));
        break;
      default:
        entry.done = entry.done
          .then(() => this.#deliver(entry, check, effect))
          // The next step says more than this one would have.
          .catch((error: unknown) => console.warn("Faultline: a step of a check was lost", error));
    }
  }

  async #recall(check: Diagnosis): Promise<void> {
    const [told, plan] = await Promise.all([
      toldOf(check.incident).catch(() => NOTHING_TOLD),
      // Unless it is known that there is none, one may load the tab.
      planOf(check.incident.tabId).catch(() => undefined),
    ]);
    await this.tell(check, { type: "told", told, hasPlan: plan !== null });
  }

  async #ask(check: Diagnosis, question: Question, hasLeave: Leave): Promise<void> {
    const event = await ask(question, check, hasLeave).then(
      (reply) => ({ type: "answered", reply }) as const,
      (error: unknown) => {
        console.warn("Faultline: a check could not ask", question.of, error);
        return { type: "broke", topic: question.of } as const;
      },
    );
    await this.tell(check, event);
  }

  async #deliver({ onEnd }: Entry, check: Diagnosis, effect: QueuedEffect): Promise<void> {
    const { tabId } = check.incident;
    switch (effect.do) {
      case "keep": {
        const finished = finishedCheckOf(check);
        if (finished && this.#isCurrent(check)) await keepFinished(finished);
        break;
      }
      case "show":
        if (!this.#isCurrent(check)) break;
        void noteVerdict(check.incident, effect.view);
        await showCheck(effect.view);
        break;
      case "tell-plan":
        await retry.tell(tabId, effect.event);
        break;
      case "free-plan":
        await retry.unpause(tabId).finally(onEnd);
    }
  }

  #isCurrent({ id, incident }: Named): boolean {
    return this.#current(incident.tabId)?.id === id;
  }

  /** The oldest verdicts go first. */
  #dropOldest(entry: Entry): void {
    const { tabId } = entry.check.incident;
    if (this.#entries.get(tabId) !== entry) return;
    this.#entries.delete(tabId);
    this.#entries.set(tabId, entry);
    const judged = [...this.#entries].filter(([, { check }]) => check.state.name === "judged");
    for (const [oldest] of judged.slice(0, -MOST_JUDGED)) this.#entries.delete(oldest);
  }
}

/** Leave to ask a site as long as it is covered as it is now. What a click alone has opened is covered by no grant. */
function leaveFor(url: string): Leave {
  const granted = hasSite(url).catch(() => false);
  return async () => !(await granted) || (await hasSite(url).catch(() => false));
}

/** Whether a check is of this very failure: a page that has failed anew since deserves a new look. */
const isOf = ({ incidentId, url, startedAt, finishedAt }: CheckView, { id, url: failing, navigation }: Incident) =>
  incidentId === id && url === failing && !(navigation && navigation.startedAt > (finishedAt ?? startedAt));

export const checks = new Checks();
