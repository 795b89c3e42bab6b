import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "puppeteer-core";
import { afterAll, beforeEach, expect, test } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { plansOf } from "../support/firefox-plans.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

declare const browser: WebExtension;

const session = useFirefox({ granted: true });

/** A site of one page that can be away altogether; on loopback, which Firefox reaches past the lab's proxy. */
class Site {
  status = 200;
  /** Loads of the tab find nobody, while others are answered. */
  dropsLoads = false;
  port = 0;
  #server: Server | null = null;

  get url(): string {
    return `http://127.0.0.1:${this.port}/cart`;
  }

  async begin(): Promise<void> {
    const server = createServer(({ headers, socket }, response) => {
      if (this.dropsLoads && headers["sec-fetch-mode"] === "navigate") return void socket.destroy();
      response.writeHead(this.status, { "content-type": "text/html", "cache-control": "no-store" });
      response.end(`<title>answered ${this.status}</title><form method="post"><button>Order</button></form>`);
    });
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async end(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (!server) return;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

let site = new Site();
beforeEach(async () => {
  await site.end();
  site = new Site();
  await site.begin();
});
afterAll(() => site.end());

/** A load that finds nobody is an error to the driver, too. */
const finding = (nobody: Promise<unknown>): Promise<unknown> => nobody.catch(() => undefined);
const planOf = async (tab: number) => (await plansOf(session.firefox)).find(({ tabId }) => tabId === tab);
const titleOf = (tab: number) => session.firefox.ask(async (id) => (await browser.tabs.get(id)).title, tab);

async function openTab(): Promise<{ page: Page; tab: number }> {
  const page = await session.firefox.browser.newPage();
  await page.goto(site.url);
  return { page, tab: await session.firefox.tabId(page) };
}

test("healthy pages do not start the background, and one that reaches nobody does and is brought back", async () => {
  const { firefox } = session;
  const { page, tab } = await openTab();
  await firefox.background.stop();
  for (let load = 0; load < 10; load++) {
    await page.goto(`${site.url}?${load}`);
    if (load % 2) await page.reload();
    expect(`load ${load}: ${await firefox.background.state()}`).toBe(`load ${load}: stopped`);
  }
  await Promise.all([page.waitForNavigation(), page.click("button")]);
  expect(await firefox.background.state()).toBe("stopped");

  await site.end();
  await finding(page.goto(site.url));
  await until("the background to start", async () => (await firefox.background.state()) === "running");
  expect(await until("the plan", () => planOf(tab))).toMatchObject({ url: site.url, touchesTab: true, status: 0 });

  const popup = await firefox.openCheck(tab);
  await popup.waitForSelector("main[data-standing=no-answer]", { timeout: 20_000 });
  await popup.waitForSelector('[data-action="retry-stop"]');
  await site.begin();
  await until("the page to be back", async () => (await titleOf(tab)) === "answered 200", 60_000);
  await until("the plan to end", async () => !(await planOf(tab)));
}, 120_000);

test("a form that reached nobody is not sent again: the front page is watched", async () => {
  const { page, tab } = await openTab();
  await site.end();
  await finding(Promise.all([page.waitForNavigation({ timeout: 5_000 }), page.click("button")]));
  expect(await until("the plan", () => planOf(tab))).toMatchObject({
    touchesTab: false,
    target: `http://127.0.0.1:${site.port}/`,
  });
});

test("a plan goes on where the user's own reload of the failing page reaches nobody", async () => {
  site.status = 503;
  const { page, tab } = await openTab();
  const before = await until("the plan", () => planOf(tab));
  await site.end();
  await finding(page.reload());
  await until("the browser's own page", async () => !(await titleOf(tab))?.startsWith("answered"));
  const after = await until("the plan to go on", () => planOf(tab));
  expect(after).toMatchObject({ id: before.id, createdAt: before.createdAt });
});

test("a plan goes on where its own load of the tab reaches nobody, and a stopped one is kept on by a click", async () => {
  const { firefox } = session;
  site.status = 503;
  const { tab } = await openTab();
  const before = await until("the plan", () => planOf(tab));
  site.status = 200;
  site.dropsLoads = true;
  const failed = await until(
    "the failed load",
    async () => {
      const plan = await planOf(tab);
      return plan?.state.name === "waiting" && plan.reloads > 0 ? plan : null;
    },
    60_000,
  );
  expect(failed).toMatchObject({ id: before.id, reloads: 1, state: { next: "reload", after: "answer" } });
  expect(await titleOf(tab)).not.toContain("answered");

  const popup = await firefox.openCheck(tab);
  const press = async (action: string) => {
    const button = await popup.waitForSelector(`[data-action="${action}"]:not([aria-disabled=true])`, {
      timeout: 20_000,
    });
    await button?.evaluate((found) => (found as HTMLElement).click());
  };
  await press("retry-stop");
  await until("the plan to stop", async () => !(await planOf(tab)));
  await press("retry-keep");
  expect(await until("the plan to go on", () => planOf(tab))).toMatchObject({ id: before.id });
  site.dropsLoads = false;
  await press("retry-now");
  await until("the page to be back", async () => (await titleOf(tab)) === "answered 200", 60_000);
}, 180_000);
