import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "puppeteer-core";
import type { Browser as WebExtension } from "webextension-polyfill";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import type { Lab } from "../../lab/lab.ts";
import { builtExtension, launchInLab } from "../../lab/launch.ts";
import { type Background, backgroundOf } from "./firefox-background.ts";
import type { FirefoxProfile } from "./firefox-profile.ts";
import { quit } from "./firefox-quit.ts";
import { type System, systemOf } from "./firefox-system.ts";
import { type Toolbar, toolbarOf } from "./firefox-toolbar.ts";
import { until } from "./firefox-until.ts";
import type { Screen } from "./xvfb.ts";

/** Without a fixed one nobody outside the extension would know its pages' address. */
const UUID = "0f4a171e-0000-4000-8000-00000000e2e0";

/** Firefox with the production build in it, seeing the lab and nothing else. */
export interface Firefox {
  readonly browser: Browser;
  /** The welcome page, which stays open: the browser's API can be asked from there. */
  readonly console: Page;
  readonly background: Background;
  readonly toolbar: Toolbar;
  readonly system: System;
  /** Runs code in an extension page, with `browser` in reach; argument and result are JSON. */
  ask<T, A>(code: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Clicks the welcome page's button; resolves when sentinel and POST marker stand. */
  grantAll(): Promise<void>;
  /** The tab that a page stands in. Brings it to the front, since without a grant no address tells. */
  tabId(page: Page): Promise<number>;
  /** What the toolbar button shows for a tab. */
  badge(tabId: number): Promise<{ text: string; title: string }>;
  /** One of the extension's own pages, in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /** The popup's page for a tab, as it stands outside the toolbar. */
  openCheck(tabId: number): Promise<Page>;
  /** Opens an address in a container's tab; resolves with its id. */
  openInContainer(url: string): Promise<number>;
  /** Forgets what a site has stored in this browser: cookies, caches, service workers. */
  forgetSite(host: string): Promise<void>;
  /** Installs the same build under a higher version over itself; needs a profile. Its pages close, so `console` is another. */
  update(version: string): Promise<void>;
  close(): Promise<void>;
  /** Ends it as a user does, with these addresses open in tabs; in its profile they come back. */
  quit(open: readonly string[]): Promise<void>;
}

declare const browser: WebExtension;

/** Present in Firefox's own window. */
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: object } | null };
declare const Services: {
  scriptSecurityManager: { getSystemPrincipal(): object };
  clearData: {
    deleteDataFromSite(
      site: string,
      attributes: object,
      byUser: boolean,
      flags: number,
      done: { onDataDeleted(failed: number): void },
    ): void;
  };
};
declare const gBrowser: {
  addTab(url: string, options: { userContextId: number; triggeringPrincipal: object }): object;
};
declare const Ci: { nsIClearDataService: { CLEAR_COOKIES_AND_SITE_DATA: number; CLEAR_ALL_CACHES: number } };

interface Manifest {
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
}

/** What somebody has set in the browser beforehand. */
export interface FirefoxOptions {
  /** The extension may run in private windows as well. */
  readonly privateWindows?: true;
  /** The folder of a fresh profile, which then outlives the browser. */
  readonly profileFolder?: string;
  /** A profile in which the installation and the tabs of the last session are there again. */
  readonly profile?: FirefoxProfile;
  /** The extension's id, where it is not to be the one that every test has. */
  readonly addonId?: string;
  /** A packed extension, with the id of the build, that is installed as it is. */
  readonly archive?: string;
  /** The screen that it is drawn on, so that keys can be pressed there. Without one nothing is drawn. */
  readonly screen?: Screen;
}

