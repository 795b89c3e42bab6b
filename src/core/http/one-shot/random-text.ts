const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;
/** A JSON object in base64, which JWTs and many signed links begin with. */
const SIGNED = /(?:^|[^A-Za-z0-9])eyJ[A-Za-z0-9_-]{10}/;
/** A word or a number as people write them: `medal`, `Summer`, `2024`, `FAQ`. */
const READABLE = /^(?:[A-Za-z]?[a-z]*|[A-Z]+|[0-9]+)$/;
/** Stretches of one kind within a piece: camel-case words, capitals, digits. Chance makes them short. */
const RUN = /[A-Z]?[a-z]+|[A-Z]+|[0-9]+/g;
/** Longer numbers are nobody's identifiers. */
const LONGEST_NUMBER = 25;

const HEX_FROM = 16;
const MIXED_FROM = { bothCases: 16, oneCase: 20 };
/** Of these so many must stand in pieces that nobody can read. */
const STRANGE_FROM = 12;
/**
 * The least share of runs that chance leaves: base 62 has a run every two characters or so, base 36 every two and a
 * half, a title in camel case every four or five.
 */
const RUNS = { bothCases: 0.29, oneCase: 0.2 };
const CERTAIN_FROM = 48;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Two or more words of a language, eight letters at least: `why-servers-fail-3f2504e04f89` is the name of something. */
function isSlug(pieces: readonly string[]): boolean {
  const words = pieces.filter((piece) => piece.length > 2 && /^(?:[A-Z]?[a-z]+|[A-Z]+)$/.test(piece));
  return words.length > 1 && words.join("").length >= 8;
}

function isMixed(strange: string, whole: number): boolean {
  if (/^[0-9a-f]+$/i.test(strange) && strange.length >= HEX_FROM) return true;
  const isUpper = strange === strange.toUpperCase();
  const kind = isUpper || strange === strange.toLowerCase() ? "oneCase" : "bothCases";
  const from = /[0-9]/.test(strange) ? MIXED_FROM[kind] : MIXED_FROM.oneCase;
  if (strange.length < STRANGE_FROM || whole < from) return false;
  return isUpper || strange.length >= CERTAIN_FROM || count(strange, RUN) >= strange.length * RUNS[kind];
}

/**
 * Whether chance may have written this: a UUID, a signed object, 16 or more hexadecimal digits, 20 or more characters
 * of mixed kinds. Names that people give are not, with a number in them or an identifier at their end. Linear.
 */
export function looksRandom(text: string): boolean {
  if (SIGNED.test(text)) return true;
  const pieces = text.split(/[^A-Za-z0-9]+/).filter(Boolean);
  if (isSlug(pieces) && UUID.exec(text)?.[0] !== text) return false;
  if (UUID.test(text) || pieces.some((piece) => /^[0-9]+$/.test(piece) && piece.length > LONGEST_NUMBER)) return true;
  return isMixed(pieces.filter((piece) => !READABLE.test(piece)).join(""), pieces.join("").length);
}

/** Whether this short text may be a secret, where its key says that it could: six characters with letters and digits. */
export const mayBeSecret = (text: string): boolean =>
  text.length >= 6 && /[0-9]/.test(text) && /[A-Za-z]/.test(text) && !/\s/.test(text);
