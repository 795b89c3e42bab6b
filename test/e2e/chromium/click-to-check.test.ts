/// <reference types="chrome" />

import type { Browser, Page, Target } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { CHECK_IDS } from "../../../src/core/checks/check.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { builtExtension, launchInLab } from "../../lab/launch.ts";
import { installQuietly, openPopup, readVerdict } from "../../lab/popup-driver.ts";
import type { StatusPageState } from "../../lab/status-page.ts";
import type { Written } from "../../lab/upstream.ts";
import { findsNothingInAnyColours, violations } from "../support/axe.ts";
import { until } from "../support/chromium.ts";

const SHOP = "https://shop.example";

let lab: Lab;
let browser: Browser;
let extensionId: string;
let page: Page;

beforeAll(async () => {
  lab = await startLab();
  const installed = findBrowser("chromium");
  if (!installed) throw new Error("no Chromium here");
  browser = await launchInLab(lab, installed, { headless: true });
  extensionId = await installQuietly(browser, builtExtension("chromium"));
});
afterAll(async () => {
  await browser?.close();
  await lab?.stop();
});
beforeEach(async () => {
  await lab.set("recover");
  await closePopups();
  for (const open of await browser.pages()) if (open !== page) await open.close().catch(() => undefined);
  const fresh = await browser.newPage();
  await page?.close().catch(() => undefined);
  page = fresh;
  lab.clearRequests();
});

/** A popup closes at a click outside it, which headless Chromium has none of. */
async function closePopups(): Promise<void> {
  const isPopup = (target: Target) => target.url().endsWith("/src/pages/popup/index.html");
  for (const target of browser.targets().filter(isPopup)) {
    await (await target.asPage()).evaluate(() => window.close()).catch(() => undefined);
  }
  await until(() => !browser.targets().some(isPopup));
}

const answering = (written: Partial<Written>) =>
  lab.upstream.behave({
    listening: true,
    react: () => ({ status: 502, headers: { "content-type": "text/html" }, body: "down", ...written }),
  });
const check = async (path = "/cart") => {
  await page
    .goto(URL.canParse(path) ? path : SHOP + path, { waitUntil: "domcontentloaded", timeout: 4_000 })
    .catch(() => undefined);
  // A failed navigation is over before its error page stands, and what a click grants is for what stands there.
  await until(() => page.url() !== "about:blank");
  return openPopup(browser, page, extensionId);
};
const row = (popup: Page, id: string) =>
  popup.$eval(`[data-check="${id}"]`, (item) => item.getAttribute("data-outcome"));
const standing = (popup: Page) => popup.$eval("main", (main) => main.dataset.standing);
const settledStanding = async (popup: Page) => {
  await popup.waitForSelector('main:not([data-standing="looking"])');
  return standing(popup);
};

describe("the check", () => {
  const outside = () =>
    [...new Set(lab.requests.filter(({ by }) => by === "world").map(({ host, path }) => host + path))].sort();

  it("asks the site and its status page, and nobody else where https has proven the way", async () => {
    await lab.set("kill-upstream");
    await readVerdict(await check("/cart?query=private#part"));
    expect(outside()).toEqual(["status.shop.example/api/v2/summary.json"]);
    expect(lab.requests.every(({ cookie }) => cookie === "")).toBe(true);
  });

  it("asks the vendor's endpoint as well where the error came over plain http", async () => {
    await lab.set("kill-upstream");
    await readVerdict(await check("http://shop.example/cart"));
    expect(outside()).toEqual(["status.shop.example/api/v2/summary.json", "www.gstatic.com/generate_204"]);
  });

  it("says whose it is for good, in words and to a screen reader, while the last rows still run", async () => {
    await lab.set("kill-upstream");
    let answer = () => {};
    lab.world.statusPageReady = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const popup = await check();
    await popup.waitForSelector('main[data-phase="checking"][data-side-final="true"]');
    expect(await row(popup, "status-page")).toBe("running");
    const first = await popup.$eval("h1", (heading) => heading.textContent);
    expect(first).toBe("It’s not\u00a0you. The trouble is at shop.example.");
    await popup.waitForFunction(
      (said) => document.querySelector("header [role=status]")?.textContent === said,
      {},
      first,
    );
    answer();
    const { side, headline } = await readVerdict(popup);
    expect(side).toBe("server");
    expect(headline).toMatch(/^It’s not\u00a0you\. /);
    expect(await popup.$eval("main", (main) => main.dataset.sideFinal)).toBe("true");
  });

  it("goes on while the popup is closed, and the popup finds it again", async () => {
    await lab.set("kill-upstream");
    const popup = await check();
    await popup.waitForSelector('main[data-phase="checking"] [data-check]');
    await popup.evaluate(() => window.close());
    const again = await openPopup(browser, page, extensionId);
    expect((await readVerdict(again)).side).toBe("server");
    const asked = lab.requests.filter(({ by, mode, path }) => by === "gateway" && mode === "cors" && path === "/cart");
    expect(asked).toHaveLength(4);
  });

  it("comes to its end when the tab is closed in the middle", async () => {
    await lab.set("kill-upstream");
    const popup = await check();
    await popup.waitForSelector('main[data-phase="checking"] [data-check]');
    await page.close();
    const other = await browser.newPage();
    await other.goto(`${SHOP}/news`);
    page = other;
    const next = await check("/cart");
    expect((await readVerdict(next)).side).toBe("server");
  });

  it("stays within the checklist's contract", async () => {
    await lab.set("kill-upstream");
    const popup = await check();
    await readVerdict(popup);
    const rows = await popup.$$eval("[data-check]", (items) => items.map((item) => item.getAttribute("data-check")));
    expect(rows.sort()).toEqual([...CHECK_IDS].sort());
    const { confidence } = await popup.$eval("main", (main) => ({ ...main.dataset }));
    expect(confidence).toMatch(/^[01]\.\d\d$/);
  });
});

