import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf, filesIn } from "./source-files.ts";

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

describe("the titles of our pages", () => {
  const pages = filesIn("src/pages").filter((path) => /\.tsx?$/.test(path));
  const saying = (pattern: RegExp) =>
    pages.flatMap((path) => Array.from(codeOf(path).matchAll(pattern), ([said]) => `${path}: ${said}`));

  it("are set in one place, once: the browser's own history keeps them, so that none may name a site", () => {
    expect(saying(/document\.title\s*=(?!=)/g)).toEqual(["src/pages/ui/page-language.ts: document.title ="]);
  });

  it("are texts of ours", () => {
    const calls = saying(/setPageLanguage\((?!title: )[^)]*\)/g);
    expect(calls.length).toBeGreaterThan(4);
    for (const call of calls) expect(call).toMatch(/main\.tsx: setPageLanguage\("[a-z_]+"\)$/);
  });
});
