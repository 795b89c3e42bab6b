import { afterAll, beforeAll, expect, test } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { type Lab, startLab } from "../../lab/lab.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { ownLoopback } from "../../lab/this-process.ts";
import { type Firefox, startFirefox } from "../support/firefox.ts";
import { until } from "../support/firefox-until.ts";
import { onUsualPorts, type UsualPorts } from "../support/usual-ports.ts";

declare const browser: WebExtension;

let lab: Lab;
let network: UsualPorts | undefined;
let firefox: Firefox;

/** Firefox looks for log-in pages past any proxy, at the usual port, which only the system's own user may take. */
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn("skipped: what Firefox says of log-in pages, since port 80 may not be taken");

beforeAll(async () => {
  if (!isRoot) return;
  lab = await startLab();
  network = await onUsualPorts(lab.ports, [ownLoopback()]);
  await lab.set("kill-upstream");
  lab.world.connectivity = "captive-portal";
  // Automated browsers have the detection turned off.
  const detection = {
    "network.proxy.type": 0,
    "network.dns.forceResolve": ownLoopback(),
    "network.captive-portal-service.enabled": true,
    "captivedetect.canonicalURL": "http://detectportal.firefox.com/success.txt",
    "captivedetect.canonicalContent": "success\n",
  };
  firefox = await startFirefox({ ...lab, firefoxPrefs: { ...lab.firefoxPrefs, ...detection } });
});
afterAll(async () => {
  await firefox?.close();
  await network?.stop();
  await lab?.stop();
});

test.skipIf(!isRoot)("without a grant to look for itself, Faultline hears of a log-in page from Firefox", async () => {
  await until("Firefox to find the log-in page", () =>
    firefox.ask(async () => (await browser.captivePortal.getState()) === "locked_portal", null),
  );
  const page = await firefox.browser.newPage();
  await page.goto("http://shop.example/cart");
  const tab = await firefox.tabId(page);
  await firefox.toolbar.press();
  await until("the popup's word", async () => (await firefox.toolbar.popup())?.standing === "needs-grant");
  const check = await firefox.openCheck(tab);
  await check.waitForSelector("main[data-standing=needs-grant]");
  await check.click('[data-action="grant-site"]');
  await check.waitForSelector("main[data-standing=failing]");
  await readVerdict(check);
  const row = await check.$eval(
    '[data-check="connection"]',
    (one) => `${(one as HTMLElement).dataset.outcome} ${one.textContent}`,
  );
  expect(row).toMatch(/^fail .*wants you to log in/);
});
