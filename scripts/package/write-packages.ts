import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { packagesOf } from "./packages.ts";

/** Builds both extensions and writes all packages into dist/packages; false where the build fails. */
export function writePackages(root: string): boolean {
  const built = spawnSync(process.execPath, ["scripts/build.mjs"], { cwd: root, stdio: "inherit" });
  if (built.status !== 0) return false;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const folder = join(root, "dist", "packages");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packages = packagesOf(root, version);
  for (const { path, content } of packages) writeFileSync(join(folder, path), content);
  const sums = packages.find(({ path }) => path === "SHA256SUMS");
  console.log(`\nIn dist/packages, with their SHA-256:\n\n${Buffer.from(sums?.content ?? []).toString()}`);
  return true;
}
