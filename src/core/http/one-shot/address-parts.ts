/** More rounds of percent-encoding than any honest address has. */
const MOST_ROUNDS = 4;
const ENCODED = /(?:%[0-9a-f]{2})+/gi;

/** A key and what it is set to; the value is "" where there is no equals sign. */
export interface Pair {
  readonly key: string;
  readonly value: string;
}

/** What a server reads of an address, decoded. */
interface AddressParts {
  readonly segments: readonly string[];
  /** Of the query and of the path's own parameters (`;jsessionid=`, RFC 3986 section 3.3). */
  readonly pairs: readonly Pair[];
}

/** Bytes that are no UTF-8 stand for the characters of Latin-1, as old servers read them. */
function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run.replace(/%(..)/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

/** Percent-encoding undone as often as somebody has applied it; null after four rounds, for then it hides something. */
function decoded(text: string): string | null {
  let before = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const after = before.replace(ENCODED, decodeRun);
    if (after === before) return after;
    before = after;
  }
  return /%[0-9a-f]{2}/i.test(before) ? null : before;
}

/** Where a key ends; -1 where there is none, for the padding of base64 is no equals sign. */
function endOfKey(text: string): number {
  const at = text.indexOf("=");
  return at + 1 === text.length || text[at + 1] === "=" ? -1 : at;
}

/** `a=b` and `a`; a sentence is no key. */
function pairOf(text: string): Pair | null {
  const at = endOfKey(text);
  const key = (at < 0 ? text : text.slice(0, at)).trim();
  return key === "" || /\s/.test(key) ? null : { key, value: at < 0 ? "" : text.slice(at + 1) };
}

/**
 * Takes an address apart after decoding it, so that an encoded separator separates too: whoever hides it means it.
 * Null where the encoding has no end. The fragment is left out, for it is never sent. Linear in the length.
 */
export function partsOf({ pathname, search }: Pick<URL, "pathname" | "search">): AddressParts | null {
  const path = decoded(pathname);
  const query = decoded(search.slice(1).replaceAll("+", " "));
  if (path === null || query === null) return null;
  const segments: string[] = [];
  const pairs: Pair[] = [];
  const add = (text: string): void => {
    const pair = pairOf(text);
    if (pair) pairs.push(pair);
  };
  for (const step of path.split("/")) {
    for (const [at, piece] of step.split(/[;?&]/).entries()) {
      if (at > 0 || endOfKey(piece) > 0) add(piece);
      else if (piece !== "") segments.push(piece);
    }
  }
  for (const piece of query.split(/[;?&]/)) {
    // Some programs take their path as the whole query: `index.php?/user/logout`.
    if (piece.startsWith("/") && !piece.includes("=")) segments.push(...piece.split("/").filter(Boolean));
    else add(piece);
  }
  return { segments, pairs };
}
