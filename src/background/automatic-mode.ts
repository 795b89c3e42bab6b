import * as v from "valibot";
import type { Method } from "../incident/incident.ts";
import { markPosts, registerSentinel } from "../platform/automatic.ts";
import { isFirefox } from "../platform/browser.ts";
import { hasAll } from "../platform/permissions.ts";
import { read, type StoredValue, update } from "../platform/storage.ts";
import type { Navigation } from "../signals/navigation.ts";

interface Marker {
  /** Random, so that no page can know it before it has been posted to. */
  readonly name: string;
  /** Since when every POST is marked; pages loaded before may have come from a form unseen. */
  readonly since: number | null;
}

const markerSchema = v.object({ name: v.string(), since: v.nullable(v.number()) });

const MARKER: StoredValue<Marker> = {
  key: "post-marker",
  area: "local",
  version: 1,
  initial: { name: "", since: null },
  parse(raw) {
    const parsed = v.safeParse(markerSchema, raw);
    return parsed.success ? parsed.output : null;
  },
};

/**
 * Makes sentinel and POST marker stand. Safe to call any number of times: at every installation, update
 * and start, and at every change of grants. Both are inert where no grant covers the page.
 */
export async function setUpAutomaticMode(): Promise<void> {
  const granted = await hasAll();
  const { name } = await update(MARKER, (before) =>
    before.name ? before : { name: `fl${crypto.randomUUID().slice(0, 8)}`, since: null },
  );
  await markPosts(name);
  // Only now: a mark that is missing says something from the moment on that the rule stands.
  await update(MARKER, (before) => {
    const since = granted ? (before.since ?? Date.now()) : null;
    return since === before.since ? before : { ...before, since };
  });
  await registerSentinel();
}

/**
 * How the page was asked for, as far as that is sure. The marker shows a POST; its absence shows a GET only
 * if the marker was in force and readable: Firefox hides Server-Timing on insecure http, and an answer of
 * the page's own service worker never passes the rule. What the browser's cache supplied was a GET, unless
 * the user went back to it.
 */
export async function methodOf(url: string, navigation: Navigation): Promise<Method> {
  const { name, since } = await read(MARKER);
  if (name && navigation.serverTiming.includes(name)) return "POST";
  if (navigation.fromBrowserCache && navigation.type === "navigate") return "GET";
  // A worker killed in the middle of its set-up left it undone: later pages shall be known again.
  if (since === null && (await hasAll())) await setUpAutomaticMode();
  if (since === null || navigation.startedAt < since || navigation.throughPageWorker) return "unknown";
  if (isFirefox && !isTrustworthy(url)) return "unknown";
  return "GET";
}

function isTrustworthy(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return (
    protocol === "https:" || hostname === "localhost" || hostname.endsWith(".localhost") || /^127\./.test(hostname)
  );
}
