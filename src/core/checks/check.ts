import type { ObservationId } from "../evidence/twins.ts";
import type { EvidenceId } from "../evidence/weights.ts";
import type { SignalName, Signals } from "../incident/signals.ts";
import type { Message } from "../message.ts";

/** Ids of checks, stable: tests and users' scripts rely on them. Where two tell as much, this order holds. */
export const CHECK_IDS = [
  "connection",
  "gateway",
  "retry",
  "cache",
  "page-worker",
  "cookies",
  "site-or-page",
  "address",
  "status-page",
  "vantage",
  "private-window",
  "other-device",
  "page-requests",
] as const;

export type CheckId = (typeof CHECK_IDS)[number];

export type Outcome = "pass" | "fail" | "inconclusive" | "not-applicable";

/** What a check makes of the signals. Plain data. */
export interface Finding {
  readonly outcome: Outcome;
  /** The answer as a sentence. */
  readonly says: Message;
  readonly evidence: readonly EvidenceId[];
}

/** One question about the signals. `judge` and `observe` are pure and see only what `requires` names. */
export interface Check<Needs extends SignalName = SignalName> {
  readonly id: CheckId;
  readonly requires: readonly Needs[];
  /** All evidence that it may give: what there is to learn from it. */
  readonly gives: readonly EvidenceId[];
  judge(signals: Pick<Signals, Needs>): Finding;
  /** What opens or settles a question between two sides, from whatever has come by now. Most checks have none. */
  observe?(signals: Pick<Signals, Needs>): readonly ObservationId[];
}
