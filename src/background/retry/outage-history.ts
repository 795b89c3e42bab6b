import * as v from "valibot";
import { siteOf } from "../../core/incident/site.ts";
import { lazily } from "../../core/lazily.ts";
import { momentSchema } from "../../core/moment-schema.ts";
import { readSettings } from "../../platform/settings.ts";
import { read, type StoredValue, update, updateWith } from "../../platform/storage.ts";
import { allInOrder } from "../in-order.ts";

const MOST_SITES = 200;
const MOST_OUTAGES = 20;
/** What ends and begins again within this time is one outage, seen from several tabs. */
const SAME_OUTAGE_MS = 30_000;
const DAY_MS = 86_400_000;
/** A site that failed half a year ago is run by others by now, or differently; what it did then tells nothing of today. */
const KEPT_DAYS = 180;

const outageSchema = lazily(() =>
  v.object({
    /** Days since the Unix epoch, in UTC. */
    day: v.number(),
    /** How long it lasted. */
    seconds: v.number(),
  }),
);
type Outage = v.InferOutput<ReturnType<typeof outageSchema>>;

const siteSchema = lazily(() => v.object({ site: v.string(), outages: v.array(outageSchema()) }));
/** A list, for names from outside are no keys: a host may be called `constructor`. */
type History = ReadonlyArray<v.InferOutput<ReturnType<typeof siteSchema>>>;

/** Until version 1: by host, with exact times. */
const exactSchema = lazily(() => v.object({ start: momentSchema(), end: momentSchema() }));

const lasted = ({ start, end }: Span): Outage => ({
  day: Math.floor(end / DAY_MS),
  seconds: Math.max(1, Math.round((end - start) / 1_000)),
});

/** Stays in this browser. Oldest outage first; the site seen last comes last. */
export const HISTORY: StoredValue<History> = {
  key: "outages",
  area: "local",
  version: 2,
  readsLater: true,
  initial: [],
  parse(raw) {
    const parsed = v.safeParse(v.array(siteSchema()), raw);
    return parsed.success ? parsed.output : null;
  },
  upgrade(raw, version) {
    if (version !== 1 || typeof raw !== "object" || raw === null) return null;
    return Object.entries(raw).flatMap(([site, spans]) => {
      const parsed = v.safeParse(v.array(exactSchema()), spans);
      return parsed.success ? [{ site, outages: parsed.output.map(lasted) }] : [];
    });
  },
};

/** Epoch milliseconds. */
interface Span {
  readonly start: number;
  readonly end: number;
}

const spansSchema = lazily(() => v.array(v.object({ site: v.string(), start: momentSchema(), end: momentSchema() })));

/** When each site's last outage was, exactly: memory only, for the tabs that tell of the same one in a moment. */
export const LATEST: StoredValue<Readonly<v.InferOutput<ReturnType<typeof spansSchema>>>> = {
  key: "latest-outages",
  area: "session",
  version: 1,
  initial: [],
  parse(raw) {
    const parsed = v.safeParse(spansSchema(), raw);
    return parsed.success ? parsed.output : null;
  },
};

/** What is still young enough to be kept. */
function young(all: History, now: number): History {
  const oldest = Math.floor(now / DAY_MS) - KEPT_DAYS;
  return all
    .map(({ site, outages }) => ({ site, outages: outages.filter(({ day }) => day >= oldest) }))
    .filter(({ outages }) => outages.length > 0);
}

/** How long the site's earlier outages lasted, in seconds, oldest first; what still goes on is not among them. */
export async function historyOf(url: string): Promise<number[]> {
  const site = siteOf(url);
  const found = young(await read(HISTORY), Date.now()).find((one) => one.site === site);
  return found?.outages.map(({ seconds }) => seconds) ?? [];
}

/**
 * Keeps an outage that has ended, unless the history is switched off. Tabs of one site that come back one after the
 * other tell of one outage, and a worker that is killed tells twice: what overlaps with the last one, or nearly, is
 * taken for that one. Never rejects: where the storage is full the history lacks one, and the user is told of the
 * plan's end all the same.
 */
export const noteOutage = (url: string, { start, end }: Span): Promise<void> =>
  note(siteOf(url), { start, end: Math.max(start, end) }).catch((error: unknown) =>
    console.warn("Faultline: an outage is missing in the history", error),
  );

async function note(site: string, fresh: Span): Promise<void> {
  if (!(await readSettings()).history) return;
  const { span, last } = await updateWith(LATEST, (all) => {
    const before = all.find((one) => one.site === site);
    const last = before && fresh.start <= before.end + SAME_OUTAGE_MS ? before : null;
    const span = last ? { start: Math.min(last.start, fresh.start), end: Math.max(last.end, fresh.end) } : fresh;
    const value = [...all.filter((one) => one.site !== site), { site, ...span }].slice(-MOST_SITES);
    return { value, result: { span, last } };
  });
  await update(HISTORY, (all) => {
    const kept = young(all, Date.now());
    const before = kept.find((one) => one.site === site)?.outages ?? [];
    // A worker that was killed between the two has written the one and not the other.
    const isLast = last !== null && before.at(-1)?.seconds === lasted(last).seconds;
    const outages = [...(isLast ? before.slice(0, -1) : before), lasted(span)].slice(-MOST_OUTAGES);
    return [...kept.filter((one) => one.site !== site), { site, outages }].slice(-MOST_SITES);
  });
}

/** Forgets what is too old, and an older version's exact times. Once a session is enough. */
export async function tidyHistory(): Promise<void> {
  await update(HISTORY, (all) => {
    const kept = young(all, Date.now());
    return kept.length > 0 ? kept : HISTORY.initial;
  });
}

/** Forgets the outages of one site, or of all (null). */
export async function clearHistory(site: string | null): Promise<void> {
  const others = <T extends { readonly site: string }>(all: readonly T[]): readonly T[] => {
    const kept = all.filter((one) => site !== null && one.site !== site);
    return kept.length === all.length ? all : kept;
  };
  await allInOrder(
    () => update(HISTORY, others),
    () => update(LATEST, others),
  );
}
