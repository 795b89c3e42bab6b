/** One fault as the demo tells of it. */
export interface Row {
  readonly fault: string;
  readonly gateway: string;
  readonly verdict: string;
  readonly confidence: string;
  readonly truth: string;
  readonly right: boolean;
  readonly seconds: number;
}

const COLUMNS = [
  ["fault", 17],
  ["gateway", 8],
  ["verdict", 24],
  ["confidence", 11],
  ["truth", 24],
  ["right", 7],
  ["seconds", 7],
] as const;

const line = (cells: readonly string[]): string =>
  COLUMNS.map(([, width], index) => (cells[index] ?? "").padEnd(width))
    .join(" ")
    .trimEnd();

/** The head of the table; rows follow as they come. */
export const tableHead = (): string =>
  `${line(COLUMNS.map(([name]) => name))}\n${line(COLUMNS.map(([, width]) => "-".repeat(width)))}`;

export const tableRow = ({ fault, gateway, verdict, confidence, truth, right, seconds }: Row): string =>
  line([fault, gateway, verdict, confidence, truth, right ? "right" : "WRONG", seconds.toFixed(1).padStart(7)]);
