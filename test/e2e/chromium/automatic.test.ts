/// <reference types="chrome" />
import type { Page, Target } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { faultOf } from "../../lab/faults.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import type { Behaviour } from "../../lab/upstream.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

const SHOP = "https://shop.example";

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;

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
  await forgetThrottle();
  ({ page, tabId } = await chromium.openTab());
  lab.clearRequests();
});

/** Chromium counts failures per worker and path; each test begins with a worker that has seen none. */
const forgetThrottle = () => chromium.killWorker();

/** Requests of the extension itself, as the gateway saw them: no navigation, no page's own. */
const own = () => lab.requests.filter(({ by, mode }) => by === "gateway" && mode === "cors");
const navigations = (path: string) =>
  lab.requests.filter((seen) => seen.by === "gateway" && seen.mode === "navigate" && seen.path === path);

const badgeText = async () => (await chromium.badge(tabId)).text;
/** A page that is being loaded again has no content for a moment. */
const shows = (text: string, patience?: number) =>
  until(async () => (await page.content().catch(() => "")).includes(text), patience);
const failing = (status: number, headers: Record<string, string> = {}, body = "down"): Behaviour => ({
  listening: true,
  react: () => ({ status, headers: { "content-type": "text/html", ...headers }, body }),
});

describe("after the one grant, Faultline", () => {
  it("was asked for with no warning at installation", async () => {
    const warnings = await chromium.ask(
      () => chrome.management.getPermissionWarningsByManifest(JSON.stringify(chrome.runtime.getManifest())),
      null,
    );
    expect(warnings).toEqual([]);
  });

  it("badges a failing page, and brings it back by loading it once", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await until(async () => (await badgeText()) === "502");
    expect((await chromium.badge(tabId)).title).toContain("shop.example answered 502");

    await lab.set("recover");
    await shows("Two things are in your cart");
    await until(async () => (await badgeText()) === "✓");
    expect(navigations("/cart")).toHaveLength(2);
  });

  it("asks without cookies, and nobody but the failing site", async () => {
    await page.goto(`${SHOP}/`);
    await page.evaluate(() => {
      // biome-ignore lint/suspicious/noDocumentCookie: the page's own cookie is what must not be sent.
      document.cookie = "session=secret; path=/; secure";
    });
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    lab.clearRequests();
    await lab.nextRequest(({ by, mode }) => by === "gateway" && mode === "cors");
    expect(own().map(({ cookie }) => cookie)).toEqual(own().map(() => ""));
    expect(lab.requests.filter(({ by }) => by === "world")).toEqual([]);
  });

  it("notices a 502 without a body, which Chromium replaces by a page of its own", async () => {
    await lab.upstream.behave(failing(502, { "content-length": "0" }, ""));
    await page.goto(`${SHOP}/cart`).catch(() => undefined);
    await until(async () => (await badgeText()) === "502");
    await lab.set("recover");
    await shows("Two things are in your cart");
    expect(navigations("/cart")).toHaveLength(2);
  });

  it("notices what the page's own service worker answered", async () => {
    const fault = await lab.set("page-worker");
    await page.goto(fault.prepareUrl ?? "");
    await page.waitForSelector("html[data-ready=true]");
    await page.goto(fault.url);
    await until(async () => (await badgeText()) === "502");
    // The worker answered by itself: the gateway saw no such load.
    expect(navigations(new URL(fault.url).pathname)).toEqual([]);
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
    });
  });

  it("raises the alarm again when the user goes back to the failing page", async () => {
    await lab.upstream.behave(failing(503, { "cache-control": "no-store" }));
    await page.goto(`${SHOP}/cart`);
    await until(async () => (await badgeText()) === "503");
    await lab.set("recover");
    await page.goto(`${SHOP}/news`);
    expect(await badgeText()).toBe("");
    await lab.upstream.behave(failing(503));
    await page.goBack();
    await until(async () => (await badgeText()) === "503");
  });

  it("ends the incident when the user leaves the page", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await until(async () => (await badgeText()) === "502");
    await lab.set("recover");
    await page.goto(`${SHOP}/news`);
    await until(() => chromium.ask(noPlans, tabId));
    expect(await badgeText()).toBe("");
  });

  it("stays silent at failing frames and requests, downloads, empty answers and aborted loads", async () => {
    await page.goto(`${SHOP}/frame`);
    await page.goto(`${SHOP}/app`);
    await page.waitForFunction(() => document.getElementById("state")?.textContent === "The app got 502");
    await page.goto(`${SHOP}/download`).catch(() => undefined);
    await page.goto(`${SHOP}/nothing`).catch(() => undefined);
    await lab.set("hang");
    // The site may answer again only once the load has been stopped: it would fail otherwise, and be noticed.
    await page.evaluate(
      () =>
        new Promise<void>((stopped) => {
          location.href = "/news";
          setTimeout(() => stopped(window.stop()), 50);
        }),
    );
    await lab.set("recover");
    await nothingFollows();
  });

  it("stays silent at a prerendered failure that nobody sees", async () => {
    await page.goto(`${SHOP}/news`);
    await page.evaluate(() => {
      const rules = document.createElement("script");
      rules.type = "speculationrules";
      rules.textContent = JSON.stringify({ prerender: [{ source: "list", urls: ["/answer?status=503"] }] });
      document.head.append(rules);
    });
    await lab.nextRequest(({ by, path }) => by === "gateway" && path === "/answer?status=503");
    await page.goto(`${SHOP}/cart`);
    await nothingFollows();
  });
});

