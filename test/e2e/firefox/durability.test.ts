import { expect, test } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { forgetPlans, plansOf } from "../support/firefox-plans.ts";
import { navigations } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

declare const browser: WebExtension;

const session = useFirefox({ granted: true });

/** A site that has just been back would be asked twice. */
const forgetThePast = () => forgetPlans(session.firefox);
/** Any message starts the background; this one it does not even know. */
const wake = () =>
  session.firefox.ask(() => browser.runtime.sendMessage({ type: "none" }).catch(() => undefined), null);
const askNow = (tab: number) =>
  session.firefox.ask(
    (tabId) => void browser.runtime.sendMessage({ type: "retry/now", request: { tabId } }).catch(() => undefined),
    tab,
  );

const MOMENTS: ReadonlyArray<readonly [name: string, happens: (tab: number) => Promise<unknown>]> = [
  ["while the plan waits", async () => undefined],
  [
    "with a request under way",
    async (tab) => {
      await session.lab.set("hang");
      const asked = session.lab.nextRequest(({ by, mode }) => by === "upstream" && mode === "cors");
      await askNow(tab);
      await asked;
    },
  ],
  [
    "while the tab loads",
    async (tab) => {
      await session.lab.set("recover");
      const loads = session.lab.nextRequest(({ by, mode }) => by === "upstream" && mode === "navigate");
      await askNow(tab);
      await loads;
    },
  ],
];

test.each(MOMENTS)("a background that is stopped %s loses no plan, and loads no tab twice", async (_name, happens) => {
  const { lab, firefox } = session;
  const page = await firefox.browser.newPage();
  await firefox.background.stop();
  await forgetThePast();
  await lab.set("kill-upstream");
  await page.goto("https://shop.example/cart");
  const tab = await firefox.tabId(page);
  await until("the plan", async () => (await plansOf(firefox)).find(({ tabId }) => tabId === tab));

  await happens(tab);
  await firefox.background.stop();
  await lab.set("recover");
  await wake();
  await until("the page to be back", () => page.evaluate(() => document.title === "Your cart - Shop"), 40_000);
  await until("the plan's end", async () => (await plansOf(firefox)).length === 0);
  expect(navigations(lab, "/cart").map(({ status }) => status)).toEqual([502, 200]);
});

test("a tab that is closed ends its plan at once", async () => {
  const { lab, firefox } = session;
  const page = await firefox.browser.newPage();
  await forgetThePast();
  await lab.set("kill-upstream");
  await page.goto("https://shop.example/cart");
  const tab = await firefox.tabId(page);
  await until("the plan", async () => (await plansOf(firefox)).find(({ tabId }) => tabId === tab));
  await page.close();
  await until("the plan's end", async () => (await plansOf(firefox)).length === 0, 5_000);
  expect((await plansOf(firefox)).map(({ tabId }) => tabId)).not.toContain(tab);
});
