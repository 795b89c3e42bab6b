/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, openPlans, plansOf } from "../support/chromium-plans.ts";
import { type ChromiumProfile, makeChromiumProfile } from "../support/chromium-profile.ts";

const SHOP = "https://shop.example";
const ASKED = "who=mrs-miller";
const BACK = "Two things are in your cart";

let lab: Lab;
let profile: ChromiumProfile;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  profile = await makeChromiumProfile();
  chromium = await startChromium(lab, { profile });
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await profile?.remove();
  await lab?.stop();
});
beforeEach(async () => {
  await lab.set("recover");
  await page?.close().catch(() => undefined);
  ({ page, tabId } = await chromium.openTab());
});

/** All that the extension keeps, as it reads it itself. */
const kept = (area: "local" | "session"): Promise<string> =>
  chromium.ask(async (name) => JSON.stringify(await chrome.storage[name].get(null)), area);
const shows = (text: string) => until(async () => (await page.content().catch(() => "")).includes(text), 30_000);
const ended = (reason: string) =>
  until(async () => (await endsOf(chromium)).some((end) => end.tabId === tabId && end.reason === reason), 30_000);

async function failAt(address: string): Promise<void> {
  await lab.set("kill-upstream");
  await page.goto(address);
  await until(async () => (await openPlans(chromium)).some((plan) => plan.tabId === tabId));
}

describe("what is kept of a page that failed", () => {
  it("is its address on the disk while it is tried again, and nothing of that once it is back", async () => {
    await failAt(`${SHOP}/cart?${ASKED}`);
    expect(await kept("local")).toContain(ASKED);
    await lab.set("recover");
    await shows(BACK);
    await ended("recovered");
    expect(await plansOf(chromium)).toEqual([]);
    expect(await kept("local")).not.toMatch(/mrs-miller|\/cart/);
    const memory = await chromium.ask(
      async () => JSON.stringify(await chrome.storage.session.get("ended-plans")),
      null,
    );
    expect(memory).toContain(SHOP);
    expect(memory).not.toMatch(/mrs-miller|\/cart/);
    // How long it lasted stays, by the day.
    const { outages } = await chromium.ask(() => chrome.storage.local.get("outages"), null);
    const day = Math.floor(Date.now() / 86_400_000);
    expect(outages).toMatchObject({ version: 2, value: [{ site: "shop.example", outages: [{ day }] }] });
  });

  it("goes from the disk, too, where the worker dies between the end and the word of it", async () => {
    await failAt(`${SHOP}/cart?${ASKED}&killed`);
    const closed = chromium.ask(
      (tab) =>
        new Promise<void>((resolve) => {
          const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
            const now = changes["retry-plans"]?.newValue as
              | { value: Record<string, { tabId: number; state: { name: string } }> }
              | undefined;
            const plans = Object.values(now?.value ?? {});
            if (!plans.some((plan) => plan.tabId === tab && plan.state.name === "closed")) return;
            chrome.storage.onChanged.removeListener(listener);
            resolve();
          };
          chrome.storage.onChanged.addListener(listener);
        }),
      tabId,
    );
    await lab.set("recover");
    await closed;
    await chromium.killWorker();
    await chromium.ask(() => void chrome.runtime.sendMessage({ type: "none" }).catch(() => undefined), null);
    await until(async () => (await plansOf(chromium)).length === 0);
    expect(await kept("local")).not.toMatch(/mrs-miller|\/cart/);
    await ended("recovered");
  });

  it("goes from the disk within seconds where the user leaves the page, and the plan goes on when he comes back", async () => {
    const address = `${SHOP}/cart?${ASKED}&left`;
    await failAt(address);
    const attempts = async () => (await openPlans(chromium)).find((plan) => plan.tabId === tabId)?.createdAt;
    const began = await attempts();
    await page.goto("about:blank");
    await ended("left");
    await until(async () => !(await kept("local")).includes(ASKED), 40_000);
    await page.goto(address);
    await until(async () => (await attempts()) !== undefined);
    expect(await attempts()).toBe(began);
  });

  it("is nothing, neither of its host nor of its address, after “Clear the history”", async () => {
    await failAt(`${SHOP}/cart?${ASKED}`);
    const check = await chromium.openCheck(tabId);
    await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
    await check.close();
    await lab.set("recover");
    await shows(BACK);
    await until(async () => (await openPlans(chromium)).length === 0);
    await until(async () => (await plansOf(chromium)).length === 0, 40_000);
    expect(await kept("session")).toMatch(/mrs-miller/);

    const options = await chromium.browser.newPage();
    await options.goto(`chrome-extension://${chromium.extensionId}/src/pages/options/index.html`);
    await (await options.waitForSelector("[data-action=forget]"))?.click();
    expect(await options.$eval("[data-confirm=forget]", (question) => question.textContent)).toContain(
      "cannot be undone",
    );
    expect(await kept("local")).toMatch(/shop\.example/);
    await options.click("[data-action=forget-all]");
    await options.waitForFunction(
      () =>
        document.querySelector(".kept [role=status]")?.textContent ===
        "The history is empty. What still fails in a tab goes on.",
    );
    await options.close();
    for (const area of ["local", "session"] as const) expect(await kept(area)).not.toMatch(/mrs-miller|shop\.example/);
  });
});

describe("the extension's storage", () => {
  /** What the world of content scripts gets to see in a page: the sentinel's own. */
  const asPage = () =>
    chromium.ask(async (tab) => {
      const [frame] = await chrome.scripting.executeScript({
        target: { tabId: tab },
        func: async () => {
          const tried = async (what: () => unknown) => {
            try {
              return JSON.stringify((await what()) ?? null);
            } catch (error) {
              return `refused: ${error}`;
            }
          };
          const { storage } = chrome;
          return [
            await tried(() => storage.local.get(null)),
            await tried(() => storage.session.get(null)),
            await tried(() => storage.sync.get(null)),
            await tried(() => storage.managed.get(null)),
            await tried(() => storage.local.set({ settings: { version: 1, value: { retry: { off: true } } } })),
          ];
        },
      });
      return frame?.result ?? [];
    }, tabId);

  const expectClosed = async () => {
    const seen = await asPage();
    expect(seen).toHaveLength(5);
    for (const answer of seen) expect(answer).toMatch(/^refused: /);
    expect(await kept("local")).not.toContain('"off"');
  };

  it("is closed to the world that content scripts run in", async () => {
    await failAt(`${SHOP}/cart?${ASKED}`);
    expect(await kept("local")).toContain(ASKED);
    await expectClosed();
    await lab.set("recover");
    await shows(BACK);
    await ended("recovered");
  });

  it("stays closed after the extension's update", async () => {
    await profile.setVersion("9.9.9");
    await chromium.reloadExtension();
    await page.goto(`${SHOP}/news`);
    await expectClosed();
  });

  it("stays closed after the browser's restart, and holds no page that was back before it", async () => {
    await chromium.close();
    chromium = await startChromium(lab, { profile });
    ({ page, tabId } = await chromium.openTab());
    await page.goto(`${SHOP}/news`);
    await expectClosed();
    expect(await kept("local")).not.toContain(ASKED);
  });
});
