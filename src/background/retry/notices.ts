import * as v from "valibot";
import { type StoredValue, update } from "../../platform/storage.ts";

/** A site is spoken of once in this time. */
const QUIET_MS = 10 * 60_000;
/** More than this many sites at once are no user's; the oldest are forgotten first. */
const MOST = 200;

const saidSchema = v.array(v.tuple([v.string(), v.number()]));
type Said = v.InferOutput<typeof saidSchema>;

/** Memory only: of whom a notification has spoken, and when. */
const SAID: StoredValue<Said> = {
  key: "notices",
  area: "session",
  version: 1,
  initial: [],
  parse(raw) {
    const parsed = v.safeParse(saidSchema, raw);
    return parsed.success ? parsed.output : null;
  },
};

const isRecent = ([, at]: Said[number], now: number): boolean => Math.abs(now - at) < QUIET_MS;

/**
 * Forgets of whom was spoken: what is over ten minutes old, and with a site's name, or null for all, the rest of it.
 * Pass nothing to forget only what is old.
 */
export const forgetSaid = (site?: string | null): Promise<Said> =>
  update(SAID, (all) => {
    const now = Date.now();
    const kept = all.filter((said) => isRecent(said, now) && site !== null && !(site && said[0].endsWith(` ${site}`)));
    return kept.length === all.length ? all : kept;
  });

/**
 * Says something unless it was said within ten minutes; `also` is kept quiet from now on as well. What could not be
 * said counts as not said, and the failure goes on to whoever asked.
 */
export async function sayOnce(key: string, say: () => Promise<void>, also: readonly string[] = []): Promise<void> {
  let isNews = false;
  const now = Date.now();
  await update(SAID, (all) => {
    const recent = all.filter((said) => isRecent(said, now));
    isNews = !recent.some(([said]) => said === key);
    if (!isNews) return all;
    const fresh = [key, ...also];
    const others = recent.filter(([said]) => !fresh.includes(said));
    return [...others, ...fresh.map((said): [string, number] => [said, now])].slice(-MOST);
  });
  if (!isNews) return;
  try {
    await say();
  } catch (error) {
    await update(SAID, (all) => all.filter(([said]) => said !== key));
    throw error;
  }
}
