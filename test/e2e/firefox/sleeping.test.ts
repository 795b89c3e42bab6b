import { expect, test } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { plansOf } from "../support/firefox-plans.ts";
import { navigations, ofExtensionToShop } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

declare const browser: WebExtension;

const session = useFirefox({ granted: true });
const HEALTHY = ["/", "/cart", "/account", "/news", "/sale"];

/** What the browser holds for the extension while none of its code runs. */
const standing = () =>
  session.firefox.ask(
    async () => ({
      scripts: (await browser.scripting.getRegisteredContentScripts()).map(({ id, persistAcrossSessions }) => ({
        id,
        persistAcrossSessions,
      })),
      rules: await (
        browser as unknown as { declarativeNetRequest: { getDynamicRules(): Promise<object[]> } }
      ).declarativeNetRequest.getDynamicRules(),
      grants: (await browser.permissions.getAll()).origins,
      marker: await browser.storage.local.get("method-marks"),
    }),
    null,
  );

test("twenty healthy pages do not start the background, and the first failing one does", async () => {
  const { lab, firefox } = session;
  const { background } = firefox;
  const page = await firefox.browser.newPage();
  await background.stop();
  for (let load = 0; load < 20; load++) {
    await page.goto(`https://shop.example${HEALTHY[load % HEALTHY.length]}`);
    expect(`load ${load}: ${await background.state()}`).toBe(`load ${load}: stopped`);
  }
  const { url } = await lab.set("kill-upstream");
  await page.goto(url);
  await until("the background to start", async () => (await background.state()) === "running");
});

test("sentinel, marks and grant stand while the background sleeps, and wake it", async () => {
  const { lab, firefox } = session;
  const before = await standing();
  expect(before).toMatchObject({
    scripts: [{ id: "sentinel", persistAcrossSessions: true }],
    rules: [{ action: { type: "modifyHeaders" } }, { action: { type: "modifyHeaders" } }],
    grants: ["<all_urls>"],
  });
  await firefox.background.stop();
  expect(await standing()).toEqual(before);

  await lab.upstream.behave({ listening: true, react: ({ path }) => (path === "/cart" ? "drop" : "serve") });
  const page = await firefox.browser.newPage();
  await page.goto("https://shop.example/cart");
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  // Known to be no form, thanks to a marker that was set before the background slept.
  const plan = await until("the plan", async () => (await plansOf(firefox)).find(({ tabId }) => tabId === tab));
  expect(plan).toMatchObject({ touchesTab: true });

  await firefox.background.stop();
  await page.goto("https://shop.example/order");
  await lab.upstream.behave({ listening: true, react: ({ path }) => (path === "/order" ? "drop" : "serve") });
  await firefox.background.stop();
  await Promise.all([page.waitForNavigation(), page.click("#direct")]);
  const second = await until("the plan of the form", async () =>
    (await plansOf(firefox)).find(({ tabId, url }) => tabId === tab && url.endsWith("/order?direct")),
  );
  expect(second).toMatchObject({ touchesTab: false });
});

test("a plan outlives the background: its alarm wakes it, and the page comes back", async () => {
  const { lab, firefox } = session;
  const { url } = await lab.set("kill-upstream");
  const page = await firefox.browser.newPage();
  await page.goto(url);
  const tab = await firefox.tabId(page);
  await until("the plan", async () => (await plansOf(firefox)).find(({ tabId }) => tabId === tab));
  await firefox.background.stop();
  await lab.set("recover");
  lab.clearRequests();

  await until("the page to be back", () => page.evaluate(() => document.title === "Your cart - Shop"), 40_000);
  await until("the tick", async () => (await firefox.badge(tab)).text === "✓");
  expect(navigations(lab, "/cart").map(({ status }) => status)).toEqual([200]);
  expect(ofExtensionToShop(lab).map(({ path, status }) => `${path} ${status}`)).toEqual(["/cart 200"]);
});
