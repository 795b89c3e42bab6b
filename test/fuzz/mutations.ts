// Before any list of random values is described.
import "../random-cases.ts";
import fc from "fast-check";
import { hostile } from "../unit/core/hostile.ts";
import { pathsIn, withValue } from "../unit/core/status-pages/odd-values.ts";

/** What is known to do harm in a text: signs of the grammars that are read here, and characters that are no letters. */
const PIECES = [
  ...["\u0000", "\u202e", "\u2066", "\u2069", "\u200b", "\ufeff", "\ud83d", "\ude00", "\u{e0041}", "\u2028", "\u0085"],
  ...["\r\n", "\t", " ", "\u00a0", "\\", '"', "'", "`", "(", ")", "[", "]", "{", "}", "<", ">", "<!--", "<![CDATA["],
  ...[",", ";", "=", ":", "|", "/", "//", "?", "#", "@", "%", "%00", "%ff", "..", "-", "+", "*", "$&", "$1", "&amp;"],
  ...["&#x110000;", "&#0;", "&#55357;", "0", "1e999", "-1", "99999999999999999999", "0x10", "1.5", "NaN", "null"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "İ", "ß", "é", "日本", "שלום", "\u{1f600}", "a", "Z"],
] as const;

/** Values that nobody should send: of every type, of every size, and names that every object has a part of. */
const ODD: readonly unknown[] = [
  ...[undefined, null, true, false, 0, -0, -1, 0.5, 502, 1e15, 8.64e15, 2 ** 53, 1e300, -1e300],
  ...[Number.POSITIVE_INFINITY, Number.NaN, "", " ", "0", "502", "toString", "\ud83d", "\u202e", "\u0000"],
  ...["2999-01-01T00:00:00Z", "-1", "https://[::1]/", "javascript:alert(1)", "x".repeat(10_000)],
  ...[[], {}, [null], [[]], [{}], { length: 1e9 }, { toString: null }],
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
];

/** Places in a text are told in thousandths of it, so that a change that shrinks stays within. */
const place = fc.nat(1_000);
const partOf = (whole: number, thousandths: number): number => Math.floor((whole * thousandths) / 1_000);

const textChange = fc.record({
  how: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom("insert", "replace", "repeat", "cut", "drop", "splice") },
    { weight: 1, arbitrary: fc.constant("flood") },
  ),
  at: place,
  length: fc.nat(60),
  times: fc.oneof({ weight: 6, arbitrary: fc.nat(6) }, { weight: 1, arbitrary: fc.nat(2_000) }),
  piece: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, { weight: 1, arbitrary: hostile }),
  other: fc.nat(),
});
type TextChange = typeof textChange extends fc.Arbitrary<infer T> ? T : never;

const filled = (text: string, longest: number): string =>
  text === "" ? "" : text.repeat(Math.ceil(longest / text.length)).slice(0, longest);

function changedText(text: string, change: TextChange, corpus: readonly string[], longest: number): string {
  const { how, at, length, times, piece, other } = change;
  const from = partOf(text.length, at);
  const to = Math.min(text.length, from + length);
  const [before, middle, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (how) {
    case "insert":
      return before + piece + middle + after;
    case "replace":
      return before + piece.repeat(times) + after;
    case "repeat":
      return before + middle.repeat(times) + after;
    case "cut":
      return before;
    case "drop":
      return before + after;
    case "splice":
      return before + (corpus[other % corpus.length] ?? "").slice(partOf(length, at));
    default:
      return before + filled(middle + piece, Math.max(0, longest - before.length));
  }
}

/** Texts after real ones, each changed in up to four ways, and some that were never any; at most `longest` characters. */
export function texts(corpus: readonly string[], longest: number): fc.Arbitrary<string> {
  const changed = fc
    .tuple(fc.nat(corpus.length - 1), fc.array(textChange, { maxLength: 4 }))
    .map(([which, changes]) =>
      changes.reduce((text, change) => changedText(text, change, corpus, longest), corpus[which] ?? ""),
    );
  return fc
    .oneof(
      { weight: 8, arbitrary: changed },
      { weight: 1, arbitrary: hostile },
      { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) },
    )
    .map((text) => text.slice(0, longest));
}

