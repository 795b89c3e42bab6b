import { createServer, type Server } from "node:https";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeCertificate } from "../../lab/certificate.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { closeServer, listen } from "../../lab/ports.ts";
import { serveStatusPage } from "../../lab/status-page.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

const SHOP = "https://shop.example/cart";
/** Linked from the failing page, at a host of its own: nobody but the page says whose it is. */
const STATUS_HOST = "shopstatus.example";
const ORIGIN = `https://${STATUS_HOST}/*`;

let lab: Lab;
let mapped: Lab;
let statusPage: Server;
let chromium: Chromium;
/** Paths that were asked of the linked page. */
const asked: string[] = [];

beforeAll(async () => {
  const certificate = await makeCertificate();
  lab = await startLab({ certificate });
  statusPage = createServer(certificate, (request, response) => {
    asked.push(request.url ?? "");
    serveStatusPage("major-outage", request.url ?? "/", response);
  });
  const port = await listen(statusPage);
  // The shop has no page at the place where one would be guessed, but one at a host of its own.
  const chromiumArgs = lab.chromiumArgs.map((arg) =>
    arg.replace(/MAP status\.shop\.example:443 [\d.]+:\d+/, `MAP ${STATUS_HOST}:443 127.0.0.1:${port}`),
  );
  mapped = { ...lab, chromiumArgs };
});
afterAll(async () => {
  await closeServer(statusPage);
  await lab?.stop();
});

const isGranted = (origin: string) =>
  chromium.ask((asked) => chrome.permissions.contains({ origins: [asked] }), origin);

const GRANT = '[data-action="grant-status-page"]';

/** Presses the button wherever it is shown, and answers the browser's own prompt by keyboard until it is granted. */
async function grantIn(shown: (attempt: number) => Promise<Page>): Promise<void> {
  // As in `grant()`: Allow is disabled for the first moments, and a key too early falls on Deny.
  for (let attempt = 1; attempt <= 5 && !(await isGranted(ORIGIN)); attempt++) {
    const button = await (await shown(attempt)).waitForSelector(GRANT, { timeout: 45_000 });
    await button?.evaluate((found) => found.closest("details")?.setAttribute("open", ""));
    // The click is never answered in a popup that the prompt has closed.
    void button?.click().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 700 * attempt));
    await chromium.screen.press("Tab", "Return");
    await until(() => isGranted(ORIGIN), 1_000).catch(() => undefined);
  }
  expect(await isGranted(ORIGIN)).toBe(true);
  expect(await isGranted("<all_urls>")).toBe(false);
}

const row = (shown: Page) =>
  shown.$eval('[data-check="status-page"]', (one) => `${(one as HTMLElement).dataset.outcome} ${one.textContent}`);

/** A page that fails, links to its status page, and has been checked by a click on the icon. */
async function checkFailing(): Promise<{ page: Page; tabId: number; popup: Page }> {
  const { page, tabId } = await chromium.openTab();
  await page.goto(SHOP);
  const popup = await chromium.clickIcon(page);
  await popup.waitForSelector(GRANT, { timeout: 45_000 });
  expect(await row(popup)).toContain(STATUS_HOST);
  expect(asked).toEqual([]);
  return { page, tabId, popup };
}

describe("a status page that is only linked", () => {
  beforeEach(async () => {
    asked.length = 0;
    // What was granted once is granted again without a prompt, even after it was taken back.
    chromium = await startChromium(mapped);
    await lab.upstream.behave({
      listening: true,
      react: () => ({
        status: 502,
        headers: { "content-type": "text/html" },
        body: `<h1>Down</h1><a href="https://${STATUS_HOST}/">How we are doing</a>`,
      }),
    });
  });
  afterEach(async () => {
    await chromium?.close();
  });

  it("is asked once the user has granted its host in the browser's own prompt, and no sooner", async () => {
    const { tabId } = await checkFailing();
    // A popup closes as soon as the prompt takes the focus; the same page in a tab stays.
    const check = await chromium.openCheck(tabId);
    await grantIn(async (attempt) => {
      await check.bringToFront();
      if (attempt > 1) await check.reload();
      return check;
    });
    await until(async () => (await row(check)).startsWith("fail "));
    expect(await row(check)).toContain("The shop is down");
    expect(await check.$(GRANT)).toBeNull();
    expect(asked).toEqual(["/api/v2/summary.json"]);
  });

  it("is asked by the worker when the prompt has closed the popup that asked for the grant", async () => {
    const { page, popup } = await checkFailing();
    const closed = new Promise((resolve) => popup.once("close", resolve));
    await grantIn((attempt) => (attempt === 1 ? Promise.resolve(popup) : chromium.clickIcon(page)));
    await closed;
    await until(() => asked.length > 0);

    const later = await chromium.clickIcon(page);
    await later.waitForSelector('[data-check="status-page"]');
    await until(async () => (await row(later)).startsWith("fail "));
    expect(await row(later)).toContain("The shop is down");
    expect(asked).toEqual(["/api/v2/summary.json"]);
  });
});
