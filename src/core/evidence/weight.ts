import type { Cause } from "./causes.ts";

/** Findings that share a mechanism are one witness: of a group only the strongest counts. */
export type Group =
  | "network"
  | "gateway"
  | "announcement"
  | "repetition"
  | "browser-cache"
  | "page-worker"
  | "author"
  | "cookies"
  | "cookie-size"
  | "reload"
  | "scope"
  | "status-page"
  | "machine"
  | "vantage"
  | "address"
  | "place"
  | "elapsed"
  | "relay"
  | "private-window"
  | "other-device";

/** What one piece of evidence is worth. */
export interface Weight {
  readonly group: Group;
  /** Decibans added to a cause's log-odds: 10 dB is a likelihood ratio of 10:1. Causes not named get 0. */
  readonly weights: Partial<Record<Cause, number>>;
  /** A contrast that only the user's side explains; no `you` verdict without one for its cause. */
  readonly mechanism?: Cause;
}