const valueChange = fc.record({
  how: fc.constantFrom("odd", "odd", "any", "name", "other", "many", "deep", "text"),
  at: place,
  odd: fc.constantFrom(...ODD),
  any: fc.anything({ maxDepth: 2, withDate: true, withMap: true, withNullPrototype: true }),
  name: fc.constantFrom("__proto__", "constructor", "toString", "length", "0", "", "\u202e"),
  text: hostile,
  other: place,
  times: fc.oneof({ weight: 6, arbitrary: fc.nat(30) }, { weight: 1, arbitrary: fc.nat(3_000) }),
});
type ValueChange = typeof valueChange extends fc.Arbitrary<infer T> ? T : never;

const at = (value: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Readonly<Record<string | number, unknown>> | null)?.[key], value);

function deep(value: unknown, times: number): unknown {
  let nested = value;
  for (let turn = 0; turn < times; turn += 1) nested = turn % 2 === 0 ? [nested] : { a: nested };
  return nested;
}

function changedValue(value: unknown, change: ValueChange): unknown {
  const paths = pathsIn(value);
  const path = paths[partOf(paths.length - 1, change.at)] ?? [];
  const replaced = (other: unknown) => withValue(value, path, other);
  const here = at(value, path);
  switch (change.how) {
    case "odd":
      return replaced(change.odd);
    case "any":
      return replaced(change.any);
    case "text":
      return replaced(change.text);
    case "name":
      return replaced(typeof here === "object" && here !== null ? { ...here, [change.name]: change.odd } : change.name);
    case "other":
      return replaced(at(value, paths[partOf(paths.length - 1, change.other)] ?? []));
    case "many":
      return replaced(Array.from({ length: change.times }, () => (Array.isArray(here) ? (here[0] ?? null) : here)));
    default:
      return replaced(deep(here, Math.min(600, change.times)));
  }
}

/** Values after real ones, each with up to three places changed, and some that were never any. */
export function values(corpus: readonly unknown[]): fc.Arbitrary<unknown> {
  const changed = fc
    .tuple(fc.nat(corpus.length - 1), fc.array(valueChange, { maxLength: 3 }))
    .map(([which, changes]) => changes.reduce(changedValue, corpus[which]));
  return fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 1, arbitrary: fc.anything({ maxDepth: 3, withDate: true, withMap: true, withNullPrototype: true }) },
  );
}

/** As the other side sends values that are JSON there: what JSON has no word for is left out by whoever writes it. */
const written = (value: unknown): string => {
  try {
    return JSON.stringify(value) ?? "null";
  } catch {
    return "null";
  }
};

/** Texts of JSON: of changed values, and changed texts; at most `longest` characters. */
export const jsonTexts = (corpus: readonly unknown[], longest: number): fc.Arbitrary<string> =>
  fc
    .oneof({ weight: 2, arbitrary: values(corpus).map(written) }, texts(corpus.map(written), longest))
    .map((text) => text.slice(0, longest));

type Fields = ReadonlyArray<readonly [name: string, value: string]>;

/** As much as is read of a field's value, and of all fields together, in characters. */
const LONGEST_FIELD = 4_096;
const MOST_FIELDS = 100;

/**
 * Header fields after real lists: values changed, fields of other lists put between them, the same one many times. Names
 * are such as `fetch` lets through.
 */
export function fields(corpus: readonly Fields[]): fc.Arbitrary<Fields> {
  const all = corpus.flat();
  const names = [...new Set(all.map(([name]) => name))];
  const value = texts([...new Set(all.map(([, one]) => one))], LONGEST_FIELD);
  const field = fc.tuple(fc.constantFrom(...names), value);
  return fc
    .tuple(
      fc.constantFrom(...corpus),
      fc.array(fc.tuple(place, value), { maxLength: 3 }),
      fc.array(field, { maxLength: 4 }),
      fc.oneof({ weight: 8, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat(MOST_FIELDS) }),
    )
    .map(([list, changes, more, times]) => {
      const changed = changes.reduce<Fields>((before, [where, other]) => {
        const index = partOf(before.length - 1, where);
        return before.map((one, turn) => (turn === index ? ([one[0], other] as const) : one));
      }, list);
      return [...changed, ...Array.from({ length: times }, () => more).flat()].slice(0, MOST_FIELDS);
    });
}
