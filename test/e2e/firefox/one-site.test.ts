import { expect, test } from "vitest";
import { readVerdict } from "../../lab/popup-driver.ts";
import { ofExtension, ofExtensionToShop } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: false });

test("without a grant nothing is noticed or asked; the icon asks for the one site, and then checks it", async () => {
  const { lab, firefox } = session;
  const { url } = await lab.set("kill-upstream");
  const page = await firefox.browser.newPage();
  await page.goto(url);
  const tab = await firefox.tabId(page);
  expect((await firefox.badge(tab)).text).toBe("");

  // A page of ours in a tab is not the icon: nobody has pointed at the failing page yet.
  const unasked = await firefox.openCheck(tab);
  await unasked.waitForSelector("main[data-standing=unreadable]");
  await unasked.close();

  await page.bringToFront();
  await firefox.toolbar.press();
  const popup = await until("the popup's word", async () => {
    const shown = await firefox.toolbar.popup();
    return shown?.standing !== undefined && shown.standing !== "looking" && shown;
  });
  expect(popup).toMatchObject({ standing: "needs-grant", phase: "idle", side: "none" });
  expect(ofExtension(lab)).toEqual([]);

  const check = await firefox.openCheck(tab);
  await check.waitForSelector("main[data-standing=needs-grant]");
  await check.click('[data-action="grant-site"]');
  await check.waitForSelector("main[data-standing=failing]");
  expect(await readVerdict(check)).toMatchObject({ side: "server", cause: "origin-down" });
  expect(ofExtensionToShop(lab).length).toBeGreaterThan(1);
  expect((await firefox.badge(tab)).text).toBe("502");
});
