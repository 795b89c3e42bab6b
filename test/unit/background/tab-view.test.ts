import { beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY_VIEW, VIEW_VERSION } from "../../../src/core/protocol/tab-view.ts";
import { EXAMPLE } from "../core/report/example.ts";
import { fakeBrowser, viewOf } from "./given.ts";

const { browser } = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));

/** A worker that has just started. */
async function worker() {
  vi.resetModules();
  return import("../../../src/background/tab-view.ts");
}

const CHECK = { ...EXAMPLE, tabId: 7 };
const STANDING = { kind: "failing", incidentId: CHECK.incidentId } as const;
const WAITING = { state: "waiting", due: 1, attempts: 2, watching: "page" } as const;

beforeEach(() => {
  vi.restoreAllMocks();
  Object.assign(browser, fakeBrowser());
});

describe("what the popup is shown of a tab", () => {
  it("is one view, whoever shows which part of it", async () => {
    const { showTab, showCheck, showPlan } = await worker();
    await showTab(7, { standing: STANDING });
    await showCheck(CHECK);
    await showPlan(7, WAITING);
    expect(viewOf(browser)).toEqual({ standing: STANDING, check: CHECK, plan: WAITING, opinions: null });
  });

  it("loses no part where several are shown at once", async () => {
    const { showTab, showCheck, showPlan } = await worker();
    await Promise.all([showTab(7, { standing: STANDING }), showPlan(7, WAITING), showCheck(CHECK)]);
    expect(viewOf(browser)).toEqual({ standing: STANDING, check: CHECK, plan: WAITING, opinions: null });
  });

  it("is gone on with by the next worker", async () => {
    await (await worker()).showTab(7, { standing: STANDING, check: CHECK });
    const next = await worker();
    expect(await next.shownIn(7)).toMatchObject({ check: { id: CHECK.id } });
    await next.showPlan(7, WAITING);
    expect(viewOf(browser)).toMatchObject({ check: { id: CHECK.id }, plan: { state: "waiting" } });
  });

  it("begins anew where another version of the extension had left something", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    browser.storage.session.items.set("view:7", { version: VIEW_VERSION - 1, value: { check: "old" } });
    const { showPlan } = await worker();
    await showPlan(7, WAITING);
    expect(viewOf(browser)).toEqual({ ...EMPTY_VIEW, plan: WAITING });
    expect(warn).toHaveBeenCalledOnce();
  });

  it("is said to whoever shows it, also where the session has no room for it", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { showTab } = await worker();
    browser.storage.session.set.mockRejectedValueOnce(new Error("QUOTA_BYTES"));
    expect(await showTab(7, { standing: STANDING })).toEqual({ ...EMPTY_VIEW, standing: STANDING });
    expect(warn).toHaveBeenCalledOnce();
    expect(viewOf(browser)).toBe(EMPTY_VIEW);
    await showTab(7, { standing: STANDING });
    expect(viewOf(browser)).toMatchObject({ standing: STANDING });
  });

  it("is taken back with the page that stood there, but for a plan", async () => {
    const { showTab, takeBack } = await worker();
    await showTab(7, { standing: STANDING, check: CHECK, plan: WAITING });
    await takeBack(7);
    expect(viewOf(browser)).toEqual({ ...EMPTY_VIEW, plan: WAITING });
  });

  it("leaves nothing behind once nothing is shown any more", async () => {
    const { showTab, takeBack, forgetView, showPlan, tabsShown } = await worker();
    await showTab(7, { standing: STANDING, check: CHECK });
    await showPlan(8, WAITING);
    expect((await tabsShown()).sort()).toEqual([7, 8]);
    await takeBack(7);
    await forgetView(8);
    expect([...browser.storage.session.items.keys()]).toEqual([]);
  });
});
