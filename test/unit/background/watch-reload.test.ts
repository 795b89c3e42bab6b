import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TabLook } from "../../../src/core/incident/page.ts";
import { NOW, shows, URL_ASKED } from "./given.ts";

const { look, reload, anew, tab } = vi.hoisted(() => ({
  look: vi.fn(),
  reload: vi.fn(async () => undefined),
  anew: vi.fn(async () => undefined),
  tab: vi.fn(),
}));
vi.mock("../../../src/probes/tab-look.ts", () => ({ lookAtTab: look }));
vi.mock("../../../src/platform/tabs.ts", () => ({ getTab: tab, reloadTab: reload, openAnew: anew }));

const { forgetLoads, isOurLoad, lastLook, loadAndWatch, loadIfAtRest } = await import(
  "../../../src/background/watch-reload.ts"
);

/** What the tab shows every quarter of a second; the last goes on. */
async function load(...looks: readonly TabLook[]): Promise<TabLook> {
  let step = 0;
  look.mockImplementation(async () => looks[Math.min(step++, looks.length - 1)]);
  const watched = loadAndWatch(7, URL_ASKED, "reload");
  await vi.advanceTimersByTimeAsync(30_000);
  return watched;
}
const times = (count: number, shown: TabLook): TabLook[] => Array<TabLook>(count).fill(shown);
const OLD = shows(502, NOW - 60_000);
const NEW = shows(200, NOW + 500);
const CHROMIUMS: TabLook = { state: "error-page" };
const FIREFOXES: TabLook = { state: "unreadable" };

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  forgetLoads(7);
  reload.mockClear();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a load of a tab", () => {
  it.each<[string, TabLook[], TabLook]>([
    ["the new document", [OLD, { state: "loading" }, NEW], NEW],
    ["that the tab is closed", [OLD, { state: "gone" }], { state: "gone" }],
    ["that the tab went elsewhere", [{ state: "elsewhere" }], { state: "elsewhere" }],
    ["Chromium's error page, once it has stood for a second", [CHROMIUMS], CHROMIUMS],
    ["Firefox's error page, once it has stood for a second", [FIREFOXES], FIREFOXES],
    ["that nothing has come in 25 s", [OLD], { state: "loading" }],
  ])("shows %s", async (_what, looks, shown) => {
    expect(await load(...looks)).toEqual(shown);
    expect(lastLook(7, NOW)).toEqual(shown);
  });

  it.each<[string, TabLook[]]>([
    ["Chromium", times(3, CHROMIUMS)],
    ["Firefox", times(3, FIREFOXES)],
  ])("does not take the old error page for the new one in %s", async (_which, old) => {
    expect(await load(...old, { state: "loading" }, NEW)).toEqual(NEW);
  });

  it("is known as ours while it lasts, and its outcome only after it", async () => {
    look.mockResolvedValue(OLD);
    const watched = loadAndWatch(7, URL_ASKED, "anew");
    expect(anew).toHaveBeenCalledExactlyOnceWith(7, URL_ASKED);
    expect(isOurLoad(7, URL_ASKED, NOW)).toBe(true);
    expect(isOurLoad(7, `${URL_ASKED}2`, NOW)).toBe(false);
    expect(isOurLoad(7, URL_ASKED, NOW + 25_000)).toBe(false);
    expect(lastLook(7, NOW)).toBeNull();
    await vi.advanceTimersByTimeAsync(26_000);
    await watched;
    expect(lastLook(7, NOW + 1)).toBeNull();
  });
});

describe("a load that nobody has asked for", () => {
  const AT_REST = { id: 7, windowId: 1, url: `${URL_ASKED}#total`, loading: false, asleep: false, private: false };

  it("is made in a tab that rests at its address", async () => {
    tab.mockResolvedValue(AT_REST);
    look.mockResolvedValue(NEW);
    const watched = loadIfAtRest(7, URL_ASKED);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await watched).toEqual(NEW);
    expect(reload).toHaveBeenCalledExactlyOnceWith(7, false);
  });

  it.each([
    ["loads", { ...AT_REST, loading: true }],
    ["shows another page", { ...AT_REST, url: "https://shop.example/" }],
    ["may not be seen", { ...AT_REST, url: null }],
    ["is closed", null],
  ])("is not made in a tab that %s, and none is taken for ours", async (_what, stands) => {
    tab.mockResolvedValue(stands);
    expect(await loadIfAtRest(7, URL_ASKED)).toBeNull();
    expect(reload).not.toHaveBeenCalled();
    expect(isOurLoad(7, URL_ASKED, NOW)).toBe(false);
  });
});
