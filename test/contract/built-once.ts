import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { filesIn, ROOT } from "./source-files.ts";

/** All that a build is made of. */
const INPUTS = [
  ...["src", "public", "scripts"].flatMap(filesIn),
  ...["manifest.json", "managed-settings.json", "identity.json", "package-lock.json", "vite.config.ts"],
];

/** When a file was last written, in epoch milliseconds; 0 for one that is not there. */
const writtenAt = (path: string): number => statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Before all contract tests: builds where a build is missing or older than what it is made of, once, since tests of several
 * files read it side by side. The licences are written last.
 */
export default function buildWhatIsOld(): void {
  const built = Math.min(...["chrome", "firefox"].map((target) => writtenAt(`dist/${target}/licences.txt`)));
  if (INPUTS.every((path) => writtenAt(path) <= built)) return;
  execFileSync(process.execPath, ["scripts/build.mjs"], { cwd: ROOT, stdio: "ignore" });
}
