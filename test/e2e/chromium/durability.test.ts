/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import type { SeenRequest } from "../../lab/request-log.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, forgetPlans, openPlans, plansOf } from "../support/chromium-plans.ts";

/** Four tabs of two sites: those of one site take turns. */
const ORIGINS = ["https://shop.example", "https://nas.home.arpa", "https://shop.example", "https://nas.home.arpa"];
/** More on demand: 26 rounds of four tabs are 104 recoveries, and as long as the whole suite should wait for them. */
const ROUNDS = Number(process.env.ROUNDS ?? 26);
const BACK = "Two things are in your cart";

let lab: Lab;
let chromium: Chromium;
let tabs: Array<{ page: Page; tabId: number }>;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
  tabs = [];
  for (const _ of ORIGINS) tabs.push(await chromium.openTab());
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

/** Any message wakes the worker; this one it does not even know. */
const wake = () => chromium.ask(() => void chrome.runtime.sendMessage({ type: "none" }).catch(() => undefined), null);

/** Resolves as soon as a plan is written in this state; watched from inside the browser, so nothing is missed. */
const written = (state: string): Promise<void> =>
  chromium.ask(
    (name) =>
      new Promise<void>((resolve) => {
        const listener = (changes: Record<string, chrome.storage.StorageChange>) => {
          const now = changes["retry-plans"]?.newValue as { value: Record<string, RetryPlan> } | undefined;
          if (!Object.values(now?.value ?? {}).some((plan) => plan.state.name === name)) return;
          chrome.storage.onChanged.removeListener(listener);
          resolve();
        };
        chrome.storage.onChanged.addListener(listener);
        setTimeout(resolve, 8_000);
      }),
    state,
  );

/** All have come to their end, and somebody has been told of each. */
async function haveEnded(): Promise<boolean> {
  const told = (await endsOf(chromium)).map(({ tabId }) => tabId);
  const open = (await plansOf(chromium)).filter(({ state }) => state.name !== "closed" || !state.told);
  return open.length === 0 && tabs.every(({ tabId }) => told.includes(tabId));
}

const askNow = () =>
  chromium.ask(
    async (ids) => {
      for (const tabId of ids) void chrome.runtime.sendMessage({ type: "retry/now", request: { tabId } });
    },
    tabs.map(({ tabId }) => tabId),
  );

/** The moments at which a worker is killed, each by what is seen from outside. */
const MOMENTS: ReadonlyArray<readonly [name: string, happens: () => Promise<unknown>]> = [
  ["while its plans wait", async () => undefined],
  [
    "with a request under way",
    async () => {
      await lab.set("hang");
      const asked = lab.nextRequest(({ by, mode }) => by === "upstream" && mode === "cors", 8_000);
      await askNow();
      await asked;
    },
  ],
  [
    "as soon as a probe is written down",
    async () => {
      const seen = written("probing");
      await askNow();
      await seen;
    },
  ],
  [
    "as soon as a reload is written down",
    async () => {
      await lab.set("recover");
      const seen = written("reloading");
      await askNow();
      await seen;
    },
  ],
  [
    "while a tab loads",
    async () => {
      await lab.set("recover");
      const loads = lab.nextRequest(({ by, mode }) => by === "upstream" && mode === "navigate", 8_000);
      await askNow();
      await loads;
    },
  ],
  [
    "as soon as an end is written down",
    async () => {
      await lab.set("recover");
      const seen = written("closed");
      await askNow();
      await seen;
    },
  ],
  [
    "at any moment",
    async () => {
      await lab.set("recover");
      await askNow();
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
    },
  ],
];

/** Every round and tab has an address of its own, so that a load too many is seen whenever it comes. */
const pathOf = (round: number, tab: number): string => `/cart?round=${round}&tab=${tab}`;
const loads = (path: string): SeenRequest[] =>
  lab.requests.filter((seen) => seen.by === "gateway" && seen.mode === "navigate" && seen.path === path);

describe(`a worker killed in ${ROUNDS} rounds over ${ORIGINS.length} failing tabs`, () => {
  it("loses no plan, and loads no tab twice", { timeout: ROUNDS * 10_000, retry: 0 }, async () => {
    const lost: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const [name, happens] = MOMENTS[round % MOMENTS.length] ?? ["", async () => undefined];
      // Each round begins without a past: a site that has just been back would be asked twice.
      await chromium.killWorker();
      await forgetPlans(chromium);
      await lab.set("kill-upstream");
      await Promise.all(tabs.map(({ page }, index) => page.goto(`${ORIGINS[index]}${pathOf(round, index)}`)));
      await until(async () => (await openPlans(chromium)).length === tabs.length);

      await happens();
      await chromium.killWorker();
      // Set again it would cut off the very loads that are under way.
      if (lab.fault.id !== "recover") await lab.set("recover");
      await wake();
      for (const [index, { page }] of tabs.entries()) {
        await until(async () => (await page.content().catch(() => "")).includes(BACK), 25_000).catch(() => {
          lost.push(`round ${round}, ${name}: ${ORIGINS[index]}`);
        });
      }
      await until(haveEnded, 10_000).catch(async () => {
        lost.push(`round ${round}, ${name}: ${JSON.stringify([await plansOf(chromium), await endsOf(chromium)])}`);
      });
    }
    expect(lost).toEqual([]);
    const counts = Array.from({ length: ROUNDS }, (_, round) =>
      ORIGINS.map((origin, tab) => `round ${round} ${origin} ${tab}: ${loads(pathOf(round, tab)).length}`),
    ).flat();
    // Once when it failed, once when it was brought back.
    expect(counts.filter((count) => !count.endsWith(": 2"))).toEqual([]);
    expect(counts).toHaveLength(ROUNDS * ORIGINS.length);
  });
});