/** The longest that Faultline waits before its first request; silence is known only after that. */
const FIRST_REQUEST_MS = 5_500;

/** No badge, no incident, no plan and no request of the extension's own, also not after its usual first wait. */
async function nothingFollows(): Promise<void> {
  const asked = lab.nextRequest(({ by, mode }) => by === "gateway" && mode === "cors", FIRST_REQUEST_MS);
  await expect(asked).rejects.toThrow("no such request");
  expect(await badgeText()).toBe("");
  expect(await chromium.ask(noPlans, tabId)).toBe(true);
}

interface Plan {
  readonly tabId: number;
  readonly state: { readonly name: string };
}

/** No plan waits or runs for this tab. One of an earlier test's may, whose worker was killed under it. */
async function noPlans(tab: number): Promise<boolean> {
  const stored = (await chrome.storage.local.get("retry-plans"))["retry-plans"];
  const plans = (stored as { value: Record<string, Plan> } | undefined)?.value ?? {};
  return Object.values(plans).every(({ tabId, state }) => tabId !== tab || state.name === "closed");
}

describe("Faultline does no harm:", () => {
  it("a form that failed is never sent again, and its tab never loaded again", async () => {
    await page.goto(`${SHOP}/order`);
    await lab.set("kill-upstream");
    await Promise.all([page.waitForNavigation(), page.click("#direct")]);
    await until(async () => (await badgeText()) === "502");
    lab.clearRequests();
    await lab.nextRequest(({ by, mode, path }) => by === "gateway" && mode === "cors" && path === "/");
    await lab.set("recover");
    await until(async () => (await badgeText()) === "✓");
    const toOrder = lab.requests.filter(({ path }) => path.startsWith("/order"));
    expect(toOrder).toEqual([]);
    expect(await page.content()).not.toContain("Taken at once");
  });

  it("a form behind a redirect is known for what it was asked as in the end", async () => {
    await page.goto(`${SHOP}/order`);
    await lab.upstream.behave({
      listening: true,
      react: ({ path }) => (path === "/order/thanks" ? { status: 503, headers: {}, body: "busy" } : "serve"),
    });
    await Promise.all([page.waitForNavigation(), page.click("#redirected")]);
    await until(async () => (await badgeText()) === "503");
    await lab.set("recover");
    await shows("Your order is on its way");
    expect(lab.requests.filter(({ by, method }) => by === "gateway" && method === "POST")).toHaveLength(1);
  });

  it.each([
    "/login?code=abc&state=xyz",
    "/verifyEmail?key=9f8e7d",
    "/%75nsubscribe",
    "/cart;jsessionid=0A1B2C",
    "/cart?add-to-cart=123",
  ])("an address that acts or works once is never asked for again: %s", async (address) => {
    await lab.set("kill-upstream");
    await page.goto(SHOP + address);
    await until(async () => (await badgeText()) === "502");
    lab.clearRequests();
    await lab.nextRequest(({ by, mode, path }) => by === "gateway" && mode === "cors" && path === "/");
    await lab.set("recover");
    await until(async () => (await badgeText()) === "✓");
    expect([...new Set(lab.requests.filter(({ by }) => by === "gateway").map(({ path }) => path))]).toEqual(["/"]);
  });

  it("what the user has typed on the error page is not lost to a reload", async () => {
    await lab.upstream.behave(failing(503, {}, "<title>busy</title><input id=note>"));
    await page.goto(`${SHOP}/cart`);
    await page.type("#note", "a long letter");
    await until(async () => (await badgeText()) === "503");
    await lab.set("recover");
    await until(async () => (await badgeText()) === "✓");
    expect(await page.$eval("#note", (field) => (field as HTMLInputElement).value)).toBe("a long letter");
  });

  it("500, 501 and 505 are badged but not asked for again", async () => {
    for (const status of [500, 501, 505]) {
      await lab.upstream.behave(failing(status));
      await page.goto(`${SHOP}/cart`);
      await until(async () => (await badgeText()) === String(status));
    }
    const asked = lab.nextRequest(({ by, mode }) => by === "gateway" && mode === "cors", FIRST_REQUEST_MS);
    await expect(asked).rejects.toThrow("no such request");
    expect(await chromium.ask(noPlans, tabId)).toBe(true);
  });
});

