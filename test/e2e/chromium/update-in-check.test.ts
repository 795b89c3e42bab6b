/// <reference types="chrome" />
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { openPlans } from "../support/chromium-plans.ts";
import { type ChromiumProfile, makeChromiumProfile } from "../support/chromium-profile.ts";

const URL_ASKED = "https://shop.example/cart?update";
const BACK = "Two things are in your cart";
/** A check asks its site at most six times, and so does the one that follows it; a plan that goes on beside them now and then. */
const MOST_ASKED = 16;

let lab: Lab;
let profile: ChromiumProfile;
let chromium: Chromium;
beforeAll(async () => {
  lab = await startLab({ gateway: "node" });
  profile = await makeChromiumProfile();
  chromium = await startChromium(lab, { profile });
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await profile?.remove();
  await lab?.stop();
});

it("an update in the middle of a check loses no plan and loads no page twice; the check is closed, and opens anew", async () => {
  const { page, tabId } = await chromium.openTab();
  const plan = async () => (await openPlans(chromium)).find((one) => one.tabId === tabId);
  const seen = (mode: string) => lab.requests.filter((one) => one.by === "gateway" && one.mode === mode);
  await lab.set("kill-upstream");
  await page.goto(URL_ASKED);
  await until(async () => (await plan()) !== undefined);
  const before = await plan();
  await lab.set("hang");
  const asked = lab.nextRequest(({ by, mode }) => by === "upstream" && mode === "cors", 30_000);
  const check = await chromium.openCheck(tabId);
  await check.waitForSelector("main[data-phase=checking]");
  await asked;

  await profile.setVersion("9.9.9");
  await chromium.reloadExtension();
  expect(await chromium.ask(() => chrome.runtime.getManifest().version, null)).toBe("9.9.9");
  // The browser closes the pages of the version before.
  await until(() => check.isClosed());
  await lab.set("kill-upstream");
  await until(async () => (await plan())?.searching === null);
  expect(await plan()).toMatchObject({ id: before?.id, createdAt: before?.createdAt, deadline: before?.deadline });
  expect(seen("navigate").map(({ status }) => status)).toEqual([502]);

  const again = await chromium.openCheck(tabId);
  await again.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
  expect(await again.$eval("main", (main) => main.getAttribute("data-side"))).toBe("server");
  await again.close();
  await lab.set("recover");
  await until(async () => (await page.content().catch(() => "")).includes(BACK), 90_000);
  await until(async () => (await plan()) === undefined, 40_000);
  expect(seen("navigate").map(({ path, status }) => `${path} ${status}`)).toEqual([
    "/cart?update 502",
    "/cart?update 200",
  ]);
  expect(seen("cors").every(({ cookie, path }) => cookie === "" && ["/", "/cart?update"].includes(path))).toBe(true);
  expect(seen("cors").length).toBeLessThanOrEqual(MOST_ASKED);
}, 240_000);
