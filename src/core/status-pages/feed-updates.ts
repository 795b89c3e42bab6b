import { proseOf } from "../prose/page/prose.ts";
import { unmarked } from "../prose/sentence/unmarked.ts";
import { type Closing, closingsIn } from "./feed-closing.ts";
import { isOldestFirst as isOldestFirstByTimes } from "./feed-order.ts";
import {
  DENIED,
  FAILS,
  HOPED,
  NOT_YET,
  NOT_YET_AFTER,
  OPENING,
  OTHERS_FAIL,
  PARTLY_AFTER,
  PARTLY_BEFORE,
  REOPENED,
  RETURNED_AFTER,
  STILL,
  TROUBLE,
  TROUBLE_NAMED,
} from "./feed-words.ts";

/** One item of a feed, as far as it tells how things stand. */
export interface FeedItem {
  /** Plain text. */
  readonly title: string;
  /** Its text with the markup in it, the start of it. */
  readonly markup: string;
  /** Words that the feed puts beside it. */
  readonly category: string;
  /** Where it leads, or "". */
  readonly link: string;
  /** Its newest date, epoch milliseconds. */
  readonly at: number;
}

/** Older than the newest item by as much, an incident is over, whatever language says so. */
const SETTLED_MS = 3 * 86_400_000;
/** As many settled items must agree before they teach a word. */
const LEAST_SETTLED = 2;

type ItemState = "over" | "open" | null;

/** As the lists of words have it. */
const inWords = (text: string): string => unmarked(text).toLowerCase().replace(/\s+/g, " ").trim();

const LABEL = /<(?:strong|b)\b[^<>]{0,100}>([^<>]{1,60})<\/(?:strong|b)>/gi;

/** The words in bold, which in most feeds begin each update: "Investigating", "Status: Resolved". */
const labelsOf = ({ markup }: FeedItem): readonly string[] =>
  [...markup.matchAll(LABEL)]
    .map(([, label = ""]) =>
      inWords(label)
        .replace(/^[\w ]{1,20}: ?(?=.)|[:-]$/g, "")
        .trim(),
    )
    .filter((label) => label !== "");

/** Whether what goes before a closing word, or what follows it, makes a promise or a denial of it. */
function isTakenBack(before: string, sentence: string): boolean {
  const [clause = ""] = before.split(/[,;–—，、；：]|:(?!\d)/).slice(-1);
  const words = clause.trim().split(" ");
  return (
    HOPED.test(before) ||
    NOT_YET.test(words.slice(-6).join(" ")) ||
    DENIED.test(words.slice(-3).join(" ")) ||
    NOT_YET_AFTER.test(sentence)
  );
}

/** Whether a sentence tells that what was over has come again. */
function tellsOfReturn(sentence: string, closings: readonly Closing[]): boolean {
  const again = REOPENED.exec(sentence);
  if (again && !isTakenBack(sentence.slice(0, again.index), sentence)) return true;
  return closings.some(({ before, after }) => TROUBLE.test(before) && RETURNED_AFTER.test(after));
}

/** How things stand by one sentence; null when it does not tell. */
function standingBy(sentence: string): ItemState {
  const closings = closingsIn(sentence);
  if (tellsOfReturn(sentence, closings)) return "open";
  const closes = ({ before, after }: Closing): boolean =>
    !PARTLY_BEFORE.test(before) &&
    !PARTLY_AFTER.test(after) &&
    !OTHERS_FAIL.test(after) &&
    !isTakenBack(before, sentence);
  if (closings.some(closes) && !STILL.test(sentence)) return "over";
  return closings.length > 0 || OPENING.test(sentence) ? "open" : null;
}

/** The parts of a title, of which one may mark how things stand: "[Resolved] ...", "... - resolved". */
const partsOf = (title: string): readonly string[] =>
  inWords(title)
    .split(/[[\]():|–—【】［］「」]| -+ /)
    .map((part) => part.trim())
    .filter((part) => part !== "");

const marksEnd = (title: string): boolean =>
  partsOf(title).some((part) => part.split(" ").length <= 3 && standingBy(part) === "over");

/** How a feed writes: which words end its incidents, and at which end of an item the newest update stands. */
interface Habits {
  readonly endings: ReadonlySet<string>;
  readonly isOldestFirst: boolean;
}

