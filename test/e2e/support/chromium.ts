/// <reference types="chrome" />
import type { Browser, Extension, Page } from "puppeteer-core";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import type { Lab } from "../../lab/lab.ts";
import { builtExtension, launchInLab } from "../../lab/launch.ts";
import type { ChromiumProfile } from "./chromium-profile.ts";
import { type Screen, startScreen } from "./xvfb.ts";

/** Chromium with the production build in it, on a screen of its own, seeing the lab and nothing else. */
export interface Chromium {
  readonly browser: Browser;
  readonly screen: Screen;
  readonly extensionId: string;
  /** A page of the extension that stays open, to ask the browser's API from. */
  readonly console: Page;
  /** Clicks the welcome page's button and answers the browser's own prompt by keyboard. */
  grant(): Promise<void>;
  /** Runs code in an extension page; the argument is JSON. */
  ask<T, A>(code: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
  /** Opens a tab in front; its id is known only to the extension's API, so the two are brought together here. */
  openTab(): Promise<{ page: Page; tabId: number }>;
  /** Badge text and title of a tab. */
  badge(tabId: number): Promise<{ text: string; title: string }>;
  /** The check page for a tab, as it stands outside the toolbar. */
  openCheck(tabId: number): Promise<Page>;
  /** The real popup, by a click on the icon: grants activeTab. */
  clickIcon(page: Page): Promise<Page>;
  /** Whether the worker runs. */
  isAwake(): Promise<boolean>;
  /** Ends the worker as the browser does with an idle one. */
  killWorker(): Promise<void>;
  /** Starts the extension anew from its folder, as an update does; needs a profile. Its pages close, so `console` is another. */
  reloadExtension(): Promise<void>;
  close(): Promise<void>;
  /** Ends the browser as a crash or a power cut does: at once, with nothing put in order. */
  crash(): Promise<void>;
}

/** What somebody has set in the browser beforehand. */
export interface ChromiumOptions {
  /** The extension may run in private windows as well. */
  readonly privateWindows?: true;
  /** The folder of a fresh profile, which then outlives the browser. */
  readonly profileFolder?: string;
  /** A profile that has the extension in it, and the tabs of its last session, which come back. */
  readonly profile?: ChromiumProfile;
  /** The folder of another build than that of `npm run build`; not with `profile`, which has its own. */
  readonly build?: string;
  /** Where the user sits, as a name of the time zone database. */
  readonly timeZone?: string;
}

/** Starts it. In a fresh profile the welcome page has opened by then, and is kept as `console`. */
export async function startChromium(
  lab: Pick<Lab, "chromiumArgs" | "firefoxPrefs">,
  { privateWindows, profileFolder, profile, build = builtExtension("chromium"), timeZone }: ChromiumOptions = {},
): Promise<Chromium> {
  const userDataDir = profile?.folder ?? profileFolder;
  const found = findBrowser("chromium");
  if (!found) throw new Error("no Chromium here; scripts/system-parts.mjs installs one");
  const screen = await startScreen();
  const browser = await launchInLab(lab, found, {
    headless: false,
    defaultViewport: null,
    env: { ...process.env, ...(timeZone === undefined ? {} : { TZ: timeZone }), DISPLAY: screen.display },
    args: ["--window-size=1200,900", "--no-first-run", ...(profile ? ["--restore-last-session"] : [])],
    ...(userDataDir === undefined ? {} : { userDataDir }),
  });
  const { extensionId, console: opened } = profile
    ? { extensionId: profile.extensionId, console: await openConsole(browser, profile.extensionId) }
    : await install(browser, build);
  let console = privateWindows ? await allowPrivateWindows(browser, extensionId) : opened;

  const ask = <T, A>(code: (argument: A) => T | Promise<T>, argument: A): Promise<T> =>
    console.evaluate(code as never, argument as never) as Promise<T>;
  // Asked from the browser itself: puppeteer's own list lags behind a worker that is ended.
  const protocol = await browser.target().createCDPSession();
  const runningWorker = async (): Promise<string | undefined> => {
    const { targetInfos } = await protocol.send("Target.getTargets");
    return targetInfos.find(({ type, url }) => type === "service_worker" && url.includes(extensionId))?.targetId;
  };
  const extension = async (): Promise<Extension> => {
    const installed = (await browser.extensions()).get(extensionId);
    if (!installed) throw new Error("the extension is gone");
    return installed;
  };

  return {
    browser,
    screen,
    extensionId,
    get console() {
      return console;
    },
    ask,
    async grant() {
      const granted = () => ask(() => chrome.permissions.contains({ origins: ["<all_urls>"] }), null);
      // The prompt belongs to the browser and cannot be seen from here. Its default is Deny; Allow, one Tab
      // on, is disabled for the first moments against accidents, and a key too early falls on Deny: ask again.
      for (let attempt = 1; attempt <= 5 && !(await granted()); attempt++) {
        await console.bringToFront();
        await console.click("main button");
        await new Promise((resolve) => setTimeout(resolve, 700 * attempt));
        await screen.press("Tab", "Return");
        await until(granted, 1_000).catch(() => undefined);
      }
      if (!(await granted())) throw new Error("the browser's prompt was not accepted");
      // The worker has done what follows from the grant once it knows since when forms are marked.
      await until(() => ask(isSetUp, null));
    },
    async openTab() {
      const ids = () => ask(async () => (await chrome.tabs.query({})).map(({ id }) => id), null);
      const before = new Set(await ids());
      const page = await browser.newPage();
      const tabId = (await ids()).find((id) => !before.has(id));
      if (tabId === undefined) throw new Error("the new tab has no id");
      return { page, tabId };
    },
    badge: (tabId) =>
      ask(
        async (id) => ({
          text: await chrome.action.getBadgeText({ tabId: id }),
          title: await chrome.action.getTitle({ tabId: id }),
        }),
        tabId,
      ),
    async openCheck(tabId) {
      const page = await browser.newPage();
      await page.goto(`chrome-extension://${extensionId}/src/pages/popup/index.html?tab=${tabId}`);
      return page;
    },
    async clickIcon(page) {
      await page.bringToFront();
      await page.triggerExtensionAction(await extension());
      const target = await browser.waitForTarget((candidate) =>
        candidate.url().endsWith("/src/pages/popup/index.html"),
      );
      return target.asPage();
    },
    isAwake: async () => (await runningWorker()) !== undefined,
    async killWorker() {
      // What is still under way may wake it once more: end it until it stays so.
      await until(async () => {
        const targetId = await runningWorker();
        if (targetId === undefined) return true;
        await protocol.send("Target.closeTarget", { targetId }).catch(() => undefined);
        return false;
      });
    },
    async reloadExtension() {
      const closed = new Promise((resolve) => console.once("close", resolve));
      // The answer is lost with the page that asks.
      ask(() => chrome.runtime.reload(), null).catch(() => undefined);
      await closed;
      console = await openConsole(browser, extensionId);
    },
    async close() {
      await browser.close();
      screen.stop();
    },
    async crash() {
      const process = browser.process();
      const ended = new Promise((resolve) => process?.once("exit", resolve));
      process?.kill("SIGKILL");
      await ended;
      screen.stop();
    },
  };
}

/** Installs a build over the debugging protocol, until the browser ends. */
async function install(browser: Browser, build: string): Promise<{ extensionId: string; console: Page }> {
  const opened = browser.waitForTarget((target) => target.url().includes("/src/pages/welcome/"));
  const extensionId = await browser.installExtension(build);
  const console = await (await opened).asPage();
  await console.waitForSelector("button");
  return { extensionId, console };
}

/** The welcome page of an extension that is installed; it may not have started yet. */
async function openConsole(browser: Browser, extensionId: string): Promise<Page> {
  const page = await browser.newPage();
  const url = `chrome-extension://${extensionId}/src/pages/welcome/index.html`;
  await until(() =>
    page.goto(url).then(
      () => true,
      () => false,
    ),
  );
  await page.waitForSelector("button");
  return page;
}

/** The part of the API of Chromium's own page of extensions that is used. */
interface DeveloperPrivate {
  updateProfileConfiguration(profile: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(extension: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
}

/** Moves the switch on the page of extensions; that loads the extension anew, and with it the page that is returned. */
async function allowPrivateWindows(browser: Browser, extensionId: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async (id) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    // Without it an unpacked extension stays off once it is loaded anew.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId: id, incognitoAccess: true });
  }, extensionId);
  const welcome = `chrome-extension://${extensionId}/src/pages/welcome/index.html`;
  await until(() =>
    page.goto(welcome).then(
      () => page.evaluate(() => chrome.extension.isAllowedIncognitoAccess()),
      () => false,
    ),
  );
  await page.waitForSelector("button");
  return page;
}

async function isSetUp(): Promise<boolean> {
  const stored = (await chrome.storage.local.get("method-marks"))["method-marks"];
  return typeof (stored as { value: { since: unknown } } | undefined)?.value.since === "number";
}

/** Waits until something is so, looking again every 50 ms; fails after `patience` milliseconds. */
export async function until(isSo: () => boolean | Promise<boolean>, patience = 25_000): Promise<void> {
  const end = Date.now() + patience;
  for (;;) {
    if (await isSo()) return;
    if (Date.now() > end) throw new Error(`not so after ${patience} ms: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
