import * as v from "valibot";
import { partOfList } from "../bounded-list.ts";
import { foreignText } from "../foreign-text.ts";
import { lazily } from "../lazily.ts";
import { isModest } from "../modest-json.ts";
import { momentSchema } from "../moment-schema.ts";
import { parseJson } from "../parse-json.ts";
import { type AnswerSource, sourceOf } from "./answer-source.ts";

/** JSON can write an infinity as 1e999. */
const finite = lazily(() =>
  v.pipe(
    v.number(),
    v.check((value: number) => Number.isFinite(value)),
  ),
);

/** Of a server's own timings as many are kept. */
const MOST_TIMINGS = 50;

const entrySchema = lazily(() =>
  v.object({
    responseStatus: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999)),
    type: v.optional(v.string(), "navigate"),
    workerStart: v.optional(finite(), 0),
    deliveryType: v.optional(v.string()),
    nextHopProtocol: v.optional(v.string(), ""),
    transferSize: v.optional(finite(), 0),
    fetchStart: v.optional(finite(), 0),
    requestStart: v.optional(finite(), 0),
    responseStart: v.optional(finite(), 0),
    // What our own rule adds comes last.
    serverTiming: v.optional(partOfList(v.object({ name: v.string() }), -MOST_TIMINGS), []),
  }),
);

const reportSchema = lazily(() =>
  v.object({ entry: entrySchema(), timeOrigin: momentSchema(), controlled: v.optional(v.boolean()) }),
);

/** A server may send a great many Server-Timing entries, and the entry bears the page's address; beyond this nobody means well. */
const LONGEST = 2_000_000;

/** A day; the difference of two finite numbers may be infinite. */
const LONGEST_WAIT_MS = 86_400_000;

const span = (ms: number): number => Math.min(LONGEST_WAIT_MS, Math.max(0, Math.round(ms)));

/** What the browser's own navigation entry tells of how a page came (Navigation Timing Level 2). */
export interface Navigation {
  /** Final HTTP status; 0 where the browser hides it. */
  readonly status: number;
  readonly type: "navigate" | "reload" | "back_forward" | "prerender";
  /** When the page was asked for, after any redirects; milliseconds since the Unix epoch. */
  readonly startedAt: number;
  readonly source: AnswerSource;
  readonly protocol: string;
  /** Milliseconds from request to first byte; 0 where unknown. */
  readonly waited: number;
  readonly serverTiming: readonly string[];
}

const TYPES = ["navigate", "reload", "back_forward", "prerender"] as const;

/**
 * Parses what the sentinel sends: JSON of `{entry, timeOrigin, controlled}`, the last left out where the document may
 * not tell. Returns null for anything else;
 * the text comes from inside a page and is trusted for nothing.
 */
export function parseNavigation(json: unknown): Navigation | null {
  if (typeof json !== "string" || !isModest(json, LONGEST)) return null;
  const report = parseJson(reportSchema, json);
  if (!report) return null;
  const { entry, timeOrigin, controlled } = report;
  return {
    status: entry.responseStatus,
    type: TYPES.find((type) => type === entry.type) ?? "navigate",
    // The origin of time of a page that Firefox loads in place of its own error page is that error page's (measured).
    startedAt: timeOrigin + span(entry.fetchStart),
    source: sourceOf(entry, controlled),
    protocol: foreignText(entry.nextHopProtocol, 20),
    waited: span(entry.responseStart - entry.requestStart),
    serverTiming: entry.serverTiming.map(({ name }) => name.slice(0, 100)),
  };
}
