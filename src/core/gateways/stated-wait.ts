import { type Answer, header } from "../http/answer.ts";
import { parseRetryAfter } from "../http/retry-after.ts";
import type { GatewayWord } from "./gateway.ts";
import { GATEWAYS, recognise } from "./index.ts";
import { sampleOf } from "./sample-of.ts";

/** What a gateway says while nothing usable comes from behind it: then the site had no chance to ask for a wait. */
const NO_WORD_OF_THE_SITE: readonly GatewayWord[] = [
  "origin-down",
  "origin-slow",
  "origin-invalid",
  "no-valid-answer",
  "misconfigured",
  "gateway-fault",
];

/** No more of a gateway's own patience counts, so that a page that is back behind it does not wait for two minutes. */
const GATEWAYS_PATIENCE_MS = 10_000;

/** Whether the wait on this answer is what its gateway asks of everybody by itself, rather than what the site wants. */
function isGatewaysOwn(answer: Answer, url: string, wait: number): boolean {
  // A gateway is patient with what fails behind it; of any other answer nobody keeps the text by which it is known.
  if (answer.kind !== "response" || answer.status < 500) return false;
  const writer = recognise([sampleOf(answer, url)]);
  if (!writer || writer.weak || !NO_WORD_OF_THE_SITE.includes(writer.word)) return false;
  const { patience = 0 } = GATEWAYS.find(({ id }) => id === writer.family) ?? {};
  return wait <= patience * 1_000;
}

/**
 * The moment before which the site wants no more requests, by the Retry-After of its answer to a request for `url`; null
 * where it wants none, or where its gateway alone asks for patience. `now` and the result are epoch milliseconds.
 */
export function wishedWait(answer: Answer, url: string, now: number): number | null {
  const moment = parseRetryAfter(header(answer, "retry-after"), now);
  return moment !== null && isGatewaysOwn(answer, url, moment - now) ? null : moment;
}

/**
 * The moment before which nothing automatic asks again: the site's wish as it stands, of a gateway's own patience no more
 * than ten seconds. Arguments and result as of `wishedWait`.
 */
export function floorOf(answer: Answer, url: string, now: number): number | null {
  const moment = parseRetryAfter(header(answer, "retry-after"), now);
  if (moment === null || !isGatewaysOwn(answer, url, moment - now)) return moment;
  return Math.min(moment, now + GATEWAYS_PATIENCE_MS);
}
