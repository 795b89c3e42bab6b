import { runHeadlessDemo } from "./demo-headless.ts";
import { runWindowDemo } from "./demo-window.ts";
import { startLab } from "./lab.ts";
import type { InstalledBrowser } from "./launch.ts";

// Started by scripts/demo.mjs: demo.ts window|headless chromium|firefox <path> <name>
const [mode, engine, path = "", name = ""] = process.argv.slice(2);
const browser: InstalledBrowser = { engine: engine === "firefox" ? "firefox" : "chromium", path, name };

const ending = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ending.abort());

const lab = await startLab();
console.log(
  lab.gateway === "nginx"
    ? "The shop's gateway is a real nginx."
    : "The shop's gateway is a proxy in Node, since nginx is not installed.",
);
try {
  const run = mode === "headless" ? runHeadlessDemo : runWindowDemo;
  process.exitCode = await run(lab, browser, ending.signal);
} finally {
  await lab.stop();
}
