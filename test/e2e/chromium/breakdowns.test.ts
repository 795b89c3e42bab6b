/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { openPlans } from "../support/chromium-plans.ts";

const SHOP = "https://shop.example";
const BACK = "Two things are in your cart";
/** A check asks its site at most so often; a plan that goes on beside it asks now and then. */
const MOST_ASKED = 8;

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;
let round = 0;
let url: string;

beforeAll(async () => {
  lab = await startLab({ gateway: "node" });
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});
beforeEach(async () => {
  await lab.set("kill-upstream");
  await page?.close().catch(() => undefined);
  ({ page, tabId } = await chromium.openTab());
  round += 1;
  url = `${SHOP}/cart?round=${round}`;
  lab.clearRequests();
});

const plan = async () => (await openPlans(chromium)).find((one) => one.tabId === tabId);
const fail = async () => {
  await page.goto(url);
  await until(async () => (await chromium.badge(tabId)).text === "502");
};
const wake = () => chromium.ask(() => void chrome.runtime.sendMessage({ type: "none" }).catch(() => undefined), null);
const seen = (mode: string) => lab.requests.filter((one) => one.by === "gateway" && one.mode === mode);
/** The page is back by one load, and nothing is left of its plan. */
async function expectOneRecovery(): Promise<void> {
  await lab.set("recover");
  await until(async () => (await page.content().catch(() => "")).includes(BACK), 60_000);
  await until(async () => (await plan()) === undefined, 40_000);
  const loads = seen("navigate").filter(({ path }) => path === `/cart?round=${round}`);
  expect(loads.map(({ status }) => status)).toEqual([502, 200]);
  expect(seen("cors").every(({ cookie }) => cookie === "")).toBe(true);
  expect(seen("cors").length).toBeLessThanOrEqual(MOST_ASKED);
}

/** Writes until nothing more fits; runs in a page of the extension. */
async function fillDisk(): Promise<void> {
  for (let size = 1 << 20, index = 0; size >= 16; index += 1) {
    try {
      await chrome.storage.local.set({ [`filler-${index}`]: "x".repeat(size) });
    } catch {
      size >>= 1;
    }
  }
}

async function emptyDisk(): Promise<void> {
  const fillers = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith("filler-"));
  await chrome.storage.local.remove(fillers);
}

describe("a failing page is brought back, once, where", () => {
  it("the disk has had no room for what its plan does", async () => {
    await fail();
    await until(async () => (await plan()) !== undefined);
    await chromium.ask(fillDisk, null);
    await lab.set("recover");
    await chromium.killWorker();
    await wake();
    // What could not be counted is not sent, and no tab is loaded that nobody has written down.
    const other = await chromium.openTab();
    await other.page.goto(`${SHOP}/cart?beside`);
    const asked = await chromium.openCheck(other.tabId);
    await asked.waitForSelector("main[data-standing]");
    expect(seen("navigate").filter(({ path }) => path === `/cart?round=${round}`)).toHaveLength(1);
    await asked.close();
    await other.page.close();
    await chromium.ask(emptyDisk, null);
    await chromium.killWorker();
    await wake();
    await expectOneRecovery();
  });
});

describe("a grant that is taken back in the middle of a check", () => {
  it("ends the plan, and the site is asked nothing more", async () => {
    await fail();
    await lab.set("hang");
    const asked = lab.nextRequest(({ by, mode }) => by === "upstream" && mode === "cors", 15_000);
    const check = await chromium.openCheck(tabId);
    await asked;
    await chromium.ask(() => chrome.permissions.remove({ origins: ["<all_urls>"] }), null);
    await until(async () => (await plan()) === undefined);
    // Whatever was under way as the grant went.
    const before = lab.requests.filter(({ by, mode }) => by === "upstream" && mode === "cors").length;
    await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
    expect(lab.requests.filter(({ by, mode }) => by === "upstream" && mode === "cors")).toHaveLength(before);
    expect(await check.$eval("main", (main) => main.getAttribute("data-side"))).not.toBe("you");
  });
});
