import { isFrameOrHidden } from "./page-frame.ts";

/** What a page says to its reader: lower case, composed (NFC), spaces made single. */
export interface Prose {
  /** Its title, split at the separators that sites put between it and their name, and its headings. */
  readonly headings: readonly string[];
  /**
   * Every sentence, those of title and headings among them. What stands in links is not, for menus speak of other pages,
   * nor what is hidden or belongs to the frame of all pages of the site, unless the page says nothing else.
   */
  readonly sentences: readonly string[];
}

/** Elements whose content nobody reads as the page's own words. */
const SILENT = new Set([
  "script",
  "style",
  "template",
  "svg",
  "nav",
  "select",
  "button",
  "textarea",
  "iframe",
  "object",
]);
/** Elements within a line: all others end a sentence. */
const INLINE = new Set(
  "a abbr acronym b bdi bdo big br cite code del em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr".split(
    " ",
  ),
);
const HEADINGS = new Set(["title", "h1", "h2", "h3", "h4"]);
/** Elements that hold nothing. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Elements that end, without a tag, where the next block begins. */
const ENDS_BY_ITSELF = new Set("dd dt li option p td th tr".split(" "));

/** Nobody's sentence is longer, and nobody's page has more of them in its first 16 KB: what goes on is hostile. */
const LONGEST = 500;
const MOST = 300;

const TAG = /^<(\/?)([a-z][a-z0-9-]{0,20})/i;

const MARKS: Readonly<Record<string, string>> = {
  acute: "\u0301",
  caron: "\u030c",
  cedil: "\u0327",
  circ: "\u0302",
  grave: "\u0300",
  ring: "\u030a",
  tilde: "\u0303",
  uml: "\u0308",
};
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  hellip: "…",
  lsquo: "'",
  lt: "<",
  mdash: "—",
  ndash: "–",
  oslash: "ø",
  quot: '"',
  rsquo: "'",
  szlig: "ß",
};

function decoded(whole: string, number: string | undefined, letter: string | undefined, name: string): string {
  if (number !== undefined) {
    const code = /^x/i.test(number) ? Number.parseInt(number.slice(1), 16) : Number(number);
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ";
  }
  const mark = MARKS[name];
  if (letter !== undefined && mark !== undefined) return letter + mark;
  return NAMED[whole.slice(1, -1).toLowerCase()] ?? " ";
}

/** Text without character references: numbers, letters with a mark, and the few names that texts are full of. */
const readable = (text: string): string =>
  text
    .replace(/&(?:#(x?[0-9a-f]{1,7})|([a-z])?([a-z]{2,8}));/gi, decoded)
    .normalize("NFC")
    .replaceAll("İ", "i")
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\s\u00a0]+/g, " ")
    .trim();

/** Lower case where markup has it, each letter in its place: of others the case may change how long the text is. */
const inLowerAscii = (html: string): string => html.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

interface Block {
  readonly name: string;
  text: string;
}

/** An element whose text is left out, and how many of its name are open within it, itself among them. */
interface LeftOut {
  readonly name: string;
  open: number;
}

/** Whether the element ends with this tag. What it holds is counted by its own name alone, which is enough to find its end. */
function isOver(element: LeftOut, name: string, isEnd: boolean): boolean {
  if (ENDS_BY_ITSELF.has(element.name)) return !INLINE.has(name);
  if (name === element.name) element.open += isEnd ? -1 : 1;
  return element.open === 0;
}

/**
 * The page's text by the blocks that it stands in; `withFrame` keeps what is hidden or belongs to the site's frame. One
 * pass; what is left open at the end of what was read is kept.
 */
