import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";

const PAGES = resolve(import.meta.dirname, "../../src/pages");
const shells = readdirSync(PAGES, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith("index.html"));

/**
 * What a shell may have of its own: for its first paint, that the page takes all the room there is and, in the popup, its
 * first words; and that nobody may be asked from it.
 */
const plain = (path: string): string =>
  readFileSync(resolve(PAGES, path), "utf8")
    .replace(' class="wide"', "")
    .replace(/(<div id="app">)[\s\S]*(<\/div>\s*<script)/, "$1$2")
    .replace(/ *<meta http-equiv="Content-Security-Policy" content="connect-src 'self'" \/>\n/, "");

describe("the shells of our pages", () => {
  it("are found", () => expect(shells).toContain("popup/index.html"));

  it.each(shells)("are one and the same but for that: %s", (path) => {
    expect(plain(path)).toBe(plain("popup/index.html"));
  });
});
