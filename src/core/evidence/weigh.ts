import { CAUSE_IDS, CAUSES, type Cause, type Side } from "./causes.ts";
import { hasGround } from "./claims.ts";
import { type ObservationId, openTwins, type TwinId } from "./twins.ts";
import type { Group, Weight } from "./weight.ts";
import { type EvidenceId, WEIGHTS } from "./weights.ts";

/** A wrong "it's you" is the worst outcome, so it needs near certainty and a mechanism. */
export const YOU_THRESHOLD = 0.95;
export const SERVER_THRESHOLD = 0.8;
/** Causes within this factor of the likeliest cannot honestly be told apart. */
const INSEPARABLE = 4;

/** The bare judgement; `core/verdict` chooses the texts that say it. */
export interface Judgement {
  readonly side: Side;
  readonly cause: Cause;
  /** Other causes of about the same probability, likeliest first. */
  readonly alternatives: readonly Cause[];
  /** Probability that the fault can be fixed on the named side; for `unsure`, of the likeliest side. 0 to 1. */
  readonly confidence: number;
  /** What decided, strongest first. */
  readonly evidence: readonly EvidenceId[];
  /** Twins of two sides that nothing has told apart; while there are any, the site is not named. */
  readonly openTwins: readonly TwinId[];
}

/** How far a piece of evidence moves the cause that it moves most, in decibans. */
export const strength = (weight: Weight): number => Math.max(0, ...Object.values(weight.weights).map(Math.abs));

const EVIDENCE_IDS = Object.keys(WEIGHTS) as EvidenceId[];

/** Of each group the strongest piece of evidence; equal ones: the first in the table, so that order cannot matter. */
export function strongestPerGroup(evidence: readonly EvidenceId[]): EvidenceId[] {
  const given = new Set(evidence);
  const best = new Map<Group, EvidenceId>();
  for (const id of EVIDENCE_IDS.filter((known) => given.has(known))) {
    const { group } = WEIGHTS[id];
    const rival = best.get(group);
    if (rival === undefined || strength(WEIGHTS[id]) > strength(WEIGHTS[rival])) best.set(group, id);
  }
  return [...best.values()];
}

/** Probability of each cause given the evidence (priors and weights add up as log-odds). */
export function posterior(evidence: readonly EvidenceId[]): Record<Cause, number> {
  const counted: Weight[] = strongestPerGroup(evidence).map((id) => WEIGHTS[id]);
  const odds = CAUSE_IDS.map((cause) => {
    const decibans = counted.reduce((sum, { weights }) => sum + (weights[cause] ?? 0), 0);
    return CAUSES[cause].prior * 10 ** (decibans / 10);
  });
  const total = odds.reduce((sum, value) => sum + value, 0);
  return Object.fromEntries(CAUSE_IDS.map((cause, index) => [cause, (odds[index] ?? 0) / total])) as Record<
    Cause,
    number
  >;
}

/**
 * Weighs the evidence into a side and a cause. `server` needs a probability of 0.8, `you` needs 0.95
 * and a mechanism for the very cause; otherwise the answer is `unsure`. While evidence and observations leave a
 * pair of twins open between two sides, it is not `server` either: the fault may be this user's alone. Nor is it while
 * the failing page's own word is all there is.
 */
export function weigh(evidence: readonly EvidenceId[], observations: readonly ObservationId[]): Judgement {
  const probability = posterior(evidence);
  const ranked = [...CAUSE_IDS].sort((a, b) => probability[b] - probability[a]);
  const counted = strongestPerGroup(evidence).sort((a, b) => strength(WEIGHTS[b]) - strength(WEIGHTS[a]));
  const bySide = (side: Side) =>
    CAUSE_IDS.filter((cause) => CAUSES[cause].side === side).reduce((sum, cause) => sum + probability[cause], 0);

  const untold = openTwins([...evidence, ...observations]);
  const likeliest = ranked[0] ?? "unknown";
  const server = bySide("server");
  const you = bySide("you");
  const hasMechanism = counted.some((id) => (WEIGHTS[id] as Weight).mechanism === likeliest);

  const mayNameSite = untold.length === 0 && hasGround(evidence);

  let side: Side = "unsure";
  if (CAUSES[likeliest].side === "you" && you >= YOU_THRESHOLD && hasMechanism) side = "you";
  else if (CAUSES[likeliest].side === "server" && server >= SERVER_THRESHOLD && mayNameSite) side = "server";

  const floor = probability[likeliest] / INSEPARABLE;
  const sameSide = (cause: Cause) => side === "unsure" || CAUSES[cause].side === side;
  return {
    side,
    cause: likeliest,
    alternatives: ranked.slice(1, 3).filter((cause) => probability[cause] >= floor && sameSide(cause)),
    confidence: side === "server" ? server : side === "you" ? you : Math.max(server, you, bySide("unsure")),
    evidence: counted,
    openTwins: untold,
  };
}
