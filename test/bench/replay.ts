import { CHECKS, judge } from "../../src/core/checks/index.ts";
import type { Cause } from "../../src/core/evidence/causes.ts";
import { posterior, weigh } from "../../src/core/evidence/weigh.ts";
import type { Weight } from "../../src/core/evidence/weight.ts";
import { type EvidenceId, WEIGHTS } from "../../src/core/evidence/weights.ts";
import { nothingAsked, type SignalName, type Signals } from "../../src/core/incident/signals.ts";
import { present } from "../../src/core/verdict/present.ts";
import type { Truth } from "../lab/faults.ts";
import { grade } from "../lab/grade.ts";
import type { Kept, Recording } from "../lab/recording/recording.ts";
import type { Run } from "../lab/score/run.ts";
import { inEnglish } from "./english.ts";

/** Probability of one cause, 0 to 1. */
export interface Candidate {
  readonly cause: Cause;
  readonly probability: number;
}

/** Evidence that counted, with the decibans that it gives to the true cause and to the one that was named. */
export interface Witness {
  readonly id: EvidenceId;
  readonly forTruth: number;
  readonly forSaid: number;
}

/** A recording judged anew. */
export interface Replayed {
  readonly run: Run;
  /** The likeliest causes, best first. */
  readonly candidates: readonly Candidate[];
  /** Of each group the strongest, strongest first: the others do not count. */
  readonly evidence: readonly Witness[];
  /** The run itself said something else: the judgement has changed since, or the browser saw more than was kept. */
  readonly differs: boolean;
}

const MOST_CANDIDATES = 4;

const truthOf = ({ alsoAccept, cause, side, needsAnotherBrowser }: Recording["truth"]): Truth => ({
  side,
  cause,
  alsoAccept,
  ...(needsAnotherBrowser ? { needsAnotherBrowser } : {}),
});

/** What the checks make of the signals once all of them are in. */
const evidenceOf = (signals: Signals): EvidenceId[] =>
  CHECKS.flatMap((check) => [...judge(check, signals).evidence]).filter((id, index, all) => all.indexOf(id) === index);

/** The check's last word, as `present` gives it when every signal is in. */
function lastWord({ incident, signals }: Kept) {
  const progress = {
    id: "replayed",
    order: CHECKS,
    startedAt: incident.since,
    endsBy: incident.since,
    finishedAt: incident.since,
    known: new Set(Object.keys(signals) as SignalName[]),
    statusPageUrl: null,
    begun: null,
  };
  return present(incident, signals, progress).verdict;
}

/** The recording's last signals, or null: a page without an incident has none. What it does not know was not asked. */
function lastKept({ moments }: Recording): Kept | null {
  const kept = moments.map((moment) => moment.kept).findLast((found) => found !== null) ?? null;
  if (kept === null) return null;
  const { signals } = kept;
  return { ...kept, signals: { ...nothingAsked(signals.incident, signals.navigation), ...signals } };
}

/** Whether there was a check whose signals are missing, so that the recording cannot be judged. */
export const lacksSignals = (recording: Recording): boolean =>
  lastKept(recording) === null && recording.moments.some(({ view }) => view !== null);

/** Judges a recording with the present weights. Pure, and needs no browser. */
export function replay(recording: Recording): Replayed {
  const { id, gateway, fault, held, said, anyRetryWorks } = recording;
  const kept = lastKept(recording);
  const verdict = kept === null ? null : lastWord(kept);
  const now = {
    side: verdict?.side ?? ("none" as const),
    cause: verdict?.cause ?? "",
    confidence: verdict?.confidence ?? 0,
    alternatives: verdict?.alternatives ?? [],
    advice: verdict === null ? "" : inEnglish(verdict.advice),
  };
  const truth = truthOf(recording.truth);
  const { right } = grade(truth, now);
  const evidence = kept === null ? [] : evidenceOf(kept.signals);
  const { cause } = truth;
  const decibans = (witness: EvidenceId, of: Cause | null) =>
    of === null ? 0 : ((WEIGHTS[witness] as Weight).weights[of] ?? 0);
  return {
    run: {
      id,
      gateway,
      fault,
      held,
      truth: { side: truth.side, cause, needsAnotherBrowser: recording.truth.needsAnotherBrowser },
      verdict: { side: now.side, cause: now.cause, confidence: now.confidence },
      causeRight: right,
      namesStep: recording.truth.needsAnotherBrowser && right,
      anyRetryWorks,
    },
    candidates:
      evidence.length === 0
        ? []
        : (Object.entries(posterior(evidence)) as Array<[Cause, number]>)
            .map(([name, probability]) => ({ cause: name, probability }))
            .sort((a, b) => b.probability - a.probability)
            .slice(0, MOST_CANDIDATES),
    evidence: weigh(evidence, []).evidence.map((witness) => ({
      id: witness,
      forTruth: decibans(witness, cause),
      forSaid: decibans(witness, verdict?.cause ?? null),
    })),
    differs: said.side !== now.side || (now.side !== "none" && said.cause !== now.cause),
  };
}
