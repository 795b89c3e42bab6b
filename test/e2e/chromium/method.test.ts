/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type OtherExtension, writeExtension } from "../../lab/other-extensions.ts";
import type { Reaction } from "../../lab/upstream.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, openPlans } from "../support/chromium-plans.ts";

const SHOP = "https://shop.example";
const HTML = { "content-type": "text/html", "cache-control": "no-store" };

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
beforeEach(async () => {
  await lab.set("recover");
  await page?.close();
  ({ page, tabId } = await chromium.openTab());
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

const posts = () => lab.requests.filter(({ by, method }) => by === "gateway" && method === "POST").length;
const loads = (path: string) =>
  lab.requests.filter((seen) => seen.by === "gateway" && seen.mode === "navigate" && seen.path === path).length;

/** Sends the form of the order page, and sees it fail; the plan that follows. */
async function order() {
  lab.clearRequests();
  await Promise.all([page.waitForNavigation(), page.click("#direct")]);
  await until(async () => (await openPlans(chromium)).some((plan) => plan.tabId === tabId));
  return (await openPlans(chromium)).find((plan) => plan.tabId === tabId);
}

/** The shop is well again, the plan has ended, and the tab stands as it stood: nothing was sent or asked a second time. */
async function expectLeftAlone(): Promise<void> {
  await page.evaluate(() => document.documentElement.setAttribute("data-first", ""));
  await chromium.console.bringToFront();
  await lab.set("recover");
  await until(async () => (await endsOf(chromium)).some((end) => end.tabId === tabId), 60_000);
  expect(await page.$("html[data-first]")).not.toBeNull();
  expect(await chromium.ask(async () => (await chrome.tabs.getCurrent())?.active, null)).toBe(true);
}

/** With another extension beside Faultline, as of now. */
async function beside(kind: OtherExtension, act: () => Promise<void>): Promise<void> {
  const other = writeExtension(kind);
  const id = await chromium.browser.installExtension(other.folder);
  try {
    await act();
  } finally {
    await chromium.browser.uninstallExtension(id);
    other.remove();
  }
}

const failingOrders = (reaction: Reaction) =>
  lab.upstream.behave({ listening: true, react: ({ path }) => (path === "/order" ? reaction : "serve") });

it(
  "a form's failing answer is left alone where another extension takes the marks away",
  () =>
    beside("no-server-timing", async () => {
      await page.goto(`${SHOP}/order`);
      await failingOrders("drop");
      expect(await order()).toMatchObject({ touchesTab: false, target: `${SHOP}/` });
      await expectLeftAlone();
      expect([posts(), loads("/order?direct")]).toEqual([1, 1]);
    }),
  120_000,
);

it.each([
  ["our own mark", "faultline-get, faultline-get"],
  ["it before a quotation mark left open", 'faultline-get, x;desc="'],
])(
  "a form's failing answer is left alone that claims by %s to be an ordinary page's",
  async (_what, timing) => {
    await page.goto(`${SHOP}/order`);
    const headers = { ...HTML, "server-timing": timing };
    await failingOrders({ status: 502, headers, body: "<title>down</title>" });
    expect(await order()).toMatchObject({ touchesTab: false, target: `${SHOP}/` });
    await expectLeftAlone();
    expect([posts(), loads("/order?direct")]).toEqual([1, 1]);
  },
  120_000,
);

it("a form without an answer to show is left alone, sent to the address that a plan watches", async () => {
  // The page has the form in it, so that both have one address.
  const form = '<form method="post"><button id="direct">Order</button></form>';
  await lab.upstream.behave({
    listening: true,
    react: ({ path, method }) => {
      if (path !== "/once-more") return "serve";
      return method === "POST"
        ? { status: 502, headers: { "content-length": "0" }, body: "" }
        : { status: 503, headers: { ...HTML, "retry-after": "600" }, body: form };
    },
  });
  await page.goto(`${SHOP}/once-more`);
  await until(async () => (await openPlans(chromium)).some((plan) => plan.tabId === tabId && plan.touchesTab));
  lab.clearRequests();
  await page.click("#direct");
  await until(async () => (await openPlans(chromium)).some((plan) => plan.tabId === tabId && !plan.touchesTab));
  expect(posts()).toBe(1);
}, 60_000);

/** An app that hands forms on, and has a page of its own for an answer that was lost. */
const APP_WORKER = `
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
const lost = () => new Response("<title>We have lost the answer</title>", { status: 503, headers: { "content-type": "text/html" } });
self.addEventListener("fetch", (event) => {
  if (event.request.mode !== "navigate") return;
  event.respondWith(fetch(event.request).then((answer) => (answer.status < 500 ? answer : lost()), lost));
});
`;

it("an installed app's form whose answer was lost is sent once, and its tab never loaded again", async () => {
  await lab.upstream.behave({
    listening: true,
    react: ({ path }) =>
      path === "/app-worker.js"
        ? { status: 200, headers: { "content-type": "text/javascript" }, body: APP_WORKER }
        : "serve",
  });
  await page.goto(`${SHOP}/order`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.register("/app-worker.js");
    await navigator.serviceWorker.ready;
  });
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await failingOrders("drop");
  expect(await order()).toMatchObject({ touchesTab: false, target: `${SHOP}/` });
  expect(await page.title()).toBe("We have lost the answer");
  await expectLeftAlone();
  // The app's worker asks in its own name, so no load of the tab is among the requests.
  expect(posts()).toBe(1);
}, 120_000);