/** Starts it and installs a copy of the build, so that a build meanwhile takes nothing away. */
export async function startFirefox(
  lab: Pick<Lab, "chromiumArgs" | "firefoxPrefs">,
  { privateWindows, profileFolder, profile, addonId, archive, screen }: FirefoxOptions = {},
): Promise<Firefox> {
  const userDataDir = profile?.folder ?? profileFolder;
  const found = findBrowser("firefox");
  if (!found) throw new Error("no Firefox here; scripts/system-parts.mjs installs one");
  const folder = await mkdtemp(join(tmpdir(), "faultline-firefox-"));
  const build = join(folder, "extension");
  await cp(builtExtension("firefox"), build, { recursive: true });
  const manifest = join(build, "manifest.json");
  const { browser_specific_settings: settings, ...rest } = JSON.parse(await readFile(manifest, "utf8")) as Manifest;
  const id = addonId ?? settings.gecko.id;
  if (addonId !== undefined) {
    const gecko = { ...settings.gecko, id };
    await writeFile(manifest, JSON.stringify({ ...rest, browser_specific_settings: { ...settings, gecko } }));
  }

  const firefoxPrefs = { ...lab.firefoxPrefs, ...prefs(id, folder), ...profile?.prefs };
  const firefox = await launchInLab({ ...lab, firefoxPrefs }, found, {
    headless: screen === undefined,
    // On a desktop with Wayland it would open there.
    ...(screen && { defaultViewport: null, env: { ...process.env, DISPLAY: screen.display, MOZ_ENABLE_WAYLAND: "0" } }),
    args: ["--remote-allow-system-access"],
    ...(userDataDir === undefined ? {} : { userDataDir }),
  });
  const system = systemOf(firefox);
  if (privateWindows) await allowPrivateWindows(system, id);
  const close = async (): Promise<void> => {
    await firefox.close();
    await rm(folder, { recursive: true, force: true });
  };
  const openExtensionPage = async (path: string): Promise<Page> => {
    const page = await firefox.newPage();
    const url = `moz-extension://${UUID}/${path}`;
    // It never resolves for such an address, though the page opens; it rejects when the page is closed.
    page.goto(url, { timeout: 0 }).catch(() => undefined);
    await until(url, async () => (await addressOf(page)) === url);
    return page;
  };
  const isInstalled = () => system.run((addon) => WebExtensionPolicy.getByID(addon) !== null, id);
  const begin = async (): Promise<Page> => {
    if (profile && (await isInstalled())) return openExtensionPage("src/pages/welcome/index.html");
    await (profile ? profile.install(system, "1.0.0") : firefox.installExtension(archive ?? build));
    return welcomePage(firefox);
  };
  let console = await begin().catch(async (error) => {
    await close();
    throw error;
  });

  const ask = <T, A>(code: (argument: A) => T | Promise<T>, argument: A): Promise<T> =>
    console.evaluate(code as never, argument as never) as Promise<T>;

  return {
    browser: firefox,
    get console() {
      return console;
    },
    background: backgroundOf(system, id),
    toolbar: toolbarOf(system, id),
    system,
    ask,
    openExtensionPage,
    openCheck: (tabId) => openExtensionPage(`src/pages/popup/index.html?tab=${tabId}`),
    async grantAll() {
      await console.bringToFront();
      await console.click('[data-action="grant-all"]');
      await console.waitForSelector("[data-grant=on]");
      await agreeToSending(system, id);
      // Pages loaded before the marker counts count as if they came from a form.
      await until("the POST marker to count", () =>
        ask(async () => {
          const { "method-marks": stored } = await browser.storage.local.get("method-marks");
          return (stored as { value: { since: number | null } } | undefined)?.value.since ?? null;
        }, null),
      );
    },
    async tabId(page) {
      await page.bringToFront();
      const [id] = await ask(
        async () => (await browser.tabs.query({ active: true, currentWindow: true })).map((tab) => tab.id),
        null,
      );
      if (id === undefined) throw new Error("no tab is in front");
      return id;
    },
    badge: (tabId) =>
      ask(
        async (id) => ({
          text: await browser.action.getBadgeText({ tabId: id }),
          title: await browser.action.getTitle({ tabId: id }),
        }),
        tabId,
      ),
    async openInContainer(url) {
      await system.run((address) => {
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        gBrowser.addTab(address, { userContextId: 1, triggeringPrincipal });
      }, url);
      return until("the container's tab", () =>
        ask(async (address) => (await browser.tabs.query({})).find((tab) => tab.url === address)?.id ?? null, url),
      );
    },
    forgetSite: (host) =>
      system.run(
        (site) =>
          new Promise<void>((resolve) => {
            const { CLEAR_COOKIES_AND_SITE_DATA, CLEAR_ALL_CACHES } = Ci.nsIClearDataService;
            Services.clearData.deleteDataFromSite(site, {}, true, CLEAR_COOKIES_AND_SITE_DATA | CLEAR_ALL_CACHES, {
              onDataDeleted: () => resolve(),
            });
          }),
        host,
      ),
    async update(version) {
      if (!profile) throw new Error("what is installed for a while cannot be updated");
      await profile.install(system, version);
      console = await openExtensionPage("src/pages/welcome/index.html");
    },
    close,
    async quit(open) {
      await quit(firefox, system, open);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function prefs(extensionId: string, folder: string): Record<string, string | number | boolean> {
  return {
    "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: UUID }),
    // The prompt belongs to the browser's own window; without it a click on our button is the whole grant.
    "extensions.webextOptionalPermissionPrompts": false,
    // With it every request that is no navigation is the extension's own.
    "browser.chrome.site_icons": false,
    "browser.download.folderList": 2,
    "browser.download.dir": folder,
    "browser.helperApps.neverAsk.saveToDisk": "application/zip",
    "browser.download.alwaysOpenPanel": false,
    // Insecure pages are a case of their own here.
    "dom.security.https_first": false,
    "privacy.userContext.enabled": true,
  };
}

/** Puppeteer goes on to call pages of extensions about:blank, so the page itself is asked. */
const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.href).catch(() => "");

/** The page that a new installation opens by itself tells that it runs. */
async function welcomePage(firefox: Browser): Promise<Page> {
  const url = `moz-extension://${UUID}/src/pages/welcome/index.html`;
  const welcome = await until("the welcome page", async () => {
    for (const page of await firefox.pages()) if ((await addressOf(page)) === url) return page;
    return null;
  });
  await welcome.waitForSelector('[data-action="grant-all"]');
  return welcome;
}

/** The keeper of what users have allowed their extensions; one that runs is named as well, to hear of it. */
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionPermissions: { add(id: string, granted: Record<string, string[]>, running?: object): Promise<void> };
  };
};

/**
 * The user has agreed to what questions to others send, in Firefox's own prompt. It asks for that in a person's click alone,
 * and most tests click by script; `test/e2e/firefox/data-consent.test.ts` answers the prompt itself.
 */
export const agreeToSending = (system: System, extensionId: string): Promise<void> =>
  system.run(async (id) => {
    const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
    const agreed = { permissions: [], origins: [], data_collection: ["browsingActivity", "locationInfo"] };
    await ExtensionPermissions.add(id, agreed, WebExtensionPolicy.getByID(id)?.extension);
  }, extensionId);

/**
 * Moves the switch "Run in Private Windows" before there is an extension: one that is installed is loaded anew by
 * it, and its welcome page goes.
 */
const allowPrivateWindows = (system: System, extensionId: string): Promise<void> =>
  system.run(async (id) => {
    const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
    await ExtensionPermissions.add(id, { permissions: ["internal:privateBrowsingAllowed"], origins: [] });
  }, extensionId);
