import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium } from "../support/chromium.ts";

const BODY =
  '<!doctype html><title>Bad gateway</title><p><a href="mailto:help@shop.example">Mail</a> <a href="https://github.com/shop/site">Source</a>';

let lab: Lab;
let chromium: Chromium;
beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

const hrefOf = (check: Page, action: string) =>
  check.$eval(`[data-action="${action}"]`, (link) => (link as HTMLAnchorElement).href);

it("shows the report whole, with the ways that the failing page names, and sends nothing by itself", async () => {
  await lab.upstream.behave({
    listening: true,
    react: () => ({ status: 502, headers: { "content-type": "text/html" }, body: BODY }),
  });
  const { page, tabId } = await chromium.openTab();
  await page.goto("https://shop.example/cart?card=4711");
  const check = await chromium.openCheck(tabId);
  await check.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
  const open = await check.waitForSelector('[data-action="report-ways"]');
  await open?.evaluate((found) => (found as HTMLElement).click());
  await check.waitForSelector(".report-text");

  await check.$eval('[data-field="report-provider"]', (field) => {
    (field as HTMLInputElement).value = "Stadtwerke";
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
  await check.waitForFunction("document.querySelector('.report-text').textContent.includes('Network: Stadtwerke')");
  const written = await check.$eval(".report-text", (part) => part.textContent ?? "");
  expect(written).toContain("Page: https://shop.example/cart\n");
  expect(written).not.toContain("4711");

  const mail = await hrefOf(check, "report-mail");
  expect(mail).toMatch(/^mailto:help@shop\.example\?subject=Faultline/);
  const body = decodeURIComponent(mail.split("&body=")[1] ?? "");
  expect(body).toContain("Network: Stadtwerke");
  expect(body).toContain("Verdict: ");
  // The report is longer than a mail program is handed on, and the button says so.
  expect(body).toMatch(/…$/);
  const note = await check.$eval('li:has([data-action="report-mail"])', (way) => way.textContent);
  expect(note).toContain("“Copy report” takes all of it.");
  const issue = new URL(await hrefOf(check, "report-issue"));
  expect(issue.origin + issue.pathname).toBe("https://github.com/shop/site/issues/new");
  expect(issue.searchParams.get("body")).toContain("Page: https://shop.example/cart");
  expect(lab.requests.filter(({ host }) => host === "github.com")).toEqual([]);
});
