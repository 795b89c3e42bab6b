import type { Page } from "puppeteer-core";
import { afterEach, describe, expect, it } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { handAt } from "../support/firefox-hand.ts";
import { plansOf } from "../support/firefox-plans.ts";
import { ofExtension } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { mainOf, type PageData, readUnlisted, type Unlisted } from "../support/firefox-unlisted.ts";
import { until } from "../support/firefox-until.ts";
import { failing, healthy } from "../support/orders.ts";

const session = useFirefox({ granted: true, onScreen: true });
const hand = handAt(session);

/** Present in Firefox's own window. */
declare const SidebarController: { readonly isOpen: boolean; hide(): void };
interface Panel extends Element {
  readonly state: string;
  hidePopup(): void;
}

const SHOP = "https://shop.example/";
const SITE = "src/pages/site/index.html";

afterEach(() =>
  session.firefox.system.run(() => {
    SidebarController.hide();
    for (const open of document.querySelectorAll("panel, menupopup") as unknown as Iterable<Panel>)
      if (open.state !== "closed") open.hidePopup();
  }, null),
);

/** The tab that shows this page of ours, once there is one. */
const ours = (path: string): Promise<Page> =>
  until(path, async () => {
    for (const page of await session.firefox.browser.pages())
      if ((await page.evaluate(() => location.href).catch(() => "")).includes(`/src/pages/${path}`)) return page;
    return null;
  });
const answered = (site: Page, is: string) => site.waitForSelector(`main[data-answer=${is}]`, { timeout: 30_000 });
const words = (site: Page) => site.$eval("main", ({ innerText }) => innerText);

/** What the extension itself has asked: whom, and for which path. */
const asked = (): string[] => ofExtension(session.lab).map(({ host, path }) => `${host}${path}`);

/** A page that fails, in a tab in front, with its badge. */
async function openFailing(): Promise<{ page: Page; tab: number }> {
  const { firefox, lab } = session;
  await lab.upstream.behave(failing());
  const page = await firefox.browser.newPage();
  await page.goto(SHOP);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  return { page, tab };
}

/** Waits until a page that WebDriver does not list shows this. */
async function shows(where: Unlisted, wanted: PageData): Promise<void> {
  const shown = await until(
    `${JSON.stringify(wanted)} in the ${where}`,
    async () => {
      const found = await mainOf(session.firefox.system, where);
      return found !== null && Object.entries(wanted).every(([key, value]) => found[key] === value) && found;
    },
    40_000,
  );
  expect(shown).toMatchObject(wanted);
}

const DONE: PageData = { phase: "done", side: "server" };

// The first, for what comes after it opens the sidebar, and closes it.
describe("the sidebar in Firefox", () => {
  it("does not open by itself at the installation", async () => {
    expect(await session.firefox.system.run(() => SidebarController.isOpen, null)).toBe(false);
  });
});

describe("the address bar's keyword in Firefox", () => {
  it("says what it would ask, and asks nobody before it is entered, then that site once and nobody else", async () => {
    await hand.typeAddress("down shop.example");
    await until("the words for this text", async () =>
      (await hand.rows()).some((row) => row.includes("Is shop.example up? Ask it, without opening it")),
    );
    // Drawn before the key is told of, it must not speak of a text before: it says what is asked for, or whose row it is.
    expect((await hand.rows())[0]).toMatch(/^(?:Write a site’s address|Faultline: is it you, or the server\?)/);
    expect(asked()).toEqual([]);
    await session.screen.press("Return");
    const site = await ours("site/");
    await answered(site, "up");
    expect(await words(site)).toContain("shop.example works from here.");
    expect(asked()).toEqual(["shop.example/"]);
  });

  it("takes the row below for the same question", async () => {
    await session.lab.upstream.behave(failing());
    await hand.typeAddress("down shop.example");
    await until("the row for this text", async () => (await hand.rows()).length > 1);
    await session.screen.press("Down", "Return");
    const site = await ours("site/");
    await site.waitForSelector("main[data-answer=failing][data-phase=done]", { timeout: 40_000 });
    expect(await site.$eval("main", ({ dataset }) => dataset.side)).toBe("server");
  });

  it("says of what is no address that it is none, and sends it nowhere", async () => {
    await hand.typeAddress("down is it down");
    await until("the words for this text", async () =>
      (await hand.rows()).some((row) => row.includes("That is no address of a site.")),
    );
    await session.screen.press("Return");
    const site = await ours("site/");
    await answered(site, "no-address");
    expect(await site.$eval("#site", (input) => input.getAttribute("aria-invalid"))).toBe("true");
    expect(asked()).toEqual([]);
  });
});

