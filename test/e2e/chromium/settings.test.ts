import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { findsNothingInAnyColours } from "../support/axe.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { makeChromiumProfile } from "../support/chromium-profile.ts";
import { leaveAlone, savedBy, undoesWhatLoses } from "../support/options-flow.ts";

declare const chrome: typeof globalThis.chrome;

const SHOP = "https://shop.example/";
/** Where Chromium on Linux reads what administrators set. */
const POLICIES = "/etc/chromium/policies/managed";
const POLICY = `${POLICIES}/faultline-test-${process.pid}.json`;

/** Only an administrator may set what an administrator sets. */
const isAdministrator = ((): boolean => {
  try {
    mkdirSync(POLICIES, { recursive: true });
    writeFileSync(POLICY, "{}");
    rmSync(POLICY);
    return true;
  } catch {
    console.warn(`skipped: managed settings, since ${POLICIES} may not be written`);
    return false;
  }
})();

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
  await lab.set("kill-upstream");
});
afterAll(() => lab?.stop());

const options = async (chromium: Chromium): Promise<Page> => {
  const page = await chromium.browser.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/src/pages/options/index.html`);
  await page.waitForSelector("main[data-ready=true]");
  return page;
};

async function check(chromium: Chromium): Promise<Page> {
  const { page, tabId } = await chromium.openTab();
  await page.goto(SHOP);
  const popup = await chromium.openCheck(tabId);
  await popup.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
  return popup;
}

const click = async (page: Page, action: string): Promise<void> => {
  const button = await page.waitForSelector(`[data-action="${action}"]:not(:disabled)`);
  await button?.evaluate((found) => (found as HTMLElement).click());
};

describe("the options page", () => {
  it("keeps another API, which is then the one that is named and asked", async () => {
    const chromium = await startChromium(lab);
    try {
      const page = await options(chromium);
      await page.waitForSelector("[data-automatic=false]");
      await chromium.grant();
      // The page that stands open hears of it, and has no more to say on what is lacking.
      await page.waitForSelector("[data-automatic=true]");
      await page.waitForFunction(() => document.querySelectorAll(".notifications .muted").length === 0);
      await page.bringToFront();
      await page.click("#vantage-base", { count: 3 });
      await page.keyboard.type("https://ping.corp.example/v1/");
      await page.type("#vantage-token", "abcdefghijklmnop");
      await click(page, "vantage-save");
      await page.waitForFunction(() => document.querySelector("#vantage-token-hint")?.textContent?.includes("mnop"));
      expect(await page.$eval("main", (main) => main.innerHTML)).not.toContain("abcdefghijkl");

      const popup = await check(chromium);
      lab.clearRequests();
      await click(popup, "opinion-places");
      await popup.waitForSelector(".opinion-sends");
      expect(await popup.$eval(".opinion-sends", (box) => box.textContent)).toContain("ping.corp.example");
      await click(popup, "opinion-places-send");
      await popup.waitForSelector(".opinions [role=status]:not(:empty)");
      await popup.waitForSelector('.opinions[data-asking=""]', { timeout: 45_000 });
      expect(lab.requests.filter(({ host }) => host === "api.globalping.io")).toEqual([]);
    } finally {
      await chromium.close();
    }
  });
});

describe("two options pages", () => {
  it("show each other's changes, and lose none", async () => {
    const chromium = await startChromium(lab);
    try {
      const pages = [await options(chromium), await options(chromium)] as const;
      const add = async (page: Page, site: string): Promise<void> => {
        await page.bringToFront();
        await page.type("#status-pages-name", site);
        await page.type("#status-pages-url", `https://status.${site}/`);
        await click(page, "status-pages-add");
      };
      const listed = (page: Page) =>
        page.$$eval("[data-list=status-pages] li bdi:first-child", (names) => names.map((name) => name.textContent));
      const showsCards = (page: Page) => page.$eval("[data-field=cards]", (tick) => (tick as HTMLInputElement).checked);
      await add(pages[0], "one.example");
      await until(async () => (await listed(pages[1])).length === 1);
      await add(pages[1], "two.example");
      for (const page of pages) {
        await until(async () => (await listed(page)).length === 2);
        expect(await listed(page)).toEqual(["one.example", "two.example"]);
      }
      await click(pages[0], "status-pages-remove");
      await pages[0].waitForSelector("[data-action=undo]");
      await pages[1].$eval("[data-field=cards]", (tick) => (tick as HTMLElement).click());
      await until(async () => !(await showsCards(pages[0])));
      await click(pages[0], "undo");
      await until(async () => (await listed(pages[1])).length === 2);
      expect(await showsCards(pages[1])).toBe(false);
    } finally {
      await chromium.close();
    }
  });
});

