import * as v from "valibot";
import type { Incident } from "../../core/incident/incident.ts";
import {
  type AnswerTo,
  type BegunStep,
  isContrast,
  NOTHING_TOLD,
  parseTold,
  type StepAnswer,
  type StepId,
  type Told,
} from "../../core/incident/told.ts";
import { lazily } from "../../core/lazily.ts";
import { momentSchema } from "../../core/moment-schema.ts";
import { read, type StoredValue, update } from "../../platform/storage.ts";

/** For as long the user's word counts: later the site may be another than the one they saw. */
export const ANSWER_HOLDS_MS = 15 * 60_000;
/**
 * That it works elsewhere waits this long for the tab to be loaded again, then the question stands again: a site may
 * fail for everybody later, and the tab with it.
 */
export const CONTRAST_HOLDS_MS = 2 * 60_000;
const MOST = 20;

const keptSchema = lazily(() =>
  v.object({
    incidentId: v.string(),
    begun: v.nullable(v.object({ id: v.picklist(["private-window", "other-device"]), byHand: v.boolean() })),
    answers: v.array(v.object({ step: v.string(), answer: v.string(), at: momentSchema() })),
    /** When they last did something here. */
    at: momentSchema(),
  }),
);
type Kept = v.InferOutput<ReturnType<typeof keptSchema>>;
type Said = Pick<Kept, "begun" | "answers">;

/** Memory only, one per tab: the worker may die while the user is in the other window. */
export const TOLD: StoredValue<Record<string, Kept>> = {
  key: "told-steps",
  area: "session",
  version: 1,
  initial: {},
  parse(raw) {
    const parsed = v.safeParse(v.record(v.string(), keptSchema()), raw);
    return parsed.success ? parsed.output : null;
  },
};

const EMPTY: Said = { begun: null, answers: [] };

const holdsFor = (answer: StepAnswer): number => (isContrast(answer) ? CONTRAST_HOLDS_MS : ANSWER_HOLDS_MS);

/**
 * What the user has said of this incident within the last quarter of an hour; that it works elsewhere lapses after
 * two minutes. A check that has compared it with a reload by then keeps it by itself.
 */
export async function toldOf({ id, tabId }: Pick<Incident, "id" | "tabId">): Promise<Told> {
  const kept = (await read(TOLD))[tabId];
  if (kept?.incidentId !== id) return NOTHING_TOLD;
  const given = (step: StepId) => {
    const found = kept.answers.find((one) => one.step === step);
    const answer = parseTold(step, found?.answer)?.answer;
    return found && answer && Date.now() - found.at < holdsFor(answer) ? answer : "not-asked";
  };
  return {
    privateWindow: given("private-window") as "not-asked" | AnswerTo<"private-window">,
    otherDevice: given("other-device") as "not-asked" | AnswerTo<"other-device">,
    begun: kept.begun,
  };
}

async function change({ id, tabId }: Pick<Incident, "id" | "tabId">, how: (said: Said) => Said): Promise<void> {
  await update(TOLD, (all) => {
    const { [String(tabId)]: before, ...rest } = all;
    const { begun, answers } = how(before?.incidentId === id ? before : EMPTY);
    const others = Object.entries(rest).sort(([, a], [, b]) => a.at - b.at);
    const kept: Kept = { incidentId: id, begun, answers, at: Date.now() };
    return Object.fromEntries([...others.slice(1 - MOST), [tabId, kept]]);
  });
}

/** The user goes to do this step. */
export const keepBegun = (incident: Pick<Incident, "id" | "tabId">, begun: BegunStep): Promise<void> =>
  change(incident, ({ answers }) => ({ begun, answers }));

/** What they saw there; null when they have not tried it. The question is over either way. */
export const keepAnswer = (
  incident: Pick<Incident, "id" | "tabId">,
  step: StepId,
  answer: StepAnswer | null,
): Promise<void> =>
  change(incident, ({ answers }) => {
    const others = answers.filter((one) => one.step !== step);
    return { begun: null, answers: answer === null ? others : [...others, { step, answer, at: Date.now() }] };
  });

/** The tabs of which the user has said something. */
export const tabsOfTold = async (): Promise<number[]> => Object.keys(await read(TOLD)).map(Number);

/** Forgets what was said of a tab. */
export async function forgetTold(tabId: number): Promise<void> {
  await update(TOLD, (all) => {
    if (!(tabId in all)) return all;
    return Object.fromEntries(Object.entries(all).filter(([key]) => key !== String(tabId)));
  });
}