describe("the status page", () => {
  const asked = () => lab.requests.filter(({ host }) => host === "status.shop.example").length;

  it("speaks in its own words, with their time and a link", async () => {
    await lab.set("kill-upstream");
    lab.world.statusPage = "major-outage";
    const popup = await check();
    await readVerdict(popup);
    expect(await row(popup, "status-page")).toBe("fail");
    const says = await popup.$eval('[data-check="status-page"]', (item) => item.textContent ?? "");
    expect(says).toContain("The shop is down");
    expect(says).toContain("1\u00a0hr ago");
    const link = await popup.$eval('[data-check="status-page"] a', (anchor) => (anchor as HTMLAnchorElement).href);
    expect(link).toBe("https://status.shop.example/1");
  });

  it("is asked once, whichever popup is open, and its words stay for the next one", async () => {
    await lab.set("kill-upstream");
    lab.world.statusPage = "major-outage";
    const popup = await check();
    await popup.waitForSelector('main[data-phase="checking"] [data-check]');
    await popup.evaluate(() => window.close());
    const extension = await openPopup(browser, page, extensionId);
    await readVerdict(extension);
    await extension.waitForSelector('[data-check="status-page"][data-outcome="fail"]');
    const before = asked();
    expect(before).toBeGreaterThan(0);
    await extension.evaluate(() => window.close());
    const last = await openPopup(browser, page, extensionId);
    await readVerdict(last);
    expect(await row(last, "status-page")).toBe("fail");
    expect(asked()).toBe(before);
  });
});

/** The check of the tab in front, as the worker has published it; read in the worker, so that no page is open for it. */
async function publishedPhase(): Promise<string | undefined> {
  const target = browser.targets().find((one) => one.type() === "service_worker" && one.url().includes(extensionId));
  const worker = await target?.worker();
  return worker?.evaluate(async () => {
    const views = Object.entries(await chrome.storage.session.get(null));
    const [, stored] = views.find(([key]) => key.startsWith("view:")) ?? [];
    return (stored as { value: { check: { phase: string } | null } } | undefined)?.value.check?.phase;
  });
}

describe("a status page that answers late", () => {
  const asked = () => lab.requests.filter(({ host }) => host === "status.shop.example").length;

  it("answers the worker: the popup may be closed meanwhile, and the next one has it in its verdict", async () => {
    await lab.set("kill-upstream");
    lab.world.statusPage = "major-outage";
    let answer = (): void => undefined;
    lab.world.statusPageReady = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const popup = await check();
    await until(() => asked() > 0);
    expect(await row(popup, "status-page")).toBe("running");
    await closePopups();
    answer();
    await until(async () => (await publishedPhase()) === "done");
    const before = asked();

    const next = await openPopup(browser, page, extensionId);
    await readVerdict(next);
    expect(await row(next, "status-page")).toBe("fail");
    expect(await next.$eval('[data-check="status-page"]', (item) => item.textContent)).toContain("The shop is down");
    expect(asked()).toBe(before);
  });
});

