import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inTabTurn } from "../../../src/background/tab-turns.ts";
import { NOW } from "./given.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(async () => {
  await vi.runAllTimersAsync();
  vi.useRealTimers();
});

/** Something that takes a while, and says what it is. */
function slow(heeded: string[], ms = 10) {
  return (word: string) => async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    heeded.push(word);
  };
}

describe("the words about one tab", () => {
  it("are heeded one at a time, and of those that come meanwhile only the last", async () => {
    const heeded: string[] = [];
    const word = slow(heeded);
    const all = ["first", "second", "third", "last"].map((text) => inTabTurn("one", word(text)));
    await vi.runAllTimersAsync();
    await Promise.all(all);
    expect(heeded).toEqual(["first", "last"]);
  });

  it("wait for no other tab's", async () => {
    const heeded: string[] = [];
    void inTabTurn("slow", slow(heeded, 60_000)("slow"));
    void inTabTurn("quick", slow(heeded)("quick"));
    await vi.advanceTimersByTimeAsync(10);
    expect(heeded).toEqual(["quick"]);
  });

  it("are twenty at once, and one every two seconds where a thousand come each second; the last is heeded", async () => {
    let heeded: number[] = [];
    const say = (word: number) => void inTabTurn("flood", async () => heeded.push(word));
    for (let word = 0; word < 20_000; word += 1) {
      say(word);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(heeded.length).toBeGreaterThan(25);
    expect(heeded.length).toBeLessThanOrEqual(30);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heeded.at(-1)).toBe(19_999);
    // Rest makes it like new.
    await vi.advanceTimersByTimeAsync(40_000);
    heeded = [];
    for (let word = 0; word < 20; word += 1) {
      say(word);
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(heeded).toHaveLength(20);
  });

  it("that cannot be heeded say so, and stop no other", async () => {
    const heeded: string[] = [];
    const fails = inTabTurn("failing", () => Promise.reject(new Error("full")));
    const after = inTabTurn("failing", slow(heeded)("after"));
    const said = expect(fails).rejects.toThrow("full");
    await vi.runAllTimersAsync();
    await Promise.all([said, after]);
    expect(heeded).toEqual(["after"]);
  });
});
