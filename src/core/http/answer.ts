import type { Settled } from "./settled.ts";

/** What a site said to one anonymous GET. Header names are lower case, repeated fields are kept in order. */
export type Answer =
  | {
      readonly kind: "response";
      readonly url: string;
      readonly status: number;
      readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
      /** At most 16 KB of the decoded body. */
      readonly body: string;
      /** The body went on past what was read, or stopped short. */
      readonly truncated: boolean;
    }
  /** `redirect: "manual"` hides status and Location: all that is known is that something redirected. */
  | { readonly kind: "redirect"; readonly url: string };

export type Response = Extract<Answer, { kind: "response" }>;

/**
 * How an answer counts in a contrast. `shared-cache`, `redirects`, `refuses` and `challenges` are
 * answers, but not this page from its origin, so they settle nothing about it.
 */
export type Meaning = "works" | "fails" | "limits" | "refuses" | "challenges" | "redirects" | "shared-cache";

/** First value of a header field, or undefined. Names compare without case (RFC 9110 section 5.1). */
export function header(answer: Answer, name: string): string | undefined {
  if (answer.kind !== "response") return undefined;
  const wanted = name.toLowerCase();
  return answer.headers.find(([field]) => field === wanted)?.[1];
}

/** Also as TCP_HIT, as caches of Squid's line write it. */
const HIT = /(?:^|[^a-z])hit(?![a-z])/i;

/** The fields by which caches tell that they had the answer at hand. */
const CACHE_FIELDS = ["cache-status", "cf-cache-status", "x-cache", "x-cache-status", "x-proxy-cache"] as const;

/** Whether a cache between the browser and the origin supplied this answer (RFC 9111 Age, RFC 9211, X-Cache and kin). */
export function fromSharedCache(answer: Answer): boolean {
  const age = Number(header(answer, "age") ?? "0");
  if (Number.isFinite(age) && age > 0) return true;
  // Cloudflare's words for a copy that it gives out past its time, which is how an outage looks like health.
  if (/^(?:stale|updating)$/i.test(header(answer, "cf-cache-status") ?? "")) return true;
  return CACHE_FIELDS.some((name) => HIT.test(header(answer, name) ?? ""));
}

/** Whether the answer is a test for robots rather than the site's own word. */
export function isChallenge(answer: Answer): boolean {
  if (answer.kind !== "response") return false;
  return (
    /challenge/i.test(header(answer, "cf-mitigated") ?? "") ||
    /challenge|captcha/i.test(header(answer, "x-amzn-waf-action") ?? "")
  );
}

/** Reads one answer as a word for contrasts. */
export function meaningOf(answer: Answer): Meaning {
  if (answer.kind === "redirect") return "redirects";
  if (isChallenge(answer)) return "challenges";
  if (answer.status >= 500) return "fails";
  if (answer.status === 429) return "limits";
  // A stranger may be told 401, 403 or, as private pages do, 404: an answer, but not this page.
  if (answer.status >= 400) return "refuses";
  return fromSharedCache(answer) ? "shared-cache" : "works";
}

const MEANT_BY: readonly string[] = ["age", "cf-mitigated", "x-amzn-waf-action", ...CACHE_FIELDS];

/** An answer of which nothing is left but what its meaning is read from: the status and a few header fields. */
export function onlyMeaning(tried: Settled<Answer>): Settled<Answer> {
  if (tried.state !== "ok" || tried.value.kind !== "response") return tried;
  const headers = tried.value.headers.filter(([name]) => MEANT_BY.includes(name));
  return { ...tried, value: { ...tried.value, body: "", headers } };
}
