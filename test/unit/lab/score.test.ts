import { describe, expect, it } from "vitest";
import { alwaysServer, hasIncident, retryThreeTimes } from "../../lab/score/baselines.ts";
import { brier } from "../../lab/score/brier.ts";
import { confusion, confusionTable } from "../../lab/score/confusion.ts";
import { figuresOf } from "../../lab/score/figures.ts";
import { goalOf, untellableOf } from "../../lab/score/goal.ts";
import { priorWeights } from "../../lab/score/prior-weights.ts";
import { reliability } from "../../lab/score/reliability.ts";
import { leftOpen, untellableTable } from "../../lab/score/report.ts";
import { names, outcomeOf, type Run } from "../../lab/score/run.ts";
import { weightedWilson, wilson } from "../../lab/score/wilson.ts";

const run = (truth: Partial<Run["truth"]>, verdict: Partial<Run["verdict"]>, rest: Partial<Run> = {}): Run => ({
  id: "a",
  gateway: "nginx",
  fault: "killed",
  held: false,
  truth: { side: "server", cause: "origin-down", needsAnotherBrowser: false, ...truth },
  verdict: { side: "server", cause: "origin-down", confidence: 0.9, ...verdict },
  causeRight: true,
  namesStep: true,
  anyRetryWorks: false,
  ...rest,
});

