// `npm run package [-- --release]`: builds, and writes into dist/packages what the stores get.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { placeholdersIn, readIdentity } from "../identity.ts";
import { isRepository, uncommitted } from "./files.ts";
import { packagesOf } from "./packages.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const isRelease = process.argv.slice(2).includes("--release");

/** What keeps this from being published, in a line each. */
function obstacles(): string[] {
  const placeholders = placeholdersIn(readIdentity());
  const dirty = isRepository(ROOT) ? uncommitted(ROOT) : [];
  return [
    ...placeholders.map((name) => `identity.json: ${name} is still a placeholder`),
    ...dirty.map((line) => `in no commit: ${line}`),
  ];
}

function main(): number {
  const found = obstacles();
  for (const line of found) console.error(line);
  if (isRelease && found.length > 0) {
    console.error("Not packaged: a release must have none of these.");
    return 1;
  }
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, stdio: "inherit" });
  if (built.status !== 0) return 1;
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  const folder = join(ROOT, "dist", "packages");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = packagesOf(ROOT, version);
  for (const { path, content } of packages) writeFileSync(join(folder, path), content);
  console.log(
    `\ndist/packages:\n${packages.map(({ path, content }) => `${path}  ${content.byteLength} bytes`).join("\n")}`,
  );
  console.log(`\n${Buffer.from(packages.at(-1)?.content ?? []).toString()}`);
  if (found.length > 0) console.log("Not for publication: see what stands above.");
  return 0;
}

process.exitCode = main();
