import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { findsNothingInAnyColours } from "../support/axe.ts";
import { type Chromium, startChromium } from "../support/chromium.ts";
import { rehearse } from "../support/rehearsal.ts";

declare const chrome: typeof globalThis.chrome;

let lab: Lab;
let chromium: Chromium;
beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

/** Everything that is kept, on the disk and for the session. */
const stored = () =>
  chromium.ask(async () => {
    const [local, session] = await Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)]);
    return JSON.stringify([local, session]);
  }, null);

describe("the welcome page", () => {
  it("names everybody whom a check asks, before the first one", async () => {
    const recipients = await chromium.console.$eval(".recipients", (section) => section.textContent);
    expect(recipients).toContain("www.gstatic.com");
    expect(recipients).toContain("status page");
  });

  it("says how to pin the icon while it is not pinned", async () => {
    await chromium.console.waitForSelector('[data-pinned="false"]');
    expect(await chromium.console.$eval("[data-pinned]", (section) => section.textContent)).toContain("puzzle piece");
  });

  it("lets people see a page fail and come back, which asks nobody and keeps nothing", async () => {
    const before = await stored();
    lab.clearRequests();
    const href = await chromium.console.$eval('[data-action="try-it"]', (link) => (link as HTMLAnchorElement).href);
    const { page } = await chromium.openTab();
    await page.goto(href);
    await findsNothingInAnyColours(page);
    await rehearse(page);
    await findsNothingInAnyColours(page);
    expect(lab.requests).toEqual([]);
    expect(await stored()).toBe(before);
  }, 120_000);
});
