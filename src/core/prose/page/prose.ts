import { blocksSaidIn, HEADINGS, type SaidBlock } from "./blocks.ts";

/** What a page says to its reader: lower case, composed (NFC), spaces made single. */
export interface Prose {
  /**
   * Its title, split at the separators that sites put between it and their name, and its headings: where it marks none,
   * its first block, if that is short, no paragraph, and another follows.
   */
  readonly headings: readonly string[];
  /**
   * Every sentence, those of title and headings among them. What stands in links is not, for menus speak of other pages,
   * nor what is hidden or belongs to the frame of all pages of the site, unless the page says nothing else.
   */
  readonly sentences: readonly string[];
}

/** Nobody's sentence is longer, and nobody's page has more of them in its first 16 KB: what goes on is hostile. */
const LONGEST = 500;
const MOST = 300;

const SEPARATOR = / [|–—·»-] | ?[|»·] ?|: /;
/** The end of a sentence: a stop before a space, or the stops of scripts that put none after them. */
const STOP = /[.!?…](?=[\s.!?…]|$)|[。！？؟।]/;

/** The sentences or the parts of a title that texts consist of, cut at `stop`. */
const partsOf = (texts: readonly string[], stop: RegExp): string[] =>
  texts
    .flatMap((text) => text.split(stop))
    .map((one) => one.slice(0, LONGEST).trim())
    .filter((one) => one !== "")
    .slice(0, MOST);

/** What a heading is made of that nobody has marked as one. A paragraph is a paragraph. */
const UNMARKED_HEADINGS = new Set(["div", "header", "center", "h5", "h6", "legend", "caption"]);
/** Longer than this a block is no heading, whatever it stands above. */
const LONGEST_HEADING = 80;

/** What stands as a heading: what is marked as one, and where nothing is, the first block above another. */
function headingsAmong(blocks: readonly SaidBlock[]): readonly SaidBlock[] {
  const marked = blocks.filter(({ name }) => HEADINGS.has(name));
  const [first, second] = blocks.filter(({ name }) => name !== "title");
  if (!first || !second || first.inList !== null || marked.some(({ name }) => name !== "title")) return marked;
  return UNMARKED_HEADINGS.has(first.name) && first.said.length <= LONGEST_HEADING ? [...marked, first] : marked;
}

function proseIn(blocks: readonly SaidBlock[]): Prose {
  const headings = headingsAmong(blocks)
    .flatMap(({ name, said }) => partsOf([said], name === "title" ? SEPARATOR : STOP))
    .slice(0, MOST);
  return {
    headings,
    sentences: partsOf(
      blocks.map(({ said }) => said),
      STOP,
    ),
  };
}

/** A page that is about its failure has no more lists: those after them are read as they stand. */
const MOST_LISTS = 8;

/** A list of a page's. */
export interface ProseList {
  /** What the page says right before it: the sentence or the heading that it belongs to, or "". */
  readonly lead: string;
  /** What each of its items says, sentence by sentence. */
  readonly items: readonly (readonly string[])[];
}

/** The lists among the blocks, by their number. */
function listsIn(blocks: readonly SaidBlock[]): ReadonlyMap<number, ProseList> {
  const lists = new Map<number, { readonly lead: string; readonly items: Map<number, string[]> }>();
  let lead = "";
  for (const { inList, said } of blocks) {
    if (inList === null) {
      lead = said.slice(-LONGEST);
      continue;
    }
    const list = lists.get(inList.list) ?? { lead, items: new Map<number, string[]>() };
    const item = list.items.get(inList.item) ?? [];
    item.push(said);
    list.items.set(inList.item, item);
    lists.set(inList.list, list);
  }
  return new Map(
    [...lists].map(([number, { lead, items }]) => [
      number,
      { lead, items: [...items.values()].map((said) => partsOf(said, STOP)) },
    ]),
  );
}

/**
 * What a page, or a text/plain answer as a browser shows it, says to its reader, without the lists of which `isLeftOut` is
 * true. `html` is the start of the document, at most 16 KB; of each sentence the first 500 characters are kept, and 300
 * sentences.
 */
export function proseOf(html: string, isLeftOut?: (list: ProseList) => boolean): Prose {
  const blocks = blocksSaidIn(html);
  if (isLeftOut === undefined) return proseIn(blocks);
  const leftOut = new Set(
    [...listsIn(blocks)].slice(0, MOST_LISTS).flatMap(([list, said]) => (isLeftOut(said) ? [list] : [])),
  );
  return proseIn(blocks.filter(({ inList }) => inList === null || !leftOut.has(inList.list)));
}

/**
 * The same, each heading and each sentence once: what a page says again says nothing new, and costs as much to
 * understand. How much it says, and what comes first, is seen in the prose itself.
 */
export const eachOnce = ({ headings, sentences }: Prose): Prose => ({
  headings: [...new Set(headings)],
  sentences: [...new Set(sentences)],
});
