// `npm run smoke`: builds, then lets one page fail and come back in each browser, side by side. Under a minute.
import { spawnSync } from "node:child_process";
import { ensureSystemParts } from "./system-parts.mjs";
import { toolScript } from "./tool.mjs";

const { advice } = ensureSystemParts(["chromium", "firefox", "nginx", "xvfb", "xdotool"]);
if (advice !== null) {
  console.error(advice);
  process.exit(1);
}

/** @param {string} command @param {readonly string[]} args */
const succeeds = (command, args) => spawnSync(command, args, { stdio: "inherit" }).status === 0;

const paths = ["test/e2e/chromium/comes-back.test.ts", "test/e2e/firefox/comes-back.test.ts"];
const browsers = ["chromium", "firefox"].flatMap((name) => ["--project", name]);
const passed =
  succeeds(process.execPath, ["scripts/build.mjs"]) &&
  succeeds(process.execPath, [toolScript("vitest"), "run", ...browsers, ...paths]);
process.exitCode = passed ? 0 : 1;
