import { type AST, RegExpParser } from "@eslint-community/regexpp";

const parser = new RegExpParser();

/** Characters of a page's start as it is kept, the longest text that any pattern meets piece by piece. */
export const LENGTH = 16_384;

/** Characters of which nearly every class has one. */
const COMMON = ["a", "0", " ", "-", ".", "/", "<", ">", '"', "=", "A", "_", "!", ":", "\n", "\u0000", "é", "日"];

/** The way to answer choices by which repetitions are as long as they may be, as far as that helps. */
const FULL = 3;
const MOST_AGAIN = 200;

/** Some text that an element matches; "" where it needs none. A choice is answered by its `pick`th way, as far as there is one. */
function wordOf(element: AST.Element, flags: string, pick: number): string {
  switch (element.type) {
    case "Character":
      return String.fromCodePoint(element.value);
    case "CharacterSet":
    case "CharacterClass":
    case "ExpressionCharacterClass": {
      const one = new RegExp(`^${element.raw}$`, flags.replace(/[gy]/g, ""));
      const fitting = COMMON.filter((character) => one.test(character));
      const own = element.type === "CharacterClass" ? element.raw.replace(/[[\]\\^]/g, "") : "";
      return fitting[pick % Math.max(1, fitting.length)] ?? [...own].find((character) => one.test(character)) ?? "";
    }
    case "Group":
    case "CapturingGroup": {
      const way = element.alternatives[pick % element.alternatives.length];
      return way ? wordsOf(way.elements, flags, pick) : "";
    }
    case "Quantifier":
      return wordOf(element.element, flags, pick).repeat(
        Math.max(element.min, Math.min(pick === FULL ? MOST_AGAIN : 1, element.max)),
      );
    default:
      return "";
  }
}

const wordsOf = (elements: readonly AST.Element[], flags: string, pick: number): string =>
  elements.map((element) => wordOf(element, flags, pick)).join("");

interface Pump {
  /** What leads there from the pattern's beginning. */
  readonly before: string;
  /** What is repeated there. */
  readonly again: string;
}

/** For every repetition of a tree: what it repeats, and all that stands before it, with it and without. */
function pumpsOf(alternatives: readonly AST.Alternative[], flags: string, pick: number, lead = ""): readonly Pump[] {
  return alternatives.flatMap(({ elements }) => {
    let before = lead;
    return elements.flatMap((element): readonly Pump[] => {
      const word = wordOf(element, flags, pick);
      const inner = element.type === "Quantifier" ? element.element : element;
      const deeper = "alternatives" in inner ? pumpsOf(inner.alternatives, flags, pick, before) : [];
      const own =
        element.type === "Quantifier"
          ? [
              { before, again: wordOf(element.element, flags, pick) },
              { before: "", again: before },
              { before: "", again: before + word },
            ]
          : [];
      before += word;
      return [...own, ...deeper];
    });
  });
}

const repeated = (text: string, length: number): string =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/**
 * Texts of a length that a pattern has most work with, each once: what its syntax tree can repeat, and each of its fragments,
 * repeated, ended so that it fails. A search begins anew at each repetition of what a pattern begins with.
 */
export function* attacksOn(source: string, flags: string, length: number): Generator<string> {
  const { alternatives } = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  const whole = alternatives.map(({ elements }) => wordsOf(elements, flags, 0));
  const pumps = [0, 1, 2, FULL].flatMap((pick) => pumpsOf(alternatives, flags, pick));
  const fragments = [...whole, ...whole.map((word) => word.slice(0, -1))].map((again) => ({ before: "", again }));
  const made = new Set<string>();
  for (const { before, again } of [...pumps, ...fragments]) {
    if (again === "") continue;
    const text = `${before}${repeated(again, length)}`.slice(0, length - 1).concat("\u0001");
    if (made.has(text)) continue;
    made.add(text);
    yield text;
  }
}
