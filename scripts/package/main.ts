// `npm run package [-- --release]`: builds, and writes into dist/packages what the stores get. With --release it refuses
// what nobody should publish; without, it says so and goes on.
import { fileURLToPath } from "node:url";
import { placeholdersIn, readIdentity } from "../identity.ts";
import { isRepository, uncommitted } from "./files.ts";
import { writePackages } from "./write-packages.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** What keeps this from being published, in a line each. */
const obstacles = (): string[] => [
  ...placeholdersIn(readIdentity()).map((name) => `identity.json: ${name} is still a placeholder`),
  ...(isRepository(ROOT) ? uncommitted(ROOT).map((line) => `in no commit: ${line}`) : []),
];

function main(isRelease: boolean): number {
  const found = obstacles();
  if (isRelease && found.length > 0) {
    console.error(`Not packaged, for a release has none of these:\n${found.join("\n")}`);
    return 1;
  }
  if (!writePackages(ROOT)) return 1;
  if (found.length > 0) console.warn(`Not for publication yet:\n${found.join("\n")}`);
  return 0;
}

process.exitCode = main(process.argv.includes("--release"));
