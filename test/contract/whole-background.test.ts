import { describe, expect, it } from "vitest";
import { codeOf, filesIn } from "./source-files.ts";

/** Not yet run on the fakes: a file leaves this list for good. */
const STILL_REPLACING = [
  "test/unit/background/crowd.test.ts",
  "test/unit/background/retry/outage-history.test.ts",
  "test/unit/background/retry/outcome.test.ts",
  "test/unit/background/retry/retry-driver.test.ts",
  "test/unit/background/retry/unasked-reload.test.ts",
];

describe("tests of the background", () => {
  it("replace none of its modules, nor of those that it stands on: the fakes stand for what is outside", () => {
    const replaces = (path: string) => /\bvi\.(do)?mock\(\s*(import\()?["'`][^"'`]*\/src\//i.test(codeOf(path));
    const replacing = filesIn("test/unit/background").filter(replaces);
    expect(replacing.filter((path) => !STILL_REPLACING.includes(path))).toEqual([]);
  });
});
