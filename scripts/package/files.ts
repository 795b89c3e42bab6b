import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { ArchivedFile } from "./zip.ts";

/** All files below a folder. */
export const filesBelow = (folder: string): ArchivedFile[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(folder, file).replaceAll(sep, "/"), content: readFileSync(file) }));

/** Reads a repository whoever owns its folder: code of it runs already, and in a container the folder is another user's. */
const git = (root: string, ...args: string[]): string =>
  execFileSync("git", ["-c", "safe.directory=*", ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });

/** Whether the folder is the top of a git repository: who has unpacked the source archive has none. */
export const isRepository = (root: string): boolean => existsSync(join(root, ".git"));

/**
 * The files that git tracks, as they stand in the folder, so that the sources are those of the build. `.gitattributes`
 * gives them the same line ends on every system.
 */
export const trackedFiles = (root: string): ArchivedFile[] =>
  git(root, "ls-files", "--stage", "-z")
    .split("\0")
    .filter(Boolean)
    .map((line) => {
      // "100644 0123abcd 0\tpath"
      const [stage = "", path = ""] = line.split("\t");
      return { path, content: readFileSync(join(root, path)), isExecutable: stage.startsWith("100755") };
    });

/** What stands in the folder and in no commit, as git writes it, one line each. */
export const uncommitted = (root: string): string[] => git(root, "status", "--porcelain").split("\n").filter(Boolean);
