import * as v from "valibot";
import type { Incident } from "../incident/incident.ts";
import { read, type StoredValue, update } from "../platform/storage.ts";
import type { Answer } from "../signals/answer.ts";
import type { Settled } from "../signals/settled.ts";
import type { Signals } from "../signals/signals.ts";

/** A check that has come to its end, with all that is needed to judge it anew. */
export interface FinishedCheck {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly incident: Incident;
  readonly signals: Signals;
  readonly statusPageUrl: string | null;
}

/** Checks kept for a reload or the user's word to come; each holds two answers of 16 KB. */
const MOST = 20;

const finishedSchema = v.object({
  id: v.string(),
  startedAt: v.number(),
  finishedAt: v.number(),
  incident: v.looseObject({ id: v.string(), tabId: v.number(), url: v.string(), since: v.number() }),
  signals: v.looseObject({ incident: v.looseObject({ url: v.string() }), reload: v.string() }),
  statusPageUrl: v.nullable(v.string()),
});

/** Memory only, as the views are that follow from it: a worker dies half a minute after the verdict, the user's next step comes later. */
const FINISHED: StoredValue<Record<string, FinishedCheck>> = {
  key: "finished-checks",
  area: "session",
  version: 1,
  initial: {},
  parse(raw) {
    if (typeof raw !== "object" || raw === null) return null;
    const whole = Object.entries(raw).filter(([, check]) => v.is(finishedSchema, check));
    return Object.fromEntries(whole) as unknown as Record<string, FinishedCheck>;
  },
};

/** The last check of a tab, or null. */
export async function finishedCheck(tabId: number): Promise<FinishedCheck | null> {
  return (await read(FINISHED))[tabId] ?? null;
}

/** Keeps a check; beyond twenty the oldest goes. */
export async function keepFinished(check: FinishedCheck): Promise<void> {
  await update(FINISHED, (all) => {
    const others = Object.entries(all).filter(([tabId]) => tabId !== String(check.incident.tabId));
    others.sort(([, a], [, b]) => a.finishedAt - b.finishedAt);
    const kept = { ...check, signals: withoutIdleBodies(check.signals) };
    return Object.fromEntries([...others.slice(1 - MOST), [check.incident.tabId, kept]]);
  });
}

/** Forgets the check of a tab. */
export async function forgetFinished(tabId: number): Promise<void> {
  await update(FINISHED, (all) => {
    if (!(tabId in all)) return all;
    return Object.fromEntries(Object.entries(all).filter(([key]) => key !== String(tabId)));
  });
}

/** Of these answers no check reads more than status and header fields. */
function withoutIdleBodies(signals: Signals): Signals {
  const slim = (tried: Settled<Answer>): Settled<Answer> =>
    tried.state === "ok" && tried.value.kind === "response" ? { ...tried, value: { ...tried.value, body: "" } } : tried;
  return {
    ...signals,
    retries: signals.retries.map(slim),
    root: slim(signals.root),
    throughPageWorker: signals.throughPageWorker.map(slim),
  };
}
