/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, forgetPlans, openPlans } from "../support/chromium-plans.ts";

const SHOP = "https://shop.example";
const BACK = "Two things are in your cart";

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});
beforeEach(async () => {
  await lab.set("recover");
  await page?.close().catch(() => undefined);
  // A site that has just been back would be asked twice.
  await chromium.killWorker();
  await forgetPlans(chromium);
  ({ page, tabId } = await chromium.openTab());
  lab.clearRequests();
});

const open = () => openPlans(chromium);
/** No plan goes on, and this is how those of the test have ended. */
const allEnd = (reason: string, patience: number) =>
  until(async () => {
    const ends = await endsOf(chromium);
    return (await open()).length === 0 && ends.length > 0 && ends.every((end) => end.reason === reason);
  }, patience);
const navigations = (path: string) =>
  lab.requests.filter((seen) => seen.by === "gateway" && seen.mode === "navigate" && seen.path === path);
const shows = (where: Page, text: string) =>
  until(async () => (await where.content().catch(() => "")).includes(text), 30_000);
const fails = async (): Promise<void> => {
  await lab.set("kill-upstream");
  await page.goto(`${SHOP}/cart`);
  await until(async () => (await open()).length > 0);
};

describe("a failing tab", () => {
  // The plan looks at its tab when its time comes, and that grows with the outage: twice up to half a minute.
  it("that the browser puts to sleep is watched on under its new id, and left asleep", async () => {
    await fails();
    await chromium.console.bringToFront();
    const asleep = await chromium.ask(async (id) => (await chrome.tabs.discard(id))?.id ?? null, tabId);
    expect(asleep).not.toBeNull();
    await until(async () => (await open()).some((plan) => plan.tabId === asleep), 90_000);
    lab.clearRequests();
    await lab.set("recover");
    // A plan that looks for the tab under its former id finds nobody there, and ends without a word.
    await until(async () => {
      const ended = (await endsOf(chromium)).some((end) => end.tabId === asleep && end.reason === "site-answers");
      return ended && (await open()).length === 0;
    }, 90_000);
    expect(navigations("/cart")).toEqual([]);
    await chromium.ask((id) => chrome.tabs.remove(id ?? -1), asleep);
  }, 210_000);

  it("that is duplicated comes back in both tabs, each loaded once", async () => {
    await fails();
    const copy = await chromium.ask(async (id) => (await chrome.tabs.duplicate(id))?.id ?? null, tabId);
    await until(async () => (await open()).length === 2);
    const before = navigations("/cart").length;
    await lab.set("recover");
    await allEnd("recovered", 40_000);
    await shows(page, BACK);
    expect(navigations("/cart")).toHaveLength(before + 2);
    await chromium.ask((id) => chrome.tabs.remove(id ?? -1), copy);
  });

  it("that moves to another window is brought back there, without being brought to the front", async () => {
    await fails();
    const windowId = await chromium.ask(
      async (id) => (await chrome.windows.create({ tabId: id, focused: false }))?.id ?? null,
      tabId,
    );
    await chromium.console.bringToFront();
    await lab.set("recover");
    await shows(page, BACK);
    expect(await chromium.ask(async (id) => (await chrome.tabs.get(id)).windowId, tabId)).toBe(windowId);
    expect(await chromium.ask(async () => (await chrome.tabs.getCurrent())?.active, null)).toBe(true);
  });

  it("that would ask before it is left is not loaded, and nothing is asked", async () => {
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.type());
      void dialog.accept();
    });
    await lab.upstream.behave({
      listening: true,
      react: () => ({
        status: 502,
        headers: { "content-type": "text/html" },
        body: "<h1>Sorry</h1><script>onbeforeunload = (event) => event.preventDefault()</script>",
      }),
    });
    await page.goto(`${SHOP}/cart`);
    await page.click("h1");
    await until(async () => (await open()).length > 0);
    lab.clearRequests();
    await lab.set("recover");
    await allEnd("site-answers", 40_000);
    expect(navigations("/cart")).toEqual([]);
    expect(asked).toEqual([]);
  });
});

describe("a site that the user wants to be told of", () => {
  it("is watched on after its tab is closed and its worker killed, until it answers", async () => {
    await fails();
    await chromium.ask((id) => chrome.runtime.sendMessage({ type: "retry/watch", request: { tabId: id } }), tabId);
    await page.close();
    await until(async () => {
      const [plan, ...others] = await open();
      return others.length === 0 && plan?.id === `watch:${SHOP}/cart`;
    });
    await chromium.killWorker();
    await lab.set("recover");
    await until(async () => (await open()).length === 0, 50_000);
    const ofWatch = async () => (await endsOf(chromium)).find((end) => end.tabId === -1)?.reason;
    await expect.poll(ofWatch, { timeout: 5_000 }).toBe("site-answers");
    expect(navigations("/cart")).toHaveLength(1);
  });
});
