import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const { executeScript, getTab } = vi.hoisted(() => ({ executeScript: vi.fn(), getTab: vi.fn() }));
vi.mock("../../../src/platform/browser.ts", () => ({
  browser: { scripting: { executeScript }, tabs: { get: getTab } },
  isFirefox: false,
}));

const { inFrames } = await import("../../../src/platform/frames.ts");
const { wasInFrontSince } = await import("../../../src/platform/tabs.ts");

beforeEach(() => {
  vi.useFakeTimers();
  executeScript.mockReset();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a function that runs in the frames of a tab", () => {
  const func = () => 7;

  it("brings what each returned, and null where it threw", async () => {
    executeScript.mockResolvedValue([
      { frameId: 0, result: 7 },
      { frameId: 3, error: new Error("no") },
      { frameId: 4 },
    ]);
    expect(await inFrames(1, func)).toEqual({ state: "ok", frames: [7, null, null] });
    expect(executeScript).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 1, allFrames: true },
      func,
      injectImmediately: true,
      world: "ISOLATED",
    });
  });

  it("is refused where no script may run", async () => {
    executeScript.mockRejectedValue(new Error("Missing host permission for the tab"));
    expect(await inFrames(1, func)).toEqual({ state: "refused" });
  });

  it("is silent where some frame does not answer within five seconds", async () => {
    executeScript.mockReturnValue(new Promise(() => undefined));
    const answer = inFrames(1, func);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual({ state: "silent" });
  });
});

describe("a tab", () => {
  it.each<[string, object, boolean]>([
    ["is in front", { active: true, lastAccessed: 1 }, true],
    ["was in front since", { active: false, lastAccessed: 100 }, true],
    ["was in front before", { active: false, lastAccessed: 99 }, false],
    ["does not say when", { active: false }, false],
  ])("that %s was in front since then: %j %j", async (_what, tab, was) => {
    getTab.mockResolvedValue(tab);
    expect(await wasInFrontSince(1, 100)).toBe(was);
  });

  it("that is gone was not", async () => {
    getTab.mockRejectedValue(new Error("No tab with id: 1"));
    expect(await wasInFrontSince(1, 100)).toBe(false);
  });
});
