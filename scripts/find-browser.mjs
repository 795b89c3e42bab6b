import { accessSync, constants, statSync } from "node:fs";
import { basename, delimiter, join } from "node:path";

/**
 * @typedef {"chromium" | "firefox"} Engine
 * @typedef {{ name: string, path: string, engine: Engine }} FoundBrowser
 */

/** Names of the programs on Linux, in order of preference. `chromium-browser` is Ubuntu's. */
const LINUX = [
  ["Chrome", "chromium", ["google-chrome-stable", "google-chrome"]],
  ["Chromium", "chromium", ["chromium", "chromium-browser"]],
  ["Edge", "chromium", ["microsoft-edge-stable", "microsoft-edge"]],
  ["Brave", "chromium", ["brave-browser-stable", "brave-browser"]],
  ["Firefox", "firefox", ["firefox-esr", "firefox"]],
];

/** Paths inside /Applications, there for everybody or for this user only. */
const MACOS = [
  ["Chrome", "chromium", "Google Chrome.app/Contents/MacOS/Google Chrome"],
  ["Chromium", "chromium", "Chromium.app/Contents/MacOS/Chromium"],
  ["Edge", "chromium", "Microsoft Edge.app/Contents/MacOS/Microsoft Edge"],
  ["Brave", "chromium", "Brave Browser.app/Contents/MacOS/Brave Browser"],
  ["Firefox", "firefox", "Firefox.app/Contents/MacOS/firefox"],
];

/** Paths inside the program folders of Windows. */
const WINDOWS = [
  ["Chrome", "chromium", "Google\\Chrome\\Application\\chrome.exe"],
  ["Chromium", "chromium", "Chromium\\Application\\chrome.exe"],
  ["Edge", "chromium", "Microsoft\\Edge\\Application\\msedge.exe"],
  ["Brave", "chromium", "BraveSoftware\\Brave-Browser\\Application\\brave.exe"],
  ["Firefox", "firefox", "Mozilla Firefox\\firefox.exe"],
];

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * Every place where a browser may be, best first.
 * @returns {FoundBrowser[]}
 */
function candidates() {
  const of = (name, engine, paths) => paths.map((path) => ({ name, engine, path }));
  if (process.platform === "darwin") {
    const roots = ["/Applications", join(process.env.HOME ?? "/", "Applications")];
    return MACOS.flatMap(([name, engine, path]) =>
      of(
        name,
        engine,
        roots.map((root) => join(root, path)),
      ),
    );
  }
  if (process.platform === "win32") {
    const { ProgramFiles, "ProgramFiles(x86)": x86, LOCALAPPDATA } = process.env;
    const roots = [ProgramFiles, x86, LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS.flatMap(([name, engine, path]) =>
      of(
        name,
        engine,
        roots.map((root) => join(root, path)),
      ),
    );
  }
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  return LINUX.flatMap(([name, engine, programs]) =>
    of(
      name,
      engine,
      programs.flatMap((program) => folders.map((folder) => join(folder, program))),
    ),
  );
}

/**
 * Finds Chrome, Chromium, Edge, Brave or Firefox, in this order. FAULTLINE_BROWSER names a program to
 * use instead; null when nothing is found, also when the named program does not exist.
 * @param {Engine} [engine] only browsers of this kind
 * @returns {FoundBrowser | null}
 */
export function findBrowser(engine) {
  const wanted = process.env.FAULTLINE_BROWSER;
  if (wanted) {
    const kind = /firefox/i.test(basename(wanted)) ? "firefox" : "chromium";
    if (!isProgram(wanted) || (engine !== undefined && engine !== kind)) return null;
    return { name: basename(wanted), path: wanted, engine: kind };
  }
  return (
    candidates().find((browser) => (engine === undefined || browser.engine === engine) && isProgram(browser.path)) ??
    null
  );
}
