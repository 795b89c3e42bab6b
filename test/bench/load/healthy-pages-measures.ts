import type { PageTimes, Visit } from "./bench-site.ts";
import type { Contestant } from "./runners.ts";

/** How a page is loaded, in the order of the report. */
export const VISITS = [
  { kind: "plain", isCold: false },
  { kind: "plain", isCold: true },
  { kind: "heavy", isCold: false },
  { kind: "heavy", isCold: true },
] as const satisfies readonly Visit[];

/** One turn of one browser. */
export interface Turn {
  readonly pages: readonly PageTimes[];
  /** Of the processor, by all of the browser's processes; milliseconds a page. */
  readonly processor: number;
  /** Workers of extensions that run after it; there were none before. */
  readonly awake: number;
}

/** One turn of each browser, by name. */
export type Round = ReadonlyMap<string, Turn>;

/** A browser at rest, its last page still open, and no worker running. */
export interface Rest {
  /** Bytes, by all of its processes (PSS). */
  readonly memory: number;
  /** Of the processor; milliseconds a minute. */
  readonly processor: number;
}

export interface Measured {
  readonly contestants: readonly Contestant[];
  readonly version: string;
  readonly rounds: ReadonlyMap<Visit, readonly Round[]>;
  readonly rests: ReadonlyMap<string, readonly Rest[]>;
}

export const nameOf = ({ kind, isCold }: Visit): string => `${kind} page, ${isCold ? "cold" : "warm"}`;
