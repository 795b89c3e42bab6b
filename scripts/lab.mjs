// npm run lab [-- --only <id,...> | --held | --list | --firefox | --record | --publish]: builds, then measures the
// verdicts on every fault of the lab.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureSystemParts } from "./system-parts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const args = process.argv.slice(2);
const inFirefox = args.includes("--firefox") || args[args.indexOf("--browser") + 1] === "firefox";

/** @param {string} line */
function giveUp(line) {
  console.error(line);
  process.exit(1);
}

if (!args.includes("--list")) {
  const browser = inFirefox ? "firefox" : "chromium";
  const { advice } = ensureSystemParts([browser, "nginx", "apache", "haproxy", "varnish", "squid", "caddy"]);
  if (advice !== null) giveUp(advice);
  const target = inFirefox ? "firefox" : "chrome";
  const build = spawnSync(process.execPath, ["scripts/build.mjs", target], { cwd: root, stdio: "inherit" });
  if (build.status !== 0) giveUp("The build failed, so there is nothing to measure.");
}

const lab = spawn(process.execPath, ["--import", "tsx", "test/lab/run-lab.ts", ...args], {
  cwd: root,
  stdio: "inherit",
});
// Ctrl-C reaches the child by itself, from the terminal; it tidies up, and this process waits for it.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => lab.kill("SIGTERM"));
lab.on("exit", (code, signal) => {
  process.exitCode = code ?? (signal === null ? 1 : 130);
});
