/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { openPlans } from "../support/chromium-plans.ts";

const SHOP = "https://shop.example";
const BACK = "Two things are in your cart";
/** A check asks its site at most so often; a plan that goes on beside it asks now and then. */
const MOST_ASKED = 8;
/** A load that nobody can judge is held back for half a minute, beside the waits of the plan; a slow machine takes longer. */
const LONG_MS = 150_000;

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;
let round = 0;
let url: string;

beforeAll(async () => {
  lab = await startLab({ gateway: "node" });
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});
beforeEach(async () => {
  for (const area of ["local", "session"] as const) await chromium.ask(empty, area);
  await lab.set("kill-upstream");
  await page?.close().catch(() => undefined);
  ({ page, tabId } = await chromium.openTab());
  round += 1;
  url = `${SHOP}/cart?round=${round}`;
  lab.clearRequests();
});

const plan = async () => (await openPlans(chromium)).find((one) => one.tabId === tabId);
/** A plan as it lies on the disk, whatever lies beside it; null once it is over. */
const openPlan = (id: string) =>
  chromium.ask(async (wanted) => {
    const stored = (await chrome.storage.local.get("retry-plans"))["retry-plans"];
    const found = (stored as { value: Record<string, { state: { name: string } }> } | undefined)?.value[wanted];
    return found && found.state.name !== "closed" ? found : null;
  }, id);
const fail = async () => {
  await page.goto(url);
  await until(async () => (await chromium.badge(tabId)).text === "502");
};
const wake = () => chromium.ask(() => void chrome.runtime.sendMessage({ type: "none" }).catch(() => undefined), null);
const seen = (mode: string) => lab.requests.filter((one) => one.by === "gateway" && one.mode === mode);
/** The page is back by one load, and nothing is left of its plan. */
async function expectOneRecovery(): Promise<void> {
  await lab.set("recover");
  await until(async () => (await page.content().catch(() => "")).includes(BACK), 60_000);
  await until(async () => (await plan()) === undefined, 40_000);
  const loads = seen("navigate").filter(({ path }) => `${SHOP}${path}` === url);
  expect(loads.map(({ status }) => status)).toEqual([502, 200]);
  expect(seen("cors").every(({ cookie }) => cookie === "")).toBe(true);
  expect(seen("cors").length).toBeLessThanOrEqual(MOST_ASKED);
}

/** What a broken disk, another extension's mistake or another version may leave under a key. */
const GARBAGE: readonly unknown[] = [
  "garbage".repeat(1_000),
  [],
  { version: 1 },
  { version: "1", value: [] },
  { version: 1, value: [null, 1, "x", {}, []] },
  { version: 1, value: { 7: null, "plan-1": {}, retry: { off: "x" }, since: "x" } },
  { version: 2, value: { toString: 1 } },
];

/**
 * Puts garbage under every key of the disk and of the session's memory, each key in its own way; among the plans, beside
 * those that can be read. Runs in a page of the extension, and says which keys there were.
 */
async function spoil(garbage: readonly unknown[]): Promise<string[]> {
  const keys: string[] = [];
  for (const area of [chrome.storage.local, chrome.storage.session]) {
    const stored: Record<string, unknown> = await area.get(null);
    for (const [key, found] of Object.entries(stored)) {
      const odd = garbage[keys.length % garbage.length];
      const plans = found as { version: number; value: object };
      const spoilt = key === "retry-plans" ? { ...plans, value: { odd, ...plans.value, none: null, no: {} } } : odd;
      await area.set({ [key]: spoilt });
      keys.push(key);
    }
  }
  return keys;
}

