import fc from "fast-check";

/** Ranges of the characters that steer text instead of being read, those of isolates left out. Written down apart from the source. */
const STEERING: ReadonlyArray<readonly [from: number, to: number]> = [
  [0x0000, 0x001f],
  [0x007f, 0x009f],
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x2067],
  [0x206a, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe00ff],
  [0xe01f0, 0xe0fff],
];

/** The characters of a text that steer it, as numbers; halves of surrogate pairs are among them. */
export const steeringIn = (text: string): number[] =>
  [...text]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((code) => STEERING.some(([from, to]) => code >= from && code <= to));

const PIECES = [
  "\u202e", // right-to-left override
  "\u202d",
  "\u2066",
  "\u2067",
  "\u2068",
  "\u2069", // closes an isolate that is not its own
  "\u200e",
  "\u200f",
  "\u061c",
  "\u200b",
  "\u00ad",
  "\ufeff",
  "\u{e0041}",
  "\r\n",
  "\n",
  "\u2028",
  "\u0085",
  "\u0000",
  "\u001b[31m",
  "\ud83d", // the first half of an emoji
  "\ude00",
  "\u{1f600}",
  "שלום",
  "مرحبا",
  "$1",
  "$HOST$",
  "call +1-555-0100 now",
  "<b>",
  " ",
];

/** Anything that a stranger can put into a text: any UTF-16, and what is known to do harm more often than chance has it. */
export const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join("")),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);
