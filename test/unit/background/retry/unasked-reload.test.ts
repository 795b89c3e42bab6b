import { beforeEach, describe, expect, it, vi } from "vitest";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import { NOW, plan, shows, URL_ASKED } from "../given.ts";

const { look, input, asks, method, tab, reloadTab } = vi.hoisted(() => ({
  look: vi.fn(),
  input: vi.fn(),
  asks: vi.fn(),
  method: vi.fn(),
  tab: vi.fn(),
  reloadTab: vi.fn(async (_tabId: number, _pastCache: boolean) => undefined),
}));
vi.mock("../../../../src/probes/tab-look.ts", () => ({ lookAtTab: look }));
vi.mock("../../../../src/probes/typed-input.ts", () => ({ inputIn: input, wouldAsk: asks }));
vi.mock("../../../../src/platform/tabs.ts", () => ({ getTab: tab, reloadTab, openAnew: vi.fn() }));
vi.mock("../../../../src/background/incidents.ts", () => ({ methodShown: method }));

const { reloadUnasked } = await import("../../../../src/background/retry/unasked-reload.ts");

const RELOADING = plan({ name: "reloading", since: NOW });
const OLD = shows(502, NOW - 60_000);
const AT_REST = { id: 7, windowId: 1, url: URL_ASKED, loading: false, asleep: false, private: false };
const HELD = { type: "withheld", why: "on-its-way" };
const UNKNOWN = { type: "withheld", why: "unknown" };
const ENDS = { type: "stop", reason: "site-answers" };
beforeEach(() => {
  reloadTab.mockClear();
  // What a load brings comes with its own look.
  reloadTab.mockImplementation(async () => void look.mockResolvedValue(shows(200, Date.now() + 1_000)));
  look.mockReset().mockResolvedValue(OLD);
  input.mockReset().mockResolvedValue("none");
  asks.mockReset().mockResolvedValue(false);
  method.mockReset().mockResolvedValue("GET");
  tab.mockReset().mockResolvedValue(AT_REST);
});

describe("a plan's own reload", () => {
  it("is made where the failing page rests and nothing would be lost", async () => {
    expect(await reloadUnasked(RELOADING, 7)).toMatchObject({ type: "looked", look: { status: 200 } });
    expect(reloadTab).toHaveBeenCalledExactlyOnceWith(7, false);
  });

  it.each<[string, TabLook]>([
    ["another document", { ...OLD, loading: true } as TabLook],
    ["something, and no script may look", { state: "loading" }],
  ])("is withheld while %s is on its way in the tab", async (_what, seen) => {
    look.mockResolvedValue(seen);
    expect(await reloadUnasked(RELOADING, 7)).toEqual(HELD);
    expect(reloadTab).not.toHaveBeenCalled();
  });

  it.each([
    ["began to load", { ...AT_REST, loading: true }],
    ["went to another page", { ...AT_REST, url: "https://shop.example/other" }],
    ["was closed", null],
  ])("is withheld where the tab %s since the look", async (_what, now) => {
    tab.mockResolvedValue(now);
    expect(await reloadUnasked(RELOADING, 7)).toEqual(HELD);
    expect(reloadTab).not.toHaveBeenCalled();
  });

  it("lies right behind the last look at the tab", async () => {
    const order: string[] = [];
    for (const [name, mock] of Object.entries({ look, input, asks, method, tab })) {
      const usual = mock.getMockImplementation();
      mock.mockImplementation(async () => {
        order.push(name);
        return usual?.();
      });
    }
    reloadTab.mockImplementation(async () => {
      order.push("reload");
      look.mockResolvedValue(shows(200, Date.now() + 1_000));
    });
    await reloadUnasked(RELOADING, 7);
    expect(order.slice(0, order.indexOf("reload") + 1).slice(-2)).toEqual(["tab", "reload"]);
    expect(order.indexOf("look")).toBeGreaterThan(order.indexOf("input"));
  });

  it.each<[string, TabLook]>([
    ["works by now", shows(200, NOW)],
    ["shows another page", { state: "elsewhere" }],
    ["is closed", { state: "gone" }],
    ["sleeps", { state: "asleep" }],
  ])("is not needed where the tab %s, which is said instead", async (_what, seen) => {
    look.mockResolvedValue(seen);
    input.mockResolvedValue("typed");
    expect(await reloadUnasked(RELOADING, 7)).toEqual({ type: "looked", look: seen });
    expect(reloadTab).not.toHaveBeenCalled();
  });

  it.each<[string, () => unknown]>([
    ["the user has typed something", () => input.mockResolvedValue("typed")],
    ["the page would ask before it is left", () => asks.mockResolvedValue(true)],
    ["the page came from a form", () => method.mockResolvedValue("POST")],
    ["nobody knows how the page was asked for", () => method.mockResolvedValue("unknown")],
  ])("is not made where %s: the plan ends with a word", async (_what, given) => {
    given();
    expect(await reloadUnasked(RELOADING, 7)).toEqual(ENDS);
    expect(reloadTab).not.toHaveBeenCalled();
  });

  it.each<[string, () => unknown]>([
    ["some frame does not answer", () => input.mockResolvedValue("unknown")],
    ["another document has come, whose sentinel has not spoken", () => method.mockResolvedValue("not-told")],
  ])("is withheld where %s", async (_what, given) => {
    given();
    expect(await reloadUnasked(RELOADING, 7)).toEqual(UNKNOWN);
    expect(reloadTab).not.toHaveBeenCalled();
  });
});