/** The network goes and comes again for the worker, so many times; each time it has heard of both. */
async function flap(times: number): Promise<void> {
  await wake();
  const target = await chromium.browser.waitForTarget(
    (candidate) => candidate.type() === "service_worker" && candidate.url().includes(chromium.extensionId),
  );
  const worker = await target.createCDPSession();
  // All of the extension's parts run in one process, which has one idea of whether it is online.
  const page = await chromium.console.createCDPSession();
  const isOnline = async () => {
    const { result } = await worker.send("Runtime.evaluate", { expression: "navigator.onLine" });
    return result.value;
  };
  try {
    for (let time = 0; time < times; time += 1) {
      for (const offline of [true, false]) {
        const conditions = { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
        for (const session of [worker, page]) await session.send("Network.emulateNetworkConditions", conditions);
        await until(async () => (await isOnline()) === !offline);
      }
    }
  } finally {
    await page.detach();
    await worker.detach();
  }
}

type Area = "local" | "session";

/** Writes until nothing of any use fits; runs in a page of the extension. Chromium counts what is smaller still as nothing. */
async function fill(area: Area): Promise<void> {
  for (let size = 1 << 20, index = 0; size >= 32; index += 1) {
    try {
      await chrome.storage[area].set({ [`filler-${index}`]: "x".repeat(size) });
    } catch {
      size >>= 1;
    }
  }
}

async function empty(area: Area): Promise<void> {
  const fillers = Object.keys(await chrome.storage[area].get(null)).filter((key) => key.startsWith("filler-"));
  await chrome.storage[area].remove(fillers);
}

describe("a failing page is brought back, once, where", () => {
  it("the disk has had no room for what its plan does", async () => {
    await fail();
    await until(async () => (await plan()) !== undefined);
    await chromium.ask(fill, "local");
    await lab.set("recover");
    await chromium.killWorker();
    await wake();
    // What could not be counted is not sent, and no tab is loaded that nobody has written down.
    const other = await chromium.openTab();
    await other.page.goto(`${SHOP}/cart?beside`);
    const asked = await chromium.openCheck(other.tabId);
    await asked.waitForSelector("main[data-standing]");
    expect(seen("navigate").filter(({ path }) => path === `/cart?round=${round}`)).toHaveLength(1);
    await asked.close();
    await other.page.close();
    await chromium.ask(empty, "local");
    await chromium.killWorker();
    await wake();
    await expectOneRecovery();
  });

  it("the session's memory has had no room since it failed", async () => {
    await fail();
    await until(async () => (await plan()) !== undefined);
    await chromium.ask(fill, "session");
    await chromium.killWorker();
    await wake();
    await expectOneRecovery();
  }, 150_000);

  it("the network has come and gone twenty times meanwhile", async () => {
    await fail();
    await until(async () => (await plan()) !== undefined);
    await flap(20);
    await expectOneRecovery();
  }, 150_000);
});

describe("a page that fails while the session's memory is full", () => {
  it("is left to its user once its site answers, for nobody remembers how it came, and they are told", async () => {
    await chromium.ask(() => chrome.storage.session.remove("notices"), null);
    await chromium.ask(fill, "session");
    await fail();
    await until(async () => (await plan()) !== undefined);
    await lab.set("recover");
    await until(async () => (await plan()) === undefined, LONG_MS);
    await until(async () => chromium.ask(async (id) => `tab:${id}` in (await chrome.notifications.getAll()), tabId));
    expect(seen("navigate").map(({ path, status }) => `${path} ${status}`)).toEqual([`/cart?round=${round} 502`]);
    expect(seen("cors").length).toBeLessThanOrEqual(MOST_ASKED);
  }, 240_000);
});

describe("garbage under every key, as a worker wakes", () => {
  it("loses no plan that can be read, and the failures after it are brought back by one load", async () => {
    await fail();
    await until(async () => (await plan()) !== undefined);
    const first = await chromium.openCheck(tabId);
    await first.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
    await first.close();
    const before = await plan();
    if (!before) throw new Error("the plan is gone");
    await chromium.killWorker();
    const spoilt = await chromium.ask(spoil, GARBAGE);
    expect(spoilt).toEqual(
      expect.arrayContaining(["retry-plans", "history", "method-marks", "incidents", "session-began"]),
    );
    await wake();
    expect(await openPlan(before.id)).toMatchObject({ createdAt: before.createdAt, deadline: before.deadline });
    const check = await chromium.openCheck(tabId);
    await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
    expect(await check.$eval("main", (main) => main.getAttribute("data-side"))).toBe("server");
    await check.close();
    await lab.set("recover");
    await until(async () => (await openPlan(before.id)) === null, LONG_MS);
    const loads = seen("navigate").filter(({ path }) => path === `/cart?round=${round}`);
    expect(loads.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1);
    // Since when answers bear marks is known again from the next failure on.
    for (const again of ["a", "b"]) {
      await lab.set("kill-upstream");
      lab.clearRequests();
      url = `${SHOP}/cart?round=${round}${again}`;
      await fail();
      await until(async () => (await plan())?.url === url);
    }
    expect(await plan()).toMatchObject({ touchesTab: true });
    await expectOneRecovery();
  }, 360_000);
});

describe("a word to Faultline that the disk has no room for", () => {
  it("is said to be lost, and holds once it is said again with room", async () => {
    await fail();
    const check = await chromium.openCheck(tabId);
    const press = async (action: string) => {
      const button = await check.waitForSelector(`[data-action="${action}"]:not(:disabled)`, { timeout: 30_000 });
      await button?.evaluate((found) => (found as HTMLElement).click());
    };
    await press("retry-stop");
    await check.waitForSelector('[data-action="retry-off-here"]', { timeout: 30_000 });
    await chromium.ask(fill, "local");
    await press("retry-off-here");
    await check.waitForSelector("[data-unsaved]");
    await chromium.ask(empty, "local");
    await press("retry-off-here");
    await check.waitForSelector('[data-off-by="user"]');
    expect(await check.$("[data-unsaved]")).toBeNull();
    await check.close();
    await chromium.ask(() => chrome.storage.local.remove("settings"), null);
  }, 150_000);
});

describe("a grant that is taken back in the middle of a check", () => {
  it("ends the plan, and the site is asked nothing more", async () => {
    await fail();
    await lab.set("hang");
    const asked = lab.nextRequest(({ by, mode }) => by === "upstream" && mode === "cors", 15_000);
    const check = await chromium.openCheck(tabId);
    await asked;
    await chromium.ask(() => chrome.permissions.remove({ origins: ["<all_urls>"] }), null);
    await until(async () => (await plan()) === undefined);
    // Whatever was under way as the grant went.
    const before = lab.requests.filter(({ by, mode }) => by === "upstream" && mode === "cors").length;
    await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
    expect(lab.requests.filter(({ by, mode }) => by === "upstream" && mode === "cors")).toHaveLength(before);
    expect(await check.$eval("main", (main) => main.getAttribute("data-side"))).not.toBe("you");
  });
});
