import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Paths of all files below a folder, from the root of the repository, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
}

export const contentOf = (path: string): string => readFileSync(join(ROOT, path), "utf8");

/** File names of the modules of a folder, without extension and without the shared ones named. */
export const modulesIn = (folder: string, shared: readonly string[]): string[] =>
  filesIn(folder)
    .map((path) => path.slice(folder.length + 1).replace(/\.ts$/, ""))
    .filter((name) => !shared.includes(name));

/** Code without comments, so that words in prose count for nothing. */
export const codeOf = (path: string): string =>
  contentOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|[^:"'`])\/\/.*$/gm, "$1");
