import type { ObservationId, Sign } from "../evidence/twins.ts";
import type { EvidenceId } from "../evidence/weights.ts";
import type { SignalName, Signals } from "../incident/signals.ts";
import { address } from "./address.ts";
import { cache } from "./cache.ts";
import type { CheckId, Finding } from "./check.ts";
import { connection } from "./connection.ts";
import { cookies } from "./cookies.ts";
import { gateway } from "./gateway.ts";
import { otherDevice } from "./other-device.ts";
import { pageRequests } from "./page-requests.ts";
import { pageWorker } from "./page-worker.ts";
import { privateWindow } from "./private-window.ts";
import { retry } from "./retry.ts";
import { siteOrPage } from "./site-or-page.ts";
import { statusPage } from "./status-page.ts";
import { vantage } from "./vantage.ts";

/** A check as the registry holds it. */
export interface RegisteredCheck {
  readonly id: CheckId;
  readonly requires: readonly SignalName[];
  readonly gives: readonly EvidenceId[];
  judge(signals: Signals): Finding;
  observe?(signals: Signals): readonly ObservationId[];
}

/** Every check, in the order in which the user sees them. */
export const CHECKS: readonly RegisteredCheck[] = [
  connection,
  gateway,
  retry,
  cache,
  pageWorker,
  cookies,
  siteOrPage,
  address,
  statusPage,
  vantage,
  privateWindow,
  otherDevice,
  pageRequests,
];

/** The signals that a check requires, and nothing else. */
export const shownTo = (check: RegisteredCheck, signals: Signals): Signals =>
  Object.fromEntries(check.requires.map((name) => [name, signals[name]])) as unknown as Signals;

/** Everything that the checks observe in the signals at hand, complete or not. */
export const observe = (checks: readonly RegisteredCheck[], signals: Signals): ObservationId[] =>
  checks.flatMap((check) => check.observe?.(shownTo(check, signals)) ?? []);

/** A check that throws knows nothing. */
function judgeShown(check: RegisteredCheck, shown: Signals): Finding {
  try {
    return check.judge(shown);
  } catch {
    return { outcome: "inconclusive", says: { key: "check_failed" }, evidence: [] };
  }
}

/** Gives a check the signals it requires and nothing else. */
export const judge = (check: RegisteredCheck, signals: Signals): Finding => judgeShown(check, shownTo(check, signals));

/** All that a check finds and observes in signals which were picked for it by `shownTo`: for trying many at once. */
export const signsIn = (check: RegisteredCheck, shown: Signals): readonly Sign[] => [
  ...judgeShown(check, shown).evidence,
  ...(check.observe?.(shown) ?? []),
];
