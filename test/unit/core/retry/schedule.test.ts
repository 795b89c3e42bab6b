import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { leastWaitFor } from "../../../../src/core/evidence/least-wait.ts";
import type { Knowledge } from "../../../../src/core/retry/outage-model.ts";
import { DENSITY, paceAt, waitFor } from "../../../../src/core/retry/schedule.ts";
import { lengths } from "../../../bench/retry/distributions.ts";
import { kellerBound, kellerFactor } from "../../../bench/retry/keller.ts";
import { FOLLOWED, GIVEN, OTHERS } from "../../../bench/retry/models.ts";
import { bestPeer, compare } from "../../../bench/retry/outages.ts";
import { faultline, NAMED_PEERS } from "../../../bench/retry/schedules.ts";
import { simulate } from "../../../bench/retry/simulate.ts";
import { holds } from "../../../property.ts";
import { MINUTE, SECOND } from "./sample-plans.ts";

const WEEK = 7 * 24 * 60 * MINUTE;
const BUDGET = 24;

const random = fc.double({ min: 0, max: 1, noNaN: true });
const elapsed = fc.oneof(fc.nat(60 * SECOND), fc.nat(120 * MINUTE), fc.nat(WEEK));
const knowledge: fc.Arbitrary<Knowledge> = fc.record({
  cause: fc.option(fc.constantFrom(...CAUSE_IDS), { nil: undefined }),
  history: fc.option(fc.array(fc.double({ min: -1, max: 1e9 }), { maxLength: 20 }), { nil: undefined }),
});

describe("the schedule's density", () => {
  it("spends 24 requests on the average outage of the model, with jitter and rounding", () => {
    const { requests } = simulate(faultline(), lengths(GIVEN.lasts, 4_000));
    expect(requests).toBeGreaterThan(BUDGET - 0.25);
    expect(requests).toBeLessThan(BUDGET + 0.25);
  });

  it("is Keller's factor, less what jitter, rounding and the request that succeeds cost", () => {
    expect(DENSITY / kellerFactor(GIVEN.lasts, BUDGET)).toBeGreaterThan(0.9);
    expect(DENSITY / kellerFactor(GIVEN.lasts, BUDGET)).toBeLessThan(1);
  });
});

describe("the pace", () => {
  it.each([10, 60, 600, 3_600, 21_600])("is one request over the best density at an age of %i s", (age) => {
    // Keller's density, integrated over the wait, from functions that the extension does not ship.
    const { density, survival } = FOLLOWED.lasts;
    const wait = paceAt(age, {});
    let requests = 0;
    for (let step = 0.5; step < 100; step += 1) {
      const at = age + (wait * step) / 100;
      requests += (DENSITY * Math.sqrt(density(at) / survival(at)) * wait) / 100;
    }
    expect(requests).toBeGreaterThan(0.9);
    expect(requests).toBeLessThan(1.1);
  });

  it("is at most twice as slow for anything that is known of its length, and never faster than 3 s", () => {
    holds([elapsed, knowledge], (age, known) => {
      const pace = paceAt(age / SECOND, known);
      const slowest = known.cause === "overload" ? 15 : known.cause ? leastWaitFor(known.cause) : 0;
      expect(pace).toBeGreaterThanOrEqual(3);
      expect(pace).toBeLessThanOrEqual(Math.max(slowest, 2 * paceAt(age / SECOND, {})));
    });
  });

  it("gives an overloaded site more room at any age", () => {
    holds([elapsed], (age) => {
      const pace = paceAt(age / SECOND, { cause: "overload" });
      expect(pace).toBeGreaterThanOrEqual(15);
      expect(pace).toBeGreaterThanOrEqual(1.4 * paceAt(age / SECOND, {}));
    });
  });

  it("is faster at first for a passing fault, and slower for announced work", () => {
    expect(paceAt(5, { cause: "transient" })).toBeLessThan(0.85 * paceAt(5, {}));
    expect(paceAt(5, { cause: "maintenance" })).toBeGreaterThan(1.5 * paceAt(5, {}));
  });

  it("is fast around the lengths that a site's outages had", () => {
    const history = [170, 200, 180, 150, 190, 210];
    expect(paceAt(180, { history })).toBeLessThan(0.5 * paceAt(180, {}));
    expect(paceAt(5, { history })).toBeGreaterThan(paceAt(5, {}));
  });

  it("survives a clock that was set back", () => {
    expect(paceAt(-600, {})).toBe(paceAt(0, {}));
  });
});

