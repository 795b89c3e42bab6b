import type { Entry, History } from "./entry.ts";

const SCHEMA = "faultline-history/1";

const dateOf = (at: number | null): string => (at === null ? "" : new Date(at).toISOString());

/** The history as a file of JSON. */
export const historyJson = (all: History): string => `${JSON.stringify({ schema: SCHEMA, entries: all }, null, 2)}\n`;

/** The columns of the file, which scripts read. */
const COLUMNS = ["site", "status", "from", "to", "seconds", "ended", "side", "cause", "says", "tries"] as const;

const TRIES: readonly string[] = ["fails", "no-answer", "refused", "answers", "tab-fails"];

const cellsOf = ({ host, status, since, until, ended, side, cause, says, marks }: Entry): readonly string[] => [
  host,
  status === null ? "" : String(status),
  dateOf(since),
  dateOf(until),
  until === null ? "" : String(Math.round((until - since) / 1_000)),
  ended ?? "",
  side ?? "",
  cause ?? "",
  says ?? "",
  String(marks.filter(([, what]) => TRIES.includes(what)).length),
];

/**
 * A cell as RFC 4180 writes it. Spreadsheets take a text that begins with one of these signs for a formula, and a host or
 * a sentence may come from outside: an apostrophe before it makes it text again (OWASP, "CSV Injection").
 */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** The history as comma-separated values. */
export const historyCsv = (all: History): string =>
  [COLUMNS, ...all.map(cellsOf)].map((cells) => `${cells.map(cell).join(",")}\r\n`).join("");
