import { describe, expect, it } from "vitest";
import { takenBack, timesTable, timeText } from "../../lab/score/time-to-side.ts";

const timed = (id: string, secondsToSide: number, tookBack: string | null = null) => ({
  id,
  truth: { side: "server", cause: "origin-down", needsAnotherBrowser: false } as const,
  verdict: { side: "server", cause: "origin-down", confidence: 0.99 } as const,
  seconds: secondsToSide + 6,
  secondsToSide,
  tookBack,
});
const RUNS = [timed("one", 1), timed("two", 2), timed("three", 9)];
const OF_USER = {
  ...timed("cache", 30),
  truth: { side: "you", cause: "stale-cache", needsAnotherBrowser: false },
} as const;
const UNTELLABLE = {
  ...timed("account", 40),
  truth: { side: "server", cause: "signed-in", needsAnotherBrowser: true },
} as const;

describe("the time to the final side", () => {
  it("is the median of the site's faults that one browser can tell, beside the promise", () => {
    const text = timeText([...RUNS, OF_USER, UNTELLABLE]);
    expect(text).toContain("median 2.0 s after the click, of 3 (until all was asked: 8.0 s)");
    expect(text).toContain("2.5 s or less: kept");
    expect(timeText([timed("slow", 2.6)])).toContain("2.5 s or less: not kept");
    expect(timeText([OF_USER])).toContain("median –");
  });

  it("says which sides were called final and were others in the end", () => {
    expect(timeText(RUNS)).toContain("No side that was called final was another in the end.");
    const bad = timed("bad", 1, "server, then unsure");
    expect(timeText([...RUNS, bad])).toContain("Called final, and another in the end: bad (server, then unsure).");
    expect(takenBack([...RUNS, bad])).toEqual([bad]);
  });

  it("stands beside each scenario, the slowest first", () => {
    const rows = timesTable(RUNS).split("\n").slice(2);
    expect(rows[0]).toBe("| three | server | 9.0 s | 15.0 s |");
    expect(rows).toHaveLength(3);
  });
});
