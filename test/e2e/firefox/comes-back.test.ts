import { expect, test } from "vitest";
import { readVerdict } from "../../lab/popup-driver.ts";
import { plansOf } from "../support/firefox-plans.ts";
import { navigations, ofExtension } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });

test("a failing page is noticed, judged without cookies, and loaded again exactly once when it is back", async () => {
  const { lab, firefox } = session;
  const page = await firefox.browser.newPage();
  // A cookie, so that sending none is a choice.
  await page.goto("https://shop.example/-/prepare/signed-in-outage");
  const { url } = await lab.set("kill-upstream");
  lab.clearRequests();

  await page.goto(url);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  expect((await firefox.badge(tab)).title).toContain("shop.example");

  const check = await firefox.openCheck(tab);
  const verdict = await readVerdict(check);
  expect(verdict).toMatchObject({ side: "server", cause: "origin-down" });
  expect(await plansOf(firefox)).toHaveLength(1);

  await lab.set("recover");
  await until("the page to be back", () => page.evaluate(() => document.title === "Your cart - Shop"));
  await until("the tick", async () => (await firefox.badge(tab)).text === "✓");
  // With its plan gone nothing is left that could load the tab once more.
  expect(await plansOf(firefox)).toEqual([]);
  await until("the log of the reload", () => navigations(lab, "/cart").length >= 2);
  expect(navigations(lab, "/cart").map(({ method, status }) => [method, status])).toEqual([
    ["GET", 502],
    ["GET", 200],
  ]);
  expect(navigations(lab, "/cart").map(({ cookie }) => cookie)).toEqual(["session=s3cret", "session=s3cret"]);

  const own = ofExtension(lab);
  expect(own.filter(({ host, path }) => host === "shop.example" && path === "/cart").length).toBeGreaterThan(3);
  expect(own.filter(({ cookie }) => cookie !== "")).toEqual([]);
  expect(own.filter(({ method }) => method !== "GET")).toEqual([]);
});
