import { begin } from "../../core/diagnosis/begin.ts";
import type { DiagnosisEffect, DiagnosisEvent, Transition } from "../../core/diagnosis/events.ts";
import { reduce } from "../../core/diagnosis/reduce.ts";
import type { Diagnosis } from "../../core/diagnosis/state.ts";
import { meaningOf } from "../../core/http/answer.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { NOTHING_TOLD } from "../../core/incident/told.ts";
import { beginRetry } from "../../core/retry/begin.ts";
import { type EndedPlan, endOf } from "../../core/retry/ended.ts";
import type { Asked, RetryEvent } from "../../core/retry/events.ts";
import { planView } from "../../core/retry/plan-view.ts";
import { isOpen, type Plans } from "../../core/retry/plans.ts";
import { reduceAll } from "../../core/retry/reduce-all.ts";
import { isPageBack } from "../../core/retry/stop-reason.ts";
import type { RetryView } from "../../core/retry/view.ts";
import { DEADLINES, deadlineMs } from "../../core/settings/deadlines.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { namedCause } from "../../core/writer/named-cause.ts";
import { answerOf, incidentAt, LOAD_MS, OUTAGE_MS, PAGE, replyTo } from "./recording.ts";

/** Time and chance, as a page or a test has them. */
export interface Stage {
  /** Milliseconds since the Unix epoch. */
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly after: (ms: number, act: () => void) => void;
}

/** What there is to be seen at one moment. */
export interface Scene {
  /** What the tab shows. */
  readonly page: "failing" | "loading" | "back";
  readonly check: CheckView | null;
  readonly plan: RetryView;
}

/** The steps that a rehearsal has, in their order. */
export const ACTS = ["fails", "judged", "tries", "back"] as const;
export type Act = (typeof ACTS)[number];

/** How far a scene has come. */
export function actOf({ page, check, plan }: Scene): Act {
  if (page === "back") return "back";
  if (check?.phase !== "done") return check?.verdict ? "judged" : "fails";
  return plan.state === "none" ? "judged" : "tries";
}

/** A request is under way for this long. */
const REQUEST_MS = 650;
const NO_TABS: ReadonlySet<number> = new Set();

/**
 * Plays a recorded outage to the parts that judge and wait: the check and the retry plan are the real reducers, and what
 * they ask for is answered from the recording. Nothing is stored and nobody is asked.
 */
export class Performance {
  readonly #stage: Stage;
  readonly #show: (scene: Scene) => void;
  readonly #incident: Incident;
  #check: Diagnosis | null = null;
  #checkView: CheckView | null = null;
  #plans: Plans = {};
  #ends: readonly EndedPlan[] = [];
  #planView: RetryView = { state: "none" };
  #page: Scene["page"] = "failing";
  /** While a check runs the plan waits, as it does for a real page. */
  #holds = 0;
  #isOver = false;

  constructor(stage: Stage, show: (scene: Scene) => void) {
    this.#stage = stage;
    this.#show = show;
    this.#incident = incidentAt(stage.now());
  }

  /** The page fails, the plan begins and the check is opened. */
  start(): void {
    this.#beginPlan(false);
    this.checkAgain();
  }

  /** A new check of the page, in the place of the one before. */
  checkAgain(): void {
    const { now } = this.#stage;
    if (this.#check) this.#take(reduce(this.#check, { type: "superseded" }, now()));
    this.#take(begin(`rehearsal-${now()}`, this.#incident, {}, now()));
  }

  tryNow(): void {
    this.#plan({ type: "now" });
  }

  stop(): void {
    this.#plan({ type: "stop", reason: "stopped" });
  }

  /** Takes a stopped plan up again. */
  keep(): void {
    this.#beginPlan(true);
  }

  /** Ends the rehearsal: what still comes changes nothing. */
  end(): void {
    this.#isOver = true;
  }

  #isBack(): boolean {
    return this.#stage.now() - this.#incident.since >= OUTAGE_MS;
  }

