import type { Page } from "puppeteer-core";
import type { Fault } from "./faults.ts";

/** Brings a browser into the state the fault needs: cookies, a kept answer, a service worker. */
export async function prepareBrowser(page: Page, fault: Fault): Promise<void> {
  if (fault.prepareUrl === null) return;
  await page.goto(fault.prepareUrl);
  await page.waitForSelector("html[data-ready=true]");
}

/** Prepares the browser and opens the failing page. The fault must be set already. */
export async function openFault(page: Page, fault: Fault): Promise<void> {
  await prepareBrowser(page, fault);
  await page.goto(fault.url);
}
