import type { StatusState } from "./model.ts";

/** An unknown word must never show as green, nor hide what the page does say. */
const GRAVITY: readonly StatusState[] = [
  "operational",
  "unknown",
  "maintenance",
  "degraded",
  "partial_outage",
  "major_outage",
];

/** Sorts graver states first. */
export const byGravity = (a: StatusState, b: StatusState): number => GRAVITY.indexOf(b) - GRAVITY.indexOf(a);

/** The gravest of some states; `unknown` of none, for silence is not health. */
export const worst = (states: readonly StatusState[]): StatusState => [...states].sort(byGravity)[0] ?? "unknown";

/** Whether a state is worse than a planned maintenance. */
export const isTrouble = (state: StatusState): boolean => byGravity(state, "maintenance") < 0;

/**
 * How grave an incident is that its page calls open: at least a degradation, whatever colour or impact it was given. Most
 * products preset the mildest one, and many writers leave it at that.
 */
export const whileOpen = (state: StatusState): StatusState => (state === "operational" ? "degraded" : state);

/** What a product's words stand for. */
export type Words = Readonly<Record<string, StatusState>>;

/** The state a word stands for, letter by letter: `unknown` for every word that the table does not know. */
export const stateOf = (words: Words, word: string | number): StatusState =>
  Object.hasOwn(words, word) ? (words[word] ?? "unknown") : "unknown";

/** Words of components that most products share; `full_outage` is incident.io's. */
export const COMPONENT_WORDS: Words = {
  operational: "operational",
  under_maintenance: "maintenance",
  degraded_performance: "degraded",
  partial_outage: "partial_outage",
  major_outage: "major_outage",
  full_outage: "major_outage",
};