describe("what is not an incident is called by its name:", () => {
  it("a page that answered", async () => {
    const popup = await check("/news");
    expect(await settledStanding(popup)).toBe("answered");
    expect(await popup.$eval("h1", (heading) => heading.textContent)).toContain("loaded");
  });

  it("a page of the browser's own", async () => {
    const popup = await check("chrome://version/");
    expect(await settledStanding(popup)).toBe("unreadable");
  });

  it("a browser that reached nobody", async () => {
    const popup = await check("https://nobody.example/");
    expect(await settledStanding(popup)).toBe("no-answer");
    expect(await popup.$eval("main", (main) => main.dataset.side)).toBe("none");
  });

  it("a network that wants a log-in", async () => {
    lab.world.connectivity = "captive-portal";
    const popup = await check("https://nobody.example/");
    expect(await settledStanding(popup)).toBe("no-answer");
  });

  it("an empty 502 behind Chromium's own page is an incident all the same", async () => {
    await answering({ headers: { "content-length": "0" }, body: "" });
    const verdict = await readVerdict(await check());
    expect(verdict.side).toBe("server");
  });

  it("maintenance that a page announces below 40 KB of styles, which stay in the page", async () => {
    const styles = `<style>${"p { color: #333; } ".repeat(2_000)}</style>`;
    const body = `<html><head>${styles}</head><body><h1>We are down for maintenance</h1></body></html>`;
    await answering({ status: 503, body });
    const popup = await check();
    expect(await readVerdict(popup)).toMatchObject({ side: "server", cause: "maintenance" });
    expect(await page.$eval("style", ({ textContent }) => textContent?.length)).toBe(38_000);
  });
});

describe("bad input never ends the check or turns it:", () => {
  it.each<[string, Partial<Written>]>([
    ["a megabyte header", { headers: { "content-type": "text/html", server: "x".repeat(60_000) } }],
    [
      "repeated and malformed headers",
      { headers: { "retry-after": "soon, never", via: ",,;=", age: "-1e9", "x-cache": ";" } },
    ],
    ["a binary body", { body: Buffer.from(Array.from({ length: 5_000 }, (_, i) => i % 256)).toString("latin1") }],
    ["a body of megabytes", { body: "<p>down</p>".repeat(300_000) }],
    ["hostile markup", { body: `<title><img src=x onerror=alert(1)></title><center><img src=x></center>` }],
  ])("%s", async (_, written) => {
    await answering(written);
    const popup = await check();
    expect((await readVerdict(popup)).side).toBe("server");
    expect(await popup.$("main img")).toBeNull();
  });

  it("a body that never ends", async () => {
    const popup = await check("/answer?status=502&body=endless");
    expect((await readVerdict(popup)).side).toBe("server");
  });

  it("a redirect that leads to itself, seen only by the probe", async () => {
    const seen = { navigations: 0 };
    await lab.upstream.behave({
      listening: true,
      react: ({ path }) => {
        if (path !== "/loop") return "serve";
        return seen.navigations++ === 0
          ? { status: 502, headers: {}, body: "down" }
          : { status: 302, headers: { location: "/loop" }, body: "" };
      },
    });
    const verdict = await readVerdict(await check("/loop"));
    expect(verdict.side).not.toBe("you");
    // Four anonymous requests at the most: a redirect is seen, and not followed.
    expect(
      lab.requests.filter(({ by, path, mode }) => by === "gateway" && mode === "cors" && path === "/loop").length,
    ).toBeLessThanOrEqual(4);
  });

  it.each<StatusPageState>(["html", "forbidden", "huge", "never-ending"])("a status page that is %s", async (state) => {
    await lab.set("kill-upstream");
    lab.world.statusPage = state;
    const popup = await check();
    expect((await readVerdict(popup)).side).toBe("server");
    expect(await row(popup, "status-page")).toBe("inconclusive");
  });
});

describe("accessibility:", () => {
  it.each([
    ["while checking", "/cart", 'main[data-phase="checking"] [data-check]'],
    ["with a verdict", "/cart", 'main[data-phase="done"]'],
    ["at a page that answered", "/news", 'main[data-standing="answered"]'],
  ])("axe finds nothing %s, and every control is reached by keyboard", async (_, path, ready) => {
    if (path === "/cart") await lab.set("kill-upstream");
    const popup = await check(path);
    await popup.waitForSelector(ready);
    expect(await violations(popup)).toEqual([]);
    const controls = await popup.$$eval("main button:not(:disabled), main summary, main a[href]", (all) => {
      const shown = all.filter((control) => control.checkVisibility({ contentVisibilityAuto: true }));
      for (const [index, control] of shown.entries()) (control as HTMLElement).dataset.control = String(index);
      return shown.length;
    });
    const reached = new Set<string>();
    for (let step = 0; step <= controls; step++) {
      await popup.keyboard.press("Tab");
      const focused = await popup.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.control);
      if (focused !== undefined) reached.add(focused);
    }
    expect(reached.size).toBe(controls);
  });

  it("axe finds nothing on the welcome page", async () => {
    await page.goto(`chrome-extension://${extensionId}/src/pages/welcome/index.html`);
    await page.waitForSelector("main button");
    await findsNothingInAnyColours(page);
  });
});
