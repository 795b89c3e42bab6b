import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Identity, readIdentity } from "../identity.ts";
import { billOfMaterials, type Component, parseComponents, parseLock } from "./bill-of-materials.ts";
import { filesBelow, isRepository, trackedFiles } from "./files.ts";
import { type ArchivedFile, byPath, zipOf } from "./zip.ts";

const TARGETS = ["chrome", "firefox"] as const;

const text = (path: string, content: string): ArchivedFile => ({ path, content: Buffer.from(content) });

/** As `sha256sum` writes and checks them. */
const checksums = (files: readonly ArchivedFile[]): string =>
  files.map(({ path, content }) => `${createHash("sha256").update(content).digest("hex")}  ${path}\n`).join("");

/** The packages of both browsers name the same components; each once. */
function componentsIn(root: string): Component[] {
  const all = TARGETS.flatMap((target) =>
    parseComponents(readFileSync(join(root, "dist", `${target}.components.json`), "utf8")),
  );
  return [...new Map(all.map((component) => [`${component.name}@${component.version}`, component])).values()];
}

/**
 * All that a release consists of, made of the builds that lie in dist: for each browser a zip, the sources, the bill of
 * materials, the licences, and the checksums of all. The sources are missing where git is, as in an unpacked archive of them.
 */
export function packagesOf(root: string, version: string, identity: Identity = readIdentity()): ArchivedFile[] {
  const zipped = (name: string, files: readonly ArchivedFile[]): ArchivedFile => ({
    path: `faultline-${version}-${name}.zip`,
    content: zipOf(files),
  });
  const lock = parseLock(readFileSync(join(root, "package-lock.json"), "utf8"));
  const files = [
    ...TARGETS.map((target) => zipped(target, filesBelow(join(root, "dist", target)))),
    ...(isRepository(root) ? [zipped("sources", trackedFiles(root))] : []),
    text(`faultline-${version}.cdx.json`, billOfMaterials(version, { components: componentsIn(root), lock, identity })),
    text(`faultline-${version}-licences.txt`, readFileSync(join(root, "dist", "chrome", "licences.txt"), "utf8")),
  ].sort(byPath);
  return [...files, text("SHA256SUMS", checksums(files))];
}
