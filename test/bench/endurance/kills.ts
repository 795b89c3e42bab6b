/// <reference types="chrome" />
import { startChromium, until } from "../../e2e/support/chromium.ts";
import { openPlans } from "../../e2e/support/chromium-plans.ts";
import type { Lab } from "../../lab/lab.ts";
import { countFrom } from "../count-from.ts";

const KILLS = countFrom(process.env.KILLS ?? "200", "KILLS");
/** Kills while one outage of four tabs lasts and ends. */
const OF_OUTAGE = 10;
const ORIGINS = ["https://shop.example", "https://nas.home.arpa", "https://shop.example", "https://nas.home.arpa"];
const BACK = "Two things are in your cart";
/** The longest between two kills. */
const LONGEST_LIFE_MS = 1_500;

/** A worker killed at random moments of its plans and of a check, over and over; its life is as long as chance has it. */
export async function kills(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  try {
    await chromium.grant();
    const tabs = [];
    for (const _ of ORIGINS) tabs.push(await chromium.openTab());
    const lost: string[] = [];
    let done = 0;
    for (let outage = 0; done < KILLS; outage += 1) {
      await lab.set("kill-upstream");
      const pathOf = (index: number) => `/cart?outage=${outage}&tab=${index}`;
      await Promise.all(tabs.map(({ page }, index) => page.goto(`${ORIGINS[index]}${pathOf(index)}`)));
      await until(async () => (await openPlans(chromium)).length >= tabs.length);
      const check = await chromium.openCheck(tabs[outage % tabs.length]?.tabId ?? -1);
      for (let kill = 0; kill < OF_OUTAGE; kill += 1, done += 1) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_LIFE_MS));
        if (kill === OF_OUTAGE / 2) await lab.set("recover");
        await chromium.killWorker();
        // The plans go on with the next alarm; a message wakes the worker without the wait.
        await chromium.ask(() => void chrome.runtime.sendMessage({ type: "none" }).catch(() => undefined), null);
      }
      await check.close();
      for (const [index, { page }] of tabs.entries()) {
        await until(async () => (await page.content().catch(() => "")).includes(BACK), 45_000).catch(() => {
          lost.push(`outage ${outage}, tab ${index} did not come back`);
        });
      }
      await until(async () => (await openPlans(chromium)).length === 0, 45_000).catch(() => {
        lost.push(`outage ${outage}: a plan goes on`);
      });
      for (const index of tabs.keys()) {
        const loads = lab.requests.filter(
          ({ by, mode, path }) => by === "gateway" && mode === "navigate" && path === pathOf(index),
        ).length;
        // Once when it failed, once when it was brought back.
        if (loads !== 2) lost.push(`outage ${outage}, tab ${index} was loaded ${loads} times`);
      }
    }
    return [
      `${done} kills in ${Math.ceil(done / OF_OUTAGE)} outages of ${tabs.length} tabs`,
      lost.length === 0 ? "no plan lost, no tab loaded twice" : lost.join("\n"),
    ].join("\n");
  } finally {
    await chromium.close();
  }
}
