import { basename, resolve } from "node:path";
import type { Browser } from "puppeteer-core";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { startChromium } from "../../e2e/support/chromium.ts";
import { startScreen } from "../../e2e/support/xvfb.ts";
import { builtExtension, launchInLab } from "../../lab/launch.ts";
import type { BenchSite } from "./bench-site.ts";
import { writeExtension } from "./small-extension.ts";
import { type Unwatched, unwatch } from "./unwatched.ts";

/** By then an extension has done what it does once installed, and has opened the pages that it opens. */
const SETTLES_MS = 3_000;

/** A browser that takes part, and what is installed in it. */
export interface Contestant {
  readonly name: string;
  /** The extension's folder; null for none. */
  readonly folder: string | null;
  /** Whether the user has given Faultline all sites. */
  readonly isGranted: boolean;
}

export const NONE = "no extension";
export const EMPTY = "empty content script";
export const RULED = "empty script, two rules";
export const AUTOMATIC = "Faultline, on all sites";

/** The extension that does nothing, which no extension that looks at pages can undercut. */
const writeEmpty = (root: string): Promise<string> =>
  writeExtension(
    root,
    EMPTY,
    { content_scripts: [{ matches: ["<all_urls>"], js: ["content.js"], run_at: "document_start" }] },
    { "content.js": "" },
  );

/**
 * The empty script beside two rules that mark how a page was asked for: the floor of an extension that never sends a form
 * again, for no page can tell otherwise. For any extension with the permission Chromium leads all requests through itself.
 */
const writeRuled = (root: string): Promise<string> =>
  writeExtension(
    root,
    RULED,
    {
      content_scripts: [{ matches: ["<all_urls>"], js: ["content.js"], run_at: "document_start" }],
      permissions: ["declarativeNetRequestWithHostAccess"],
      host_permissions: ["<all_urls>"],
      declarative_net_request: { rule_resources: [{ id: "marks", enabled: true, path: "rules.json" }] },
    },
    {
      "content.js": "",
      "rules.json": JSON.stringify(
        ["get", "post"].map((method, index) => ({
          id: index + 1,
          action: {
            type: "modifyHeaders",
            responseHeaders: [{ header: "server-timing", operation: "append", value: `asked-by-${method}` }],
          },
          condition: { requestMethods: [method], resourceTypes: ["main_frame"] },
        })),
      ),
    },
  );

/** Who takes part, in the order of the table. `before` is an older build of Faultline, `others` any unpacked extensions. */
export async function contestants(
  root: string,
  { before, others }: { readonly before: string | null; readonly others: readonly string[] },
): Promise<Contestant[]> {
  const ours = builtExtension("chromium");
  const older = before === null ? [] : [{ name: "Faultline before, on all sites", folder: before, isGranted: true }];
  return [
    { name: NONE, folder: null, isGranted: false },
    { name: EMPTY, folder: await writeEmpty(root), isGranted: false },
    { name: RULED, folder: await writeRuled(root), isGranted: false },
    { name: AUTOMATIC, folder: ours, isGranted: true },
    { name: "Faultline, as installed", folder: ours, isGranted: false },
    ...older,
    ...others.map((folder) => ({ name: basename(folder), folder, isGranted: false })),
  ].map((contestant) => ({
    ...contestant,
    folder: contestant.folder === null ? null : resolve(contestant.folder),
  }));
}

/** A browser with one page, which the bench's site sends around. No debugger is attached to anything in it. */
export interface Runner extends Contestant, Pick<Unwatched, "awake" | "killWorker"> {
  readonly version: string;
  /** Of the browser's first process. */
  readonly pid: number;
  close(): Promise<void>;
}

/** Starts one. Whatever pages the extension has opened are closed. */
export async function startRunner(contestant: Contestant, site: BenchSite): Promise<Runner> {
  const { browser, close } = await (contestant.isGranted ? startGranted : startPlain)(contestant, site);
  const process = browser.process();
  if (process?.pid === undefined) throw new Error("the browser has no process");
  const version = await browser.version();
  const { openAlone, awake, killWorker } = await unwatch(browser);
  await openAlone(site.firstPage(contestant.name));
  return { ...contestant, version, pid: process.pid, awake, killWorker, close };
}

interface Started {
  readonly browser: Browser;
  close(): Promise<void>;
}

/** Faultline with the user's leave for all sites, given as a user gives it. */
async function startGranted({ folder }: Contestant, site: BenchSite): Promise<Started> {
  const { browser, grant, close } = await startChromium(site, folder === null ? {} : { build: folder });
  await grant();
  return { browser, close };
}

/** The same browser with any extension as its installation leaves it, or with none. */
async function startPlain({ folder }: Contestant, site: BenchSite): Promise<Started> {
  const found = findBrowser("chromium");
  if (!found) throw new Error("no Chromium here; scripts/system-parts.mjs installs one");
  const screen = await startScreen();
  const browser = await launchInLab(site, found, {
    headless: false,
    defaultViewport: null,
    env: { ...process.env, DISPLAY: screen.display },
    args: ["--window-size=1200,900", "--no-first-run"],
  });
  if (folder !== null) {
    await browser.installExtension(folder);
    await new Promise((resolve) => setTimeout(resolve, SETTLES_MS));
  }
  const close = async () => {
    await browser.close();
    screen.stop();
  };
  return { browser, close };
}
