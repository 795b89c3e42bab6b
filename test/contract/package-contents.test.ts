import { posix } from "node:path";
import { describe, expect, it } from "vitest";
import { contentOf, filesIn } from "./source-files.ts";

/** What nothing in the package names, and who uses it. */
const USED_FROM_OUTSIDE: Readonly<Record<string, string>> = {
  "manifest.json": "the browser begins with it",
  "_locales/en/messages.json": "the browser, for the manifest's default_locale",
  "licences.txt": "whoever unpacks it: the licences of what is in here ask for it",
};

/** The ways in which one file can name another: from the package's root, from where it stands, from a page to its neighbour. */
function namesOf(path: string, from: string): string[] {
  const relative = posix.relative(posix.dirname(from), path);
  const toNeighbour = /^src\/pages\/([a-z]+\/index\.html)$/.exec(path)?.[1];
  return [path, relative.startsWith(".") ? relative : `./${relative}`, ...(toNeighbour ? [`../${toNeighbour}`] : [])];
}

/** Of all files of a build those that are reached from outside, each with the first that names it. */
function usersIn(dist: string, paths: readonly string[]): Map<string, string> {
  const users = new Map(Object.entries(USED_FROM_OUTSIDE));
  for (const from of users.keys()) {
    if (!/\.(?:js|json|html|css)$/.test(from)) continue;
    const content = contentOf(posix.join(dist, from));
    for (const path of paths) {
      if (!users.has(path) && namesOf(path, from).some((name) => content.includes(name))) users.set(path, from);
    }
  }
  return users;
}

describe.each(["chrome", "firefox"])("the package for %s", (target) => {
  const dist = `dist/${target}`;
  const inPackage = (): string[] => filesIn(dist).map((path) => posix.relative(dist, path));

  it("holds no file that nothing in it uses", () => {
    const users = usersIn(dist, inPackage());
    expect(inPackage().filter((path) => !users.has(path))).toEqual([]);
    expect(users.size).toBeGreaterThan(40);
  });

  it("holds every file that its pages and its manifest name", () => {
    const paths = new Set(inPackage());
    const manifest = contentOf(`${dist}/manifest.json`);
    const named = [...manifest.matchAll(/"([\w/-]+\.(?:js|json|html|png|css))"/g)].map(([, path = ""]) => path);
    for (const page of inPackage().filter((path) => path.endsWith(".html"))) {
      const loaded = [...contentOf(`${dist}/${page}`).matchAll(/\b(?:src|href)="\/([^"]+)"/g)];
      named.push(...loaded.map(([, path = ""]) => path));
    }
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((path) => !paths.has(path))).toEqual([]);
  });

  it("bears the licence of every package in it, and of the public suffix list", () => {
    const licences = contentOf(`${dist}/licences.txt`);
    const components = JSON.parse(contentOf(`dist/${target}.components.json`)) as { name: string; version: string }[];
    const names = components.map(({ name }) => name);
    const { dependencies } = JSON.parse(contentOf("package.json")) as { dependencies: Record<string, string> };
    // What is shipped is what the product depends on, and the list that the build takes from a tool.
    expect(names.sort()).toEqual([...Object.keys(dependencies), "tldts"].sort());
    for (const { name, version } of components) expect(licences).toContain(`\n${name} ${version} (`);
    expect(licences).toContain("Public Suffix List");
  });
});
