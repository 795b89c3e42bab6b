import * as v from "valibot";
import { boundedList } from "../bounded-list.ts";
import { lazily } from "../lazily.ts";

/** Longer addresses are cut, and then stand for their origin only. */
export const LONGEST_ADDRESS = 500;
/** Browsers keep 250 entries unless the page asks for more. */
export const MOST_ENTRIES = 250;
const MOST_HOSTS = 10;

/** What the page's own script runs by itself is always a GET; `fetch` and `xmlhttprequest` may be anything. */
const ALWAYS_GET = new Set(["img", "script", "css", "link"]);

const whole = (least: number, most = Number.MAX_SAFE_INTEGER) =>
  v.pipe(
    v.number(),
    v.check((count) => Number.isInteger(count) && count >= least && count <= most),
  );

const requestSchema = lazily(() =>
  v.object({
    /** Origin and path; the query never leaves the page. */
    address: v.pipe(v.string(), v.maxLength(LONGEST_ADDRESS)),
    status: whole(500, 599),
    initiator: v.pipe(v.string(), v.maxLength(40)),
    /** A query or the end of the path was left out, so the address alone is another request. */
    cut: v.boolean(),
  }),
);

const readSchema = lazily(() =>
  v.object({
    seen: whole(0),
    hidden: whole(0),
    failed: boundedList(requestSchema(), MOST_ENTRIES),
  }),
);

type FailedRequest = v.InferOutput<ReturnType<typeof requestSchema>>;

/** One origin that answered requests of a page with 500 to 599. */
export interface FailingHost {
  /** With the port where it is not the usual one. */
  readonly host: string;
  readonly failed: number;
  /** Each once, ascending. */
  readonly statuses: readonly number[];
  /** The request to look into: the last one that may be repeated, else the last one. Without query. */
  readonly url: string;
  readonly status: number;
  /** It was a GET for sure, and its address is whole. */
  readonly repeatable: boolean;
}

/** What a page that loaded tells of its own requests (Resource Timing). */
export interface PageRequests {
  /** Host of the page itself, with the port where it is not the usual one. */
  readonly pageHost: string;
  /** HTTP status of the page itself. */
  readonly pageStatus: number;
  readonly seen: number;
  /** Requests whose status the browser hides: to other origins without CORS, or without any answer. */
  readonly hidden: number;
  /** Most failures first. */
  readonly failing: readonly FailingHost[];
}

/**
 * Sorts what a page's resource entries say by origin, worst first, at most ten. Returns null for anything
 * that is not of the form the probe sends: the addresses come from inside a page and are trusted for nothing.
 */
export function parsePageRequests(
  raw: unknown,
  { pageHost, pageStatus }: Pick<PageRequests, "pageHost" | "pageStatus">,
): PageRequests | null {
  const parsed = v.safeParse(readSchema(), raw);
  if (!parsed.success) return null;
  const { seen, hidden, failed } = parsed.output;
  const byOrigin = new Map<string, FailedRequest[]>();
  for (const request of failed) {
    const origin = originOf(request.address);
    if (origin !== null) byOrigin.set(origin, [...(byOrigin.get(origin) ?? []), request]);
  }
  const failing = [...byOrigin.values()].flatMap(failingHost).sort((a, b) => b.failed - a.failed);
  return { pageHost, pageStatus, seen, hidden, failing: failing.slice(0, MOST_HOSTS) };
}

function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, origin } = new URL(address);
  return protocol === "http:" || protocol === "https:" ? origin : null;
}

const isRepeatable = ({ initiator, cut }: FailedRequest): boolean => ALWAYS_GET.has(initiator) && !cut;

function failingHost(requests: readonly FailedRequest[]): FailingHost[] {
  const chosen = requests.findLast(isRepeatable) ?? requests.at(-1);
  if (!chosen) return [];
  const url = new URL(chosen.address);
  return [
    {
      host: url.host,
      failed: requests.length,
      statuses: [...new Set(requests.map(({ status }) => status))].sort((a, b) => a - b),
      url: url.origin + url.pathname,
      status: chosen.status,
      repeatable: isRepeatable(chosen),
    },
  ];
}