describe("a check that is open while a plan watches", () => {
  const verdictOf = async (check: Page) => {
    await check.waitForSelector('main[data-phase="done"]');
    return check.$eval("main", ({ dataset }) => `${dataset.side} ${dataset.cause}`);
  };

  it("asks, shows and copies of an address that works once the origin alone", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/verify/9f8e7d6c?key=5b4a`);
    await until(async () => (await badgeText()) === "502");
    lab.clearRequests();
    const check = await chromium.openCheck(tabId);
    await check.waitForSelector('main[data-phase="done"]');
    expect(await check.evaluate(() => document.body.textContent)).toContain("https://shop.example/ (the rest");
    expect(await check.evaluate(() => document.documentElement.outerHTML)).not.toMatch(/9f8e7d6c|5b4a/);
    expect(own().map(({ path }) => path)).toContain("/");
    expect(own().filter(({ path }) => path !== "/")).toEqual([]);

    const copied = (action: string) =>
      check.evaluate(async (button) => {
        const text = new Promise<string>((resolve) => {
          navigator.clipboard.writeText = async (written) => resolve(written);
        });
        document.querySelector<HTMLElement>(`[data-action=${button}]`)?.click();
        return text;
      }, action);
    const json = await copied("copy-json");
    expect(JSON.parse(json).incident).toMatchObject({ url: "https://shop.example/", pathLeftOut: true, status: 502 });
    const report = await copied("copy-report");
    expect(report).toContain("Page: https://shop.example/ (the rest is left out: this address may work only once)");
    expect(json + report).not.toMatch(/9f8e7d6c|5b4a/);
    await check.close();
  });

  it("lets the plan load the tab, and says what it was: an old copy in the browser's cache", async () => {
    const fault = await lab.set("cached-error");
    await page.goto(fault.prepareUrl ?? "");
    await page.waitForSelector("html[data-ready=true]");
    await page.goto(fault.url);
    // Nobody's click is quicker than the plan; a test's is.
    await until(async () => !(await chromium.ask(noPlans, tabId)));
    const check = await chromium.openCheck(tabId);
    expect(await verdictOf(check)).toBe("you stale-cache");
    await shows("Everything must go");
    await check.close();
  });

  it("stays unsure when the tab fails again while strangers are served, and names the step that settles it", async () => {
    const fault = await lab.set("signed-in-outage");
    await page.goto(fault.prepareUrl ?? "");
    await page.waitForSelector("html[data-ready=true]");
    await page.goto(fault.url);
    const check = await chromium.openCheck(tabId);
    // The plan may load the tab before the check has its verdict or after it.
    await until(() => navigations("/account").length === 2);
    const shown = () =>
      check.$eval("main", ({ dataset: { phase, side, cause }, textContent }) => ({ phase, side, cause, textContent }));
    await expect.poll(shown, { timeout: 25_000 }).toMatchObject({
      phase: "done",
      side: "unsure",
      cause: expect.stringMatching(/^(?:signed-in|cookies)$/),
      textContent: expect.stringContaining("private window"),
    });
    await check.close();
  });
});

describe("a worker that dies", () => {
  it("takes no plan with it: the alarm brings the page back", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await until(async () => (await badgeText()) === "502");
    await until(async () => !(await chromium.ask(noPlans, tabId)));
    await chromium.killWorker();
    await lab.set("recover");
    await shows("Two things are in your cart", 50_000);
    expect(navigations("/cart")).toHaveLength(2);
  });

  it("is not woken by healthy pages, and is by a failing one", async () => {
    await page.goto(`${SHOP}/news`);
    await chromium.killWorker();
    let wakes = 0;
    const onTarget = (target: Target) => {
      if (target.type() === "service_worker" && target.url().includes(chromium.extensionId)) wakes++;
    };
    chromium.browser.on("targetcreated", onTarget);
    for (const path of ["/", "/cart", "/account", "/news", "/sale", "/search", "/order", "/", "/cart", "/news"]) {
      await page.goto(`${SHOP}${path}`);
    }
    await page.goBack();
    await page.reload();
    const other = await chromium.browser.newPage();
    await other.goto(`${SHOP}/sale`);
    await other.close();
    expect(wakes).toBe(0);
    expect(await chromium.isAwake()).toBe(false);
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await until(() => wakes > 0);
    chromium.browser.off("targetcreated", onTarget);
  });
});

describe("what is stored", () => {
  it("may be another version's or garbage: Faultline starts afresh and goes on", async () => {
    await chromium.ask(async () => {
      await chrome.storage.local.set({ "retry-plans": { version: 99, value: 7 }, "method-marks": "garbage" });
      await chrome.storage.session.set({ incidents: [null, 4] });
    }, null);
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await until(async () => (await badgeText()) === "502");
    // The lost marker makes the method unknown, so the front page is watched, and its return is told once it was seen to fail.
    await until(() => own().some(({ path }) => path === "/"));
    await lab.set("recover");
    // The page is not touched; but the user is told.
    await until(async () => (await badgeText()) === "✓");
    expect(navigations("/cart")).toHaveLength(1);
  });
});

describe("when the grant is taken back", () => {
  it("Faultline stops asking and notices nothing by itself, and notices again when it is given anew", async () => {
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    await until(async () => !(await chromium.ask(noPlans, tabId)));
    await chromium.ask(() => chrome.permissions.remove({ origins: ["<all_urls>"] }), null);
    await until(() => chromium.ask(noPlans, tabId));
    await page.goto(`${SHOP}/news`).catch(() => undefined);
    await lab.set("kill-upstream");
    await page.goto(`${SHOP}/cart`);
    expect(await badgeText()).toBe("");
    expect(faultOf("kill-upstream").url).toBe(`${SHOP}/cart`);
    await chromium.console.reload();
    await chromium.grant();
    // The page stood open before the grant: it is covered as well.
    await until(async () => (await badgeText()) === "502");
  });
});
