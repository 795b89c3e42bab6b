import { expect, test } from "vitest";
import { useFirefox } from "../support/firefox-session.ts";

const session = useFirefox({ granted: true });

/** Present in Firefox's own window. */
declare const SidebarController: { readonly isOpen: boolean };
const SITE = "src/pages/site/index.html";

test("the sidebar does not open by itself at the installation", async () => {
  const { system } = session.firefox;
  expect(await system.run(() => SidebarController.isOpen, null)).toBe(false);
});

test("a site that fails is judged in the page that asks by name", async () => {
  const { firefox, lab } = session;
  await lab.set("kill-upstream");
  const page = await firefox.openExtensionPage(SITE);
  await page.waitForSelector("#site");
  await page.type("#site", "shop.example");
  await page.click("[data-action=site-check]");
  await page.waitForSelector("main[data-answer=failing][data-phase=done]", { timeout: 40_000 });
  expect(await page.$eval("main", ({ dataset }) => dataset.side)).toBe("server");
  expect(await page.$$("[data-action=reload], [data-action^=retry-]")).toEqual([]);
});
