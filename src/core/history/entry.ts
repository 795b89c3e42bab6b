import * as v from "valibot";
import { CAUSE_IDS } from "../evidence/causes.ts";
import { lazily } from "../lazily.ts";
import { momentSchema } from "../moment-schema.ts";
import { MARKS, type Mark } from "./marks.ts";

/** More failures than these are not kept: the oldest go first. */
export const MOST_ENTRIES = 10_000;
/** And of one host no more than these: a page that fails at ever other addresses pushes nobody else's out. */
export const MOST_OF_HOST = 1_000;
/**
 * All of them together, in characters of JSON: the extension's storage has 10 MB for everything, and what does not fit there
 * is lost for plans and settings as well.
 */
export const HISTORY_ROOM = 4_000_000;
/** How long a failure is kept. */
export const KEPT_DAYS = 365;
const DAY_MS = 86_400_000;

/**
 * How a failure ended: the page came back; it was left, or refused, before it did; or nobody saw how, because the tab was
 * closed or the browser ended, and then there is no `until` either.
 */
const ENDS = ["back", "left", "unseen"] as const;

/** One failure of the history. Times are epoch milliseconds. Of the page's address only the host is kept. */
export const entrySchema = lazily(() =>
  v.object({
    id: v.string(),
    host: v.string(),
    /** The last status that the page failed with; null where the browser hides it. */
    status: v.nullable(v.number()),
    since: momentSchema(),
    /** Null while it fails, and where nobody saw its end. */
    until: v.nullable(momentSchema()),
    ended: v.nullable(v.picklist(ENDS)),
    side: v.nullable(v.picklist(["server", "you", "unsure"])),
    cause: v.fallback(v.nullable(v.picklist(CAUSE_IDS)), null),
    /** The verdict's first sentence, in the user's language of that day. */
    says: v.nullable(v.string()),
    /** What happened on the way, oldest first. */
    marks: v.array(v.tuple([momentSchema(), v.picklist(MARKS)])),
  }),
);

export type Entry = Readonly<v.InferOutput<ReturnType<typeof entrySchema>>>;
export type Ending = Exclude<(typeof ENDS)[number], "unseen">;

/** Oldest first. */
export type History = readonly Entry[];

/** About what an entry takes in the store, in characters: the names of its fields, its texts, and its marks. */
const sizeOf = ({ host, says, marks }: Entry): number => 250 + host.length + (says?.length ?? 0) + 30 * marks.length;

/** What is still to be kept. */
export function young(all: History, now: number): History {
  const ofHost = new Map<string, number>();
  let places = MOST_ENTRIES;
  let room = HISTORY_ROOM;
  const fitting = (entry: Entry): boolean => {
    const { host, since } = entry;
    const count = (ofHost.get(host) ?? 0) + 1;
    ofHost.set(host, count);
    if (since < now - KEPT_DAYS * DAY_MS || count > MOST_OF_HOST) return false;
    room -= sizeOf(entry);
    places -= 1;
    return room >= 0 && places >= 0;
  };
  // The newest first, for the oldest go.
  return all.toReversed().filter(fitting).toReversed();
}

/** A page that fails. The same failure again goes on: its end is taken back. */
export function withFailure(
  all: History,
  { id, host, status, since }: Pick<Entry, "id" | "host" | "status" | "since">,
  now: number,
): History {
  const before = all.find((entry) => entry.id === id);
  if (before?.ended === null && before.status === status) return all;
  const entry: Entry = before
    ? { ...before, status, until: null, ended: null }
    : { id, host, status, since, until: null, ended: null, side: null, cause: null, says: null, marks: [] };
  // What is appended is the newest, so the list stays in order.
  return before ? all.map((one) => (one === before ? entry : one)) : young([...all, entry], now);
}

/** The very same list where nothing changes, so that nothing is written. */
function changed(all: History, isMeant: (entry: Entry) => boolean, change: (entry: Entry) => Entry): History {
  const after = all.map((entry) => (isMeant(entry) ? change(entry) : entry));
  return after.every((entry, index) => entry === all[index]) ? all : after;
}

/** A sentence of a verdict is no longer than this, in characters. */
const LONGEST_WORDS = 200;

/** Whose side a failure is on, once a check has come to its verdict. */
export function withVerdict(
  all: History,
  id: string,
  verdict: {
    readonly side: NonNullable<Entry["side"]>;
    readonly cause: NonNullable<Entry["cause"]>;
    readonly says: string;
  },
): History {
  const { side, cause } = verdict;
  const says = verdict.says.slice(0, LONGEST_WORDS);
  return changed(
    all,
    (entry) => entry.id === id,
    (entry) =>
      entry.side === side && entry.cause === cause && entry.says === says ? entry : { ...entry, side, cause, says },
  );
}

/** A failure is over. One that came back has come back, whatever becomes of its tab later. */
export const withEnd = (all: History, id: string, ended: Ending, at: number, marks: readonly Mark[]): History =>
  changed(
    all,
    (entry) => entry.id === id && entry.ended !== "back",
    (entry) => ({
      ...entry,
      ended,
      until: Math.max(entry.since, at),
      marks: marks.length > 0 ? [...marks] : entry.marks,
    }),
  );

/** Nobody saw how these ended: those that are meant, of all that seem to go on. */
export const withUnseen = (all: History, isMeant: (entry: Entry) => boolean): History =>
  changed(
    all,
    (entry) => entry.ended === null && isMeant(entry),
    (entry) => ({ ...entry, ended: "unseen" }),
  );
