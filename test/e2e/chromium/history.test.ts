import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { findsNothingInAnyColours } from "../support/axe.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { readsSavesAndForgets } from "../support/history-flow.ts";

declare const chrome: typeof globalThis.chrome;

let lab: Lab;
let chromium: Chromium;
beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

test("a real outage is drawn in the popup and stands in the history, which can be saved, searched and cleared", async () => {
  const { url } = await lab.set("kill-upstream");
  const { page, tabId } = await chromium.openTab();
  await page.goto(url);
  await until(async () => (await chromium.badge(tabId)).text === "502");
  const popup = await chromium.openCheck(tabId);
  expect(await readVerdict(popup)).toMatchObject({ side: "server" });
  await popup.$eval("[data-fold=timeline] > summary", (summary) => (summary as HTMLElement).click());
  await popup.waitForSelector("[data-fold=timeline] .timeline-point.fails");
  await lab.set("recover");
  await until(async () => (await chromium.badge(tabId)).text === "✓");

  const { page: history } = await chromium.openTab();
  await history.goto(`chrome-extension://${chromium.extensionId}/src/pages/history/index.html`);
  await history.waitForSelector("main[data-ready=true] .entry");
  await findsNothingInAnyColours(history);
  await readsSavesAndForgets(history);
  await findsNothingInAnyColours(history);
  const left = await chromium.ask(async () => chrome.storage.local.get(null), null);
  expect(Object.keys(left)).not.toContain("history");
  expect(JSON.stringify(left)).not.toContain("shop.example");

  const value = { history: false };
  await chromium.ask((set) => chrome.storage.local.set({ settings: { version: 1, value: set } }), value);
  const isKept = () => history.$eval("[data-field=history]", (tick) => (tick as HTMLInputElement).checked);
  await until(async () => !(await isKept()));
  expect(await history.$eval("main", (main) => main.innerText)).toContain("how long it lasts is not remembered");
  // How long outages lasted may be kept where the list is empty.
  await history.waitForSelector("[data-action=history-clear]");
  await chromium.ask(() => chrome.storage.local.remove("settings"), null);
  await until(isKept);
});

test("ten thousand failures are there to be searched within a second", async () => {
  await chromium.ask(async () => {
    const since = Date.now() - 40_000_000;
    const value = Array.from({ length: 10_000 }, (_, index) => ({
      id: `entry-${index}`,
      host: `site-${index}.example`,
      status: 502,
      since: since + index,
      until: since + index + 60_000,
      ended: "back",
      side: "server",
      cause: "origin-down",
      says: `It’s not\u00a0you. site-${index}.example is down.`,
      marks: Array.from({ length: 6 }, (_each, at) => [since + index + at * 10_000, "fails"]),
    }));
    await chrome.storage.local.set({ history: { version: 1, value } });
  }, null);
  const { page } = await chromium.openTab();
  await page.goto(`chrome-extension://${chromium.extensionId}/src/pages/history/index.html`);
  await page.waitForSelector("main[data-ready=true] .entry");
  expect(await page.$$(".entry")).toHaveLength(50);
  const took = await page.evaluate(async () => {
    const search = document.querySelector<HTMLInputElement>("#search");
    if (!search) throw new Error("no search");
    const begun = performance.now();
    search.value = "site-7777.example";
    search.dispatchEvent(new Event("input", { bubbles: true }));
    while (document.querySelectorAll(".entry").length !== 1) await new Promise(requestAnimationFrame);
    return performance.now() - begun;
  });
  expect(took).toBeLessThan(1_000);
});
