/** Why an act that was started brought nothing back. */
export type FailureReason = "timeout" | "network" | "malformed";

/**
 * Why an act was not carried out at all. Such a result is no evidence and no attempt:
 * - `throttled`: Chromium refused the extension's own fetch before it reached the network.
 * - `forbidden`: the browser gives no access to this host or tab.
 * - `protected`: the page came from a form or a one-shot link and must not be asked for again.
 * - `not-needed`: the answer is already known.
 * - `unasked`: the answer is needed, and whoever could give it is asked in a check alone.
 */
type NotSentReason = "throttled" | "forbidden" | "protected" | "not-needed" | "unasked";

/** What became of one probe. Times are milliseconds; `at` counts from the Unix epoch. */
export type Settled<T> =
  | { readonly state: "ok"; readonly value: T; readonly at: number; readonly took: number }
  | { readonly state: "failed"; readonly reason: FailureReason; readonly at: number; readonly took: number }
  | { readonly state: "not-sent"; readonly reason: NotSentReason };

/** A probe that was left out on purpose. */
export const notSent = (reason: NotSentReason): Settled<never> => ({ state: "not-sent", reason });

const FRESH_MS = 60_000;

/** Whether what was seen a moment ago, at `at`, says something of the present. Both in milliseconds since the Unix epoch. */
export const isFresh = (at: number, now: number): boolean => now - at < FRESH_MS;

/** Whether it was asked and nothing came back at all; garbage is somebody's answer. */
export const isSilent = (tried: Settled<unknown>): boolean => tried.state === "failed" && tried.reason !== "malformed";
