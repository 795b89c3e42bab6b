import * as v from "valibot";
import { read, type StoredValue, update } from "../platform/storage.ts";
import type { Cause } from "../verdict/causes.ts";

const MOST_SITES = 200;
const MOST_OUTAGES = 20;
/** What ends and begins again within this time is one outage, seen from several tabs. */
const SAME_OUTAGE_MS = 30_000;

const outageSchema = v.object({
  /** Epoch milliseconds. */
  start: v.number(),
  end: v.number(),
  /** The status that the first page failed with. */
  status: v.number(),
  cause: v.nullable(v.string()),
});

/** One outage as this browser saw it. */
export type Outage = v.InferOutput<typeof outageSchema>;

const historySchema = v.record(v.string(), v.array(outageSchema));

/** Per host, without "www."; stays in this browser. The host seen last comes last. */
const HISTORY: StoredValue<Record<string, Outage[]>> = {
  key: "outages",
  area: "local",
  version: 1,
  initial: {},
  parse(raw) {
    const parsed = v.safeParse(historySchema, raw);
    return parsed.success ? parsed.output : null;
  },
};

const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

/** How long the site's earlier outages lasted, in seconds, oldest first; what still goes on at `now` is left out. */
export async function historyOf(url: string): Promise<number[]> {
  return ((await read(HISTORY))[hostOf(url)] ?? []).map(({ start, end }) => Math.max(1, (end - start) / 1_000));
}

/**
 * Keeps an outage that has ended. Tabs of one site that come back one after the other tell of one outage, and
 * a worker that is killed tells twice: what overlaps with the last one, or nearly, is taken for that one.
 */
export async function noteOutage(url: string, { start, end, status, cause }: NotedOutage): Promise<void> {
  const host = hostOf(url);
  await update(HISTORY, (all) => {
    const { [host]: before = [], ...others } = all;
    const last = before.at(-1);
    const isSame = last !== undefined && start <= last.end + SAME_OUTAGE_MS;
    const fresh = isSame
      ? { ...last, start: Math.min(last.start, start), end: Math.max(last.end, end) }
      : { start, end: Math.max(start, end), status, cause };
    const outages = [...(isSame ? before.slice(0, -1) : before), fresh].slice(-MOST_OUTAGES);
    return Object.fromEntries([...Object.entries(others), [host, outages] as const].slice(-MOST_SITES));
  });
}

interface NotedOutage extends Omit<Outage, "cause"> {
  readonly cause: Cause | null;
}

/** Forgets the outages of one site, or of all. */
export async function clearHistory(host: string | null): Promise<void> {
  await update(HISTORY, (all) => {
    if (host === null) return {};
    const { [host.replace(/:\d+$/, "").replace(/^www\./, "")]: _forgotten, ...others } = all;
    return others;
  });
}
