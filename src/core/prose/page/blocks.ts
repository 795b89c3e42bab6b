import { saysFailed } from "../sentence/failure-words.ts";
import { type Unsaid, unsaidIn } from "./frame.ts";

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
export const HEADINGS: ReadonlySet<string> = new Set(["title", "h1", "h2", "h3", "h4"]);
/** The same by its role (WAI-ARIA 1.2, section 5.4). */
const HEADING_ROLE = /\srole\s?=\s?["']?heading(?![\w-])/;
/** Nobody's tag is longer that has a role. */
const LONGEST_TAG = 2_000;
const LISTS = new Set(["ul", "ol", "dl", "menu"]);
/** What begins an item of a list. */
const ITEMS = new Set(["li", "dt"]);
/** Elements that hold nothing. */
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** Elements that end, without a tag, where the next block begins. */
const ENDS_BY_ITSELF = new Set("dd dt li option p td th tr".split(" "));

const TAG = /<(\/?)([a-z][a-z0-9-]{0,20})/iy;

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

/** Where a text stands in a list: in which of the page's, and in which item. What is nested belongs to the outer item. */
interface InList {
  readonly list: number;
  readonly item: number;
}

/** The cells of a row, of which the first may say what the second is. */
const CELLS = new Set(["td", "th"]);
/** A label is short, and no sentence. */
const LABEL = /^[^.!?:…。！？：]{1,40}$/;

interface Block {
  readonly name: string;
  readonly inList: InList | null;
  text: string;
}

/** Follows the lists of a page: gives for each tag that begins or ends a block where the text after it stands. */
function listsFollowed(): (name: string, isEnd: boolean) => InList | null {
  let depth = 0;
  let list = 0;
  let item = 0;
  return (name, isEnd) => {
    if (LISTS.has(name)) {
      if (!isEnd && depth === 0) [list, item] = [list + 1, 0];
      depth = Math.max(0, depth + (isEnd ? -1 : 1));
    } else if (ITEMS.has(name) && !isEnd && depth === 1) item += 1;
    return depth > 0 ? { list, item } : null;
  };
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
 * The page's text by the blocks that it stands in; `leavesOut` says which elements count for nothing. One pass;
 * what is left open at the end of what was read is kept.
 */
function blocksOf(html: string, leavesOut: readonly Unsaid[]): Block[] {
  const lower = inLowerAscii(html);
  const blocks: Block[] = [];
  const placeAfter = listsFollowed();
  let block: Block = { name: "", inList: null, text: "" };
  let leftOut: LeftOut | null = null;
  let inLink = false;
  let at = 0;
  /** The cell that the next one of its row may belong to. */
  let cell: Block | null = null;
  const begin = (name: string, isEnd: boolean): void => {
    if (!CELLS.has(name)) cell = null;
    else if (CELLS.has(block.name)) cell = block;
    blocks.push(block);
    block = { name: isEnd ? "" : name, inList: placeAfter(name, isEnd), text: "" };
    inLink = false;
    if (cell === null || isEnd || !CELLS.has(name) || !LABEL.test(cell.text.trim())) return;
    block.text = `${cell.text.trim()}: `;
    cell.text = "";
    cell = null;
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
      if (endsWithIt) {
        if (!INLINE.has(name)) begin("", true);
        return true;
      }
    }
    if (isEnd || VOID.has(name) || leavesOut.length === 0) return false;
    const reason = unsaidIn(name, tag, INLINE.has(name) || HEADINGS.has(name));
    if (reason === null || !leavesOut.includes(reason)) return false;
    leftOut = { name, open: 1 };
    return true;
  };
  while (at < html.length) {
    const open = html.indexOf("<", at);
    add(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    TAG.lastIndex = open;
    const [, slash, tag = ""] = TAG.exec(html) ?? [];
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
    else begin(!slash && HEADING_ROLE.test(lower.slice(open, at).slice(0, LONGEST_TAG)) ? "h1" : name, slash !== "");
  }
  blocks.push(block);
  return blocks;
}

/** A block as it is read: in the words of `Prose`, never empty. */
export interface SaidBlock {
  /** The element that it stands in, or "". */
  readonly name: string;
  readonly inList: InList | null;
  readonly said: string;
}

/** The blocks that say something. Most of a page's hold no text, and many of a hostile one's the same. */
function blocksSaid(html: string, leavesOut: readonly Unsaid[]): SaidBlock[] {
  const known = new Map<string, string>([["", ""]]);
  const saidBy = (text: string): string => {
    const said = known.get(text) ?? readable(text);
    known.set(text, said);
    return said;
  };
  return blocksOf(html, leavesOut)
    .map(({ name, inList, text }) => ({ name, inList, said: saidBy(text) }))
    .filter(({ said }) => said !== "");
}

const hasHeading = (blocks: readonly SaidBlock[]): boolean =>
  blocks.some(({ name }) => name !== "title" && HEADINGS.has(name));

const MAY_QUOTE = /<(?:blockquote|q)[\s>]/i;
/** A status line, in whichever element: it heads a page, and tells nothing of it. */
const STATUS_LINE = /^(?:(?:http |error:? )*\d{3}(?!\d).{0,40}|service (?:temporarily )?unavailable)$/;

/**
 * Quotations, if what the page says in them is what others say: it tells of its failure besides. Otherwise it has dressed
 * its own word in them.
 */
function othersWords(html: string): readonly Unsaid[] {
  if (!MAY_QUOTE.test(html)) return [];
  const besides = blocksSaid(html, ["frame", "quotation", "hidden"]);
  const tells = ({ name, said }: SaidBlock): boolean =>
    !HEADINGS.has(name) && !STATUS_LINE.test(said) && saysFailed(said);
  return besides.some(tells) ? ["quotation"] : [];
}

/**
 * What a page says of itself, block by block: with its frame, where its heading stands in that, and all that it says,
 * where that is otherwise nothing but a title. `html` is the start of the document, at most 16 KB.
 */
export function blocksSaidIn(html: string): SaidBlock[] {
  const quoted = othersWords(html);
  const own = blocksSaid(html, ["frame", "hidden", ...quoted]);
  if (hasHeading(own)) return own;
  const seen = blocksSaid(html, ["hidden", ...quoted]);
  if (hasHeading(seen)) return seen;
  return own.some(({ name }) => name !== "title") ? own : blocksSaid(html, []);
}
