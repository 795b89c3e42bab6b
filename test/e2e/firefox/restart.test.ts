import { afterEach, beforeEach, expect, test } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Firefox, startFirefox } from "../support/firefox.ts";
import { allPlansOf, endsOf, plansOf } from "../support/firefox-plans.ts";
import { type FirefoxProfile, makeFirefoxProfile } from "../support/firefox-profile.ts";
import { until } from "../support/firefox-until.ts";
import { keptOnDisk, writeLaterForms } from "../support/later-forms.ts";
import { asLines } from "../support/plan-ends.ts";

declare const browser: WebExtension;
/** Present in Firefox's own window. */
declare const gBrowser: {
  readonly tabs: Iterable<{ readonly linkedBrowser: { readonly currentURI: { readonly spec: string } } }>;
  selectedTab: object;
};

const SEEN = "https://shop.example/cart?seen";
const SAME = "https://nas.home.arpa/cart?asleep";
/** Tabs of two sites, two of them with the same page. */
const TABS = [SEEN, SAME, SAME];
/** Of a third origin: where a tab brings a site back, nobody is told of it a second time. */
const WATCHED = "http://shop.example/cart?watched";
const WATCH = `watch:${WATCHED}`;

let lab: Lab;
let profile: FirefoxProfile;
let firefox: Firefox;

beforeEach(async () => {
  lab = await startLab();
  profile = await makeFirefoxProfile();
  firefox = await startFirefox(lab, { profile });
  await firefox.grantAll();
});
afterEach(async () => {
  await firefox?.close();
  await profile?.remove();
  await lab?.stop();
});

const plansOfTabs = async (): Promise<RetryPlan[]> => (await plansOf(firefox)).filter(({ url }) => TABS.includes(url));

/** Every page fails in its tab, and one more is watched without any. */
async function failEverywhere(): Promise<void> {
  await lab.set("kill-upstream");
  const watched = await firefox.browser.newPage();
  await watched.goto(WATCHED);
  await until("the first plan", async () => (await plansOf(firefox)).length === 1);
  const watchedTab = await firefox.tabId(watched);
  await firefox.ask((tabId) => browser.runtime.sendMessage({ type: "retry/watch", request: { tabId } }), watchedTab);
  await watched.goto(SEEN);
  for (const url of TABS.slice(1)) await (await firefox.browser.newPage()).goto(url);
  await until("the plans", async () => (await plansOfTabs()).length === TABS.length);
  // Over plain http Firefox hides how the page was asked for, so its front page is watched, whose return is told once it failed.
  await until("the front page's failure", async () =>
    (await plansOf(firefox)).some(({ id, targetFailed }) => id === WATCH && targetFailed === true),
  );
}

/** Loads of the tabs' pages as the gateway saw them. */
const loads = (): string[] =>
  lab.requests.flatMap(({ by, mode, host, path, status }) =>
    by === "gateway" && mode === "navigate" ? [`https://${host}${path} ${status}`] : [],
  );

/** Every plan has ended, and its end has been told. */
async function ends(): Promise<string[]> {
  await until("the ends", async () => (await plansOfTabs()).length === 0, 40_000);
  const untold = async () => (await allPlansOf(firefox)).filter(({ id, url }) => id === WATCH || TABS.includes(url));
  await until("the words", async () => (await untold()).length === 0, 40_000);
  return asLines(
    (await endsOf(firefox)).filter(({ url, tabId }) => (url === WATCHED ? tabId === -1 : TABS.includes(url))),
  );
}

test("after a restart plans find their tabs: one that is seen comes back by one load, sleeping ones are left asleep", async () => {
  await failEverywhere();
  const began = (await plansOfTabs()).map(({ createdAt }) => createdAt).sort();
  await firefox.quit(TABS);
  lab.clearRequests();
  firefox = await startFirefox(lab, { profile });
  await until("the tabs", async () => (await plansOfTabs()).every(({ searching }) => searching === null), 40_000);
  const plans = await plansOfTabs();
  expect(plans.map(({ createdAt }) => createdAt).sort()).toEqual(began);
  const tabs = await firefox.ask(async () => (await browser.tabs.query({})).map(({ id, url }) => `${id} ${url}`), null);
  expect(new Set(plans.map(({ tabId }) => tabId)).size).toBe(TABS.length);
  expect(tabs).toEqual(expect.arrayContaining(plans.map(({ tabId, url }) => `${tabId} ${url}`)));
  expect(loads()).toEqual([]);

  // The user looks at one: the browser shows its own copy of the failure, or asks once, in vain.
  await firefox.system.run((url) => {
    for (const tab of gBrowser.tabs) if (tab.linkedBrowser.currentURI.spec === url) gBrowser.selectedTab = tab;
  }, SEEN);
  await until("the tab that is looked at", () =>
    firefox.ask(
      async (url) =>
        (await browser.tabs.query({ discarded: false })).some((tab) => tab.url === url && tab.status === "complete"),
      SEEN,
    ),
  );
  await lab.set("recover");
  expect(await ends()).toEqual(
    [`${SEEN} recovered`, ...[SAME, SAME, WATCHED].map((url) => `${url} site-answers`)].sort(),
  );
  expect(loads().filter((load) => load !== `${SEEN} 502`)).toEqual([`${SEEN} 200`]);
  expect(loads().length).toBeLessThanOrEqual(2);
});

const UPDATES: ReadonlyArray<readonly [what: string, version: string, prepare: () => Promise<void>]> = [
  ["an update", "9.9.9", async () => undefined],
  ["a start on what a later version has stored", "9.9.8", () => firefox.ask(writeLaterForms, null)],
];

test.each(UPDATES)(
  "%s loses no plan and doubles none, and loads each tab once when its site is back",
  async (_what, version, prepare) => {
    await failEverywhere();
    const told = ({ tabId, url, createdAt }: RetryPlan) => `${tabId} ${url} ${createdAt}`;
    const before = (await plansOfTabs()).map(told).sort();
    const kept = await firefox.ask(keptOnDisk, null);
    await prepare();
    lab.clearRequests();
    await firefox.update(version);
    expect(await firefox.ask(() => browser.runtime.getManifest().version, null)).toBe(version);
    await until("the tabs", async () => (await plansOfTabs()).every(({ searching }) => searching === null), 40_000);
    expect((await plansOfTabs()).map(told).sort()).toEqual(before);
    expect(loads()).toEqual([]);
    expect(await firefox.ask(keptOnDisk, null)).toEqual(kept);

    await lab.set("recover");
    expect(await ends()).toEqual([...TABS.map((url) => `${url} recovered`), `${WATCHED} site-answers`].sort());
    expect(loads().sort()).toEqual(TABS.map((url) => `${url} 200`).sort());
  },
);
