/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { openPlans } from "../support/chromium-plans.ts";
import { makeUpEvents, SHADOWS } from "../support/hostile-page.ts";

const SHOP = "https://shop.example";
let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});
beforeEach(async () => {
  await lab.set("recover");
  await page?.close().catch(() => undefined);
  ({ page, tabId } = await chromium.openTab());
});

const failing = (body: string, headers: Record<string, string> = {}, status = 503) =>
  lab.upstream.behave({
    listening: true,
    react: ({ path }) =>
      path === "/cart" ? { status, headers: { "content-type": "text/html", ...headers }, body } : "serve",
  });
const isWatched = async () => (await openPlans(chromium)).some((plan) => plan.tabId === tabId);
const isBadged = (text: string) => until(async () => (await chromium.badge(tabId)).text === text);

/** What is written and said from now on, as a page of the extension hears it. */
async function listen() {
  await chromium.ask(() => {
    const heard = { writes: 0, words: [] as string[] };
    Object.assign(globalThis, { heard });
    chrome.storage.onChanged.addListener(() => void heard.writes++);
    chrome.runtime.onMessage.addListener((message: { type: string }) => void heard.words.push(message.type));
  }, null);
  return () =>
    chromium.ask(() => (globalThis as unknown as { heard: { writes: number; words: string[] } }).heard, null);
}

/** Whether a tab's card stands, as the worker has written it. */
async function hasCard(tab: number): Promise<boolean> {
  const { cards } = await chrome.storage.session.get("cards");
  const all = (cards as { value: Array<[number, { isShown: boolean }]> } | undefined)?.value ?? [];
  return all.some(([id, { isShown }]) => id === tab && isShown);
}

describe("a failing page", () => {
  // A second try would find the grant given.
  it("that stood there before the grant is noticed, whatever its elements are called", { retry: 0 }, async () => {
    await failing(`<title>down</title>${SHADOWS}`);
    await page.goto(`${SHOP}/cart`);
    await chromium.grant();
    await isBadged("503");
    await until(isWatched);
    expect(await page.title()).toBe("down");
  });

  it("that its site has sandboxed is noticed", async () => {
    await failing("<title>down</title>", { "content-security-policy": "sandbox" });
    await page.goto(`${SHOP}/cart`);
    await isBadged("503");
    await until(isWatched);
    expect(await page.title()).toBe("down");
  });

  it("has no word by made-up events: nothing is said or written, and its plan goes on", async () => {
    // Beyond the first try the plan has nothing to do for ten minutes.
    await failing("<title>down</title>", { "retry-after": "600" });
    await page.goto(`${SHOP}/cart`);
    await isBadged("503");
    const plan = async () => (await openPlans(chromium)).find((each) => each.tabId === tabId);
    await until(async () => ((await plan())?.floor ?? 0) > Date.now());
    // What its first try led to is written by then.
    await until(() => chromium.ask(hasCard, tabId));
    const before = await plan();
    const heard = await listen();
    await page.evaluate(makeUpEvents);
    // Its own leaving comes after all that, and is the first word of it.
    expect(await plan()).toEqual(before);
    expect(await heard()).toEqual({ writes: 0, words: [] });
    await page.goto(`${SHOP}/news`);
    await until(async () => (await heard()).words.length > 0);
    expect((await heard()).words).toEqual(["page/left"]);
  });

  it("that loads itself without end has few of its loads written down, and comes back all the same", async () => {
    await failing("<title>down</title><script>location.reload()</script>", {}, 502);
    const heard = await listen();
    lab.clearRequests();
    const start = Date.now();
    // It is never done while the page fails.
    page.goto(`${SHOP}/cart`).catch(() => undefined);
    const loads = () => lab.requests.filter(({ by, mode }) => by === "gateway" && mode === "navigate").length;
    await until(() => loads() > 150, 60_000);
    const { writes } = await heard();
    // Twenty words at once and one in two seconds are heeded, with up to five writes each, the card's among them; a load makes two words.
    const words = 20 + (Date.now() - start) / 2_000;
    expect(writes).toBeLessThan(5 * words);
    await lab.set("recover");
    await until(async () => (await page.content().catch(() => "")).includes("Two things are in your cart"));
  }, 90_000);
});

it("two set-ups at once do not reject each other", async () => {
  const wake = () => chromium.ask(() => chrome.runtime.sendMessage({ type: "retry/unwatch", request: {} }), null);
  await wake();
  const worker = await chromium.browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().includes(chromium.extensionId),
  );
  const session = await worker.createCDPSession();
  const thrown: string[] = [];
  session.on("Runtime.exceptionThrown", ({ exceptionDetails }) => {
    thrown.push(exceptionDetails.exception?.description ?? exceptionDetails.text);
  });
  await session.send("Runtime.enable");
  await chromium.ask(async () => {
    await chrome.scripting.unregisterContentScripts();
    // Each is a change of grants by itself.
    await Promise.all(
      ["notifications", "declarativeNetRequestFeedback"].map((name) =>
        chrome.permissions.remove({ permissions: [name as chrome.runtime.ManifestPermission] }),
      ),
    );
  }, null);
  const registered = () =>
    chromium.ask(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id), null);
  await until(async () => (await registered()).length > 0);
  // A rejection that nobody has heard is told of after the turn in which it came.
  await wake();
  await session.send("Runtime.evaluate", { expression: "0", awaitPromise: true });
  expect(await registered()).toEqual(["sentinel"]);
  expect(thrown).toEqual([]);
});
