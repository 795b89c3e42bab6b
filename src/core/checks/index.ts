import type { ObservationId } from "../evidence/twins.ts";
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
const shownTo = (check: RegisteredCheck, signals: Signals): Signals =>
  Object.fromEntries(check.requires.map((name) => [name, signals[name]])) as unknown as Signals;

/** Everything that the checks observe in the signals at hand, complete or not. */
export const observe = (checks: readonly RegisteredCheck[], signals: Signals): ObservationId[] =>
  checks.flatMap((check) => check.observe?.(shownTo(check, signals)) ?? []);

/** Gives a check the signals it requires and nothing else. A check that throws knows nothing. */
export function judge(check: RegisteredCheck, signals: Signals): Finding {
  try {
    return check.judge(shownTo(check, signals));
  } catch {
    return { outcome: "inconclusive", says: { key: "check_failed" }, evidence: [] };
  }
}
