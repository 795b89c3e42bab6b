import { type Message, message } from "../../core/message.ts";
import type { SettingsFile } from "../../core/settings/settings-file.ts";
import { FIELD_EXPECTS, FIELD_NAMES } from "./field-names.ts";

/** How many settings of a file are taken. */
export const takenFrom = (file: SettingsFile): number =>
  file.state === "read" ? Object.keys(file.parsed.settings).length : 0;

/** What came of reading a file, line by line, each of one sentence or two: what was taken, and what was not. */
export function importWords(file: SettingsFile): ReadonlyArray<readonly Message[]> {
  if (file.state === "not-settings") return [[message("options_import_not_settings")]];
  const count = takenFrom(file);
  return [
    [count === 1 ? message("options_import_one") : message("options_import_done", String(count))],
    ...file.parsed.problems.map(({ field, entry }) => {
      const name = message(FIELD_NAMES[field]);
      return [
        entry === null ? message("options_not_used", name) : message("options_entry_not_used", name, entry),
        message(FIELD_EXPECTS[field]),
      ];
    }),
    ...(file.namesRecipients ? [[message("options_import_recipients")]] : []),
    ...file.unknown.map((name) => [message("options_import_unknown", name)]),
  ];
}
