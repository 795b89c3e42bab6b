/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, openPlans } from "../support/chromium-plans.ts";
import { type ChromiumProfile, makeChromiumProfile } from "../support/chromium-profile.ts";
import { keptOnDisk, versionsOnDisk, writeLaterForms } from "../support/later-forms.ts";
import { asLines } from "../support/plan-ends.ts";

const BACK = "Two things are in your cart";
const SAME = "https://nas.home.arpa/cart?tab=2";
const TABS = ["https://shop.example/cart?tab=0", "https://shop.example/cart?tab=1", SAME, SAME];
const WATCHED = "http://shop.example/cart?watched";
const HEALTHY = "https://shop.example/news";
/** What somebody has set. */
const SET = { version: 1, value: { deadlines: { tabHours: 3 } } };

let lab: Lab;
let profile: ChromiumProfile;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  profile = await makeChromiumProfile(process.env.FROM_BUILD);
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
  await chromium.ask((settings) => chrome.storage.local.set({ settings }), SET);
  const kept = await chromium.ask(keptOnDisk, null);
  lab.clearRequests();

  await profile.update("9.9.9");
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
  expect(await chromium.ask(keptOnDisk, null)).toEqual(kept);
  expect(kept).toMatchObject({ settings: SET.value });
  // The watched one's tab has been closed, and every other failure goes on.
  expect(kept.failures).toHaveLength(tabs.length);

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

it("a way back from a later version that stores more loses no plan, no failure and no setting", async () => {
  const failing = await chromium.openTab();
  await lab.set("kill-upstream");
  await failing.page.goto("https://shop.example/cart?back");
  await until(async () => (await running()).some(({ tabId }) => tabId === failing.tabId));
  const mine = async () => (await running()).filter(({ tabId }) => tabId === failing.tabId);
  await until(async () => (await mine()).length === 1);
  const [before] = await mine();
  const kept = await chromium.ask(keptOnDisk, null);
  await chromium.killWorker();
  const versions = await chromium.ask(versionsOnDisk, null);
  await chromium.ask(writeLaterForms, null);
  lab.clearRequests();
  await profile.setVersion("0.0.1");
  await chromium.reloadExtension();
  expect(await chromium.ask(() => chrome.runtime.getManifest().version, null)).toBe("0.0.1");
  await until(async () => (await mine()).some(({ searching }) => searching === null));
  expect(await mine()).toMatchObject([{ id: before?.id, createdAt: before?.createdAt, deadline: before?.deadline }]);
  await lab.set("recover");
  await until(async () => (await text(failing.page)).includes(BACK), 40_000);
  expect(navigations().filter((line) => line.includes("?back"))).toEqual(["https://shop.example/cart?back 200"]);
  await until(async () => (await mine()).length === 0);
  const after = await chromium.ask(keptOnDisk, null);
  expect(after).toMatchObject({ failures: kept.failures });
  expect(after.settings).toMatchObject(SET.value);
  // What has been written since bears this version's number again.
  expect((await chromium.ask(versionsOnDisk, null)).history).toBe(versions.history);
});
