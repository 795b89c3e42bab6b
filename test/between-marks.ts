/** The text of a page with what stands between two marks replaced. Throws when they are not there exactly once, in order. */
export function replaceBetween(
  text: string,
  [begin, end]: readonly [string, string],
  inside: string,
  page: string,
): string {
  const [before, old, ...rest] = text.split(begin);
  const [, after, ...more] = (old ?? "").split(end);
  if (before === undefined || after === undefined || rest.length > 0 || more.length > 0) {
    throw new Error(`${page} must hold "${begin}" and "${end}" once each`);
  }
  return `${before}${begin}\n\n${inside}\n\n${end}${after}`;
}
