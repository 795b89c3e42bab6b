import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ActFailed, settle } from "../../../src/probes/act.ts";

const NOW = Date.UTC(2026, 8, 23, 12);

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

const rejectsWith = (error: unknown) =>
  settle(() => {
    throw error;
  });

describe("settle", () => {
  it("says what came, when it began and how long it took", async () => {
    const settled = settle(() => new Promise((resolve) => setTimeout(() => resolve("answer"), 40)));
    await vi.advanceTimersByTimeAsync(40);
    expect(await settled).toEqual({ state: "ok", value: "answer", at: NOW, took: 40 });
  });

  it.each([
    ["a network error", new TypeError("Failed to fetch"), "network"],
    ["a timeout", new DOMException("too late", "TimeoutError"), "timeout"],
    ["an abort", new DOMException("stopped", "AbortError"), "timeout"],
    ["another DOM error", new DOMException("no", "SecurityError"), "network"],
    ["garbage", new ActFailed("malformed"), "malformed"],
    ["the act's own word", new ActFailed("timeout"), "timeout"],
    ["something odd", "a string", "network"],
  ])("never rejects: %s", async (_what, error, reason) => {
    expect(await rejectsWith(error)).toEqual({ state: "failed", reason, at: NOW, took: 0 });
    expect(await settle(() => Promise.reject(error))).toMatchObject({ state: "failed", reason });
  });
});
