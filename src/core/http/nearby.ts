/** Where a pattern stands in a text. */
export interface Found {
  readonly from: number;
  readonly to: number;
}

/** Nobody says one thing oftener in one sentence. */
const MOST_FOUND = 8;

/** The first eight places where a global pattern stands in a text. */
export function allOf(pattern: RegExp, text: string): Found[] {
  const all: Found[] = [];
  for (const { index, 0: found } of text.matchAll(pattern)) {
    all.push({ from: index, to: index + found.length });
    if (all.length === MOST_FOUND) break;
  }
  return all;
}

/** What stands between two finds, in whichever order they come; null where they overlap. */
export function between(one: Found, other: Found, text: string): string | null {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  return first.to <= second.from ? text.slice(first.to, second.from) : null;
}
