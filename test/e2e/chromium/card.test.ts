/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Incident } from "../../../src/core/incident/incident.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import type { Behaviour } from "../../lab/upstream.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { type CardEyes, cardEyes } from "../support/chromium-card.ts";
import { openPlans } from "../support/chromium-plans.ts";

const SHOP = "https://shop.example";
const CARD = "Faultline, about this failing page";

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;
let card: CardEyes;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});
beforeEach(async () => {
  await lab.set("recover");
  await page?.close().catch(() => undefined);
  await chromium.ask(() => chrome.storage.local.remove("settings"), null);
  // Chromium counts failures per worker and path; each test begins with a worker that has seen none.
  await chromium.killWorker();
  ({ page, tabId } = await chromium.openTab());
  card = await cardEyes(page);
  lab.clearRequests();
});

const failing = (body: string, headers: Record<string, string> = {}): Behaviour => ({
  listening: true,
  react: ({ path }) =>
    path === "/cart" ? { status: 503, headers: { "content-type": "text/html", ...headers }, body } : "serve",
});

async function openFailing(body: string, headers: Record<string, string> = {}): Promise<void> {
  await lab.upstream.behave(failing(body, headers));
  await page.goto(`${SHOP}/cart`);
  await card.appears();
}

const settings = () =>
  chromium.ask(async () => {
    const { settings: stored } = await chrome.storage.local.get("settings");
    return (stored as { value: { cards?: { notOn: string[] } } } | undefined)?.value ?? null;
  }, null);
/** The tabs of whose failures the worker has a verdict. */
const judgedTabs = () =>
  chromium.ask(async () => {
    const { cards } = await chrome.storage.session.get("cards");
    return ((cards as { value: Array<[number, object]> } | undefined)?.value ?? []).map(([id]) => id);
  }, null);
/** When the document whose failure the worker knows began in the tab; null where it knows none. */
const knownDocument = () =>
  chromium.ask(async (id) => {
    const { incidents } = await chrome.storage.session.get("incidents");
    const kept = (incidents as { value: Record<string, { incident: Incident }> } | undefined)?.value[id];
    return kept?.incident.navigation?.startedAt ?? null;
  }, tabId);
const isWatched = async () => (await openPlans(chromium)).some((plan) => plan.tabId === tabId);
const own = () => lab.requests.filter(({ by, mode }) => by === "gateway" && mode === "cors");
/** The plan of the tab asks at once, as if the popup's button were pressed; its own pace is for other tests to look at. */
async function tryNow(): Promise<void> {
  await until(isWatched);
  await chromium.ask((id) => chrome.runtime.sendMessage({ type: "retry/now", request: { tabId: id } }), tabId);
}
const secondsLeft = async () => Number(/\d:(\d\d)/.exec(await card.text())?.[1] ?? Number.NaN);
/** What the page's own scripts can find of it. */
const lastInBody = () => page.evaluate(() => document.body.lastElementChild?.outerHTML ?? "");

