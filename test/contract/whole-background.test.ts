import { describe, expect, it } from "vitest";
import { codeOf, filesIn } from "./source-files.ts";

describe("tests of the background", () => {
  it("replace none of its modules, nor of those that it stands on: the fakes stand for what is outside", () => {
    const replaces = (path: string) => /\bvi\.(do)?mock\(\s*(import\()?["'`][^"'`]*\/src\//i.test(codeOf(path));
    expect(filesIn("test/unit/background").filter(replaces)).toEqual([]);
  });
});
