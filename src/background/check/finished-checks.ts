import * as v from "valibot";
import type { FinishedCheck } from "../../core/diagnosis/kept.ts";
import { pageAddress } from "../../core/incident/page-address.ts";
import { lazily } from "../../core/lazily.ts";
import { momentSchema } from "../../core/moment-schema.ts";
import { read, type StoredValue, update } from "../../platform/storage.ts";

/** Checks kept for a reload or the user's word to come, most of them some 20 KB. */
const MOST = 20;
/** All of them together, for the session's 10 MB are there for everything; a hostile site can make one 100 KB and more. */
const MOST_BYTES = 1024 * 1024;

const finishedSchema = lazily(() =>
  v.object({
    id: v.string(),
    startedAt: momentSchema(),
    finishedAt: momentSchema(),
    incident: v.object({ id: v.string(), tabId: v.number(), url: pageAddress(), since: momentSchema() }),
    signals: v.object({ incident: v.object({ url: pageAddress() }), reload: v.string() }),
    statusPageUrl: v.nullable(v.string()),
  }),
);

/** Memory only, as the views are that follow from it: a worker dies half a minute after the verdict, the user's next step comes later. */
export const FINISHED: StoredValue<Record<string, FinishedCheck>> = {
  key: "finished-checks",
  area: "session",
  version: 1,
  initial: {},
  parse(raw) {
    if (typeof raw !== "object" || raw === null) return null;
    const whole = Object.entries(raw).filter(([, check]) => v.is(finishedSchema(), check));
    return Object.fromEntries(whole) as unknown as Record<string, FinishedCheck>;
  },
};

/** The last check of a tab, or null. */
export async function finishedCheck(tabId: number): Promise<FinishedCheck | null> {
  return (await read(FINISHED))[tabId] ?? null;
}

/** What a value takes in storage, which keeps it as JSON. */
const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).byteLength;

type Entry = readonly [tabId: string, check: FinishedCheck];

/** The newest that fit into twenty and into 1 MB; `checks` newest first. */
function fitting(checks: readonly Entry[]): Entry[] {
  let room = MOST_BYTES;
  const tooMuch = checks.findIndex((entry) => {
    room -= bytesOf(entry);
    return room < 0;
  });
  return checks.slice(0, Math.min(MOST, tooMuch === -1 ? MOST : tooMuch));
}

/** The tabs of which a check is kept. */
export const tabsOfFinished = async (): Promise<number[]> => Object.keys(await read(FINISHED)).map(Number);

/**
 * Keeps a check; beyond twenty, or 1 MB of all together, the oldest go. Of a private window nothing is kept: after the
 * worker's death its check starts anew.
 */
export async function keepFinished(check: FinishedCheck): Promise<void> {
  if (check.incident.private) return forgetFinished(check.incident.tabId);
  await update(FINISHED, (all) => {
    const others = Object.entries(all).filter(([tabId]) => tabId !== String(check.incident.tabId));
    others.sort(([, a], [, b]) => a.finishedAt - b.finishedAt).reverse();
    return Object.fromEntries(fitting([[String(check.incident.tabId), check], ...others]));
  });
}

/** Forgets the check of a tab. */
export async function forgetFinished(tabId: number): Promise<void> {
  await update(FINISHED, (all) => {
    if (!(tabId in all)) return all;
    return Object.fromEntries(Object.entries(all).filter(([key]) => key !== String(tabId)));
  });
}
