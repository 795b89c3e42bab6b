import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./source-files.ts";

/** Before all contract tests: builds what is not there, once, since tests of several files read it side by side. */
export default function buildWhatIsMissing(): void {
  const isBuilt = ["chrome", "firefox"].every((target) => existsSync(join(ROOT, "dist", target, "licences.txt")));
  if (!isBuilt) execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, stdio: "ignore" });
}
