import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, it } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { cardIn, type FirefoxCard } from "../support/firefox-card.ts";
import { plansOf } from "../support/firefox-plans.ts";
import { ofExtensionToShop } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

declare const browser: WebExtension;

const SHOP = "https://shop.example";
const CARD = "Faultline, about this failing page";
const session = useFirefox({ granted: true });

let page: Page;
let card: FirefoxCard;
let tab: number;

beforeEach(async () => {
  await session.firefox.ask(() => browser.storage.local.remove("settings"), null);
  page = await session.firefox.browser.newPage();
  tab = await session.firefox.tabId(page);
  card = cardIn(session.firefox, page);
});

async function openFailing(body: string, headers: Record<string, string> = {}): Promise<void> {
  await session.lab.upstream.behave({
    listening: true,
    react: ({ path }) =>
      path === "/cart" ? { status: 503, headers: { "content-type": "text/html", ...headers }, body } : "serve",
  });
  await page.goto(`${SHOP}/cart`);
  await card.appears();
}

const settings = () =>
  session.firefox.ask(async () => {
    const { settings: stored } = await browser.storage.local.get("settings");
    return (stored as { value: unknown } | undefined)?.value ?? null;
  }, null);
const isWatched = async () =>
  (await plansOf(session.firefox)).some((plan) => plan.tabId === tab && plan.state.name !== "closed");
const hosts = () => page.evaluate(() => document.querySelectorAll("[popover]").length);

describe("the card in a failing page", () => {
  it("says whose fault it is and what comes next, to screen readers as well", async () => {
    await openFailing("<h1>down</h1>");
    expect(await card.text()).toContain("shop.example");
    expect(await card.text()).toMatch(/Trying again in\s+\d+:\d\d/);
    const buttons = (await card.nodes()).flatMap(({ role, name }) => (role === "pushbutton" ? [name] : []));
    expect(buttons).toEqual(["Try now", "Stop", "Details", "No card on this site", "No cards at all", "Close"]);
    await until("the announcement", async () => (await card.nodes()).some(({ role }) => role === "statusbar"));
    expect(ofExtensionToShop(session.lab)).toHaveLength(1);
  });

  it("is drawn whatever the page's policy forbids, and whatever its styles say", async () => {
    await openFailing("<style>*{display:none !important}html,body{display:block !important}</style><h1>down</h1>", {
      "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    });
    const [region] = await card.nodes();
    expect(region).toMatchObject({ name: CARD, width: 320 });
    await openFailing("<h1>down</h1>", { "content-security-policy": "default-src 'none'; sandbox" });
    const [again] = await card.nodes();
    expect(again).toMatchObject({ name: CARD, width: 320 });
  });

  it("is reached by keyboard, after the page's own controls", async () => {
    await openFailing(`<h1>down</h1><button id="own">own</button>`);
    await page.focus("#own");
    const focused = async (name: string) =>
      until(`the focus on ${name}`, async () =>
        (await card.nodes()).some((each) => each.isFocused && each.name === name),
      );
    for (const name of ["Try now", "Stop"]) {
      await page.keyboard.press("Tab");
      await focused(name);
    }
    await page.keyboard.press("Enter");
    await until("the plan to end", async () => !(await isWatched()));
    await until("the words for that", async () => !(await card.text()).includes("Trying again in"));
    expect(await card.text()).toContain("Not trying again");
  });

  it("goes when the page works, and comes into no page that does", async () => {
    await openFailing("<h1>down</h1>");
    await session.lab.set("recover");
    await card.click("Try now");
    await until("the page", async () => (await page.content().catch(() => "")).includes("Two things are in your cart"));
    expect(await hosts()).toBe(0);
    await page.goto(`${SHOP}/news`);
    expect(await hosts()).toBe(0);
  });

  it("hears no page's clicks, and shows it nothing", async () => {
    await openFailing("<h1>down</h1>");
    const found = await page.evaluate(() => {
      const host = document.body.lastElementChild as HTMLElement;
      document
        .elementFromPoint(innerWidth - 300, innerHeight - 70)
        ?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
      host.click();
      return { root: host.shadowRoot, html: host.outerHTML };
    });
    expect(found).toEqual({ root: null, html: '<div popover="manual"></div>' });
    expect(await isWatched()).toBe(true);
    expect(await settings()).toBeNull();
  });
});

describe("a button of the card", () => {
  it("opens all that is known of this tab", async () => {
    await openFailing("<h1>down</h1>");
    await card.click("Details");
    const isOpen = () =>
      session.firefox.ask(
        async (path) => (await browser.tabs.query({})).some(({ url }) => url?.endsWith(path)),
        `/popup/index.html?tab=${tab}`,
      );
    await until("the full view", isOpen);
    expect(await isWatched()).toBe(true);
  });

  it.each([
    ["No card on this site", { off: false, notOn: ["shop.example"] }],
    ["No cards at all", { off: true, notOn: [] }],
  ])("%s is kept, and the page goes on being watched", async (name, cards) => {
    await openFailing("<h1>down</h1>");
    await card.click(name);
    await card.goes();
    expect(await settings()).toEqual({ cards });
    expect(await isWatched()).toBe(true);
  });

  it("closes it, and keeps nothing", async () => {
    await openFailing("<h1>down</h1>");
    await card.click("Close");
    await card.goes();
    expect(await settings()).toBeNull();
  });
});
