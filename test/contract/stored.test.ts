import { describe, expect, it } from "vitest";
import { codeOf, contentOf, filesIn } from "./source-files.ts";

const source = filesIn("src").filter((path) => /\.tsx?$/.test(path));
const CONSTANT = /StoredValue<[^=]*> = \{\s*key: "([^"]+)",\s*area: "(local|session)",/g;
const constants = source.flatMap((path) =>
  [...codeOf(path).matchAll(CONSTANT)].map(([, key = "", area = ""]) => ({ path, key, area })),
);
const keysOf = (wanted: string) => [...new Set(constants.flatMap(({ key, area }) => (area === wanted ? [key] : [])))];

describe("what is stored", () => {
  it("on the disk is what docs/privacy.md lists, key by key", () => {
    const table = contentOf("docs/privacy.md").split("| key | what | for how long |")[1]?.split("\n\n")[0] ?? "";
    const listed = [...table.matchAll(/^\| `([^`]+)` \|/gm)].map(([, key]) => key);
    expect(listed.length).toBeGreaterThan(0);
    expect(keysOf("local").sort()).toEqual(listed.sort());
  });

  it("is a constant that this test can read, wherever there is one", () => {
    const declared = source.flatMap((path) => [...codeOf(path).matchAll(/: StoredValue<(?!T>)[^=]*> = \{/g)]);
    expect(constants).toHaveLength(declared.length);
  });

  it("has no other door than that of the platform room", () => {
    const doors = source.filter((path) =>
      /\bstorage\s*(?:\.|\[)\s*(?:local|sync|session|stored|area)/.test(codeOf(path)),
    );
    expect(doors.filter((path) => !path.startsWith("src/platform/"))).toEqual([]);
  });

  it("is nothing that the sentinel needs: pages may not read it", () => {
    expect(codeOf("src/sentinel.ts")).not.toContain("storage");
  });
});
