const MOST_VALUES = 24_000;

/**
 * Whether a text of JSON is no longer than this and can hold no more than 24,000 values, by what stands between them: its
 * parsing stays cheap. What a text costs follows from how many values it holds far more than from how long it is.
 */
export function isModest(text: string, longest: number): boolean {
  if (text.length > longest) return false;
  let values = 0;
  for (const mark of [",", "[", "{"]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      values += 1;
      if (values > MOST_VALUES) return false;
    }
  }
  return true;
}
