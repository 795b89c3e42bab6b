import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NOWHERE } from "../../../../src/core/places/home.ts";
import { splitOf } from "../../../../src/core/places/split.ts";
import { holds } from "../../../property.ts";
import { five, HOME, place } from "./given.ts";

const AT_HOME = { home: HOME, ipVersion: null } as const;

type Result = Parameters<typeof place>[1];

/** Two in the country and one on the continent, while three far away work. */
const neighbours = (berlin: Result, munich: Result, paris: Result) => [
  place("berlin", berlin),
  place("munich", munich),
  place("paris", paris),
  place("boston", "works"),
  place("tokyo", "works"),
  place("lima", "works"),
];

describe("the split by distance", () => {
  it.each([
    ["all fail", five("down", "down", "down"), "everyone"],
    ["the country and the continent fail", five("down", "down", "works"), "your-region"],
    ["the country alone fails", five("down", "works", "works"), "your-region"],
    ["the continent fails and the country has no place", five("none", "down", "works"), "some-places"],
    ["all work", five("works", "works", "works"), "only-your-network"],
    ["all that count work, some near", five("works", "blocked", "cached"), "undecided"],
    ["the near ones work and the far ones fail", five("works", "works", "down"), "some-places"],
    ["only the continent's place works near by", five("none", "works", "works"), "only-your-network"],
    ["all work but for a neighbour that is refused", neighbours("blocked", "works", "works"), "undecided"],
    ["the country is refused and all others work", neighbours("blocked", "blocked", "works"), "undecided"],
    ["the continent is refused and no place in the country tells", neighbours("none", "none", "blocked"), "undecided"],
    ["the continent is refused and the country works", neighbours("works", "works", "blocked"), "only-your-network"],
    ["all work but no near one tells", five("blocked", "none", "works"), "undecided"],
    ["none tells", five("none", "blocked", "cached"), "undecided"],
    ["there are none", [], "undecided"],
  ] as const)("when %s: %s", (_when, places, reach) => {
    expect(splitOf(places, AT_HOME).reach).toBe(reach);
  });

  it("knows no region and no own network where home is unknown", () => {
    expect(splitOf(five("works", "works", "works"), { home: NOWHERE, ipVersion: null }).reach).toBe("far-away-works");
    expect(splitOf(five("down", "down", "works"), { home: NOWHERE, ipVersion: null }).reach).toBe("some-places");
    expect(splitOf(five("down", "down", "down"), { home: NOWHERE, ipVersion: null }).reach).toBe("everyone");
  });

  it("does not make a region of one place that fails", () => {
    const places = [
      place("berlin", "down"),
      place("paris", "works"),
      place("boston", "works"),
      place("tokyo", "works"),
    ];
    expect(splitOf(places, AT_HOME).reach).toBe("some-places");
  });

  it("does not make a region of a failure that far places meet as well", () => {
    const places = [place("berlin", "down"), place("munich", "down"), place("boston", "works"), place("tokyo", "down")];
    expect(splitOf(places, AT_HOME).reach).toBe("some-places");
  });

  it("counts what each place said", () => {
    expect(splitOf(five("works", "down", "blocked"), AT_HOME)).toMatchObject({
      works: 2,
      down: 1,
      blocked: 2,
      unclear: 0,
    });
    expect(splitOf(five("none", "cached", "pending"), AT_HOME)).toMatchObject({ works: 0, down: 0, unclear: 5 });
  });

  const result = fc.constantFrom("works", "down", "blocked", "cached", "none", "pending");
  const where = fc.constantFrom("berlin", "munich", "paris", "boston", "tokyo", "lima");
  const places = fc.array(
    fc.tuple(where, result).map(([at, said]) => place(at, said)),
    { maxLength: 12 },
  );

  it("does not depend on the order, nor on answers that settle nothing", () => {
    holds([places], (given) => {
      const { reach } = splitOf(given, AT_HOME);
      expect(splitOf([...given].reverse(), AT_HOME).reach).toBe(reach);
      expect(splitOf([...given, place("lima", "blocked"), place("berlin", "none")], AT_HOME).reach).toBe(reach);
    });
  });

  it("never says that it is only the user's network while a place in the user's country is refused", () => {
    holds([places], (given) => {
      expect(splitOf([...given, place("munich", "blocked")], AT_HOME).reach).not.toBe("only-your-network");
    });
  });

  it("never says that it is only the user's network while any place fails", () => {
    holds([places], (given) => {
      expect(splitOf([...given, place("lima", "down")], AT_HOME).reach).not.toBe("only-your-network");
    });
  });
});
