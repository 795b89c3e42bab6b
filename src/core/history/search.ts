import type { Entry, History } from "./entry.ts";

/** What of an entry can be searched, in the words that the page shows. */
const wordsOf = (entry: Entry): string => `${entry.host} ${entry.status ?? ""} ${entry.says ?? ""}`.toLowerCase();

/** The entries in which every word of a query stands, the newest first. */
export function found(all: History, query: string): History {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter((entry) => words.every((word) => wordsOf(entry).includes(word))).toReversed();
}
