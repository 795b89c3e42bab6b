import { plainText } from "../http/plain-text.ts";
import { lazily } from "../lazily.ts";
import { remembered, rememberedOfTwo } from "../remembered.ts";
import { proseOf } from "./page/prose.ts";

/** One answer to compare: its body as sent or as a browser serialized it, and the host that was asked for it. */
interface Compared {
  readonly status: number;
  readonly body: string;
  readonly host: string;
}

/**
 * How much two answers have in common:
 * - `page`: words of their own, more than programs that know nothing of each other would both write.
 * - `bare`: the status, and nothing beside it or a word or two. Traefik, Go, Caddy, Node and many a filter write the
 *   very same "Bad Gateway", "Service Unavailable" or nothing at all.
 */
export type Likeness = "page" | "bare";

/** A page of fewer different words says no more than the status line does. */
const BARE_WORDS = 5;
/** Below so many words two pages must say the very same. */
const FEW_WORDS = 40;
/** The share of words that two longer pages have in common: a reason may differ, or a line about the network. */
const ALIKE = 0.9;

/** Scripts that put no blanks between words: two letters make about one. */
const unspaced = lazily(
  () => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u,
);

/** What stands for the host that was asked for: that a page names it is a trait of its writer. */
const HOST = "host";

/** A text without the address that it is about; the host by its name alone leaves a word behind. */
const withoutAddress = (text: string, host: string, left: string): string =>
  [host, host.replace(/^www\./, "")]
    // An empty name stands between any two letters.
    .filter((name) => name !== "")
    .reduce((rest, name) => rest.replaceAll(name, ` ${left} `), text.replace(/\bhttps?:\/\/[^\s"'<>]{0,500}/g, " "))
    .replace(/(^|[\s"'(])\/[^\s"'<>)]{1,500}/g, "$1 ");

/** The words of a page without what is about one address, one moment or one request. */
const wordsOf = remembered(({ body, host }: Compared): readonly string[] =>
  withoutAddress(proseOf(body).sentences.join(" "), host.toLowerCase(), HOST)
    .split(/[\s,;"'(){}]+/)
    .filter((piece) => !/\d/.test(piece))
    .flatMap((piece) => piece.split(/[^\p{L}]+/u))
    .filter((word) => word !== ""),
);

/** What stands in a document beside the frame that browsers put around nothing or around a text, without address and numbers. */
const markupOf = ({ body, host }: Compared): string =>
  withoutAddress((plainText(body) ?? body).toLowerCase(), host.toLowerCase(), "").replace(
    /<\/?(?:html|head|body)>|[\s\d"']+/g,
    "",
  );

/** How many different words a page has, about. */
const richness = remembered((words: readonly string[]): number =>
  [...new Set(words)].reduce((sum, word) => sum + (unspaced().test(word) ? word.length / 2 : 1), 0),
);

/** Whether an answer says no more than its status line does. */
export const saysLittle = (answer: Compared): boolean => richness(wordsOf(answer)) < BARE_WORDS;

const areEqual = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, index) => word === other[index]);

/** What two lists have in common, each word as often as both have it, as a share of the longer. 0 to 1. */
function common(one: readonly string[], other: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of one) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of other) {
    const times = left.get(word) ?? 0;
    if (times > 0) shared += 1;
    left.set(word, times - 1);
  }
  return shared / Math.max(one.length, other.length, 1);
}

/**
 * What two answers share, whoever's words they are, but for the addresses, times and numbers that each has of its own;
 * null where they differ. Two that say next to nothing must have the same status, two that say nothing the same markup.
 */
export const likenessOf = rememberedOfTwo((one: Compared, other: Compared): Likeness | null => {
  const [here, there] = [wordsOf(one), wordsOf(other)];
  const isEmpty = here.length + there.length === 0;
  if (isEmpty) return one.status === other.status && markupOf(one) === markupOf(other) ? "bare" : null;
  const isShort = Math.min(here.length, there.length) < FEW_WORDS;
  if (isShort ? !areEqual(here, there) : common(here, there) < ALIKE) return null;
  if (richness(here) >= BARE_WORDS) return "page";
  return one.status === other.status ? "bare" : null;
});

/** The least share of the other page's different words: what any page may say is a small part of another. */
const MOST_OF_IT = 0.5;

/**
 * Whether `page` says all that `other` says, in one piece, which is more than a few words and most of its own different
 * ones: a portal's page for a site may have a line more, or a title other than the one for an unrelated address. That
 * the title says a heading again makes no page longer.
 */
export const holdsAllOf = rememberedOfTwo((page: Compared, other: Compared): boolean => {
  const [words, held] = [wordsOf(page), wordsOf(other)];
  if (held.length > words.length || richness(held) < BARE_WORDS || richness(held) < MOST_OF_IT * richness(words))
    return false;
  return ` ${words.join(" ")} `.includes(` ${held.join(" ")} `);
});
