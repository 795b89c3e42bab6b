/** Lines of text in columns as wide as their widest cell: the first column to the left, figures to the right. */
export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>, leftColumns = 1): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column < leftColumns ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

/** A figure with one decimal where that tells something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return "never";
  return value.toFixed(value < 100 ? 1 : 0);
}