  #after(ms: number, act: () => void): void {
    this.#stage.after(ms, () => {
      if (!this.#isOver) act();
    });
  }

  #publish(): void {
    if (!this.#isOver) this.#show({ page: this.#page, check: this.#checkView, plan: this.#planView });
  }

  #take([check, effects]: Transition): void {
    this.#check = check;
    for (const effect of effects) this.#carryOut(check.id, effect);
  }

  /** Something happened to the check of this id, unless another has taken its place. */
  #tell(id: string, event: DiagnosisEvent): void {
    if (this.#check?.id === id) this.#take(reduce(this.#check, event, this.#stage.now()));
  }

  #carryOut(id: string, effect: DiagnosisEffect): void {
    switch (effect.do) {
      case "hold-plan":
        this.#holds += 1;
        break;
      case "recall":
        this.#after(0, () => this.#tell(id, { type: "told", told: NOTHING_TOLD, hasPlan: true }));
        break;
      case "ask": {
        const { took, reply } = replyTo(effect.question, this.#stage.now(), this.#isBack());
        this.#after(took, () => this.#tell(id, { type: "answered", reply }));
        break;
      }
      case "wait":
        this.#after(effect.ms, () => this.#tell(id, { type: "waited", wait: effect.wait }));
        break;
      case "show":
        this.#checkView = effect.view;
        this.#publish();
        break;
      case "tell-plan":
        this.#plan(effect.event);
        break;
      case "free-plan":
        this.#holds -= 1;
        this.#tick();
        break;
      case "keep":
        break;
    }
  }

  #beginPlan(wanted: boolean): void {
    const { now, random } = this.#stage;
    const start = {
      incident: this.#incident,
      isProtected: false,
      floor: null,
      cause: null,
      wanted,
      isInFront: true,
      ends: this.#ends,
      terms: { off: false, maxPerHour: null, lasts: deadlineMs(DEADLINES), history: [] },
    };
    this.#plans = beginRetry(this.#plans, start, now(), random());
    this.#showPlan();
    this.#wake();
  }

  #plan(event: RetryEvent): void {
    const { now, random } = this.#stage;
    const circumstances = { now: now(), random: random(), front: NO_TABS };
    const { plans, changed, asked } = reduceAll(this.#plans, this.#incident.id, event, circumstances);
    this.#plans = plans;
    if (changed.length > 0) this.#showPlan();
    for (const each of asked) this.#act(each);
    if (changed.length > 0) this.#wake();
  }

  #act({ plan, effect }: Asked): void {
    switch (effect.do) {
      case "probe":
        this.#after(REQUEST_MS, () => this.#answer());
        break;
      case "reload":
        this.#page = "loading";
        this.#publish();
        this.#after(LOAD_MS, () => this.#look());
        break;
      case "look":
        this.#look();
        break;
      case "tell":
        this.#ends = [endOf(plan)];
        if (isPageBack(effect.outcome)) this.#page = "back";
        this.#planView = planView(plan, this.#stage.now());
        this.#publish();
        this.#after(0, () => this.#plan({ type: "told" }));
    }
  }

  #answer(): void {
    const answer = answerOf(PAGE, this.#isBack());
    this.#plan({ type: "named", cause: namedCause(answer, PAGE) });
    this.#plan({ type: "answered", meaning: meaningOf(answer), floor: null });
  }

  #look(): void {
    const status = this.#isBack() ? 200 : (this.#incident.status ?? 0);
    if (status !== 200) this.#page = "failing";
    this.#plan({ type: "looked", look: { state: "answered", status, startedAt: this.#stage.now() } });
  }

  #showPlan(): void {
    const plan = this.#plans[this.#incident.id];
    if (plan && isOpen(plan)) this.#planView = planView(plan, this.#stage.now());
    this.#publish();
  }

  /** Comes back when the plan is due. */
  #wake(): void {
    const state = this.#plans[this.#incident.id]?.state;
    if (state?.name !== "waiting") return;
    this.#after(Math.max(0, Math.ceil(state.due - this.#stage.now())), () => this.#tick());
  }

  #tick(): void {
    const state = this.#plans[this.#incident.id]?.state;
    // Timers take whole milliseconds, and a plan is due at a part of one.
    if (state?.name === "waiting" && state.due > this.#stage.now()) this.#wake();
    else if (this.#holds === 0) this.#plan({ type: "tick", offline: false });
  }
}
