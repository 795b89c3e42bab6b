/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, openPlans } from "../support/chromium-plans.ts";
import { type ChromiumProfile, makeChromiumProfile } from "../support/chromium-profile.ts";
import { asLines } from "../support/plan-ends.ts";

const BACK = "Two things are in your cart";
const SAME = "https://nas.home.arpa/cart?tab=2";
const TABS = ["https://shop.example/cart?tab=0", "https://shop.example/cart?tab=1", SAME, SAME];
const WATCHED = "http://shop.example/cart?watched";
const HEALTHY = "https://shop.example/news";

let lab: Lab;
let profile: ChromiumProfile;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  profile = await makeChromiumProfile();
  chromium = await startChromium(lab, { profile });
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await profile?.remove();
  await lab?.stop();
});

/** Without that of the closed tab, which looks for it for a while, lest the browser's own end had closed it. */
const running = async () =>
  (await openPlans(chromium)).filter(({ id, url }) => url !== WATCHED || id === `watch:${WATCHED}`);
const text = (page: Page) => page.content().catch(() => "");
const navigations = () =>
  lab.requests.flatMap(({ by, mode, scheme, host, path, status }) =>
    by === "gateway" && mode === "navigate" ? [`${scheme}://${host}${path} ${status}`] : [],
  );

it("an update loses no plan and doubles none, and the sentinels of the version before do no harm", async () => {
  const healthy = await chromium.openTab();
  await healthy.page.goto(HEALTHY);
  await lab.set("kill-upstream");
  const tabs = [];
  for (const url of [WATCHED, ...TABS]) {
    const tab = await chromium.openTab();
    await tab.page.goto(url);
    tabs.push({ ...tab, url });
  }
  await until(async () => (await openPlans(chromium)).length === tabs.length);
  const [watched, ...failing] = tabs;
  await chromium.ask(
    (tabId) => chrome.runtime.sendMessage({ type: "retry/watch", request: { tabId } }),
    watched?.tabId ?? -1,
  );
  await watched?.page.close();
  await until(async () => (await openPlans(chromium)).length === TABS.length + 1);
  const before = await openPlans(chromium);
  lab.clearRequests();

  await profile.setVersion("9.9.9");
  await chromium.reloadExtension();
  expect(await chromium.ask(() => chrome.runtime.getManifest().version, null)).toBe("9.9.9");
  // Each goes on in its tab; nothing has been loaded for that.
  const goesOn = async () =>
    (await running())
      .filter(({ searching }) => searching === null)
      .map(({ tabId, url, createdAt }) => `${tabId} ${url} ${createdAt}`)
      .sort();
  await expect
    .poll(goesOn, { timeout: 25_000 })
    .toEqual(before.map(({ tabId, url, createdAt }) => `${tabId} ${url} ${createdAt}`).sort());
  expect(navigations()).toEqual([]);

  await lab.set("recover");
  for (const { page } of failing) await until(async () => (await text(page)).includes(BACK), 40_000);
  await until(async () => (await running()).length === 0, 40_000);
  const ends = [...TABS.map((url) => `${url} recovered`), `${WATCHED} site-answers`];
  await expect
    .poll(async () => asLines(await endsOf(chromium)), { timeout: 10_000 })
    .toEqual(expect.arrayContaining(ends));
  expect(navigations().sort()).toEqual(TABS.map((url) => `${url} 200`).sort());

  // A page from before the update has both sentinels; the next failure in it is noticed once.
  await lab.set("kill-upstream");
  const errors: string[] = [];
  healthy.page.on("pageerror", (error) => errors.push(String(error)));
  await healthy.page.goto("https://shop.example/cart?after");
  await until(async () => (await chromium.badge(healthy.tabId)).text === "502");
  await until(async () => (await running()).length === 1);
  await healthy.page.goto(HEALTHY.replace("shop.example", "nas.home.arpa"));
  await until(async () => (await running()).map(({ url }) => new URL(url).host).join() === "nas.home.arpa");
  expect(errors).toEqual([]);
});
