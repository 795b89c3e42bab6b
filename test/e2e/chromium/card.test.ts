/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium } from "../support/chromium.ts";
import { type CardEyes, cardEyes } from "../support/chromium-card.ts";

const SHOP = "https://shop.example";
let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;
let card: CardEyes;

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
  await chromium.killWorker();
  ({ page, tabId } = await chromium.openTab());
  card = await cardEyes(page);
});

describe("the card in a failing page", () => {
  it("comes with the first verdict, and counts down to the next try", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await card.appears();
    console.log(JSON.stringify(await card.nodes(), null, 1));
    await page.screenshot({ path: "/tmp/card.png" });
    expect(await card.text()).toContain("shop.example");
  });
});