function blocksOf(html: string, withFrame: boolean): Block[] {
  const lower = inLowerAscii(html);
  const blocks: Block[] = [];
  let block: Block = { name: "", text: "" };
  let leftOut: LeftOut | null = null;
  let inLink = false;
  let at = 0;
  const begin = (name: string): void => {
    blocks.push(block);
    block = { name, text: "" };
    inLink = false;
  };
  const add = (text: string): void => {
    // A link in a heading is the heading's own text.
    if (leftOut === null && (!inLink || HEADINGS.has(block.name))) block.text += text;
  };
  const past = (mark: string, from: number): number => {
    const found = lower.indexOf(mark, from);
    return found < 0 ? html.length : found + mark.length;
  };
  /** Whether the tag is no business of the text around what is left out. */
  const isLeftOut = (name: string, isEnd: boolean, tag: string): boolean => {
    if (leftOut !== null) {
      if (!isOver(leftOut, name, isEnd)) return true;
      const endsWithIt = name === leftOut.name && isEnd;
      leftOut = null;
      if (endsWithIt) return INLINE.has(name);
    }
    if (withFrame || isEnd || VOID.has(name) || !isFrameOrHidden(name, tag, INLINE.has(name) || HEADINGS.has(name)))
      return false;
    leftOut = { name, open: 1 };
    return true;
  };
  while (at < html.length) {
    const open = html.indexOf("<", at);
    add(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const [, slash, tag = ""] = TAG.exec(html.slice(open, open + 24)) ?? [];
    const name = tag.toLowerCase();
    if (name === "") {
      const isMarkup = html.startsWith("!", open + 1) || html.startsWith("?", open + 1);
      if (!isMarkup) add("<");
      at = html.startsWith("<!--", open) ? past("-->", open) : isMarkup ? past(">", open) : open + 1;
      continue;
    }
    at = past(">", open);
    if (!slash && SILENT.has(name)) at = past(">", past(`</${name}`, at));
    else if (isLeftOut(name, slash !== "", lower.slice(open, at))) continue;
    else if (name === "a") inLink = !slash;
    else if (INLINE.has(name)) add(name === "br" ? " " : "");
    else begin(slash ? "" : name);
  }
  blocks.push(block);
  return blocks;
}

const SEPARATOR = / [|–—·»-] | ?[|»·] ?|: /;
/** The end of a sentence: a stop before a space, or the stops of scripts that put none after them. */
const STOP = /[.!?…](?=[\s.!?…]|$)|[。！？؟।]/;

/** A block as it is read. */
interface Said {
  readonly name: string;
  readonly said: string;
}

const blocksSaid = (html: string, withFrame: boolean): Said[] =>
  blocksOf(html, withFrame)
    .map(({ name, text }) => ({ name, said: readable(text) }))
    .filter(({ said }) => said !== "");

/** What the page says of itself; all that it says, where that is nothing but a title. */
function ownBlocks(html: string): Said[] {
  const own = blocksSaid(html, false);
  return own.some(({ name }) => name !== "title") ? own : blocksSaid(html, true);
}

/**
 * What a page, or a text/plain answer as a browser shows it, says to its reader. `html` is the start of the document,
 * at most 16 KB; of each sentence the first 500 characters are kept, and 300 sentences.
 */
export function proseOf(html: string): Prose {
  const headings: string[] = [];
  const sentences: string[] = [];
  for (const { name, said } of ownBlocks(html)) {
    if (HEADINGS.has(name)) headings.push(...said.split(name === "title" ? SEPARATOR : STOP));
    sentences.push(...said.split(STOP));
  }
  const present = (all: readonly string[]) =>
    all
      .map((one) => one.slice(0, LONGEST).trim())
      .filter((one) => one !== "")
      .slice(0, MOST);
  return { headings: present(headings), sentences: present(sentences) };
}

/**
 * The same, each heading and each sentence once: what a page says again says nothing new, and costs as much to
 * understand. How much it says, and what comes first, is seen in the prose itself.
 */
export const eachOnce = ({ headings, sentences }: Prose): Prose => ({
  headings: [...new Set(headings)],
  sentences: [...new Set(sentences)],
});
