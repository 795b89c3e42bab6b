import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * The script of a tool that npm has installed, for Node to run. What stands in node_modules/.bin is a program on some
 * systems and a batch file on Windows, which cannot be started without a shell.
 * @param {string} packageName
 * @param {string} [command] where the package brings several, or one that is named otherwise
 */
export function toolScript(packageName, command = packageName) {
  const manifest = join(ROOT, "node_modules", packageName, "package.json");
  const { bin } = JSON.parse(readFileSync(manifest, "utf8"));
  return join(dirname(manifest), typeof bin === "string" ? bin : bin[command]);
}
