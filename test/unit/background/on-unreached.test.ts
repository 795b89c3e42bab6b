import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TabLook } from "../../../src/core/incident/page.ts";
import { fakeBrowser, incident, NOW, plan, shows, URL_ASKED } from "./given.ts";

const { browser, grant, look, plans } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  grant: vi.fn(async () => true),
  look: vi.fn(),
  plans: { of: vi.fn(), start: vi.fn() },
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: true }));
vi.mock("../../../src/platform/permissions.ts", () => ({ hasSite: grant }));
vi.mock("../../../src/probes/tab-look.ts", () => ({ lookAtTab: look }));
vi.mock("../../../src/background/retry/plans.ts", () => ({ planOf: plans.of }));
vi.mock("../../../src/background/retry/driver.ts", () => ({ retry: { start: plans.start } }));

const { onUnreached } = await import("../../../src/background/on-unreached.ts");
const { endIncident, incidentOf, keepIncident, lastIncidentOf } = await import("../../../src/background/incidents.ts");

const NETERROR: TabLook = { state: "unreadable" };
async function happens(parts: { url?: string; method?: string } = {}) {
  const done = onUnreached({ tabId: 7, url: `${URL_ASKED}#top`, method: "GET", ...parts });
  await vi.advanceTimersByTimeAsync(5_000);
  await done;
}

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  look.mockReset().mockResolvedValue(NETERROR);
  grant.mockReset().mockResolvedValue(true);
  plans.of.mockReset().mockResolvedValue(null);
  plans.start.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a page of which Firefox reached nobody", () => {
  it("is watched by a plan once the browser's own page stands in the tab", async () => {
    look.mockResolvedValueOnce({ state: "elsewhere" }).mockResolvedValueOnce({ state: "loading" });
    await happens();
    expect(look).toHaveBeenCalledTimes(3);
    expect(await incidentOf(7)).toMatchObject({ url: URL_ASKED, status: null, noticed: "error-page", method: "GET" });
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ tabId: 7, url: URL_ASKED }), {
      isProtected: false,
      floor: null,
    });
  });

  it.each([
    ["came from a form", { method: "POST" }],
    ["was asked for in a way that nobody knows", { method: "PROPFIND" }],
    ["may work only once", { url: "https://shop.example/pay?token=1" }],
  ])("is never asked for again where it %s", async (_what, parts) => {
    await happens(parts);
    expect(plans.start).toHaveBeenCalledWith(expect.anything(), { isProtected: true, floor: null });
  });

  it("continues what failed there before the user's own reload, so that its plan is taken up", async () => {
    await keepIncident(incident());
    await endIncident(7, "left");
    await happens();
    expect(plans.start).toHaveBeenCalledWith(expect.objectContaining({ id: "incident-1" }), expect.anything());
  });

  it("is left to the plan that loads the tab right now", async () => {
    plans.of.mockResolvedValue(plan({ name: "reloading", since: NOW }));
    await happens();
    expect(plans.start).not.toHaveBeenCalled();
  });

  it.each([
    ["another page", { url: `${URL_ASKED}2` }],
    ["a form", { method: "POST" }],
  ])("is watched though a plan was loading the tab, where the user has asked for %s since", async (_what, parts) => {
    plans.of.mockResolvedValue(plan({ name: "reloading", since: NOW }));
    await happens(parts);
    expect(plans.start).toHaveBeenCalledExactlyOnceWith(expect.anything(), {
      isProtected: "method" in parts,
      floor: null,
    });
  });

  it.each<[string, TabLook]>([
    ["another page stands in the tab", { state: "elsewhere" }],
    ["the tab is closed", { state: "gone" }],
    ["a page of the site's stands there after all", shows(200, NOW)],
  ])("is nothing where %s", async (_what, found) => {
    look.mockResolvedValue(found);
    await happens();
    expect(await lastIncidentOf(7)).toBeNull();
    expect(plans.start).not.toHaveBeenCalled();
  });

  it("is left alone without a grant for its site", async () => {
    grant.mockResolvedValue(false);
    await happens();
    expect(look).not.toHaveBeenCalled();
    expect(plans.start).not.toHaveBeenCalled();
  });
});
