import { RegExpParser, visitRegExpAST } from "@eslint-community/regexpp";
import { analyse, type Report } from "scslre";

const parser = new RegExpParser();

/** The pattern with every repetition that has a choice made endless, so that a bound hides nothing of its kind. */
function unbounded(source: string, flags: string): string {
  const edits: { from: number; to: number; put: string }[] = [];
  const tree = parser.parsePattern(source, 0, source.length, {
    unicode: flags.includes("u"),
    unicodeSets: flags.includes("v"),
  });
  visitRegExpAST(tree, {
    onQuantifierEnter({ element, end, greedy, min, max }) {
      if (min !== max) edits.push({ from: element.end, to: end, put: `{${min},}${greedy ? "" : "?"}` });
    },
  });
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((text, { from, to, put }) => text.slice(0, from) + put + text.slice(to), source);
}

const inWords = (source: string, { type, exponential }: Report): string =>
  `${exponential ? "exponential" : "polynomial"} (${type}) in ${source}`;

/**
 * Why a pattern takes more than linear time on some text, one line for each reason, by its syntax tree alone: for
 * exponential ones also where its bounds only keep them from taking for ever, as `(?:a?[^b]{0,200}b){0,20}`.
 */
export function superLinear(source: string, flags: string): readonly string[] {
  const wide = unbounded(source, flags);
  const reports = analyse({ source, flags }).reports.map((report) => inWords(source, report));
  if (reports.length > 0 || wide === source) return reports;
  return analyse({ source: wide, flags })
    .reports.filter(({ exponential }) => exponential)
    .map((report) => inWords(wide, report));
}
