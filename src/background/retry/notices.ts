import * as v from "valibot";
import { lazily } from "../../core/lazily.ts";
import { momentSchema } from "../../core/moment-schema.ts";
import { read, type StoredValue, update } from "../../platform/storage.ts";

/** A site is spoken of once in this time. */
const QUIET_MS = 10 * 60_000;
/** More than this many sites at once are no user's; the oldest are forgotten first. */
const MOST = 200;

const saidSchema = lazily(() => v.array(v.tuple([v.string(), momentSchema()])));
type Said = v.InferOutput<ReturnType<typeof saidSchema>>;

/** Memory only: of whom a notification has spoken, and when. */
export const SAID: StoredValue<Said> = {
  key: "notices",
  area: "session",
  version: 1,
  initial: [],
  parse(raw) {
    const parsed = v.safeParse(saidSchema(), raw);
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
 * Says something unless it was said within ten minutes; `also` is kept quiet from now on as well. Words are said one
 * after the other (the driver sees to that), so none comes between the look and the note.
 *
 * The word comes before the note of it: a worker that is killed between the two leaves the word to be said again, where
 * the other order would leave it unsaid for good. A notification that comes again takes the place of the one with its
 * id, so twice is seen as once. What could not be said counts as not said, and the failure goes on to whoever asked;
 * where only the note failed, the word has been said all the same.
 */
export async function sayOnce(key: string, say: () => Promise<void>, also: readonly string[] = []): Promise<void> {
  const now = Date.now();
  if ((await read(SAID)).some((said) => said[0] === key && isRecent(said, now))) return;
  await say();
  const fresh = [key, ...also];
  await update(SAID, (all) => {
    const others = all.filter((said) => isRecent(said, now) && !fresh.includes(said[0]));
    return [...others, ...fresh.map((said): [string, number] => [said, now])].slice(-MOST);
  }).catch((error: unknown) => console.warn("Faultline: what was said is not remembered", error));
}
