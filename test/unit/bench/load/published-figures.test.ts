import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PERFORMANCE_PAGE, published } from "../../../bench/load/published-figures.ts";

describe("the page with the bench's figures", () => {
  it.each(["pages", "starts", "words", "card", "wake"])("has a place for %s, and nothing around it changes", (part) => {
    const page = readFileSync(PERFORMANCE_PAGE, "utf8");
    const [before = "", after = ""] = published(page, part, "THE FIGURES").split("```\nTHE FIGURES\n```");
    expect(page.startsWith(before)).toBe(true);
    expect(page.endsWith(after)).toBe(true);
  });

  it("is refused where a mark is missing", () => {
    expect(() => published("no marks here", "pages", "figures")).toThrow(/must hold/);
  });
});
