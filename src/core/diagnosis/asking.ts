import type { Cause } from "../evidence/causes.ts";
import { leastWaitFor } from "../evidence/least-wait.ts";
import { meaningOf } from "../http/answer.ts";
import type { SignalName, Signals } from "../incident/signals.ts";
import type { CheckView } from "../verdict/view.ts";
import type { VerdictView } from "../verdict/words.ts";
import type { DiagnosisEffect, Transition } from "./events.ts";
import type { AskingCheck, Diagnosis } from "./state.ts";
import { viewOf } from "./view.ts";
import { dueQuestions, dueWaits, settledNow } from "./what-to-ask.ts";

/** A check that is not over by then is judged by what is known. */
export const WHOLE_CHECK_MS = 28_000;

/** The same check with more signals that are complete. */
export function withKnown<C extends Diagnosis>(check: C, settled: Partial<Signals>): C {
  const known = new Set([...check.known, ...(Object.keys(settled) as SignalName[])]);
  return { ...check, signals: { ...check.signals, ...settled }, known };
}

/** It is kept first, for the worker may die as soon as nobody waits for it. */
const shown = (view: CheckView): readonly DiagnosisEffect[] => [{ do: "keep" }, { do: "show", view }];

const judged = (check: Diagnosis, now: number): Diagnosis => ({ ...check, state: { name: "judged", at: now } });

/** The verdict as things stand. */
export function judge(check: Diagnosis, now: number): Transition {
  const after = judged(check, now);
  return [after, shown(viewOf(after))];
}

/**
 * The cause that a plan goes by, or null: it waits as such outages last, which only a verdict for the site's side tells,
 * and asks no more than any of the causes bears that cannot be told apart.
 */
export function causeForPlan(verdict: VerdictView | null): Cause | null {
  if (verdict === null) return null;
  const { side, cause, alternatives } = verdict;
  const careful = [cause, ...alternatives].find((one) => leastWaitFor(one) > leastWaitFor(cause));
  if (careful !== undefined) return careful;
  return side === "server" || leastWaitFor(cause) > 0 ? cause : null;
}

/**
 * What a check heard of the front page, which a plan watches in a page's place: that it was seen to fail. Silence is the
 * site's only where others answer, for this computer may have been cut off meanwhile.
 */
function heardOfFrontPage({ signals: { incident, root, connectivity } }: Diagnosis): DiagnosisEffect[] {
  const othersAnswer = connectivity.state === "ok" && ["online", "opaque"].includes(connectivity.value);
  const fails = root.state === "failed" ? othersAnswer : root.state === "ok" && meaningOf(root.value) === "fails";
  return incident.protected && fails ? [{ do: "tell-plan", event: { type: "heard", meaning: "fails", times: 1 } }] : [];
}

/** The first verdict. */
export function conclude(check: Diagnosis, now: number): Transition {
  const after = judged(check, now);
  const view = viewOf(after);
  const cause = causeForPlan(view.verdict);
  const word: DiagnosisEffect[] = cause === null ? [] : [{ do: "tell-plan", event: { type: "judged", cause } }];
  return [after, [...shown(view), ...word, ...heardOfFrontPage(after), { do: "free-plan" }]];
}

/** The check, having asked and begun to wait for all that is due. */
function withAsked(check: AskingCheck): readonly [check: AskingCheck, effects: readonly DiagnosisEffect[]] {
  const questions = dueQuestions(check);
  const topics = questions.map(({ of }) => of);
  const { asked, waits } = check.state;
  const counted = Object.fromEntries(topics.map((topic) => [topic, (asked[topic] ?? 0) + 1]));
  const asking: AskingCheck = {
    ...check,
    unanswered: [...check.unanswered, ...topics],
    state: {
      ...check.state,
      asked: { ...asked, ...counted },
      // The next repetition waits anew.
      waits: topics.includes("repetition") ? { ...waits, repetition: undefined } : waits,
    },
  };
  const begun = dueWaits(asking);
  const running = Object.fromEntries(begun.map(({ wait }) => [wait, "running" as const]));
  return [
    { ...asking, state: { ...asking.state, waits: { ...asking.state.waits, ...running } } },
    [
      ...questions.map((question) => ({ do: "ask", question }) as const),
      ...begun.map((wait) => ({ do: "wait", ...wait }) as const),
    ],
  ];
}

/**
 * Asks what is due as things stand, and shows what there is to see, if that is new; judges, once nothing is asked or
 * waited for any more.
 */
export function proceed(before: AskingCheck, now: number, isNew = true): Transition {
  const check = withKnown(before, settledNow(before));
  const [asking, effects] = withAsked(check);
  if (asking.unanswered.length === 0 && asking.state.waits.repetition === undefined) return conclude(asking, now);
  const isShown = isNew || check.known.size > before.known.size;
  return [asking, isShown ? [...effects, { do: "show", view: viewOf(asking) }] : effects];
}

/** Begins to ask, and to run out of patience. `mayLoad`: a plan watches the tab, and may load it. */
export function ask(check: Diagnosis, now: number, mayLoad = true): Transition {
  const state = { name: "asking", asked: {}, waits: {}, mayLoad, isLate: false } as const;
  const [asking, effects] = proceed({ ...check, state }, now);
  return [asking, [...effects, { do: "wait", wait: "patience", ms: WHOLE_CHECK_MS }]];
}