describe("the card in a failing page", () => {
  it("says whose fault it is, and counts down to the next try", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await card.appears();
    expect(await card.text()).toMatch(/It’s not\syou\. shop\.example is down/);
    await until(async () => (await secondsLeft()) > 1);
    const before = await secondsLeft();
    await until(async () => (await secondsLeft()) < before);
    // A stranger's word was worth waiting for, and no more than that was asked.
    expect(own()).toHaveLength(1);
  });

  it("stands small in the corner at the end, above all that the page draws", async () => {
    await openFailing(`<style>div{position:fixed;inset:0;z-index:2147483647;background:red}</style><div></div>`);
    const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const box = await card.box(CARD);
    expect(box).toMatchObject({ left: width - 336, right: width - 16, bottom: height - 16 });
    await card.click("Stop");
    await until(async () => !(await isWatched()));
  });

  it("is told to screen readers as a landmark, and said once", async () => {
    await openFailing("<h1>down</h1>");
    await until(async () => (await card.texts("status")).length > 0);
    const [said] = await card.texts("status");
    expect(said).toContain("shop.example");
    expect(await card.texts("button")).toEqual([
      "Try now",
      "Stop",
      "Details",
      "No card on this site",
      "No cards at all",
      "Close",
    ]);
    expect((await card.nodes()).find(({ role }) => role === "timer")).toBeDefined();
  });

  it("is reached by keyboard, after the page's own controls", async () => {
    await openFailing(`<h1>down</h1><button id="own">own</button>`);
    await page.bringToFront();
    const focused = async () => (await card.nodes()).find(({ isFocused }) => isFocused)?.name ?? null;
    await page.focus("#own");
    for (const name of ["Try now", "Stop"]) {
      await page.keyboard.press("Tab");
      expect(await focused()).toBe(name);
    }
    await page.keyboard.press("Enter");
    await until(async () => !(await isWatched()));
    // The button has gone; whoever was on it is on another.
    await until(async () => (await focused()) === "Try now");
    await page.keyboard.press("Escape");
    await card.goes();
  });

  it("goes when the page works, and comes into no page that does", async () => {
    await openFailing("<h1>down</h1>");
    await lab.set("recover");
    await card.click("Try now");
    await until(async () => (await page.content().catch(() => "")).includes("Two things are in your cart"));
    expect(await card.nodes()).toEqual([]);
    expect(await page.evaluate(() => document.querySelectorAll("[popover]").length)).toBe(0);
    await page.goto(`${SHOP}/news`);
    expect(await page.evaluate(() => document.querySelectorAll("[popover]").length)).toBe(0);
  });

  it("stands again in a page that failed again", async () => {
    await openFailing("<h1>down</h1>");
    await page.reload();
    await card.appears();
    expect(await page.evaluate(() => document.querySelectorAll("[popover]").length)).toBe(1);
  });

  it.each([
    ["application/json", "{}"],
    ["application/pdf", "%PDF-1.4"],
    ["image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  ])("stands in no viewer's document: %s", async (type, body) => {
    await lab.upstream.behave(failing(body, { "content-type": type }));
    await page.goto(`${SHOP}/cart`);
    await until(async () => (await chromium.badge(tabId)).text === "503");
    // The worker has a verdict, and has told the script of it.
    await until(async () => (await judgedTabs()).includes(tabId));
    expect(await page.evaluate(() => document.querySelectorAll("[popover]").length)).toBe(0);
    expect(await isWatched()).toBe(true);
  });

  it("is drawn whatever the page's policy forbids", async () => {
    await openFailing("<h1>down</h1>", { "content-security-policy": "default-src 'none'; sandbox" });
    const box = await card.box(CARD);
    expect((box?.right ?? 0) - (box?.left ?? 0)).toBe(320);
    expect(await card.style(CARD, "border-radius")).toBe("12px");
  });

  it("covers none of the page's controls", async () => {
    await openFailing(
      `<a href="/news" style="position:fixed;right:40px;bottom:40px">Status</a>
       <button style="position:fixed;left:0;bottom:0;width:50vw">Contact</button>`,
    );
    const { width } = await page.evaluate(() => ({ width: innerWidth }));
    expect(await card.box(CARD)).toMatchObject({ top: 16, right: width - 16 });
  });

  it("shrinks where a whole card would cover one, and steps aside where even that would", async () => {
    const bar = (top: string) => `<a href="/news" style="position:fixed;left:0;right:0;top:${top};height:10px"></a>`;
    await openFailing(`${bar("80px")}${bar("calc(100vh - 90px)")}`);
    const box = await card.box(CARD);
    expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeLessThan(60);
    await lab.upstream.behave(failing(`<a href="/news" style="position:fixed;inset:0"></a>`));
    await page.goto(`${SHOP}/cart`);
    await until(() => page.evaluate(() => document.querySelectorAll("[popover]").length === 1));
    expect(await page.evaluate(() => document.elementFromPoint(innerWidth - 40, innerHeight - 40)?.localName)).toBe(
      "a",
    );
  });
});

