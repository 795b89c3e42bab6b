import { CAUSE_IDS, CAUSES, type Cause, type Side } from "./causes.ts";
import { hasGround } from "./claims.ts";
import { openTwins, type Sign } from "./twins.ts";
import { SERVER_THRESHOLD, strength, strongestPerGroup, YOU_THRESHOLD } from "./weigh.ts";
import type { Group, Weight } from "./weight.ts";
import { type EvidenceId, WEIGHTS } from "./weights.ts";

/** What evidence and observations can come to by the end of a check. */
export interface Outlook {
  /** There whatever comes. */
  readonly certain: readonly Sign[];
  /** May come beside it, each with or without the others. */
  readonly possible: readonly Sign[];
}

/** A side that nothing outstanding can change. */
export interface FinalSide {
  readonly side: "server" | "you";
  /** Its probability will be no less, whatever comes. Above the threshold of its side, up to 1. */
  readonly confidence: number;
}

/** The odds of a cause, up to the factor that all causes share, when all that may come speaks against it or for it. */
interface Odds {
  readonly least: number;
  readonly most: number;
}

const isEvidence = (sign: Sign): sign is EvidenceId => sign in WEIGHTS;

/**
 * What each group may count with in the end: its strongest certain piece, or else nothing, and whatever may come and is
 * no weaker.
 */
function candidatesByGroup({ certain, possible }: Outlook): ReadonlyArray<ReadonlyArray<Weight | null>> {
  const weightsOf = (ids: readonly EvidenceId[]): Weight[] => ids.map((id) => WEIGHTS[id]);
  const sure = weightsOf(strongestPerGroup(certain.filter(isEvidence)));
  const open = weightsOf(possible.filter(isEvidence));
  const groups = new Set<Group>([...sure, ...open].map(({ group }) => group));
  return [...groups].map((group) => {
    const strongest = sure.find((weight) => weight.group === group) ?? null;
    const least = strongest === null ? 0 : strength(strongest);
    return [strongest, ...open.filter((weight) => weight.group === group && strength(weight) >= least)];
  });
}

function oddsOf(cause: Cause, groups: ReturnType<typeof candidatesByGroup>): Odds {
  let [least, most] = [0, 0];
  for (const candidates of groups) {
    const decibans = candidates.map((weight) => weight?.weights[cause] ?? 0);
    least += Math.min(...decibans);
    most += Math.max(...decibans);
  }
  const { prior } = CAUSES[cause];
  return { least: prior * 10 ** (least / 10), most: prior * 10 ** (most / 10) };
}

/**
 * The side that `weigh` will name whatever comes of what may come, or null where that is open. Sound, not exact: each
 * cause gets the worst of every group by itself, though no single outcome may bring all of that, so a side that is named
 * here stands, and one that is not may stand as well. That takes one pass over groups and causes; the outcomes
 * themselves are the product of all that may come. `unsure` is never final: what comes may always end it, or choose the
 * step that would.
 */
export function finalSide(outlook: Outlook): FinalSide | null {
  const groups = candidatesByGroup(outlook);
  const odds = CAUSE_IDS.map((cause) => ({ cause, side: CAUSES[cause].side as Side, ...oddsOf(cause, groups) }));

  const confidenceIn = (side: Side): number => {
    const least = odds.reduce((sum, one) => sum + (one.side === side ? one.least : 0), 0);
    const rest = odds.reduce((sum, one) => sum + (one.side === side ? 0 : one.most), 0);
    return least / (least + rest);
  };
  const [leader] = [...odds].sort((a, b) => b.least - a.least);
  if (!leader || leader.side === "unsure") return null;
  const { side, cause } = leader;
  const confidence = confidenceIn(side);
  if (side === "server") {
    const isLikeliest = odds.every((one) => one.side === "server" || one.most < leader.least);
    const isOpen = openTwins(outlook.certain, outlook.possible).length > 0;
    const isGrounded = hasGround(outlook.certain.filter(isEvidence));
    return isLikeliest && !isOpen && isGrounded && confidence > SERVER_THRESHOLD ? { side, confidence } : null;
  }
  const isLikeliest = odds.every((one) => one.cause === cause || one.most < leader.least);
  const hasMechanism = groups.some((candidates) => candidates.every((weight) => weight?.mechanism === cause));
  return isLikeliest && hasMechanism && confidence > YOU_THRESHOLD ? { side, confidence } : null;
}
