import { type Beginning, begin } from "../../../../src/core/diagnosis/begin.ts";
import type { DiagnosisEffect, DiagnosisEvent, Transition } from "../../../../src/core/diagnosis/events.ts";
import type { Question, Reply } from "../../../../src/core/diagnosis/question.ts";
import { reduce } from "../../../../src/core/diagnosis/reduce.ts";
import type { Diagnosis } from "../../../../src/core/diagnosis/state.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { NOTHING_TOLD, type Told } from "../../../../src/core/incident/told.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import { navigation, signals, URL_ASKED } from "../checks/given.ts";

export const NOW = Date.UTC(2026, 8, 23, 12);
/** How long everybody takes to answer, unless told otherwise; milliseconds. */
export const TOOK = 40;

export const incident = (parts: Partial<Incident> = {}): Incident => ({
  id: "incident-1",
  tabId: 7,
  url: URL_ASKED,
  status: 502,
  since: NOW,
  noticed: "sentinel",
  method: "GET",
  private: false,
  navigation: navigation(),
  ...parts,
});

/** What comes back for a question, and after how many milliseconds; null where nothing ever comes. */
export type World = (question: Question, times: number) => { readonly after: number; readonly reply: Reply } | null;

/** What each question is answered with, as signals have it in the end. */
export function replyFrom(given: Signals, { of }: Question, times: number): Reply {
  switch (of) {
    case "page":
      return { to: of, settled: given.page };
    case "stranger":
      return { to: of, settled: given.anonymous };
    case "front-page":
      return { to: of, settled: given.root };
    case "repetition":
      return { to: of, settled: given.retries[times] ?? given.anonymous };
    case "page-worker":
      return { to: of, settled: given.throughPageWorker[times] ?? given.anonymous };
    case "way-out": {
      const { connectivity, impostorAnswer } = given;
      const value = (found: Extract<typeof connectivity, { state: "ok" }>["value"]) => ({
        connectivity: found,
        impostorAnswer,
      });
      const settled =
        connectivity.state === "ok" ? { ...connectivity, value: value(connectivity.value) } : connectivity;
      return { to: of, settled };
    }
    case "status-pages":
      return { to: of, answers: { site: given.statusPage, gateway: given.gatewayStatus, url: null } };
    case "plan":
      return { to: of, reload: null };
  }
}

/** A world in which all is answered at once, or after as long as told, with what these signals say. */
export const world =
  (parts: Partial<Signals> = {}, after: Partial<Record<Question["of"], number | null>> = {}): World =>
  (question, times) => {
    const wait = question.of in after ? after[question.of] : TOOK;
    return wait == null ? null : { after: wait, reply: replyFrom(signals(parts), question, times) };
  };

/** What is to happen to a check from outside, so many milliseconds after it began. */
export type Happening = readonly [at: number, event: DiagnosisEvent | ((check: Diagnosis) => DiagnosisEvent)];

/** One step of a check that was played, so many milliseconds after it began. */
export interface Moment {
  readonly at: number;
  readonly event: DiagnosisEvent | null;
  readonly before: Diagnosis | null;
  readonly after: Diagnosis;
  readonly effects: readonly DiagnosisEffect[];
}

/** Plays a check to the end in a world, in no time: whatever it asks is answered, whatever it waits for comes. */
export function play(
  of: Incident,
  answers: World,
  {
    told = NOTHING_TOLD,
    hasPlan = true,
    happens = [],
    ...beginning
  }: Beginning & { told?: Told; hasPlan?: boolean; happens?: readonly Happening[] } = {},
): readonly Moment[] {
  const moments: Moment[] = [];
  const due: Array<readonly [at: number, event: Happening[1]]> = [...happens];
  const times = new Map<string, number>();
  const take = ([after, effects]: Transition, at: number, event: DiagnosisEvent | null): void => {
    moments.push({ at, event, before: moments.at(-1)?.after ?? null, after, effects });
    for (const effect of effects) {
      if (effect.do === "recall") due.push([at, { type: "told", told, hasPlan }]);
      if (effect.do === "wait") due.push([at + effect.ms, { type: "waited", wait: effect.wait }]);
      if (effect.do !== "ask") continue;
      const time = times.get(effect.question.of) ?? 0;
      times.set(effect.question.of, time + 1);
      const coming = answers(effect.question, time);
      if (coming) due.push([at + coming.after, { type: "answered", reply: coming.reply }]);
    }
  };
  take(begin("check-1", of, beginning, NOW), 0, null);
  while (due.length > 0) {
    // Of what comes at the same time the first is first.
    const [next] = due.toSorted(([a], [b]) => a - b);
    const check = moments.at(-1)?.after;
    if (!next || !check) break;
    due.splice(due.indexOf(next), 1);
    const [at, what] = next;
    const event = typeof what === "function" ? what(check) : what;
    take(reduce(check, event, NOW + at), at, event);
  }
  return moments;
}

export const effectsOf = (moments: readonly Moment[]): DiagnosisEffect[] => moments.flatMap(({ effects }) => effects);

/** What was asked, and when. */
export const askedIn = (moments: readonly Moment[]): Array<readonly [at: number, of: Question["of"]]> =>
  moments.flatMap(({ at, effects }) =>
    effects.flatMap((effect) => (effect.do === "ask" ? [[at, effect.question.of] as const] : [])),
  );

/** The addresses that the site was asked for, in their order. */
export const addressesIn = (moments: readonly Moment[]): string[] =>
  effectsOf(moments).flatMap((effect) =>
    effect.do === "ask" && "url" in effect.question ? [effect.question.url] : [],
  );

export const viewsIn = (moments: readonly Moment[]): CheckView[] =>
  effectsOf(moments).flatMap((effect) => (effect.do === "show" ? [effect.view] : []));

/** When the check first came to its verdict, so many milliseconds after it began; null where it never did. */
export const endOf = (moments: readonly Moment[]): number | null =>
  moments.find(({ after }) => after.state.name === "judged")?.at ?? null;

/** The check as it is in the end. */
export function lastOf(moments: readonly Moment[]): Diagnosis {
  const last = moments.at(-1);
  if (!last) throw new Error("nothing was played");
  return last.after;
}
