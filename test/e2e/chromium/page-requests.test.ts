/// <reference types="chrome" />
import type { Browser, Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { type Lab, startLab } from "../../lab/lab.ts";
import { builtExtension, launchInLab } from "../../lab/launch.ts";
import { installQuietly, openPopup, readVerdict } from "../../lab/popup-driver.ts";
import { page as shopPage } from "../../lab/site.ts";
import type { Written } from "../../lab/upstream.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

const SHOP = "https://shop.example";
const NAS = "https://nas.home.arpa";
const html = (body: string): Written => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  body,
});
const failing = (status: number, headers: Record<string, string> = {}): Written => ({
  status,
  // A page of another origin may read what the answer was.
  headers: { "content-type": "text/html", "access-control-allow-origin": "*", ...headers },
  body: "It failed.",
});

/** A page that loads, asks for these things, and says when all of them have come to an end. */
const shell = (...requests: string[]): Written =>
  html(
    shopPage(
      "Shell",
      `<script>Promise.allSettled([${requests.join(",")}]).then(() => { document.documentElement.dataset.ready = "true"; });</script>`,
    ),
  );
const fetched = (url: string, method = "GET") => `fetch("${url}", { method: "${method}" })`;
const image = (url: string) =>
  `new Promise((done) => { const image = new Image(); image.onload = image.onerror = done; image.src = "${url}"; })`;

const asked = (lab: Lab, path: string) =>
  lab.requests.filter((request) => request.by === "gateway" && request.mode === "cors" && request.path === path);
const words = (popup: Page) => popup.$eval("main", (main) => main.innerText);
const row = (popup: Page, id: string) =>
  popup.$eval(`[data-check="${id}"]`, (item) => ({
    outcome: item.getAttribute("data-outcome"),
    says: item.textContent ?? "",
  }));

let lab: Lab;
beforeAll(async () => {
  lab = await startLab();
});
afterAll(() => lab?.stop());

const answering = (answers: Readonly<Record<string, Written>>) =>
  lab.upstream.behave({ listening: true, react: ({ path }) => answers[path] ?? "serve" });