describe("Wilson's interval", () => {
  it.each([
    [0, 10, 0, 0, 0.2775],
    [5, 10, 0.5, 0.2366, 0.7634],
    [10, 10, 1, 0.7225, 1],
    [81, 263, 0.308, 0.2553, 0.3662],
  ])("of %d in %d", (hits, total, share, low, high) => {
    const found = wilson(hits, total);
    expect(found.share).toBeCloseTo(share, 3);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it("knows nothing of an empty sample", () => {
    expect(wilson(0, 0).share).toBeNaN();
    expect(weightedWilson([]).share).toBeNaN();
  });

  it("weighs equal weights like none", () => {
    const sample = [true, true, false, true].map((hit) => [hit, 0.25] as const);
    const plain = wilson(3, 4);
    const weighted = weightedWilson(sample);
    expect(weighted.share).toBeCloseTo(plain.share);
    expect(weighted.low).toBeCloseTo(plain.low);
    expect(weighted.high).toBeCloseTo(plain.high);
  });

  it("is as wide as its few heavy members make it", () => {
    const heavy = weightedWilson([[true, 1], ...Array.from({ length: 99 }, () => [true, 0.001] as const)]);
    expect(heavy.low).toBeLessThan(wilson(2, 2).low);
  });
});

describe("the Brier score", () => {
  it("is 0 for perfect forecasts, 1 for the opposite and 0.25 for a coin", () => {
    const of = (probability: number, cameTrue: boolean) => brier([{ probability, cameTrue, weight: 2 }]);
    expect([of(1, true), of(0, true), of(0.5, true)]).toEqual([0, 1, 0.25]);
  });

  it("weighs", () => {
    const good = { probability: 1, cameTrue: true, weight: 3 };
    expect(brier([good, { probability: 1, cameTrue: false, weight: 1 }])).toBe(0.25);
    expect(brier([])).toBeNaN();
  });
});

describe("a reliability table", () => {
  const bins = reliability([
    { probability: 0.99, cameTrue: true, weight: 1 },
    { probability: 0.985, cameTrue: false, weight: 1 },
    { probability: 1, cameTrue: true, weight: 1 },
    { probability: 0, cameTrue: false, weight: 1 },
  ]);

  it("puts every forecast into one bin, the upper edge included", () => {
    expect(bins.map(({ count }) => count)).toEqual([1, 0, 0, 0, 2, 1]);
  });

  it("sets what was named beside what came true", () => {
    expect(bins[4]?.named).toBeCloseTo(0.9875);
    expect(bins[4]?.cameTrue.share).toBe(0.5);
  });
});

describe("a confusion matrix", () => {
  const matrix = confusion(
    [
      ["server", "server"],
      ["server", "you"],
      ["you", "you"],
      ["odd", "you"],
    ],
    ["you", "server", "never"],
  );

  it("counts, in the order given, and keeps words that it did not expect", () => {
    expect(matrix.words).toEqual(["you", "server", "odd"]);
    expect([matrix.count("server", "you"), matrix.count("you", "server"), matrix.count("odd", "you")]).toEqual([
      1, 0, 1,
    ]);
  });

  it("is a table with the diagonal in bold and without empty lines", () => {
    expect(confusionTable(matrix)).toBe(
      [
        "| truth ↓ said → | you | server |",
        "|---|--:|--:|",
        "| you | **1** | · |",
        "| server | 1 | **1** |",
        "| odd | 1 | · |",
      ].join("\n"),
    );
  });
});

describe("an outcome", () => {
  it.each<[string, Partial<Run["truth"]>, Partial<Run["verdict"]>]>([
    ["right", {}, { side: "server" }],
    ["wrong-side", {}, { side: "you" }],
    ["abstained", {}, { side: "unsure" }],
    ["missed", {}, { side: "none" }],
    ["right", { side: "none", cause: null }, { side: "none" }],
    ["wrong-side", { side: "none", cause: null }, { side: "server" }],
    ["right", { side: "unsure", cause: "bot-check" }, { side: "unsure" }],
    ["wrong-side", { side: "unsure", cause: "bot-check" }, { side: "server" }],
    ["right", { needsAnotherBrowser: true }, { side: "unsure" }],
    ["guessed", { needsAnotherBrowser: true }, { side: "server" }],
    ["wrong-side", { needsAnotherBrowser: true }, { side: "you" }],
    ["missed", { needsAnotherBrowser: true }, { side: "none" }],
    ["right", { side: "you", cause: "stale-address", needsAnotherBrowser: true }, { side: "unsure" }],
    ["wrong-side", { side: "you", cause: "stale-address", needsAnotherBrowser: true }, { side: "server" }],
  ])("is %s for a truth of %o and a verdict of %o", (outcome, truth, verdict) => {
    expect(outcomeOf(run(truth, verdict))).toBe(outcome);
  });

  it("is no more than unsure where the step that would settle it is not named", () => {
    expect(outcomeOf(run({ needsAnotherBrowser: true }, { side: "unsure" }, { namesStep: false }))).toBe("no-step");
    expect(outcomeOf(run({}, { side: "unsure" }, { namesStep: true }))).toBe("abstained");
  });

  it("names a side only when it is somebody's", () => {
    const sides = ["server", "you", "unsure", "none"] as const;
    expect(sides.map((side) => names(run({}, { side })))).toEqual([true, true, false, false]);
  });
});

describe("the field prior", () => {
  const weights = priorWeights([
    run({ cause: "origin-down" }, {}),
    run({ cause: "origin-down" }, {}),
    run({ side: "you", cause: "cookies" }, {}),
    run({ side: "none", cause: null }, {}),
  ]);

  it("adds up to 1, shares a cause among its scenarios and leaves out what is no incident", () => {
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1);
    expect(weights[0]).toBe(weights[1]);
    expect(weights[3]).toBe(0);
  });

  it("keeps the proportions of the causes", () => {
    expect((2 * (weights[0] ?? 0)) / (weights[2] ?? 1)).toBeCloseTo(0.22 / 0.004);
  });

  it("of nothing is nothing", () => {
    expect(priorWeights([run({ side: "none", cause: null }, {})])).toEqual([0]);
  });
});

describe("the baselines", () => {
  const over = run({ cause: "transient" }, { side: "you", cause: "cookies" }, { anyRetryWorks: true });
  const mine = run({ side: "you", cause: "stale-cache" }, {}, { anyRetryWorks: true });

  it("always name the server", () => {
    expect([over, mine].map((one) => outcomeOf(alwaysServer(one)))).toEqual(["right", "wrong-side"]);
    expect(alwaysServer(over).causeRight).toBe(false);
  });

  it("call it over when a retry works, and so are taken in by the user's own faults", () => {
    expect(retryThreeTimes(over)).toMatchObject({ causeRight: true, verdict: { side: "server", cause: "transient" } });
    expect(outcomeOf(retryThreeTimes(mine))).toBe("wrong-side");
    expect(retryThreeTimes(run({}, {})).verdict.cause).toBe("");
  });

  it("are asked about failing pages only", () => {
    expect([over, run({ side: "none", cause: null }, {})].map(hasIncident)).toEqual([true, false]);
  });
});

describe("the figures", () => {
  const runs = [
    run({}, {}),
    run({}, { side: "unsure" }, { causeRight: false }),
    run({}, { side: "you", confidence: 1 }, { causeRight: false }),
    run({ needsAnotherBrowser: true }, { side: "unsure" }),
  ];

  it("count outcomes, and judge causes and confidence only where a side was named", () => {
    const figures = figuresOf(runs);
    expect(figures).toMatchObject({ count: 4, abstained: 1, missed: 0, guessed: 0, wrongSide: 1 });
    expect(figures.sideRight.share).toBe(0.5);
    expect(figures.causeRight.share).toBe(0.5);
    expect(figures.brier).toBeCloseTo((0.01 + 1) / 2);
  });

  it("can be weighted", () => {
    expect(figuresOf(runs, [1, 0, 0, 0]).sideRight.share).toBe(1);
    expect(figuresOf(runs, [0, 0, 1, 0]).sideRight.share).toBe(0);
  });
});

describe("the promise", () => {
  const right = (count: number) => Array.from({ length: count }, () => run({}, {}));
  const abstained = run({}, { side: "unsure" });
  const honest = run({ side: "you", cause: "stale-address", needsAnotherBrowser: true }, { side: "unsure" });
  const taken = run({ side: "you", cause: "stale-address", needsAnotherBrowser: true }, { side: "server" });

  it("is kept from 99 % on", () => {
    expect(goalOf([...right(99), abstained]).isReached).toBe(true);
    expect(goalOf([...right(98), abstained]).isReached).toBe(false);
    expect(goalOf([]).isReached).toBe(false);
  });

  it("is about scenarios whose evidence suffices, and about no others", () => {
    const honestOnly = goalOf([...right(98), abstained, honest, honest]);
    expect(honestOnly).toMatchObject({ sufficing: 99, right: 98, isReached: false });
    expect(goalOf([...right(99), taken])).toMatchObject({ isReached: true, wrongSide: 0 });
  });

  it("asks for nineteen right causes in twenty, of the verdicts that name a side", () => {
    const other = run({}, {}, { causeRight: false });
    expect(goalOf([...right(19), other, abstained]).areCausesReached).toBe(true);
    expect(goalOf([...right(18), other]).areCausesReached).toBe(false);
  });

  it("says how much a count without a wrong side proves: 381 of them, at most 1 %", () => {
    expect(goalOf(right(381)).wrong.high).toBeLessThan(0.01);
    expect(goalOf(right(380)).wrong.high).toBeGreaterThan(0.01);
  });
});

describe("what one browser cannot tell", () => {
  const unknowable = (verdict: Partial<Run["verdict"]>, rest: Partial<Run> = {}) =>
    run({ side: "you", cause: "stale-address", needsAnotherBrowser: true }, verdict, rest);

  it("is counted apart, by what was said", () => {
    const rows = [
      run({}, { side: "you" }),
      unknowable({ side: "unsure" }),
      unknowable({ side: "unsure" }, { namesStep: false }),
      unknowable({ side: "you", confidence: 0.96 }),
      unknowable({ side: "server", confidence: 0.9 }),
    ];
    expect(untellableOf(rows)).toMatchObject({
      count: 4,
      honest: 1,
      noStep: 1,
      guessed: 1,
      wrongSide: 1,
      boldest: 0.96,
    });
  });

  it("scores a coin's 0.25 for unsure, and nearly 1 for being sure of the wrong side", () => {
    expect(untellableOf([unknowable({ side: "unsure", confidence: 0.99 })]).brier).toBe(0.25);
    expect(untellableOf([unknowable({ side: "server", confidence: 1 })]).brier).toBe(1);
    expect(untellableOf([unknowable({ side: "unsure" })]).boldest).toBeNaN();
  });
});

describe("the lists of the report", () => {
  const taken = run(
    { side: "you", cause: "stale-address", needsAnotherBrowser: true },
    { side: "server" },
    { id: "stale" },
  );
  const abstained = run({}, { side: "unsure" }, { id: "open" });

  it("say what was said of scenarios that one browser cannot tell, and of no others", () => {
    expect(untellableTable([taken, abstained])).toContain(
      "| stale | you stale-address | server origin-down 0.900 | wrong-side |",
    );
    expect(untellableTable([taken, abstained])).not.toContain("| open |");
    expect(untellableTable([abstained])).toBe("None.");
  });

  it("name what was left open though the evidence sufficed", () => {
    expect(leftOpen([taken, abstained])).toMatch(/^- `open` \(killed\): unsure/);
    expect(leftOpen([taken])).toBe("None.");
  });
});
