/** Anything that tells whether it finds itself in a text. */
export interface Pattern {
  test(text: string): boolean;
}

const everywhere = ({ source, flags }: RegExp): RegExp => new RegExp(source, `${flags.replace("g", "")}g`);

/**
 * Two patterns that must stand in a text in this order, with at most `within` characters between them. Reads the text
 * once for each: one pattern with a gap, `/a[^]{0,4000}b/`, reads the whole gap again from every `a`, and a page can
 * repeat that a thousand times.
 */
export function passage(begin: RegExp, within: number, end: RegExp): Pattern {
  const begins = everywhere(begin);
  const ends = everywhere(end);
  return {
    test(text) {
      const stops = [...text.matchAll(begins)].map(({ index, 0: found }) => index + found.length);
      if (stops.length === 0) return false;
      let next = 0;
      for (const { index } of text.matchAll(ends)) {
        while ((stops[next] ?? text.length + 1) <= index) next += 1;
        const last = stops[next - 1];
        if (last !== undefined && index - last <= within) return true;
      }
      return false;
    },
  };
}
