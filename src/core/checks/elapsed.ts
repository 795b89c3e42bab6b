import type { EvidenceId } from "../evidence/weights.ts";
import type { Answer } from "../http/answer.ts";
import { timeBehind } from "../http/relay.ts";
import type { Settled } from "../http/settled.ts";
import type { AnswerSource } from "../incident/answer-source.ts";
import type { Navigation } from "../incident/navigation.ts";

/** Default patience of gateways, in seconds: Vercel and Netlify, Fastly, App Gateway, API Gateway, Heroku, nginx and most, Cloudflare, Azure. */
const TIMEOUTS_S = [10, 15, 20, 29, 30, 60, 90, 100, 120, 180, 230, 240, 300];
/** Nobody's default, but too long for anything else. */
const LONG_MS = 20_000;
/** Shorter waits are how pages are, not timers. */
export const SHORTEST_TIMER_MS = 2_000;
const AT_ONCE_MS = 500;

const isTimeout = (ms: number): boolean =>
  ms >= LONG_MS || TIMEOUTS_S.some((seconds) => Math.abs(ms - seconds * 1_000) <= Math.max(500, seconds * 40));

const FROM_NETWORK: readonly AnswerSource[] = ["network", "passed-on"];

/** How long the network took for the tab's answer, in milliseconds; null where that is not known, or it was not asked. */
export const waitInTab = (navigation: Navigation | null): number | null =>
  navigation !== null && FROM_NETWORK.includes(navigation.source) ? navigation.waited : null;

/** The failing page's own wait: whether somebody's patience ended. */
export function waitOf(
  navigation: Navigation | null,
  failing: Extract<Answer, { kind: "response" }> | null,
): EvidenceId[] {
  const waits = [waitInTab(navigation) ?? 0, (failing && timeBehind(failing.headers)) ?? 0];
  return waits.some((ms) => ms >= 9_500 && isTimeout(ms)) ? ["waited-for-timeout"] : [];
}

/** How long the answers took that came from afar, the tab's own before all; in milliseconds. */
export function timesOf(navigation: Navigation | null, answers: ReadonlyArray<Settled<Answer>>): number[] {
  const took = answers.flatMap((tried) => (tried.state === "ok" ? [tried.took] : []));
  const own = waitInTab(navigation) ?? 0;
  return own > 0 ? [own, ...took] : took;
}

/**
 * What the times of failing answers, the tab's own among them, have in common: a timer, or no wait at all. A timer sets
 * the least, and whatever comes on top makes an answer late: above all the connection that a first request sets up. So
 * of four or more one may be late.
 */
export function rhythmOf(navigation: Navigation | null, failing: ReadonlyArray<Settled<Answer>>): EvidenceId[] {
  const all = timesOf(navigation, failing);
  if (all.length < 2) return [];
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const late = all.filter((ms) => ms - least > Math.max(250, 0.08 * ms)).length;
  if (least >= SHORTEST_TIMER_MS && (late === 0 || (late === 1 && all.length >= 4))) return ["waits-alike"];
  return all.length >= 3 && most <= AT_ONCE_MS ? ["failed-at-once"] : [];
}
