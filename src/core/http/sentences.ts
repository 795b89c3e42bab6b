/** Elements whose text nobody reads, and those that stand on every page of a site, whatever has happened. */
const UNREAD = /<(?:script|noscript|style|template|svg|nav|footer)\b/i;
const READ_AGAIN = /<\/(?:script|noscript|style|template|svg|nav|footer)\s{0,4}>/i;

/** Elements within a line of text. All others end it. */
const INLINE = /<\/?(?:a|abbr|b|bdi|cite|code|em|font|i|mark|small|span|strong|sub|sup|u|wbr)\b[^<>]{0,400}>/gi;

const MOST_SENTENCES = 80;

function dropped(text: string, begin: RegExp | string, end: RegExp): string {
  const [first = "", ...others] = text.split(begin);
  const kept = others.map((part) => {
    const stop = end.exec(part);
    return stop ? part.slice(stop.index + stop[0].length) : "";
  });
  return [first, ...kept].join(" ");
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  rsquo: "'",
};

const point = (code: number): string => (code > 0 && code < 0x110000 ? String.fromCodePoint(code) : " ");

/** References as characters; those of Latin letters with their marks as the bare letters. */
const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash)|([a-z]{2,6}));/gi,
    (_all, decimal?: string, hex?: string, letter?: string, name = "") => {
      if (decimal !== undefined) return point(Number(decimal));
      if (hex !== undefined) return point(Number.parseInt(hex, 16));
      return letter ?? NAMED[String(name).toLowerCase()] ?? " ";
    },
  );

/** Latin letters without their marks, so that one spelling of a word stands for all; other scripts as they are. */
const bare = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/([a-z])[\u0300-\u036f]{1,4}/gi, "$1")
    .normalize("NFC");

/**
 * What a page says, sentence by sentence, its title among them: in lower case, Latin letters without their marks, a
 * question with its mark. Menus, footers and scripts are left out. At most 80 sentences of at most 300 characters.
 */
export function sentencesOf(html: string): readonly string[] {
  const isMarkedUp = html.includes("<");
  const shown = dropped(dropped(html, "<!--", /-->/), UNREAD, READ_AGAIN);
  const lines = isMarkedUp
    ? shown
        .replace(/\s+/g, " ")
        .replace(INLINE, "")
        .replace(/<[^<>]{0,2000}>/g, "\n")
    : shown;
  return bare(decoded(lines))
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .split(/(?<=[.!?])\s|(?<=[。！？])|\n/, MOST_SENTENCES * 20)
    .map((sentence) =>
      sentence
        .replace(/\s+/g, " ")
        .replace(/[.!。！]{1,4}$/, "")
        .trim(),
    )
    .filter((sentence) => sentence !== "")
    .slice(0, MOST_SENTENCES)
    .map((sentence) => sentence.slice(0, 300));
}
