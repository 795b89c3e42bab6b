// `npm run release -- 0.2.0`: writes the version, the changelog's section, the packages, their checksums and the text of
// the tag. It commits, tags, pushes and publishes nothing: it says at its end how to.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { placeholdersIn, readIdentity } from "../identity.ts";
import { tagText, versionRefusal, withCurrentVersion, withRelease } from "./changelog.ts";
import { isRepository, uncommitted } from "./files.ts";
import { writePackages } from "./write-packages.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const write = (path: string, content: string): void => writeFileSync(join(ROOT, path), content);

/** Why nothing may be released, in a line each. */
function refusals(version: string): string[] {
  const refusal = versionRefusal(version, JSON.parse(read("package.json")).version, read("CHANGELOG.md"));
  return [
    ...(refusal === null ? [] : [refusal]),
    ...(isRepository(ROOT) ? uncommitted(ROOT).map((line) => `in no commit: ${line}`) : ["here is no git repository"]),
    ...placeholdersIn(readIdentity()).map((name) => `identity.json: ${name} is still a placeholder`),
  ];
}

/** Every place that bears the version, as it is with the new one; each has it once, before those of packages. */
function withVersion(version: string): Map<string, string> {
  const edited = new Map<string, string>();
  for (const path of ["package.json", "manifest.json"]) {
    edited.set(path, read(path).replace(/"version": "[^"]*"/, `"version": "${version}"`));
  }
  const lock = JSON.parse(read("package-lock.json"));
  lock.version = version;
  lock.packages[""].version = version;
  edited.set("package-lock.json", `${JSON.stringify(lock, null, 2)}\n`);
  edited.set("README.md", withCurrentVersion(read("README.md"), version));
  return edited;
}

function main(version: string): number {
  const refused = refusals(version);
  for (const line of refused) console.error(line);
  if (refused.length > 0) return 1;
  const changelog = read("CHANGELOG.md");
  const edited = withVersion(version).set(
    "CHANGELOG.md",
    withRelease(changelog, version, new Date().toISOString().slice(0, 10)),
  );
  const before = new Map([...edited.keys()].map((path) => [path, read(path)]));
  for (const [path, content] of edited) write(path, content);
  if (!writePackages(ROOT)) {
    for (const [path, content] of before) write(path, content);
    console.error("Not packaged, so the version was put back.");
    return 1;
  }
  const tag = join("dist", "packages", "tag.txt");
  write(tag, tagText(version, changelog, read("dist/packages/SHA256SUMS")));
  console.log(`Version ${version} is made, in no commit yet. If it is right:

  git commit -am "release: ${version}"
  git tag -a v${version} --cleanup=verbatim -F ${tag}
  git push --follow-tags

The workflow "release" then builds it anew, holds it to the checksums in the tag, and attests what it built.`);
  return 0;
}

process.exitCode = main(process.argv[2] ?? "");
