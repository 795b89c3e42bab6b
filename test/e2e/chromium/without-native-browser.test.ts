/// <reference types="chrome" />
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { copyWithoutNativeBrowser } from "../support/older-chromium.ts";

let lab: Lab;
let build: Awaited<ReturnType<typeof copyWithoutNativeBrowser>>;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  build = await copyWithoutNativeBrowser();
  chromium = await startChromium(lab, { build: build.folder });
});
afterAll(async () => {
  await chromium?.close();
  await build?.remove();
  await lab?.stop();
});

describe("a Chromium without a `browser` object of its own", () => {
  it("answers what the popup asks, here about a page that works", async () => {
    const { page } = await chromium.openTab();
    await page.goto("https://shop.example/news");
    const popup = await chromium.clickIcon(page);
    await popup.waitForSelector("main[data-standing=answered]");
    expect(await popup.$eval("main", ({ dataset }) => dataset.side)).toBe("none");
    await page.close();
  });

  it("checks a failing page on a click, without any grant", async () => {
    const { url } = await lab.set("kill-upstream");
    const { page } = await chromium.openTab();
    await page.goto(url);
    const popup = await chromium.clickIcon(page);
    expect(await popup.evaluate(() => Reflect.get(globalThis, "nativeBrowserIsHidden"))).toBe(true);
    expect(await readVerdict(popup)).toMatchObject({ side: "server", cause: "origin-down" });
    await page.close();
  });

  it("grants, wakes the worker for a failing page, judges it, and brings it back", async () => {
    await chromium.grant();
    const { url } = await lab.set("kill-upstream");
    lab.clearRequests();
    await chromium.killWorker();
    const { page, tabId } = await chromium.openTab();
    await page.goto(url);
    await until(async () => (await chromium.badge(tabId)).text === "502");
    expect(await readVerdict(await chromium.clickIcon(page))).toMatchObject({ side: "server", cause: "origin-down" });

    await lab.set("recover");
    await until(async () => (await chromium.badge(tabId)).text === "✓");
    expect(await page.title()).toBe("Your cart - Shop");
    const loads = lab.requests.filter(({ by, mode }) => by === "gateway" && mode === "navigate");
    expect(loads.map(({ path, status }) => [path, status])).toEqual([
      ["/cart", 502],
      ["/cart", 200],
    ]);
  });
});
