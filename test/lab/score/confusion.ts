/** Counts of what was true against what was said. */
export interface Confusion {
  /** Every word that was true or said, in the order given, then as met. */
  readonly words: readonly string[];
  count(truth: string, said: string): number;
}

/** Builds a confusion matrix; `order` fixes which words come first, and only words that occur are kept. */
export function confusion(
  pairs: ReadonlyArray<readonly [truth: string, said: string]>,
  order: readonly string[],
): Confusion {
  const counts = new Map<string, number>();
  const met = new Set<string>();
  for (const [truth, said] of pairs) {
    counts.set(`${truth}>${said}`, (counts.get(`${truth}>${said}`) ?? 0) + 1);
    met.add(truth).add(said);
  }
  const words = [...order.filter((word) => met.has(word)), ...[...met].filter((word) => !order.includes(word))];
  return { words, count: (truth, said) => counts.get(`${truth}>${said}`) ?? 0 };
}

/** As a table in Markdown: truths down, verdicts across, the diagonal in bold, zeros as dots. */
export function confusionTable({ words, count }: Confusion): string {
  const truths = words.filter((truth) => words.some((said) => count(truth, said) > 0));
  const saids = words.filter((said) => words.some((truth) => count(truth, said) > 0));
  const cell = (truth: string, said: string) => {
    const number = count(truth, said);
    return number === 0 ? "·" : truth === said ? `**${number}**` : String(number);
  };
  return [
    `| truth ↓ said → | ${saids.join(" | ")} |`,
    `|---|${saids.map(() => "--:|").join("")}`,
    ...truths.map((truth) => `| ${truth} | ${saids.map((said) => cell(truth, said)).join(" | ")} |`),
  ].join("\n");
}
