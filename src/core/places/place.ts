import { recognise } from "../gateways/index.ts";
import { sampleOf } from "../gateways/sample-of.ts";
import { type Answer, isChallenge, meaningOf } from "../http/answer.ts";
import { asksForProof, refusesVisitor } from "../prose/refusal/notice.ts";
import { statedIn } from "../prose/stated.ts";

/**
 * What one place met:
 * - `works`: the site answered, be it with a redirect or a "not found".
 * - `down`: an error of the server's side, or no answer.
 * - `blocked`: refused, rate-limited or tested for robots: about the place, not about the site.
 * - `cached`: a copy that a shared cache gave out, which also the sites of dead servers have.
 * - `none`: the place itself failed, is offline, or got an answer under a certificate that it does not trust.
 */
export type PlaceResult = "pending" | "works" | "down" | "blocked" | "cached" | "none";

/** One place's answer. Names come from outside and are shown as text. */
export interface PlaceAnswer {
  readonly city: string;
  readonly country: string;
  readonly continent: string;
  readonly network: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly result: PlaceResult;
  readonly status: number | null;
  /** Milliseconds for the whole request. */
  readonly took: number | null;
  /** The address that the name led to there. */
  readonly address: string | null;
}

/** Marks of pages that only test for robots, which some networks send with a 200: Cloudflare, Imunify360, Imperva, Sucuri, F5. */
const ROBOT_PAGE = /<title>\s*(?:just a|one) moment|cf-chl-|_Incapsula_Resource|sucuri_cloudproxy_js|bobcmn/i;
/** Words that other pages may have as well, so that they count only in an error. */
const ROBOT_TEST = /captcha|are you a robot|verify you are human/i;
/** A 401 asks to sign in, as it would anywhere: an answer. */
const REFUSED = new Set([403, 429, 451]);

/** Judges a finished answer. `authorized` is what the place thinks of the certificate; null where there is none. */
export function resultOf(answer: Extract<Answer, { kind: "response" }>, authorized: boolean | null): PlaceResult {
  const { status, body, url } = answer;
  if (isChallenge(answer) || REFUSED.has(status) || ROBOT_PAGE.test(body)) return "blocked";
  if (status >= 500) {
    const prose = statedIn(body);
    if (ROBOT_TEST.test(body) || asksForProof(prose) || refusesVisitor(prose)) return "blocked";
    return recognise([sampleOf(answer, url)])?.word === "blocked" ? "blocked" : "down";
  }
  // Places do not fetch a certificate that the server leaves out of its chain, as browsers do.
  if (authorized === false) return "none";
  return meaningOf(answer) === "shared-cache" ? "cached" : "works";
}
