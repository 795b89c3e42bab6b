import { existsSync } from "node:fs";
import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { contentOf, filesIn, ROOT } from "./source-files.ts";

const PAGES = [
  ...["README.md", "PRIVACY.md", "SECURITY.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...filesIn("docs").filter((path) => path.endsWith(".md")),
];
const exists = (path: string): boolean => existsSync(posix.join(ROOT, path));
const SOURCES = ["src", "test", "scripts"].flatMap(filesIn);
/** Whether a name, with its last folders or without, is that of a source. */
const isSource = (name: string): boolean => SOURCES.some((path) => `/${path}`.endsWith(`/${name}`));

/** What a heading is called in an address: its words in small letters, joined by hyphens, without other signs. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
const anchorsIn = (path: string): string[] =>
  [...contentOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));

/** Where a link within the repository leads: a file, and perhaps a heading in it. */
const linksIn = (page: string) =>
  [...contentOf(page).matchAll(/\]\((?!https?:|mailto:)([^)#\s]*)(?:#([^)\s]+))?\)/g)].map(([, to = "", anchor]) => ({
    path: to === "" ? page : posix.join(posix.dirname(page), to),
    anchor,
  }));

describe.each(PAGES)("%s", (page) => {
  it("leads to files and headings that exist", () => {
    const dead = linksIn(page).filter(
      ({ path, anchor }) => !exists(path) || (anchor !== undefined && !anchorsIn(path).includes(anchor)),
    );
    expect(dead).toEqual([]);
  });

  it("names files of the repository and commands of npm that exist", () => {
    const text = contentOf(page);
    const files = [...text.matchAll(/`((?:src|test|scripts|docs|public|\.github)\/[\w./-]+)`/g)];
    expect(files.map(([, path = ""]) => path).filter((path) => !exists(path))).toEqual([]);
    const sources = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\.(?:tsx?|mjs|css))`/g)].map(([, name = ""]) => name);
    expect(sources.filter((name) => !exists(name) && !isSource(name))).toEqual([]);
    const commands = [...text.matchAll(/\bnpm run ([a-z]+(?:[:-][a-z]+)*)/g)].map(([, name = ""]) => name);
    expect(commands.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });
});

describe("the table of dependencies", () => {
  it("has each with its version, and no other", () => {
    const rows = [...contentOf("docs/architecture.md").matchAll(/^\| `([^`]+)` \| (\d[\d.]+) \|/gm)];
    const told = Object.fromEntries(rows.map(([, name = "", version]) => [name, version]));
    expect(told).toEqual({ ...packageJson.dependencies, ...packageJson.devDependencies });
  });
});

describe("the README", () => {
  it("is read in one go", () => {
    expect(contentOf("README.md").split("\n").length).toBeLessThanOrEqual(130);
  });
});
