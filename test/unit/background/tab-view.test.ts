import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY_VIEW, VIEW_VERSION } from "../../../src/core/protocol/tab-view.ts";
import { World } from "../../fakes/world.ts";
import { EXAMPLE } from "../core/report/example.ts";
import { shownOf } from "./stored.ts";

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

/** A worker that has just started. */
const worker = () => world.load(() => import("../../../src/background/tab-view.ts"));
const shown = () => shownOf(world, 7);

const CHECK = { ...EXAMPLE, tabId: 7 };
const STANDING = { kind: "failing", incidentId: CHECK.incidentId } as const;
const WAITING = { state: "waiting", due: 1, attempts: 2, watching: "page", usual: null, forecast: null } as const;

describe("what the popup is shown of a tab", () => {
  it("is one view, whoever shows which part of it", async () => {
    const { showTab, showCheck, showPlan } = await worker();
    await showTab(7, { standing: STANDING });
    await showCheck(CHECK);
    await showPlan(7, WAITING);
    expect(shown()).toEqual({ standing: STANDING, check: CHECK, plan: WAITING, opinions: null, repair: null });
  });

  it("loses no part where several are shown at once", async () => {
    const { showTab, showCheck, showPlan } = await worker();
    await Promise.all([showTab(7, { standing: STANDING }), showPlan(7, WAITING), showCheck(CHECK)]);
    expect(shown()).toEqual({ standing: STANDING, check: CHECK, plan: WAITING, opinions: null, repair: null });
  });

  it("is gone on with by the next worker", async () => {
    await (await worker()).showTab(7, { standing: STANDING, check: CHECK });
    const next = await worker();
    expect(await next.shownIn(7)).toMatchObject({ check: { id: CHECK.id } });
    await next.showPlan(7, WAITING);
    expect(shown()).toMatchObject({ check: { id: CHECK.id }, plan: { state: "waiting" } });
  });

  it("begins anew where another version of the extension had left something", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    world.browser.storage.session.items.set("view:7", { version: VIEW_VERSION - 1, value: { check: "old" } });
    const { showPlan } = await worker();
    await showPlan(7, WAITING);
    expect(shown()).toEqual({ ...EMPTY_VIEW, plan: WAITING });
    expect(warn).toHaveBeenCalledOnce();
  });

  it("is said to whoever shows it, also where the session has no room for it", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { showTab } = await worker();
    world.browser.storage.session.set.mockRejectedValueOnce(new Error("QUOTA_BYTES"));
    expect(await showTab(7, { standing: STANDING })).toEqual({ ...EMPTY_VIEW, standing: STANDING });
    expect(warn).toHaveBeenCalledOnce();
    expect(shown()).toBe(EMPTY_VIEW);
    await showTab(7, { standing: STANDING });
    expect(shown()).toMatchObject({ standing: STANDING });
  });

  it("has a repair dropped by what takes its place once that is written, and not where it could not be", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { showTab, takeBack, onRepairDropped } = await worker();
    const dropped = vi.fn();
    onRepairDropped(dropped);
    const repair = { id: "delete-cookies", url: CHECK.url, at: CHECK.since + 1, state: "asking", lacked: [] } as const;
    await showTab(7, { standing: STANDING, check: CHECK, repair });
    const other = { ...CHECK, incidentId: "another", url: `${CHECK.url}?two` };
    world.browser.storage.session.isFull = true;
    await showTab(7, { standing: { ...STANDING, incidentId: other.incidentId }, check: other });
    expect(dropped).not.toHaveBeenCalled();
    expect(shown().repair).toEqual(repair);
    world.browser.storage.session.isFull = false;
    await showTab(7, { standing: { ...STANDING, incidentId: other.incidentId }, check: other });
    expect(dropped).toHaveBeenCalledExactlyOnceWith(7, repair);
    await takeBack(7);
  });

  it("is taken back with the page that stood there, but for a plan", async () => {
    const { showTab, takeBack } = await worker();
    await showTab(7, { standing: STANDING, check: CHECK, plan: WAITING });
    await takeBack(7);
    expect(shown()).toEqual({ ...EMPTY_VIEW, plan: WAITING });
  });

  it("leaves nothing behind once nothing is shown any more", async () => {
    const { showTab, takeBack, forgetView, showPlan, tabsShown } = await worker();
    await showTab(7, { standing: STANDING, check: CHECK });
    await showPlan(8, WAITING);
    expect((await tabsShown()).sort()).toEqual([7, 8]);
    await takeBack(7);
    await forgetView(8);
    expect([...world.browser.storage.session.items.keys()]).toEqual([]);
  });
});