describe("waitFor", () => {
  it("puts the first try between one and five seconds from now, at any age", () => {
    const first = (chance: number) => waitFor({ elapsed: 0, first: true, random: chance });
    expect([0, 0.5, 1].map(first)).toEqual([1 * SECOND, 3 * SECOND, 5 * SECOND]);
    expect(waitFor({ elapsed: 60 * MINUTE, first: true, random: 1 })).toBe(5 * SECOND);
  });

  it("jitters the pace by plus or minus one half for two minutes, and by a quarter from then on", () => {
    holds([elapsed, random, knowledge], (age, chance, known) => {
      const wait = waitFor({ ...known, elapsed: age, random: chance });
      const jitter = age < 2 * MINUTE ? 0.5 : 0.25;
      const exact = paceAt(age / SECOND, known) * SECOND * (1 - jitter + 2 * jitter * chance);
      if (exact >= 25 * SECOND && exact < 30 * SECOND) expect(wait).toBe(30 * SECOND);
      else expect(wait).toBeCloseTo(exact, 3);
    });
  });

  it("promises nothing between what timers reach and what alarms can", () => {
    const floor = fc.integer({ min: -MINUTE, max: 2 * MINUTE });
    holds([elapsed, random, floor, fc.boolean()], (age, chance, ahead, first) => {
      const wait = waitFor({ elapsed: age, first, floor: ahead, random: chance });
      expect(wait < 25 * SECOND || wait >= 30 * SECOND).toBe(true);
    });
  });

  it("never undercuts a floor, and returns anywhere within one pace after it", () => {
    const floor = fc.integer({ min: 1, max: 360 * MINUTE });
    holds([elapsed, random, floor, knowledge, fc.boolean()], (age, chance, ahead, known, reload) => {
      const wait = waitFor({ ...known, elapsed: age, reload, floor: ahead, random: chance });
      const free = waitFor({ ...known, elapsed: age, reload, random: chance });
      expect(wait).toBeGreaterThanOrEqual(ahead);
      expect(wait).toBeGreaterThanOrEqual(free);
      const pace = paceAt((age + ahead) / SECOND, known) * SECOND;
      expect(wait).toBeLessThanOrEqual(Math.max(free, ahead + pace, 30 * SECOND));
    });
    const told = (chance: number) => waitFor({ elapsed: 0, floor: 10 * MINUTE, random: chance });
    expect(told(1) - told(0)).toBeCloseTo(paceAt(600, {}) * SECOND, 3);
  });

  it("takes a floor that has passed for none", () => {
    expect(waitFor({ elapsed: MINUTE, floor: -MINUTE, random: 0 })).toBe(waitFor({ elapsed: MINUTE, random: 0 }));
  });

  it("loads a tab again, after a load that failed, in two to four minutes", () => {
    const reload = (chance: number, floor = 0) => waitFor({ elapsed: 0, reload: true, floor, random: chance });
    expect([reload(0), reload(1)]).toEqual([2 * MINUTE, 4 * MINUTE]);
    expect(reload(0, 9 * MINUTE)).toBe(9 * MINUTE);
  });
});

describe("against its peers", () => {
  it("waits at most 1.3 times Keller's bound at 24 requests, and an eighth of Chromium's schedule", () => {
    const [ours, chromium] = compare(GIVEN, 4_000);
    expect(ours?.outcome.mean).toBeLessThanOrEqual(1.3 * kellerBound(GIVEN.lasts, BUDGET));
    expect(ours?.outcome.mean).toBeLessThanOrEqual((chromium?.outcome.mean ?? 0) / 8);
  });

  it.each(OTHERS.map((model) => [model.name, model] as const))(
    "waits no longer than the best that asks no oftener, on a model it was not made for: %s",
    (_name, model) => {
      const rows = compare(model, 2_000);
      expect(rows[0]?.outcome.mean).toBeLessThanOrEqual(bestPeer(rows, NAMED_PEERS));
      expect(bestPeer(rows, NAMED_PEERS)).toBeLessThan(Number.POSITIVE_INFINITY);
    },
  );
});
