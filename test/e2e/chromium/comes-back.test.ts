/// <reference types="chrome" />
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

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

test("a failing page is noticed, checked, and loaded again exactly once when it is back", async () => {
  const { url } = await lab.set("kill-upstream");
  lab.clearRequests();
  const { page, tabId } = await chromium.openTab();
  await page.goto(url);
  await until(async () => (await chromium.badge(tabId)).text === "502");

  const verdict = await readVerdict(await chromium.clickIcon(page));
  expect(verdict).toMatchObject({ side: "server", cause: "origin-down" });

  await lab.set("recover");
  await until(async () => (await chromium.badge(tabId)).text === "✓");
  expect(await page.title()).toBe("Your cart - Shop");
  const loads = lab.requests.filter(
    ({ by, mode, path }) => by === "gateway" && mode === "navigate" && path === "/cart",
  );
  expect(loads.map(({ method, status }) => [method, status])).toEqual([
    ["GET", 502],
    ["GET", 200],
  ]);
});
