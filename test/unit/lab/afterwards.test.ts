import { describe, expect, it } from "vitest";
import { type Afterwards, type AskedRun, afterwardsTable, misled } from "../../lab/score/afterwards.ts";

const verdict = (side: "server" | "you" | "unsure", cause: string) => ({ side, cause, confidence: 0.98 }) as const;
const run = (id: string, afterwards: Partial<Afterwards> | null): AskedRun => ({
  id,
  fault: "refused",
  verdict: verdict("unsure", "unknown"),
  afterwards: afterwards && {
    asked: ["places"],
    truth: { side: "you", cause: "blocked-address" },
    verdict: verdict("you", "blocked-address"),
    causeRight: true,
    ...afterwards,
  },
});

describe("the table of what was said after others had been asked", () => {
  const runs = [
    run("settled", {}),
    run("another", { verdict: verdict("you", "stale-address"), causeRight: false }),
    run("open", { verdict: verdict("unsure", "unknown"), causeRight: false }),
    run("misled", { verdict: verdict("server", "origin-down"), causeRight: false }),
    run("rightly open", {
      truth: { side: "unsure", cause: null },
      verdict: verdict("unsure", "unknown"),
      causeRight: false,
    }),
    run("not asked", null),
  ];

  it("counts sides, causes, what stayed open and what was misled", () => {
    expect(afterwardsTable(runs)).toContain("| 5 | 3 | 2 | 1 | 1 |");
  });

  it("has a row for each that asked, and none for the others", () => {
    const table = afterwardsTable(runs);
    expect(table).toContain(
      "| misled | you blocked-address | unsure unknown 0.98 | places | server origin-down 0.98 | WRONG SIDE |",
    );
    expect(table).not.toContain("not asked");
    expect(afterwardsTable(runs.slice(5))).toBe("Nobody was asked.");
  });

  it("names the misled", () => {
    expect(misled(runs).map(({ id }) => id)).toEqual(["misled"]);
  });
});
