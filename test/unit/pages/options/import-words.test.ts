import { describe, expect, it } from "vitest";
import { readSettingsFile } from "../../../../src/core/settings/settings-file.ts";
import { importWords, takenFrom } from "../../../../src/pages/options/import-words.ts";

const read = (settings: unknown) => readSettingsFile(JSON.stringify({ schema: "faultline-settings/1", settings }));
const keys = (settings: unknown) => importWords(read(settings)).map((line) => line.map(({ key }) => key));

describe("what is said of a file of settings that was taken in", () => {
  it("counts what was taken alone, and says that nobody is asked unseen because a file says so", () => {
    const settings = { askUnasked: ["dns.google"], history: false };
    expect(takenFrom(read(settings))).toBe(1);
    expect(keys(settings)).toEqual([["options_import_one"], ["options_import_recipients"]]);
    expect(keys({ askUnasked: ["dns.google"] })).toEqual([["options_import_done"], ["options_import_recipients"]]);
    expect(keys({ askUnasked: "dns.google", history: false })).toEqual(keys(settings));
    expect(importWords(read({ askUnasked: ["dns.google"] }))[0]).toMatchObject([{ args: ["0"] }]);
  });

  it.each([[[]], [null]])("says nothing of recipients where a file names none: %j", (askUnasked) => {
    expect(keys({ askUnasked, history: false })).toEqual([["options_import_one"]]);
  });

  it("names what is not used, with what it should be, and what nobody knows", () => {
    expect(keys({ history: "no", retryOffSites: ["shop.example", "a b"], colour: "red" })).toEqual([
      ["options_import_one"],
      ["options_entry_not_used", "options_expects_retry_off_sites"],
      ["options_not_used", "options_expects_history"],
      ["options_import_unknown"],
    ]);
  });

  it("says of a file of another kind that it is none", () => {
    expect(importWords(readSettingsFile("{}"))).toMatchObject([[{ key: "options_import_not_settings" }]]);
  });
});
