import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const PAGES = resolve(import.meta.dirname, "../../src/pages");
const shells = readdirSync(PAGES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("index.html"));

/** A page that takes all the room there is says so in its shell, for its first paint. */
const plain = (path: string): string => readFileSync(resolve(PAGES, path), "utf8").replace(' class="wide"', "");

describe("the shells of our pages", () => {
  it("are found", () => expect(shells).toContain("popup/index.html"));

  it.each(shells)("are one and the same, save for the room they take: %s", (path) => {
    expect(plain(path)).toBe(plain("popup/index.html"));
  });
});