/** Milliseconds until the plan tries by itself. */
const waitsFor = ({ state }: RetryPlan): number => (state.name === "waiting" ? state.due - Date.now() : 0);

describe("a key in Firefox", () => {
  it("opens the popup over a page that fails, another one has its plan try at once", async () => {
    const { page, tab } = await openFailing();
    await session.screen.press("alt+shift+g");
    await shows("popup", DONE);
    await session.screen.press("Escape");
    await until("the popup to close", async () => (await mainOf(session.firefox.system, "popup")) === null);
    // So late that what comes sooner comes of the key.
    await until(
      "a long wait",
      async () => (await plansOf(session.firefox)).some((plan) => plan.tabId === tab && waitsFor(plan) > 12_000),
      40_000,
    );
    await session.lab.upstream.behave(healthy());
    await session.screen.press("alt+shift+j");
    await page.waitForFunction(() => document.title === "Your orders", { timeout: 10_000 });
    expect(page.url()).toBe(SHOP);
  });

  it("opens the popup where there is no plan to try", async () => {
    await session.lab.upstream.behave(healthy());
    const page = await session.firefox.browser.newPage();
    await page.goto(SHOP);
    await page.bringToFront();
    await session.screen.press("alt+shift+j");
    await shows("popup", { standing: "answered" });
    await session.screen.press("Escape");
  });
});

describe("the popup in Firefox", () => {
  it("leads by keys to the same view in a tab, which stays", async () => {
    const { tab } = await openFailing();
    await session.screen.press("alt+shift+g");
    await shows("popup", DONE);
    await hand.tabTo("popup", "[data-action=open-full]");
    await session.screen.press("Return");
    const full = await ours(`full/index.html?tab=${tab}`);
    await full.waitForSelector("main[data-phase=done][data-side=server]", { timeout: 40_000 });
    expect(await full.$("[data-action=open-full]")).toBeNull();
  });

  it("leads by keys to the sidebar, which shows the tab in front, follows to the next one, and fits its room", async () => {
    await openFailing();
    await session.screen.press("alt+shift+g");
    await shows("popup", DONE);
    await hand.tabTo("popup", "[data-action=open-panel]");
    await session.screen.press("Return");
    await shows("sidebar", { standing: "failing", ...DONE });
    const tooWide = await readUnlisted(
      session.firefox.system,
      "sidebar",
      ({ documentElement: { scrollWidth, clientWidth } }) => scrollWidth - clientWidth,
      null,
    );
    expect(tooWide).toBe(0);
    await session.lab.upstream.behave(healthy());
    const next = await session.firefox.browser.newPage();
    await next.goto("https://shop.example/cart");
    await next.bringToFront();
    await shows("sidebar", { standing: "answered" });
  });
});

describe("the context menu in Firefox", () => {
  it("asks of a link whether its site is up, by its front page alone", async () => {
    const links = await session.firefox.browser.newPage();
    await links.goto("data:text/html,<a href='https://shop.example/news/today' style='font-size:60px'>news</a>");
    await links.bringToFront();
    await links.click("a", { button: "right" });
    await hand.choose("Is this site up?");
    const site = await ours("site/");
    await answered(site, "up");
    expect(asked()).toEqual(["shop.example/"]);
  });

  it("of the icon opens the sidebar beside the page", async () => {
    await openFailing();
    await hand.openIconMenu();
    await hand.choose("Check beside the page");
    await shows("sidebar", { standing: "failing", ...DONE });
  });

  it.each([
    ["Check this page in a tab", "full/index.html?tab=", "main[data-phase=done][data-side=server]"],
    ["Check a site by its name", "site/", "#site"],
  ])("of the icon leads to a page of ours: %s", async (entry, path, part) => {
    await openFailing();
    await hand.openIconMenu();
    await hand.choose(entry);
    const opened = await ours(path);
    expect(await opened.waitForSelector(part, { timeout: 40_000 })).not.toBeNull();
  });
});

describe("the page that asks by name", () => {
  it("judges a site that fails", async () => {
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
});
