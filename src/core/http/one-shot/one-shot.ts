import {
  acts,
  actsAsKey,
  actsAsValue,
  actsLast,
  actsOn,
  isBareCommand,
  isPluralOfAct,
  namesAct,
  read,
} from "./act-words.ts";
import { type KeyKind, kindOf } from "./address-keys.ts";
import { type Pair, partsOf } from "./address-parts.ts";
import { isBelowTitles, isIdentifier, isTitle } from "./content-places.ts";
import { isForeignAct } from "./foreign-acts.ts";
import { looksRandom, mayBeSecret } from "./random-text.ts";

/** Longer addresses carry something that nobody reads; in doubt it works once. */
const LONGEST_ADDRESS = 8_192;
const MOST_PARTS = 256;

/** Kinds of keys that say nothing of what the address does. */
const HARMLESS: readonly KeyKind[] = ["measures", "search", "identifies"];

/** What the names of programs end in. */
const PROGRAM = /\.(?:php[0-9]?|aspx?|jspx?|jsf|do|action|cgi|pl|cfm|exe|dll|owa|x?html?|faces|ashx|axd)$/i;
/** Versions and years are no objects: `/v2/install`, `/3.12/install`, `/2026/update`. */
const VERSION = /^v[0-9]|^[0-9]+\.[0-9]|^(?:19|20)[0-9]{2}$/i;
const CONTAINER = /cart|basket|trolley|wish|favou?rite|compare|newsletter/i;

/** Something with a number of its own, or a cart: what `like` and `add` act on. */
const isObject = (segment: string | undefined): boolean =>
  segment !== undefined && ((/[0-9]/.test(segment) && !VERSION.test(segment)) || CONTAINER.test(segment));

/** Keys that say what, how much or to whom. */
const OBJECT_KEY = /^(?:id|u|to|item|amount|sum|pid|uid|[a-z]+_id)$/i;

/** What follows the path, as far as it tells what a last step of it does. */
interface Asked {
  /** It says more than where somebody came from. */
  readonly hasQuery: boolean;
  /** It names what is acted on: `/transfer?to=anna&amount=10`. */
  readonly hasObject: boolean;
}

/** Whether a segment of the path is a command, such as `/users/sign_out` and `/posts/12/like`. */
function commands(segments: readonly string[], at: number, { hasQuery, hasObject: isGiven }: Asked): boolean {
  const segment = (segments[at] ?? "").replace(/^special:/i, "").replace(PROGRAM, "");
  const reading = read(segment);
  const isLast = at === segments.length - 1;
  // `/posts/12/like`, `/like/12`, `/posts/like/anna` and `/like.php?id=12`.
  const isProgram = hasQuery && segment !== segments[at];
  const isOfMany = !isLast && /[a-z]s$/i.test(segments[at - 1] ?? "");
  const hasObject =
    isProgram ||
    (isLast && isGiven && reading.words.length === 1 && actsAsValue(reading)) ||
    isOfMany ||
    isObject(segments[at - 1]) ||
    (at > 0 && isObject(segments[at + 1]));
  const isActOnObject = reading.words.length < 3 && actsOn(reading) && hasObject;
  const isLastStep =
    (isLast && at > 0 && actsLast(reading)) || (reading.words[0] === "add" && reading.words.length > 1);
  const isKnownAct =
    isForeignAct(segment) ||
    (reading.isWhole && (acts(reading) || isActOnObject || isLastStep)) ||
    (!isLast && isPluralOfAct(segment));
  if (isKnownAct) return !isTitle(segments, at, hasQuery || isBareCommand(reading));
  const isOfNumber = /^[0-9]+$/.test(segments[at - 1] ?? "");
  return namesAct(segment, hasQuery || !isLast || isOfNumber) && !isBelowTitles(segments, at);
}

/** Whether a key asks for something to be done: `add-to-cart`, `logout`, `remove_item`. */
function isCommand(key: string): boolean {
  const reading = read(key);
  return reading.isWhole && actsAsKey(reading);
}

/** Whether a value names a page of the program that acts: `account/logout`, `logout.php`. */
function isActingPath(value: string): boolean {
  const segments = value.split(/[/:]/).filter(Boolean);
  return segments.some((_segment, at) => commands(segments, at, { hasQuery: true, hasObject: false }));
}

/** Whether a value names an act. Keys of one letter hold many other things, so there nothing else may stand. */
function isAct(key: string, value: string): boolean {
  const reading = read(value);
  return actsAsValue(reading) && (key.length > 1 || (reading.isWhole && !/\s/.test(value)));
}

/** Keys whose plain values choose: an issue's state, the number of a ticket or of a session, a sign of the zodiac. */
const CHOOSES = /^(?:state|ticket|ticket_?id|sid|sign|execution)$/i;

/** A word that people choose, or a number: `closed`, `CA`, `4711`. */
const isPlain = (value: string): boolean => /^(?:[a-z]{0,20}|[0-9]{1,8})$/i.test(value);

/** Whether a key and its value make the address one that works once. */
function worksOnce({ key, value }: Pair): boolean {
  switch (kindOf(key)) {
    case "measures":
      return false;
    case "search":
      // Drupal gives its paths so where addresses are not rewritten.
      return /^[^\s/]+\/\S+$/.test(value) && isActingPath(value);
    case "code":
      return true;
    case "secret":
      return !(CHOOSES.test(key) && isPlain(value));
    case "action":
      return isAct(key, value) || looksRandom(value);
    case "page":
      return isActingPath(value) || looksRandom(value);
    case "maybe-secret":
      return mayBeSecret(value) || looksRandom(value) || isCommand(key);
    case "identifies":
      return isCommand(key);
    case "other":
      // Google's maps pack what they show into one value that begins so.
      if (value.startsWith("!")) return false;
      return (
        isCommand(key) || looksRandom(value) || looksRandom(key) || (/^special:/i.test(value) && isActingPath(value))
      );
  }
}

/**
 * Whether opening this address a second time could do something, or fail for that reason alone: sign-in returns,
 * confirmation links, commands such as `?add-to-cart=7`, whatever bears a random-looking part that does not merely
 * identify a page. Errs on the careful side, and protects what it cannot read. Never throws.
 */
export function isOneShot(url: string): boolean {
  if (url.length > LONGEST_ADDRESS || !URL.canParse(url)) return true;
  const parts = partsOf(new URL(url));
  if (!parts) return true;
  const { segments, pairs } = parts;
  if (segments.length + pairs.length > MOST_PARTS) return true;
  const asked = {
    hasQuery: pairs.some(({ key }) => !HARMLESS.includes(kindOf(key))),
    hasObject: pairs.some(({ key }) => OBJECT_KEY.test(key)),
  };
  return (
    pairs.some(worksOnce) ||
    segments.some(
      (segment, at) => commands(segments, at, asked) || (looksRandom(segment) && !isIdentifier(segments, at)),
    )
  );
}
