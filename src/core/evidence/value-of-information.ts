import { CAUSE_IDS, CAUSES, type Side } from "./causes.ts";
import { posterior } from "./weigh.ts";
import type { Weight } from "./weight.ts";
import { type EvidenceId, WEIGHTS } from "./weights.ts";

/** Learning the side is what people open the popup for; among causes of one side the difference is smaller. */
const CAUSE_SHARE = 0.25;
const SIDES: readonly Side[] = ["server", "you", "unsure"];

type Probabilities = ReturnType<typeof posterior>;

const sideOf = (probability: Probabilities, side: Side): number =>
  CAUSE_IDS.reduce((sum, cause) => sum + (CAUSES[cause].side === side ? probability[cause] : 0), 0);

/** How far two judgements lie apart: total variation over sides, and a share of that over causes. 0 to 1.25. */
function distance(before: Probabilities, after: Probabilities): number {
  const sides = SIDES.reduce((sum, side) => sum + Math.abs(sideOf(after, side) - sideOf(before, side)), 0) / 2;
  const causes = CAUSE_IDS.reduce((sum, cause) => sum + Math.abs(after[cause] - before[cause]), 0) / 2;
  return sides + CAUSE_SHARE * causes;
}

/** How likely a piece of evidence is to come, up to a factor: its likelihood over the causes as they stand. */
function expected(before: Probabilities, id: EvidenceId): number {
  const { weights }: Weight = WEIGHTS[id];
  const strongest = Math.max(0, ...Object.values(weights));
  return CAUSE_IDS.reduce((sum, cause) => sum + before[cause] * 10 ** (((weights[cause] ?? 0) - strongest) / 10), 0);
}

/**
 * How much a question would move the judgement, by what it may bring and how likely that is as things stand.
 * 0 for one that can change nothing; meant for comparing questions, not as a probability.
 */
export function valueOfInformation(evidence: readonly EvidenceId[], gives: readonly EvidenceId[]): number {
  const before = posterior(evidence);
  return gives
    .filter((id) => !evidence.includes(id))
    .reduce((sum, id) => sum + expected(before, id) * distance(before, posterior([...evidence, id])), 0);
}

/** The same questions, the most telling first; equal ones keep their order. */
export function mostTellingFirst<Q extends { readonly gives: readonly EvidenceId[] }>(
  evidence: readonly EvidenceId[],
  questions: readonly Q[],
): Q[] {
  const value = new Map(questions.map((question) => [question, valueOfInformation(evidence, question.gives)]));
  return [...questions].sort((a, b) => (value.get(b) ?? 0) - (value.get(a) ?? 0));
}