describe("a button of the card", () => {
  it("tries at once", async () => {
    await openFailing("<h1>down</h1>");
    const before = own().length;
    await card.click("Try now");
    await until(() => own().length > before);
    expect(await isWatched()).toBe(true);
  });

  it("stops trying, and says so", async () => {
    await openFailing("<h1>down</h1>");
    await card.click("Stop");
    await until(async () => (await card.text()).includes("Not trying again by itself"));
    expect(await isWatched()).toBe(false);
    expect(await card.texts("button")).not.toContain("Stop");
  });

  it("opens all that is known of this tab", async () => {
    await openFailing("<h1>down</h1>");
    const opened = chromium.browser.waitForTarget((target) => target.url().endsWith(`/popup/index.html?tab=${tabId}`));
    await card.click("Details");
    const view = await (await opened).asPage();
    await view.waitForSelector("main[data-standing=failing]");
    await view.waitForSelector("main[data-side=server]");
    expect(await view.$eval("h1", (heading) => heading.textContent)).toContain("shop.example");
    await view.close();
  });

  it("turns cards off for this site, until the settings turn them on again", async () => {
    await openFailing("<h1>down</h1>");
    await card.click("No card on this site");
    await card.goes();
    expect(await settings()).toEqual({ cards: { off: false, notOn: ["shop.example"] } });
    expect(await isWatched()).toBe(true);

    const options = await chromium.browser.newPage();
    await options.goto(`chrome-extension://${chromium.extensionId}/src/pages/options/index.html`);
    await options.waitForSelector("[data-action=cards-remove]");
    await options.click("[data-action=cards-remove]");
    await options.waitForFunction(() => document.querySelector("[data-action=cards-remove]") === null);
    await until(async () => (await settings())?.cards?.notOn.length === 0);
    await options.close();
    await page.reload();
    await card.appears();
  });

  it("turns cards off, until the settings turn them on again", async () => {
    await openFailing("<h1>down</h1>");
    await card.click("No cards at all");
    await card.goes();
    const before = await knownDocument();
    await page.reload();
    // The new failure is known, and would be judged as soon as its plan is answered.
    await until(async () => ![before, null].includes(await knownDocument()));
    const asked = own().length;
    await tryNow();
    await until(() => own().length > asked);
    expect(await card.nodes()).toEqual([]);

    const options = await chromium.browser.newPage();
    await options.goto(`chrome-extension://${chromium.extensionId}/src/pages/options/index.html`);
    await options.bringToFront();
    await options.waitForSelector("[data-field=cards]:not(:checked)");
    await options.click("[data-field=cards]");
    await options.waitForFunction(() => document.querySelector(".saved [role=status]")?.textContent === "Saved.");
    await options.close();
    await page.reload();
    await card.appears();
  });

  it("closes it, for this failure", async () => {
    await openFailing("<h1>down</h1>");
    await card.click("Close");
    await card.goes();
    expect(await settings()).toBeNull();
    expect(await isWatched()).toBe(true);
  });
});

describe("a page that means ill", () => {
  it("finds nothing of the card but a nameless element, and its clicks and keys do nothing", async () => {
    await openFailing("<h1>down</h1>");
    expect(await lastInBody()).toBe('<div popover="manual"></div>');
    const found = await page.evaluate(() => {
      const host = document.body.lastElementChild as HTMLElement;
      const { left, top } = { left: innerWidth - 300, top: innerHeight - 70 };
      const hit = document.elementFromPoint(left, top);
      for (const type of ["pointerdown", "mousedown", "pointerup", "mouseup", "click"]) {
        hit?.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: left, clientY: top }));
      }
      for (const key of ["Tab", "Enter", " ", "Escape"]) {
        host.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true }));
      }
      host.click();
      return { root: host.shadowRoot, text: host.textContent, html: host.innerHTML };
    });
    expect(found).toEqual({ root: null, text: "", html: "" });
    expect(await settings()).toBeNull();
    expect(await isWatched()).toBe(true);
    expect(await card.nodes()).not.toEqual([]);
  });

  it("cannot hide it by its styles", async () => {
    await openFailing(
      `<style>*,div,[popover]{display:none !important;opacity:0 !important;transform:scale(0) !important;
       --ground:red !important;clip-path:inset(50%) !important}html,body{display:block !important;opacity:1 !important;
       transform:none !important;clip-path:none !important}</style><h1>down</h1>`,
    );
    const box = await card.box(CARD);
    expect((box?.right ?? 0) - (box?.left ?? 0)).toBe(320);
    expect(await card.style(CARD, "background-color")).not.toBe("rgb(255, 0, 0)");
  });

  it("may take it out, and is brought back all the same", async () => {
    await lab.upstream.behave(
      failing(`<h1>down</h1><script>
        new MutationObserver(() => {
          const card = document.querySelector("[popover]");
          if (card) document.title = "taken out";
          card?.remove();
        }).observe(document.body, { childList: true });
      </script>`),
    );
    await page.goto(`${SHOP}/cart`);
    await until(async () => (await page.title()) === "taken out");
    await lab.set("recover");
    await tryNow();
    await until(async () => (await page.content().catch(() => "")).includes("Two things are in your cart"));
    expect(await card.nodes()).toEqual([]);
  });
});
