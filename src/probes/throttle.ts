import { hostKind } from "../core/http/host-kind.ts";

/**
 * Chromium refuses an extension's own fetches after three answers of 500, 503 or 509 for one host and
 * path: they reject within milliseconds and never reach the network, per context, until the worker
 * restarts. Such a rejection looks like a network failure; only the count of earlier answers and the
 * missing time tell it apart. It must not count as an attempt or as evidence.
 */
const COUNTED = new Set([500, 503, 509]);
const THRESHOLD = 3;
/** No real connection attempt to another host fails as fast as this. */
const INSTANT_MS = 15;

/** Chromium's own back-off ends within this time after the last failure. */
const FORGOTTEN_MS = 15 * 60_000;

/** A page may fail under as many addresses as it likes. */
const MOST = 1_000;

/** By host and path; the one that was answered last is the last. */
const answers = new Map<string, { count: number; last: number }>();

const keyOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return host + pathname;
};

/** Notes an answer that Chromium counts; any other answer lets it forgive, so the count falls. */
export function noteAnswer(url: string, status: number): void {
  const key = keyOf(url);
  const now = Date.now();
  forgetOld(now);
  const { count = 0 } = answers.get(key) ?? {};
  answers.delete(key);
  if (!COUNTED.has(status)) return;
  answers.set(key, { count: count + 1, last: now });
  const [oldest] = answers.keys();
  if (answers.size > MOST && oldest !== undefined) answers.delete(oldest);
}

function forgetOld(now: number): void {
  for (const [key, { last }] of answers) {
    if (now - last < FORGOTTEN_MS) return;
    answers.delete(key);
  }
}

/** Whether a fetch that failed after `took` milliseconds was most likely never sent. */
export function looksThrottled(url: string, took: number): boolean {
  const counted = answers.get(keyOf(url));
  // Chromium exempts this computer, where connections really are refused within milliseconds.
  if (!counted || took > INSTANT_MS || hostKind(new URL(url).hostname) === "loopback") return false;
  return counted.count >= THRESHOLD && Date.now() - counted.last < FORGOTTEN_MS;
}