describe("a click without any grant", () => {
  let browser: Browser;
  let extensionId: string;
  let page: Page;

  beforeAll(async () => {
    const installed = findBrowser("chromium");
    if (!installed) throw new Error("no Chromium here");
    browser = await launchInLab(lab, installed, { headless: true });
    extensionId = await installQuietly(browser, builtExtension("chromium"));
  });
  afterAll(() => browser?.close());
  beforeEach(async () => {
    await lab.set("recover");
    const isPopup = (url: string) => url.endsWith("/src/pages/popup/index.html");
    for (const target of browser.targets().filter((one) => isPopup(one.url()))) {
      await (await target.asPage()).evaluate(() => window.close()).catch(() => undefined);
    }
    await until(() => !browser.targets().some((one) => isPopup(one.url())));
    const fresh = await browser.newPage();
    await page?.close().catch(() => undefined);
    page = fresh;
  });

  const click = async (path: string, isReady = "document.readyState === 'complete'") => {
    await page.goto(SHOP + path);
    await page.waitForFunction(isReady);
    lab.clearRequests();
    return openPopup(browser, page, extensionId);
  };
  const READY = "document.documentElement.dataset.ready === 'true'";
  const standing = async (popup: Page) => {
    await popup.waitForSelector('main:not([data-standing="looking"])');
    return popup.$eval("main", (main) => ({ ...main.dataset }));
  };

  it("looks into the page's own origin where requests to it fail, repeating what is a GET for sure", async () => {
    await answering({
      "/app": shell(image("/logo.png"), fetched("/api/items?user=7"), fetched("/api/order", "POST")),
      "/logo.png": failing(502),
      "/api/items": failing(502),
      "/api/order": failing(502),
    });
    const popup = await click("/app", READY);
    const verdict = await readVerdict(popup);
    expect(verdict.side).toBe("server");
    expect(verdict.headline).toMatch(/The page loaded, but .*shop\.example/);
    expect(verdict.text).toContain("3 requests of this page to shop.example failed");
    expect(await row(popup, "page-requests")).toMatchObject({ outcome: "fail" });
    expect((await standing(popup)).standing).toBe("answered");
    expect(asked(lab, "/logo.png")).toHaveLength(4);
    expect(lab.requests.filter(({ by, path }) => by === "gateway" && path.startsWith("/api/"))).toEqual([]);
    expect(lab.requests.every(({ cookie }) => cookie === "")).toBe(true);
  });

  it("repeats no request of the page's program, and asks for the front page instead", async () => {
    await answering({ "/app": shell(fetched("/api/order", "POST")), "/api/order": failing(503) });
    const popup = await click("/app", READY);
    const verdict = await readVerdict(popup);
    expect(verdict.side).toBe("server");
    expect(asked(lab, "/api/order")).toEqual([]);
    expect(asked(lab, "/")).toHaveLength(1);
  });

  it("offers to look at another site whose requests fail, and asks it nothing by itself", async () => {
    await answering({ "/app": shell(fetched(`${SHOP}/api/items`)), "/api/items": failing(502) });
    await page.goto("https://other.example/");
    await page.evaluate((url) => fetch(url).catch(() => undefined), `${SHOP}/api/items`);
    lab.clearRequests();
    const popup = await openPopup(browser, page, extensionId);
    expect((await standing(popup)).standing).toBe("answered");
    await popup.waitForSelector('[data-action="grant-site"]');
    expect(await words(popup)).toContain("The page loaded; a request to shop.example failed.");
    expect(await popup.$eval('[data-action="grant-site"]', (button) => button.textContent)).toContain("shop.example");
    expect(lab.requests).toEqual([]);
  });

  it("says what a page answered of which no request failed, and makes no check", async () => {
    await answering({ "/app": shell(fetched("/news")) });
    const popup = await click("/app", READY);
    expect(await standing(popup)).toMatchObject({ standing: "answered", phase: "idle", side: "none" });
    expect(await words(popup)).toContain("answered with status 200.");
    expect(lab.requests).toEqual([]);
  });

  it("asks a limited site once, cannot tell whose limit it is, and says when to come back", async () => {
    await answering({ "/cart": failing(429, { "retry-after": "600" }) });
    const verdict = await readVerdict(await click("/cart"));
    expect(verdict).toMatchObject({ side: "unsure", cause: "blocked-address", alternatives: ["overload"] });
    expect(verdict.text).toMatch(/no more requests before .*\(in \d+\smin\)/);
    expect(lab.requests.filter(({ by }) => by === "gateway").map(({ path }) => path)).toEqual(["/cart"]);
  });

  it("tells a program's own error from a gateway's, and offers a try that is the user's", async () => {
    await lab.upstream.behave({ listening: true, react: () => failing(500) });
    const popup = await click("/cart");
    const verdict = await readVerdict(popup);
    expect(verdict).toMatchObject({ side: "server", cause: "origin-invalid" });
    expect(verdict.text).toContain("own program failed");
    expect(verdict.text).toContain("Faultline doesn’t try again by itself after this error.");
    expect(await popup.$('[data-action="reload"]')).not.toBeNull();
    expect(await popup.$('[data-action="retry-keep"]')).toBeNull();
  });

  it("calls a test for robots what it is, and asks the site nothing", async () => {
    await answering({
      "/cart": { ...html("<title>Just a moment...</title><script>window._cf_chl_opt = {};</script>"), status: 403 },
    });
    const popup = await click("/cart");
    expect(await standing(popup)).toMatchObject({ standing: "challenge", side: "unsure", cause: "bot-check" });
    expect(await words(popup)).toContain("not an outage");
    expect(lab.requests.filter(({ by }) => by === "gateway")).toEqual([]);
  });

  it("says what a plain refusal means", async () => {
    await answering({ "/cart": failing(403) });
    const popup = await click("/cart");
    expect(await standing(popup)).toMatchObject({ standing: "answered", side: "none" });
    expect(await words(popup)).toContain("refuses this page to you, or to your network");
  });
});

describe("with every site granted", () => {
  let chromium: Chromium;
  beforeAll(async () => {
    await lab.set("recover");
    chromium = await startChromium(lab);
    await chromium.grant();
  });
  afterAll(() => chromium?.close());

  it("another host that fails is looked into, and neither badge nor plan comes of it", async () => {
    // The image tells nothing of its answer to a page of another origin; the program's request does, by CORS.
    await answering({
      "/app": shell(fetched(`${SHOP}/api/items`), image(`${SHOP}/logo.png`)),
      "/api/items": failing(502),
      "/logo.png": failing(502),
    });
    const { page, tabId } = await chromium.openTab();
    await page.goto(`${NAS}/app`);
    await page.waitForFunction("document.documentElement.dataset.ready === 'true'");
    lab.clearRequests();
    const verdict = await readVerdict(await chromium.openCheck(tabId));
    expect(verdict.side).toBe("server");
    expect(verdict.headline).toContain("The page loaded, but shop.example");
    expect(lab.requests.filter(({ by, host }) => by === "gateway" && host !== "shop.example")).toEqual([]);
    expect((await chromium.badge(tabId)).text).toBe("");
    expect(await chromium.ask(async () => Object.keys(await chrome.storage.local.get("retry-plans")), null)).toEqual(
      [],
    );
  });
});
