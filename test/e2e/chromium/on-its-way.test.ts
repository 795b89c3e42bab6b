/// <reference types="chrome" />
import { describe, expect, it } from "vitest";
import { until } from "../support/chromium.ts";
import { useHeldSite, useTab } from "../support/held-session.ts";

const session = useHeldSite();
const tab = useTab(session);

const titleIs = (title: string, patience?: number) =>
  until(async () => (await tab.page.title().catch(() => "")) === title, patience);

/** The page fails, the user goes on from it, and the site answers others before it answers them. */
async function setOut(button: "#link" | "#send", to: "/slow" | "/form"): Promise<void> {
  const { site } = session;
  const { page } = tab;
  site.failing = true;
  await page.goto(`${site.origin}/doors`);
  await until(async () => (await tab.plan())?.state.name === "waiting");
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
    const state = (await tab.plan())?.state;
    if (state?.name !== "waiting" || state.next !== "reload") return false;
    const isNext = due !== null && state.due > due;
    due ??= state.due;
    return isNext;
  });
}

describe("while something is on its way in a failing tab, Faultline loads nothing there:", () => {
  it("a link that is slow to answer is followed to its end, and ends the plan", async () => {
    await setOut("#link", "/slow");
    expect(session.site.loads("/doors")).toHaveLength(1);
    session.site.release();
    await titleIs("arrived");
    await until(async () => (await tab.end()) === "left");
    expect(session.site.loads("/doors")).toHaveLength(1);
    expect(session.site.loads("/slow")).toMatchObject([{ status: 200, dropped: false }]);
  });

  it("a form that is slow to answer is sent once, and its answer is shown", async () => {
    await setOut("#send", "/form");
    expect(session.site.loads("/doors")).toHaveLength(1);
    session.site.release();
    await titleIs("arrived");
    await until(async () => (await tab.end()) === "left");
    expect(session.site.loads("/doors")).toHaveLength(1);
    expect(session.site.loads("/form")).toMatchObject([{ method: "POST", status: 200, dropped: false }]);
  });

  it("what leads nowhere, as a download does, leaves the page where it was, and it is brought back", async () => {
    await setOut("#link", "/slow");
    expect(session.site.loads("/doors")).toHaveLength(1);
    session.site.release(204);
    await titleIs("works");
    await until(async () => (await tab.end()) === "recovered");
    expect(session.site.loads("/doors")).toHaveLength(2);
  });
});
