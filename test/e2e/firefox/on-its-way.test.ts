import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { allPlansOf, endsOf } from "../support/firefox-plans.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";
import { type HeldSite, startHeldSite } from "../support/held-site.ts";

const session = useFirefox({ granted: true });
let site: HeldSite;

beforeAll(async () => {
  site = await startHeldSite();
});
afterEach(() => site.reset());
afterAll(() => site?.stop());

const planFor = async (tabId: number): Promise<RetryPlan | undefined> =>
  (await allPlansOf(session.firefox)).find((plan) => plan.tabId === tabId);
const reasonFor = async (tabId: number): Promise<string | undefined> =>
  (await endsOf(session.firefox)).find((end) => end.tabId === tabId)?.reason;
const titleIs = (page: Page, title: string) =>
  until(`the page "${title}"`, () =>
    page
      .evaluate(() => document.title)
      .then((is) => is === title)
      .catch(() => false),
  );

/** The page fails, the user goes on from it, and the site answers others before it answers them. */
async function setOut(button: "#link" | "#send", to: "/slow" | "/form"): Promise<{ page: Page; tabId: number }> {
  const page = await session.firefox.browser.newPage();
  site.failing = true;
  await page.goto(`${site.origin}/doors`);
  const tabId = await session.firefox.tabId(page);
  await until("the plan", async () => (await planFor(tabId))?.state.name === "waiting");
  await page.evaluate((id) => void setTimeout(() => document.querySelector<HTMLElement>(id)?.click()), button);
  await until("the request", () => site.held(to) !== undefined);
  site.failing = false;
  const isGood = ({ mode, path, status }: HeldSite["asked"][number]) =>
    mode === "cors" && path === "/doors" && status === 200;
  await until("the good answer", () => site.asked.some(isGood));
  let due: number | null = null;
  await until("the plan to come to its load again", async () => {
    if (site.loads("/doors").length > 1) return true;
    const state = (await planFor(tabId))?.state;
    if (state?.name !== "waiting" || state.next !== "reload") return false;
    const isNext = due !== null && state.due > due;
    due ??= state.due;
    return isNext;
  });
  return { page, tabId };
}

describe("while something is on its way in a failing tab, Faultline loads nothing there:", () => {
  test("a link that is slow to answer is followed to its end, and ends the plan", async () => {
    const { page, tabId } = await setOut("#link", "/slow");
    expect(site.loads("/doors")).toHaveLength(1);
    site.release();
    await titleIs(page, "arrived");
    await until("the end of the plan", async () => (await reasonFor(tabId)) === "left");
    expect(site.loads("/doors")).toHaveLength(1);
    expect(site.loads("/slow")).toMatchObject([{ status: 200, dropped: false }]);
  });

  test("a form that is slow to answer is sent once, and its answer is shown", async () => {
    const { page, tabId } = await setOut("#send", "/form");
    expect(site.loads("/doors")).toHaveLength(1);
    site.release();
    await titleIs(page, "arrived");
    await until("the end of the plan", async () => (await reasonFor(tabId)) === "left");
    expect(site.loads("/doors")).toHaveLength(1);
    expect(site.loads("/form")).toMatchObject([{ method: "POST", status: 200, dropped: false }]);
  });

  test("what leads nowhere, as a download does, leaves the page where it was, and it is brought back", async () => {
    const { page, tabId } = await setOut("#link", "/slow");
    expect(site.loads("/doors")).toHaveLength(1);
    site.release(204);
    await titleIs(page, "works");
    await until("the end of the plan", async () => (await reasonFor(tabId)) === "recovered");
    expect(site.loads("/doors")).toHaveLength(2);
  });
});
