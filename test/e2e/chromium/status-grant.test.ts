import { createServer, type Server } from "node:https";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeCertificate } from "../../lab/certificate.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { closeServer, listen } from "../../lab/ports.ts";
import { serveStatusPage } from "../../lab/status-page.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

const SHOP = "https://shop.example/cart";
/** Linked from the failing page, at a host of its own: nobody but the page says whose it is. */
const STATUS_HOST = "shopstatus.example";

let lab: Lab;
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
  chromium = await startChromium({ ...lab, chromiumArgs });
});
afterAll(async () => {
  await chromium?.close();
  await closeServer(statusPage);
  await lab?.stop();
});

const isGranted = (origin: string) =>
  chromium.ask((asked) => chrome.permissions.contains({ origins: [asked] }), origin);

describe("a status page that is only linked", () => {
  it("is asked once the user has granted its host in the browser's own prompt, and no sooner", async () => {
    await lab.upstream.behave({
      listening: true,
      react: () => ({
        status: 502,
        headers: { "content-type": "text/html" },
        body: `<h1>Down</h1><a href="https://${STATUS_HOST}/">How we are doing</a>`,
      }),
    });
    const { page, tabId } = await chromium.openTab();
    await page.goto(SHOP);
    const popup = await chromium.clickIcon(page);
    await popup.waitForSelector('[data-action="grant-status-page"]', { timeout: 45_000 });

    // A popup closes as soon as the prompt takes the focus; the same page in a tab stays.
    const check = await chromium.openCheck(tabId);
    const row = () =>
      check.$eval('[data-check="status-page"]', (one) => `${(one as HTMLElement).dataset.outcome} ${one.textContent}`);
    await check.waitForSelector('[data-action="grant-status-page"]');
    expect(await row()).toContain(STATUS_HOST);
    expect(asked).toEqual([]);

    const origin = `https://${STATUS_HOST}/*`;
    // As in `grant()`: Allow is disabled for the first moments, and a key too early falls on Deny.
    for (let attempt = 1; attempt <= 5 && !(await isGranted(origin)); attempt++) {
      await check.bringToFront();
      if (attempt > 1) await check.reload();
      const button = await check.waitForSelector('[data-action="grant-status-page"]');
      await button?.evaluate((found) => found.closest("details")?.setAttribute("open", ""));
      await button?.click();
      await new Promise((resolve) => setTimeout(resolve, 700 * attempt));
      await chromium.screen.press("Tab", "Return");
      await until(() => isGranted(origin), 1_000).catch(() => undefined);
    }
    expect(await isGranted(origin)).toBe(true);
    expect(await isGranted("<all_urls>")).toBe(false);
    await until(async () => (await row()).startsWith("fail "));
    expect(await row()).toContain("The shop is down");
    expect(await check.$('[data-action="grant-status-page"]')).toBeNull();
    expect(asked).toEqual(["/api/v2/summary.json"]);
  });
});
