import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Sender } from "../../../src/platform/messages.ts";
import { NOW, URL_ASKED } from "./given.ts";

const { failure, unreached } = vi.hoisted(() => ({
  failure: { onPageFailed: vi.fn(), onPageLeft: vi.fn(), onHiddenFailure: vi.fn() },
  unreached: { onUnreached: vi.fn() },
}));
vi.mock("../../../src/background/on-failure.ts", () => failure);
vi.mock("../../../src/background/on-unreached.ts", () => unreached);
const { onFailed, onLeft, onNobodyReached, onReplaced } = await import("../../../src/background/page-words.ts");

/** Each test speaks of a tab of its own, which nothing has been said of. */
let tabId = 0;
const page = (): Sender => ({ from: "page", tabId, url: URL_ASKED, private: false });
const replaced = () => ({ tabId, url: URL_ASKED, error: "net::ERR_INVALID_RESPONSE" });
const nobody = () => ({ tabId, url: URL_ASKED, method: "GET" });

beforeEach(() => {
  tabId += 1;
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  for (const mock of [...Object.values(failure), unreached.onUnreached]) {
    mock.mockReset().mockImplementation(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }
});
afterEach(() => {
  vi.useRealTimers();
});

describe("words about one tab", () => {
  it("that a page leaves and returns, a thousand times within a second, are heeded a few times, and the last one is", async () => {
    for (let time = 0; time < 1_000; time += 1) {
      void onLeft({}, page());
      void onFailed({ entry: String(time) }, page());
      await vi.advanceTimersByTimeAsync(1);
    }
    await vi.advanceTimersByTimeAsync(2_000);
    expect(failure.onPageFailed.mock.calls.length + failure.onPageLeft.mock.calls.length).toBeLessThan(15);
    expect(failure.onPageFailed).toHaveBeenLastCalledWith({ entry: "999" }, page());
  });

  it.each([
    ["replaced pages", () => onReplaced(replaced()), failure.onHiddenFailure],
    ["addresses where nobody answers", () => onNobodyReached(nobody()), unreached.onUnreached],
  ])("of the browser's, of %s, are looked into one at a time", async (_what, say, heeded) => {
    for (let time = 0; time < 200; time += 1) void say();
    expect(heeded).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(heeded).toHaveBeenCalledTimes(2);
  });

  it("of the page itself wait for none of the browser's, which takes seconds to look into", async () => {
    void onReplaced(replaced());
    void onFailed({ entry: "" }, page());
    expect(failure.onPageFailed).toHaveBeenCalledOnce();
  });

  it("that a page of ours says are none", async () => {
    await onFailed({ entry: "" }, { from: "extension" });
    await onLeft({}, { from: "extension" });
    expect(failure.onPageFailed).not.toHaveBeenCalled();
    expect(failure.onPageLeft).not.toHaveBeenCalled();
  });
});
