// npm run demo [-- --headless]: builds, then opens the fault lab in a browser with the extension loaded.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findBrowser } from "./find-browser.mjs";
import { ensureSystemParts } from "./system-parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const headless = process.argv.includes("--headless");

/** @param {string} line */
function giveUp(line) {
  console.error(line);
  process.exit(1);
}

const hasDisplay =
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (!headless && !hasDisplay) giveUp("There is no display to open a window on. Try: npm run demo -- --headless");

let browser = findBrowser(headless ? "chromium" : undefined);
if (browser === null && process.env.FAULTLINE_BROWSER) {
  giveUp(`FAULTLINE_BROWSER names no ${headless ? "Chromium-like browser" : "browser"} that can be run.`);
}
if (browser === null) {
  if (headless && findBrowser("firefox") !== null) {
    console.log("The headless demo drives the popup, which only Chromium and its kin allow.");
  }
  const { advice } = ensureSystemParts(["chromium"]);
  browser = findBrowser("chromium");
  if (browser === null) giveUp(advice ?? "No browser was found; please install Chromium.");
}

// The real gateway where it can be had; without it the lab's own stands in, and says so.
ensureSystemParts(["nginx"]);

const build = spawnSync(process.execPath, ["scripts/build.mjs", browser.engine === "firefox" ? "firefox" : "chrome"], {
  cwd: root,
  stdio: "inherit",
});
if (build.status !== 0) giveUp("The build failed, so there is nothing to show.");

const demo = spawn(
  process.execPath,
  ["--import", "tsx", "test/lab/demo.ts", headless ? "headless" : "window", browser.engine, browser.path, browser.name],
  { cwd: root, stdio: "inherit" },
);
// Ctrl-C reaches the child by itself, from the terminal; it tidies up, and this process waits for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => demo.kill("SIGTERM"));
demo.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 130);
});
