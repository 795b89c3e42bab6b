import { fileURLToPath } from "node:url";
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
import type { Lab } from "./lab.ts";

/** A browser as scripts/find-browser.mjs finds it. */
export interface InstalledBrowser {
  readonly engine: "chromium" | "firefox";
  readonly path: string;
  readonly name: string;
}

/** The folder that `npm run build` writes for this kind of browser. */
export const builtExtension = (engine: InstalledBrowser["engine"]): string =>
  fileURLToPath(new URL(`../../dist/${engine === "chromium" ? "chrome" : "firefox"}`, import.meta.url));

/**
 * Opens a browser with a fresh profile that sees the lab and nothing else. It does not end by signals:
 * whoever opens it closes it, in order. Options given here win over the lab's.
 */
export function launchInLab(
  lab: Pick<Lab, "chromiumArgs" | "firefoxPrefs">,
  { engine, path }: InstalledBrowser,
  options: LaunchOptions,
): Promise<Browser> {
  const common: LaunchOptions = {
    executablePath: path,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    ...options,
  };
  if (engine === "firefox") {
    return puppeteer.launch({
      ...common,
      browser: "firefox",
      acceptInsecureCerts: true,
      extraPrefsFirefox: lab.firefoxPrefs,
    });
  }
  return puppeteer.launch({
    ...common,
    // Over a pipe, and with this option, branded Chrome still loads unpacked extensions.
    pipe: true,
    enableExtensions: true,
    args: [...lab.chromiumArgs, ...(options.args ?? [])],
    // With this default of puppeteer's a reload would send a form again without asking.
    ignoreDefaultArgs: ["--disable-prompt-on-repost"],
  });
}
