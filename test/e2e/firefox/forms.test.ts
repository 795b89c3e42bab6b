import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { plansOf } from "../support/firefox-plans.ts";
import { insecureToShop, navigations, ofExtensionToShop } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });

/** The shop drops this page's connections and serves the others. */
const breakPage = (broken: string): Promise<void> =>
  session.lab.upstream.behave({ listening: true, react: ({ path }) => (path === broken ? "drop" : "serve") });

/** Sends one of the two forms of the order page. */
async function order(page: Page, button: "#direct" | "#redirected"): Promise<void> {
  await page.goto("https://shop.example/order");
  await breakPage(button === "#direct" ? "/order" : "/order/thanks");
  session.lab.clearRequests();
  await Promise.all([page.waitForNavigation(), page.click(button)]);
}

const planFor = (tab: number): Promise<RetryPlan> =>
  until("the plan", async () => (await plansOf(session.firefox)).find((plan) => plan.tabId === tab));

/**
 * The plan of a page that must not be asked for again: it asks for the front page, and as that answers and has never
 * failed, it ends with no word of a return, with the tab as it was.
 */
async function expectLeftAlone(page: Page): Promise<void> {
  const { firefox } = session;
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  const plan = await planFor(tab);
  expect(plan).toMatchObject({ touchesTab: false, target: new URL("/", page.url()).href });
  await until("the plan's end", async () => !(await plansOf(firefox)).some((other) => other.tabId === tab));
  expect((await firefox.badge(tab)).text).toBe("502");
  expect(await page.evaluate(() => document.title)).toContain("502");
}

/** The tab has loaded its page once, and the extension asks for nothing but the front page, in a check as well. */
async function expectAskedOnce(page: Page, method: "GET" | "POST"): Promise<void> {
  const { lab, firefox } = session;
  await readVerdict(await firefox.openCheck(await firefox.tabId(page)));
  const { pathname, search } = new URL(page.url());
  expect(navigations(lab, pathname + search).map((load) => `${load.method} ${load.status}`)).toEqual([`${method} 502`]);
  const asked = ofExtensionToShop(lab).map((request) => `${request.method} ${request.path}`);
  expect([...new Set(asked)]).toEqual(["GET /"]);
}

test("a form that fails is never sent again, nor its page loaded again", async () => {
  const page = await session.firefox.browser.newPage();
  await order(page, "#direct");
  await expectLeftAlone(page);
  await expectAskedOnce(page, "POST");
});

test("the page that a form led to by a redirect is an ordinary page: it comes back, and the form stays sent once", async () => {
  const { lab, firefox } = session;
  const page = await firefox.browser.newPage();
  await order(page, "#redirected");
  const tab = await firefox.tabId(page);
  expect(await planFor(tab)).toMatchObject({ touchesTab: true, target: "https://shop.example/order/thanks" });

  await lab.set("recover");
  await until("the page to be back", () => page.evaluate(() => document.title === "Thank you - Shop"));
  await until("the log of the reload", () => navigations(lab, "/order/thanks").length >= 2);
  expect(navigations(lab, "/order").map(({ method }) => method)).toEqual(["POST"]);
});

test.each(["/cart?code=4711&state=x", "/cart?add-to-cart=123", "/cart;jsessionid=0A1B2C"])(
  "an address that acts or works once is not asked for again: %s",
  async (address) => {
    const { browser } = session.firefox;
    const { pathname, href } = new URL(address, "https://shop.example");
    await breakPage(pathname);
    const page = await browser.newPage();
    await page.goto(href);
    await expectLeftAlone(page);
    await expectAskedOnce(page, "GET");
  },
);

test("on insecure http Firefox hides the marker, so every failing page counts as one from a form", async () => {
  const { lab, firefox } = session;
  await breakPage("/cart");
  const page = await firefox.browser.newPage();
  await page.goto("http://shop.example/cart");
  await expectLeftAlone(page);
  // The front page over http as well: by default Firefox lifts what an extension asks for to https.
  expect(insecureToShop(lab)).toEqual(["GET /cart 502", "GET / 200"]);
});
