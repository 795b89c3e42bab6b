import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { type Firefox, startFirefox } from "../support/firefox.ts";
import { until } from "../support/firefox-until.ts";
import { type Packaged, writePackage } from "../support/packaged.ts";

let lab: Lab;
let packaged: Packaged;
let firefox: Firefox;

beforeAll(async () => {
  lab = await startLab();
  packaged = await writePackage("firefox");
  firefox = await startFirefox(lab, { archive: packaged.archive });
});
afterAll(async () => {
  await firefox?.close();
  await packaged?.remove();
  await lab?.stop();
});

declare const browser: { runtime: { readonly id: string } };
/** What about:debugging asks for its list. */
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionParent: { DebugUtils: { getExtensionManifestWarnings(id: string): readonly string[] } };
  };
};

test("what the store gets installs without a warning", async () => {
  const id = await firefox.ask(() => browser.runtime.id, null);
  const warnings = await firefox.system.run((addon) => {
    const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    return ExtensionParent.DebugUtils.getExtensionManifestWarnings(addon);
  }, id);
  expect(warnings).toEqual([]);
});

test("what the store gets notices a failing page, judges it, and brings it back", async () => {
  await firefox.grantAll();
  const page = await firefox.browser.newPage();
  await page.goto("https://shop.example/news");
  const { url } = await lab.set("kill-upstream");
  await page.goto(url);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  expect(await readVerdict(await firefox.openCheck(tab))).toMatchObject({ side: "server", cause: "origin-down" });
  await lab.set("recover");
  await until("the page to be back", () => page.evaluate(() => document.title === "Your cart - Shop"));
});