/** The incidents of days ago are over by now: what their newest update is called ends the newest ones as well. */
function habitsOf(items: readonly FeedItem[]): Habits {
  const newest = Math.max(...items.map(({ at }) => at));
  const settled = items
    .filter(({ at }) => at <= newest - SETTLED_MS)
    .map(labelsOf)
    .filter((labels) => labels.length > 0);
  const ends = (at: 0 | -1): number => settled.filter((labels) => standingBy(labels.at(at) ?? "") === "over").length;
  const isOldestFirst =
    settled.length >= LEAST_SETTLED && ends(-1) * 2 > settled.length && ends(0) * 2 < settled.length;
  const counts = new Map<string, number>();
  for (const labels of settled) {
    const label = labels.at(isOldestFirst ? -1 : 0) ?? "";
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  const isEnding = ([, count]: [string, number]): boolean => count >= LEAST_SETTLED && count * 2 > settled.length;
  return { endings: new Set([...counts].filter(isEnding).map(([label]) => label)), isOldestFirst };
}

/** How things stand by an item of whose standing no word tells: as it fails, or as its title does where that is all. */
function standingByTrouble({ title }: FeedItem, sentences: readonly string[]): ItemState {
  const words = inWords(title);
  const isTrouble =
    sentences.length === 0
      ? OPENING.test(words) || TROUBLE_NAMED.test(words)
      : sentences.some((one) => FAILS.test(one));
  return isTrouble ? "open" : null;
}

function standingOf(item: FeedItem, { endings, isOldestFirst }: Habits): ItemState {
  if (marksEnd(item.title) || marksEnd(item.category)) return "over";
  const inOrder = proseOf(item.markup).sentences.map(unmarked);
  // What an item's own times tell goes before the habit of its feed.
  const newestLast = isOldestFirstByTimes(inOrder) ?? isOldestFirst;
  const sentences = newestLast ? [...inOrder].reverse() : inOrder;
  const labels = labelsOf(item);
  const label = labels.at(newestLast ? -1 : 0) ?? "";
  // A word for the end does not make an end of what goes on by the same sentence.
  if (label !== "" && STILL.test(sentences.find((sentence) => sentence.includes(label)) ?? "")) return "open";
  if (endings.has(label)) return "over";
  const byLabel = standingBy(label);
  // Of several updates the newest has the word, also where nobody knows what it is called.
  if (byLabel !== null || labels.length > 1) return byLabel ?? "open";
  // Beside such a title the text may still be that of the first time.
  if (partsOf(item.title).some((part) => REOPENED.test(part))) return "open";
  const standings = sentences.map(standingBy);
  return standings.find((standing) => standing !== null) ?? standingByTrouble(item, sentences);
}

/** What an item is about: where it leads, which may be one page for all, and its title without the mark of how it stands. */
function incidentOf({ title, link }: FeedItem): string {
  const [place = ""] = link.split("#", 1);
  return [place, ...partsOf(title).filter((part) => standingBy(part) === null)].join(" ");
}

/** One incident of a feed, with all that the feed tells of it. */
interface FeedIncident<Item> {
  readonly newest: Item;
  readonly items: readonly Item[];
  /** Null where its newest item does not tell. */
  readonly standing: ItemState;
}

/** The incidents that some items tell of, all under one name: one that is over goes on no more, and what follows is another. */
function oneAfterAnother<Item extends FeedItem>(items: readonly Item[], habits: Habits): FeedIncident<Item>[] {
  const incidents: FeedIncident<Item>[] = [];
  // Of two items of one moment a feed has the newer first.
  for (const newest of [...items].reverse().sort((a, b) => a.at - b.at)) {
    const last = incidents.at(-1);
    const before = last && last.standing !== "over" ? (incidents.pop()?.items ?? []) : [];
    incidents.push({ newest, items: [...before, newest], standing: standingOf(newest, habits) });
  }
  return incidents;
}

/**
 * The incidents of a feed, in the order of their newest items, which decide. Whether one is over says the newest update:
 * by how this feed's own old incidents ended, by its label, or by its first sentence that tells.
 */
export function feedIncidents<Item extends FeedItem>(items: readonly Item[]): ReadonlyArray<FeedIncident<Item>> {
  const habits = habitsOf(items);
  const byName = new Map<string, Item[]>();
  for (const item of items) {
    const name = incidentOf(item);
    byName.set(name, [...(byName.get(name) ?? []), item]);
  }
  return [...byName.values()]
    .flatMap((named) => oneAfterAnother(named, habits))
    .sort((a, b) => items.indexOf(a.newest) - items.indexOf(b.newest));
}
