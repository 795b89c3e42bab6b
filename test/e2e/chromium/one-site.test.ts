/// <reference types="chrome" />
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, openPlans } from "../support/chromium-plans.ts";

const SHOP = "https://shop.example/cart";

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

/** The part of the API of Chromium's own page of extensions that is used. */
interface DeveloperPrivate {
  updateProfileConfiguration(profile: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(extension: { extensionId: string; hostAccess: "ON_SPECIFIC_SITES" }): Promise<void>;
  addHostPermission(extensionId: string, pattern: string): Promise<void>;
}

const granted = async () => (await chromium.ask(() => chrome.permissions.getAll(), null)).origins ?? [];

/**
 * On Chromium's page of extensions the user narrows the grant to one site, as "On this site" in its menu does. The page
 * is answered before the browser has done what it was told, and a site added before all others are taken away is taken too.
 */
async function narrowTo(pattern: string): Promise<void> {
  const page = await chromium.browser.newPage();
  await page.goto("chrome://extensions");
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: "ON_SPECIFIC_SITES" });
  }, chromium.extensionId);
  await until(async () => (await granted()).length === 0);
  await page.evaluate(
    (extensionId, host) =>
      (chrome as unknown as { developerPrivate: DeveloperPrivate }).developerPrivate.addHostPermission(
        extensionId,
        host,
      ),
    chromium.extensionId,
    pattern,
  );
  await until(async () => String(await granted()) === pattern);
  await page.close();
}

test("a page of the one site and scheme that Chromium's own menu leaves is watched until the site is back", async () => {
  await narrowTo("https://shop.example/*");
  const has = (pattern: string) => chromium.ask((one) => chrome.permissions.contains({ origins: [one] }), pattern);
  expect([await has("*://shop.example/*"), await has("http://shop.example/*")]).toEqual([false, false]);

  await lab.set("kill-upstream");
  const { page, tabId } = await chromium.openTab();
  await page.goto(SHOP);
  await until(async () => (await chromium.badge(tabId)).text === "502");
  await until(async () => (await openPlans(chromium)).length === 1);
  expect(await openPlans(chromium)).toMatchObject([{ url: SHOP, tabId }]);
  await until(async () => (await openPlans(chromium))[0]?.targetFailed === true);

  await lab.set("recover");
  // Without the grant for all sites no page's method is known, so its tab is left to the user, who is told.
  await until(async () => (await endsOf(chromium)).length > 0);
  expect(await endsOf(chromium)).toMatchObject([{ tabId, reason: "site-answers" }]);
});
