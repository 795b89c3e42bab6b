import type { Message } from "../message.ts";
import { isMoment } from "../moment.ts";
import type { RetryView } from "../retry/view.ts";
import { adviceFor } from "../verdict/owner-advice.ts";
import type { CheckView } from "../verdict/view.ts";
import { shareableAddress } from "./shareable-url.ts";

/** Bumped when a field changes its meaning; new fields alone do not bump it. */
export const SCHEMA = "faultline-report/1";

type Translate = (message: Message) => string;

/** The report as JSON. Times are ISO 8601 in UTC, durations milliseconds. Nothing of the query string or the page. */
export interface Report {
  readonly schema: typeof SCHEMA;
  readonly incident: {
    readonly id: string;
    readonly url: string;
    /** Of `url` the path is left out, for the address may work only once. */
    readonly pathLeftOut?: true;
    readonly host: string;
    readonly status: number | null;
    /** Address and status are those of a failing request, whose page had loaded; or of a site that stands in no tab. */
    readonly about?: "requests" | "site";
    /** Before this the site wants no more requests, by its own word. */
    readonly retryAfter?: string;
    readonly since: string;
    readonly checkedAt: string;
    readonly finishedAt: string | null;
    /** What this address answered, oldest first. */
    readonly answers: ReadonlyArray<{ readonly at: string; readonly what: string; readonly tookMs: number }>;
    readonly statusPageUrl: string | null;
  };
  readonly gateway: {
    readonly name: string | null;
    /** The precise reason as the gateway names it, such as an error id. */
    readonly detail?: string;
    /** The gateway says that nothing changes before whoever runs the site acts. */
    readonly ownerMustAct?: true;
    /** The gateway's own public status page. */
    readonly statusPageUrl?: string;
    /** The chain as far as headers reveal it: the site's side first, nearest to the user last. */
    readonly hops?: readonly string[];
    readonly requestId: string | null;
    readonly protocol: string | null;
    readonly waitedMs: number | null;
  };
  readonly checks: ReadonlyArray<{ readonly id: string; readonly outcome: string; readonly says: string }>;
  readonly verdict: {
    readonly side: string;
    readonly cause: string;
    readonly alternatives: readonly string[];
    /** 0 to 1, two decimals. */
    readonly confidence: number;
    readonly headline: string;
    readonly why: string;
    readonly advice: string;
    /** How long such a thing usually lasts; null while nothing is sure. */
    readonly lasts: string | null;
  } | null;
  /** What whoever runs the site should look at first; empty where they could do nothing. */
  readonly owner: readonly string[];
  readonly retries: readonly RetryReport[];
}

interface RetryReport {
  readonly state: "waiting" | "trying" | "stopped";
  readonly attempts: number;
  readonly watching?: "page" | "front-page";
  readonly due?: string;
  readonly reason?: string;
  readonly at?: string;
}

const iso = (at: number): string => (isMoment(at) ? new Date(at).toISOString() : "");
const rounded = (ms: number): number => Math.round(ms);

function retriesOf(retry: RetryView): RetryReport[] {
  switch (retry.state) {
    case "none":
      return [];
    case "waiting":
      return [{ state: "waiting", attempts: retry.attempts, watching: retry.watching, due: iso(retry.due) }];
    case "trying":
      return [{ state: "trying", attempts: retry.attempts, watching: retry.watching }];
    case "stopped":
      return [{ state: "stopped", attempts: retry.attempts, reason: retry.reason, at: iso(retry.at) }];
  }
}

/** Builds the shareable report of one check. Pure: sentences come through `translate`. */
export function reportOf(view: CheckView, retry: RetryView, translate: Translate): Report {
  const { details, verdict } = view;
  const { url, isCut } = shareableAddress(view);
  return {
    schema: SCHEMA,
    incident: {
      id: view.incidentId,
      url,
      ...(isCut && { pathLeftOut: true }),
      host: view.host,
      status: view.status,
      ...(view.about !== "page" && { about: view.about }),
      ...(view.retryAfter !== null && { retryAfter: iso(view.retryAfter) }),
      since: iso(view.since),
      checkedAt: iso(view.startedAt),
      finishedAt: view.finishedAt === null ? null : iso(view.finishedAt),
      answers: details.answers.map(({ at, what, took }) => ({
        at: iso(at),
        what: translate(what),
        tookMs: rounded(took),
      })),
      statusPageUrl: details.statusPageUrl,
    },
    gateway: {
      name: details.gateway,
      ...(details.gatewayDetail !== null && { detail: details.gatewayDetail }),
      ...(details.ownerMustAct && { ownerMustAct: true }),
      ...(details.gatewayStatusPage !== null && { statusPageUrl: details.gatewayStatusPage }),
      ...(details.hops.length > 1 && { hops: details.hops }),
      requestId: details.requestId,
      protocol: details.protocol,
      waitedMs: details.waited === null ? null : rounded(details.waited),
    },
    checks: view.rows.map(({ check, outcome, says }) => ({ id: check, outcome, says: translate(says) })),
    verdict: verdict && {
      side: verdict.side,
      cause: verdict.cause,
      alternatives: verdict.alternatives,
      confidence: Number(verdict.confidence.toFixed(2)),
      headline: translate(verdict.headline),
      why: translate(verdict.why),
      advice: translate(verdict.advice),
      lasts: verdict.lasts && translate(verdict.lasts),
    },
    owner: adviceFor(view).map(translate),
    retries: retriesOf(retry),
  };
}
