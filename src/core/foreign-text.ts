import { lazily } from "./lazily.ts";

/**
 * What steers text instead of being read: control and format characters (bidirectional marks, embeddings, overrides
 * and isolates, zero-width characters, tags) and what Unicode keeps free for more of them, separators of lines and
 * paragraphs, halves of a surrogate pair, letters that no font draws, and every kind of space.
 */
const steering = lazily(
  () =>
    /(?:[\s\p{Cc}\p{Cf}\p{Cs}\u115f\u1160\u2065\u2800\u3164\uffa0\ufff0-\ufff8\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]|\u034f)+/gu,
);

/** Letters of the scripts that are written from right to left, by their blocks. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_ISOLATE = "\u2069";

/** Halves of a surrogate pair become the replacement character: such a text has no UTF-8, and encoding it throws. */
export const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");

/**
 * Text from outside as one line that steers nothing: what is no readable character becomes a space, and
 * runs of those become one. At most `most` characters, never half of one.
 */
export function foreignText(text: string, most: number): string {
  const clean = text.replace(steering(), " ").trim();
  if (clean.length <= most) return clean;
  let kept = "";
  for (const character of clean) {
    if (kept.length + character.length > most) break;
    kept += character;
  }
  return kept.trim();
}

/** As long as names of hosts and products get that are worth a place in a sentence. */
const NAME = /^[a-z0-9[][\w.:[\]-]{0,39}$/i;

/**
 * What strangers call themselves, as it may stand in one of our sentences: only what looks like a host or a token, of
 * at most 40 characters. Null for anything else, which would be the stranger's sentence within ours.
 */
export const foreignName = (text: string): string | null => (NAME.test(text) ? text : null);

/**
 * A text inserted into a sentence, kept from reordering what stands around it (Unicode Standard Annex #9, isolates).
 * Texts that run in the sentence's direction need none: they come as they are, also into what is copied.
 */
export const isolated = (text: string, isRightToLeft: boolean): string =>
  isRightToLeft || RIGHT_TO_LEFT.test(text) ? `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}` : text;
