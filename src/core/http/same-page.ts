import { proseOf } from "./prose.ts";

/** One answer to compare: its body as sent or as a browser serialized it, and the host that was asked for it. */
interface Compared {
  readonly status: number;
  readonly body: string;
  readonly host: string;
}

/** Below so many words two pages must say the very same. */
const FEW_WORDS = 40;
/** The share of words that two longer pages have in common: a reason may differ, or a line about the network. */
const ALIKE = 0.9;

/** The words of a page without what is about one address, one moment or one request. */
function wordsOf({ body, host }: Compared): string[] {
  return proseOf(body)
    .sentences.join(" ")
    .replace(/\bhttps?:\/\/\S{0,500}/g, " ")
    .replaceAll(host.toLowerCase(), " ")
    .split(" ")
    .filter((piece) => !/\d/.test(piece))
    .flatMap((piece) => piece.split(/[^\p{L}]+/u))
    .filter((word) => word !== "");
}

/** What stands in a document beside the frame that browsers put around nothing. */
const markupOf = ({ body }: Compared): string => body.replace(/<\/?(?:html|head|body)>|\s+/gi, "");

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
 * Whether one writer wrote both pages, by what they share: the same words, whoever's they are, but for the addresses,
 * times and numbers that each page has of its own. Two pages that say nothing share the status and the markup.
 */
export function isSamePage(one: Compared, other: Compared): boolean {
  const [here, there] = [wordsOf(one), wordsOf(other)];
  if (here.length + there.length === 0) return one.status === other.status && markupOf(one) === markupOf(other);
  if (Math.min(here.length, there.length) < FEW_WORDS) return here.join(" ") === there.join(" ");
  return common(here, there) >= ALIKE;
}
