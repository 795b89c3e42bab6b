import { describe, expect, it } from "vitest";
import { withClock } from "../../../../src/core/retry/moments.ts";
import { planSchema, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import { MINUTE, NOW, started } from "./sample-plans.ts";

const HOUR = 60 * MINUTE;
const BACK = 24 * HOUR;

/** A plan with every fact that a plan can have. */
const FULL: Required<RetryPlan> = {
  ...started(),
  createdAt: NOW - 9 * MINUTE,
  failingSince: NOW - 10 * MINUTE,
  cause: "overload",
  isNamed: true,
  history: [600],
  published: [1_200],
  maxPerHour: 60,
  floor: NOW + MINUTE,
  workedAt: NOW - 12 * MINUTE,
  announcedEnd: NOW + HOUR,
  lastReloadAt: NOW - 5 * MINUTE,
  targetFailed: true,
  flapping: true,
  searching: NOW - 2 * MINUTE,
  inFront: true,
  seen: false,
  state: {
    name: "reloading",
    since: NOW,
    before: NOW - MINUTE,
    after: "answer",
    loadedBefore: NOW - 4 * MINUTE,
    heldSince: NOW - 30_000,
  },
};

/** No number of a plan but its moments is as large. */
const isMoment = (value: unknown): value is number => typeof value === "number" && value > NOW / 2;

/** The moments of a plan and of its state, by their names. */
const momentsOf = ({ state, ...plan }: RetryPlan): Record<string, number> =>
  Object.fromEntries(
    Object.entries({ ...plan, ...state }).filter((entry): entry is [string, number] => isMoment(entry[1])),
  );

describe("a plan whose clock is set back", () => {
  it("is tried here with every fact that a plan can have", () => {
    expect(Object.keys(FULL).sort()).toEqual(Object.keys(planSchema().entries).sort());
  });

  it("keeps the distances of all its moments but an announced end, which is of the site's clock", () => {
    const { announcedEnd, ...before } = momentsOf(FULL);
    const moved = Object.fromEntries(Object.entries(before).map(([name, at]) => [name, at - BACK]));
    expect(momentsOf(withClock(FULL, NOW - BACK))).toEqual({ ...moved, announcedEnd });
  });

  it("stays as it is where the clock was set right by a second, or went on", () => {
    expect(withClock(FULL, NOW - 1_000)).toBe(FULL);
    expect(withClock(FULL, NOW + BACK)).toBe(FULL);
  });
});
