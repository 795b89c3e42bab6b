import * as v from "valibot";
import { type Entry, entrySchema, type History } from "../core/history/entry.ts";
import type { StoredValue } from "./storage.ts";

/** Failures of this browser; the worker alone writes it, pages read. An entry that cannot be read is dropped alone. */
export const HISTORY: StoredValue<History> = {
  key: "history",
  area: "local",
  version: 1,
  readsLater: true,
  initial: [],
  parse: (raw) =>
    Array.isArray(raw)
      ? raw.flatMap((entry): Entry[] => {
          const { success, output } = v.safeParse(entrySchema(), entry);
          return success ? [output] : [];
        })
      : null,
};