describe("a user who has switched off that pages are tried again by themselves", () => {
  it("is told so, and can still have it done for one page", async () => {
    const chromium = await startChromium(lab);
    try {
      await chromium.grant();
      await chromium.ask(
        async () => chrome.storage.local.set({ settings: { version: 1, value: { retry: { off: true } } } }),
        null,
      );
      const popup = await check(chromium);
      await popup.waitForSelector("[data-off-by=user]");
      expect(await popup.$('[data-action="retry-stop"]')).toBeNull();
      await click(popup, "retry-keep");
      await popup.waitForSelector('[data-action="retry-stop"]');
      expect(await popup.$("[data-off-by]")).toBeNull();
    } finally {
      await chromium.close();
    }
  });
});

describe.skipIf(!isAdministrator)("what an administrator has set", () => {
  it("takes the offers to ask others and to keep trying away, and stands on the options page", async () => {
    // Every browser on this machine reads it, so it speaks to an installation that no other test has.
    const profile = await makeChromiumProfile();
    const id = profile.extensionId;
    mkdirSync(POLICIES, { recursive: true });
    writeFileSync(
      POLICY,
      JSON.stringify({
        "3rdparty": {
          extensions: {
            [id]: {
              remoteOpinions: false,
              helpDesk: { address: "help@corp.example" },
              vantage: { base: "ping" },
              retry: { off: true },
              retryOffSites: ["*.corp.example"],
              notifications: { shown: true, sound: false },
            },
          },
        },
      }),
    );
    let chromium: Chromium | null = null;
    try {
      chromium = await startChromium(lab, { profile });
      await chromium.grant();
      const { ask } = chromium;
      await until(() => ask(async () => (await chrome.storage.managed.get(null)).remoteOpinions === false, null));
      const page = await options(chromium);
      expect(await page.$eval("[data-field=remoteOpinions]", (box) => (box as HTMLInputElement).disabled)).toBe(true);
      expect(
        await page.$$("[data-managed=remoteOpinions], [data-managed=helpDesk], [data-problem=vantage]"),
      ).toHaveLength(3);
      // What cannot be changed offers no change, and each setting says once whose it is.
      expect(await page.$$("[data-list=retry-off-sites] li")).toHaveLength(1);
      expect(await page.$("[data-list=retry-off-sites] button, [data-form=retry-off-sites]")).toBeNull();
      expect(await page.$$(".notifications .theirs")).toHaveLength(1);

      const popup = await check(chromium);
      const mail = await popup.waitForSelector('[data-action="help-desk"]');
      expect(await mail?.evaluate((link) => (link as HTMLAnchorElement).href)).toMatch(
        /^mailto:help@corp\.example\?subject=/,
      );
      expect(await popup.$(".opinions")).toBeNull();
      await popup.waitForSelector("[data-off-by=administrator]");
      expect(
        await popup.$('[data-action="retry-keep"], [data-action="retry-watch"], [data-action="retry-stop"]'),
      ).toBeNull();
    } finally {
      rmSync(POLICY, { force: true });
      await chromium?.close();
      await profile.remove();
    }
  });
});

describe("the settings", () => {
  it("apply at once, can be undone, and come back from the file they were saved to", async () => {
    const chromium = await startChromium(lab);
    const folder = mkdtempSync(join(tmpdir(), "faultline-download-"));
    try {
      await chromium.grant();
      const page = await options(chromium);
      await leaveAlone(page, "shop.example");
      await findsNothingInAnyColours(page);

      const { page: failing, tabId } = await chromium.openTab();
      await failing.goto(SHOP);
      await until(async () => /^50[234]$/.test((await chromium.badge(tabId)).text));
      const popup = await chromium.openCheck(tabId);
      await popup.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
      await popup.waitForSelector('.next-note[data-off-by="user"]');
      const plans = await chromium.ask(
        async () => (await chrome.storage.local.get("retry-plans"))["retry-plans"],
        null,
      );
      expect(plans).toBeUndefined();

      await undoesWhatLoses(page, "shop.example");

      const devtools = await page.createCDPSession();
      await devtools.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
      const handed = await savedBy(page, "export");
      expect(JSON.parse(handed)).toEqual({
        schema: "faultline-settings/1",
        settings: { retryOffSites: ["shop.example"] },
      });
      const file = join(folder, "faultline-settings.json");
      await until(() => existsSync(file));
      expect(readFileSync(file, "utf8")).toBe(handed);

      await click(page, "retry-off-sites-remove");
      await page.waitForFunction(() => document.querySelector('[data-list="retry-off-sites"] li') === null);
      await popup.waitForFunction(() => document.querySelector("[data-off-by]") === null);
      const input = (await page.$("#import")) as ElementHandle<HTMLInputElement>;
      await input.uploadFile(file);
      await page.waitForSelector('[data-list="retry-off-sites"] li');
      expect(await page.$eval(".imported", (list) => list.textContent)).toBe("One setting was taken from the file.");
      await click(page, "reset");
      await click(page, "reset-all");
      await page.waitForFunction(() => document.querySelector('[data-list="retry-off-sites"] li') === null);
      expect(await page.$eval(".imported", (list) => list.textContent)).toBe("");
    } finally {
      rmSync(folder, { recursive: true, force: true });
      await chromium.close();
    }
  });
});
