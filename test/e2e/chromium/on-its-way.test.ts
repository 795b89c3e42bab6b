/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, plansOf } from "../support/chromium-plans.ts";
import { type HeldSite, startHeldSite } from "../support/held-site.ts";

let lab: Lab;
let chromium: Chromium;
let site: HeldSite;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  site = await startHeldSite();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await site?.stop();
  await lab?.stop();
});
beforeEach(async () => {
  site.reset();
  await chromium.killWorker();
  ({ page, tabId } = await chromium.openTab());
});
afterEach(async () => {
  site.release();
  await page.close();
});

const planHere = async (): Promise<RetryPlan | undefined> =>
  (await plansOf(chromium)).find((plan) => plan.tabId === tabId);
const endHere = async (): Promise<string | undefined> =>
  (await endsOf(chromium)).find((end) => end.tabId === tabId)?.reason;
const titleIs = (title: string, patience?: number) =>
  until(async () => (await page.title().catch(() => "")) === title, patience);

/** The page fails, the user goes on from it, and the site answers others before it answers them. */
async function setOut(button: "#link" | "#send", to: "/slow" | "/form"): Promise<void> {
  site.failing = true;
  await page.goto(`${site.origin}/doors`);
  await until(async () => (await planHere())?.state.name === "waiting");
  await page.evaluate((id) => void setTimeout(() => document.querySelector<HTMLElement>(id)?.click()), button);
  await until(() => site.held(to) !== undefined);
  site.failing = false;
  // The plan is answered, and comes to load the tab more than once.
  await until(() =>
    site.asked.some(({ mode, path, status }) => mode === "cors" && path === "/doors" && status === 200),
  );
  let due: number | null = null;
  await until(async () => {
    if (site.loads("/doors").length > 1) return true;
    const state = (await planHere())?.state;
    if (state?.name !== "waiting" || state.next !== "reload") return false;
    const isNext = due !== null && state.due > due;
    due ??= state.due;
    return isNext;
  });
}

describe("while something is on its way in a failing tab, Faultline loads nothing there:", () => {
  it("a link that is slow to answer is followed to its end, and ends the plan", async () => {
    await setOut("#link", "/slow");
    expect(site.loads("/doors")).toHaveLength(1);
    site.release();
    await titleIs("arrived");
    await until(async () => (await endHere()) === "left");
    expect(site.loads("/doors")).toHaveLength(1);
    expect(site.loads("/slow")).toMatchObject([{ status: 200, dropped: false }]);
  });

  it("a form that is slow to answer is sent once, and its answer is shown", async () => {
    await setOut("#send", "/form");
    expect(site.loads("/doors")).toHaveLength(1);
    site.release();
    await titleIs("arrived");
    await until(async () => (await endHere()) === "left");
    expect(site.loads("/doors")).toHaveLength(1);
    expect(site.loads("/form")).toMatchObject([{ method: "POST", status: 200, dropped: false }]);
  });

  it("what leads nowhere, as a download does, leaves the page where it was, and it is brought back", async () => {
    await setOut("#link", "/slow");
    expect(site.loads("/doors")).toHaveLength(1);
    site.release(204);
    await titleIs("works");
    await until(async () => (await endHere()) === "recovered");
    expect(site.loads("/doors")).toHaveLength(2);
  });
});
