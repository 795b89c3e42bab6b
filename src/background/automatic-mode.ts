import * as v from "valibot";
import { throughPageWorker } from "../core/incident/answer-source.ts";
import type { Method } from "../core/incident/incident.ts";
import type { Navigation } from "../core/incident/navigation.ts";
import { momentSchema } from "../core/moment-schema.ts";
import { registerSentinel } from "../platform/automatic.ts";
import { MARKS, markedInTab, markMethods } from "../platform/method-marks.ts";
import { hasAll } from "../platform/permissions.ts";
import { read, removeStored, type StoredValue, update } from "../platform/storage.ts";
import { inOrder } from "./in-order.ts";
import { setUpLiveParts } from "./live-parts.ts";

/** Since when answers are marked: what a page from before bears, only its site can have written. Null without a grant. */
export const MARKING: StoredValue<{ readonly since: number | null }> = {
  key: "method-marks",
  area: "local",
  version: 1,
  readsLater: true,
  initial: { since: null },
  parse(raw) {
    const parsed = v.safeParse(v.object({ since: v.nullable(momentSchema()) }), raw);
    return parsed.success ? parsed.output : null;
  },
};

/** Earlier versions marked with a name of each installation's own, and kept it: every site could know the browser by it. */
export const forgetOwnMark = (): Promise<void> => removeStored("local", "post-marker");

/** The set-up under way: the browser rejects a script that two register at once. */
let settingUp: Promise<void> = Promise.resolve();

/**
 * Makes sentinel and marks stand. Safe to call any number of times and at any time: at every installation, update and
 * start, and at every change of grants. Both are inert where no grant covers the page. Never rejects: a page that fails is
 * noticed without its mark, too.
 */
export function setUpAutomaticMode(): Promise<void> {
  settingUp = settingUp.then(() => inOrder(markAnswers, registerSentinel, setUpLiveParts));
  return settingUp;
}

/** Has answers marked, and takes down since when. Without that how a page came is unknown, which is the safe thing to say. */
async function markAnswers(): Promise<void> {
  const granted = await hasAll();
  const marking = await Promise.allSettled([markMethods()]);
  const isMarked = granted && marking[0].status === "fulfilled";
  // Only now: a mark says something from the moment on that the rules stand.
  await update(MARKING, (before) => {
    // A clock that was ahead and has been set right must not put that moment into the future.
    const since = isMarked ? Math.min(before.since ?? Number.POSITIVE_INFINITY, Date.now()) : null;
    return since === before.since ? before : since === null ? MARKING.initial : { since };
  });
  if (marking[0].status === "rejected") throw marking[0].reason;
}

/**
 * How the page was asked for, as far as that is sure. Only a mark of ours shows it, and one for a POST outweighs: a
 * missing one may have been removed by another extension, or hidden (Firefox, on insecure http). What the page's own
 * service worker hands out bears whatever headers that worker likes.
 */
export async function methodOf({ serverTiming, startedAt, source }: Navigation): Promise<Method> {
  const { since } = await read(MARKING);
  if (serverTiming.includes(MARKS.POST)) return "POST";
  // A worker killed in the middle of its set-up left it undone: later pages shall be known again.
  if (since === null && (await hasAll())) await setUpAutomaticMode();
  if (since === null || startedAt < since || throughPageWorker(source) || source === "unknown") return "unknown";
  return serverTiming.includes(MARKS.GET) ? "GET" : "unknown";
}

/** How the page was asked for in whose place Chromium put its own. One that a form led to by redirects counts as a form's. */
export async function methodOfReplaced(tabId: number): Promise<Method> {
  const marked = await markedInTab(tabId);
  return marked.includes("POST") ? "POST" : marked.includes("GET") ? "GET" : "unknown";
}
