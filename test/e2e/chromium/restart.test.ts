/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, openPlans } from "../support/chromium-plans.ts";
import { type ChromiumProfile, makeChromiumProfile } from "../support/chromium-profile.ts";
import { asLines } from "../support/plan-ends.ts";

const BACK = "Two things are in your cart";
const SAME = "https://nas.home.arpa/cart?tab=2";
/** Tabs of two sites, two of them with the same page. */
const TABS = ["https://shop.example/cart?tab=0", "https://shop.example/cart?tab=1", SAME, SAME];
/** Of a third origin: where a tab brings a site back, nobody is told of it a second time. */
const WATCHED = "http://shop.example/cart?watched";
const WATCH = `watch:${WATCHED}`;

let lab: Lab;
let profile: ChromiumProfile;
let chromium: Chromium;

beforeEach(async () => {
  lab = await startLab();
  profile = await makeChromiumProfile();
  chromium = await startChromium(lab, { profile });
  await chromium.grant();
});
afterEach(async () => {
  await chromium?.close();
  await profile?.remove();
  await lab?.stop();
});

/** Every page fails in its tab, and one more is watched without any. */
async function failEverywhere(): Promise<void> {
  await lab.set("kill-upstream");
  const watched = await chromium.openTab();
  await watched.page.goto(WATCHED);
  await until(async () => (await openPlans(chromium)).length === 1);
  await chromium.ask((tabId) => chrome.runtime.sendMessage({ type: "retry/watch", request: { tabId } }), watched.tabId);
  // Left for another page: a closed tab could be one that the browser's own end has closed.
  await watched.page.goto(TABS[0] ?? "");
  for (const url of TABS.slice(1)) await (await chromium.openTab()).page.goto(url);
  await until(async () => (await plansOfTabs()).length === TABS.length);
}

const plansOfTabs = async () => (await openPlans(chromium)).filter(({ url }) => TABS.includes(url));

/** The tabs of the last session. */
async function restored(): Promise<Page[]> {
  const targets = () => chromium.browser.targets().filter((target) => TABS.includes(target.url()));
  await until(() => targets().length === TABS.length);
  return Promise.all(targets().map((target) => target.asPage()));
}

/**
 * Loads of tabs since the last start, as statuses. The browser brings failing pages back from its cache, or asks
 * for each of them once.
 */
const loads = (status: number): string[] =>
  lab.requests.flatMap((seen) => {
    const asked = seen.by === "gateway" && seen.mode === "navigate" && seen.status === status;
    return asked ? [`https://${seen.host}${seen.path}`] : [];
  });

/**
 * All have come to their end, each to the right one, and the user knows of the site that no tab shows. Where the site
 * answers while the browser has not loaded all of its tabs yet, the browser itself brings those back that still sleep.
 */
async function expectGoodEnds({ someSleep }: { someSleep: boolean }): Promise<void> {
  await until(async () => (await plansOfTabs()).length === 0, 40_000);
  await until(async () => (await openPlans(chromium)).every(({ id }) => id !== WATCH), 40_000);
  const ends = async () => asLines(await endsOf(chromium));
  await expect.poll(ends, { timeout: 10_000 }).toContain(`${WATCHED} site-answers`);
  const ofTabs = async () => (await ends()).filter((end) => end.startsWith("https:"));
  const good = (end: string) => (someSleep ? end.replace(/ site-answers$/, " recovered") : end);
  await expect
    .poll(async () => (await ofTabs()).map(good), { timeout: 10_000 })
    .toEqual(TABS.map((url) => `${url} recovered`).sort());
  // What was said, for the browser takes a notification away by itself after some seconds.
  await expect.poll(saidOfSites, { timeout: 10_000 }).toContain(`notify_answers_title ${new URL(WATCHED).hostname}`);
}

const saidOfSites = async (): Promise<string[]> => {
  const stored = await chromium.ask(async () => (await chrome.storage.session.get("notices")).notices, null);
  const { value } = (stored ?? { value: [] }) as { value: Array<[said: string, at: number]> };
  return value.map(([said]) => said);
};

const ENDS: Array<readonly [string, (it: Chromium) => Promise<void>]> = [
  ["closed", (it) => it.close()],
  [
    "killed",
    async (it) => {
      // Some seconds pass before Chromium writes down what it would know after a crash.
      await until(() => profile.remembers("tabs", ...TABS));
      await until(() => profile.remembers("settings", "all_urls>"));
      await it.crash();
      await profile.acceptRestore();
    },
  ],
];

describe("a browser that was", () => {
  it.each(ENDS)("%s while sites fail, and starts again, brings every tab back by one load", async (_how, end) => {
    await failEverywhere();
    const began = (await plansOfTabs()).map(({ createdAt }) => createdAt);
    await end(chromium);
    lab.clearRequests();
    chromium = await startChromium(lab, { profile });
    const pages = await restored();
    // As they were, and each plan has found its tab under a new id.
    for (const page of pages) await until(async () => (await page.title().catch(() => "")).startsWith("502"));
    await until(async () => (await plansOfTabs()).every(({ searching }) => searching === null), 40_000);
    const plans = await plansOfTabs();
    expect(plans.map(({ createdAt }) => createdAt).sort()).toEqual(began.sort());
    const tabs = await chromium.ask(
      async () => (await chrome.tabs.query({})).map(({ id, url }) => `${id} ${url}`),
      null,
    );
    expect(new Set(plans.map(({ tabId }) => tabId)).size).toBe(TABS.length);
    expect(tabs).toEqual(expect.arrayContaining(plans.map(({ tabId, url }) => `${tabId} ${url}`)));

    await lab.set("recover");
    for (const page of pages) await until(async () => (await page.content().catch(() => "")).includes(BACK), 40_000);
    await expectGoodEnds({ someSleep: false });
    expect(loads(200).sort()).toEqual([...TABS].sort());
    expect(loads(502).length).toBeLessThanOrEqual(TABS.length);
  });

  it("closed while sites fail, and starts again when they work, loads no tab twice", async () => {
    await failEverywhere();
    await chromium.close();
    lab.clearRequests();
    await lab.set("recover");
    chromium = await startChromium(lab, { profile });
    await restored();
    await expectGoodEnds({ someSleep: true });
    expect(loads(200).sort()).toEqual([...TABS].sort());
  });
});
