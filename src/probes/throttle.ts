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

const answers = new Map<string, { count: number; last: number }>();

const keyOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return host + pathname;
};

/** Notes an answer that Chromium counts; any other answer lets it forgive, so the count falls. */
export function noteAnswer(url: string, status: number): void {
  const key = keyOf(url);
  if (COUNTED.has(status)) answers.set(key, { count: (answers.get(key)?.count ?? 0) + 1, last: Date.now() });
  else answers.delete(key);
}

/** Whether a fetch that failed after `took` milliseconds was most likely never sent. */
export function looksThrottled(url: string, took: number): boolean {
  const counted = answers.get(keyOf(url));
  // Chromium exempts this computer, where connections really are refused within milliseconds.
  if (!counted || took > INSTANT_MS || hostKind(new URL(url).hostname) === "loopback") return false;
  return counted.count >= THRESHOLD && Date.now() - counted.last < FORGOTTEN_MS;
}
