import { describe, expect, it } from "vitest";
import { chanceOfAnswer, gather, returning, shape } from "../../../bench/retry/crowd.ts";
import { returns, VARIANTS } from "../../../bench/retry/crowds.ts";
import { seeded } from "../../../bench/retry/random.ts";
import type { Schedule } from "../../../bench/retry/schedules.ts";

const BROWSERS = 20_000;
const crowdOf = (schedule: Schedule, noticedOver: number, capacity = Number.POSITIVE_INFINITY) => {
  const random = seeded(1);
  return returning(
    schedule,
    gather(schedule, { browsers: BROWSERS, outage: 300, noticedOver }, random),
    capacity,
    random,
  );
};
const every = (seconds: number): Schedule => ({ name: "", wait: () => seconds });

describe("the chance of an answer", () => {
  it("is certain while all that is asked fits", () => {
    expect(chanceOfAnswer(50, 50, 100)).toBe(1);
  });

  it("fills the capacity, no more, when it does not fit", () => {
    expect(chanceOfAnswer(400, 0, 100)).toBe(0.25);
    const chance = chanceOfAnswer(300, 200, 100);
    expect(chance * (300 + 200 * chance)).toBeCloseTo(100, 8);
  });
});

describe("a crowd that returns", () => {
  it("comes evenly when it noticed evenly: everybody within one wait", () => {
    const { perSecond, most } = crowdOf(every(30), 300);
    expect(most).toBeLessThanOrEqual(30);
    for (const asked of perSecond) expect(asked).toBeLessThan((BROWSERS / 30) * 1.25);
  });

  it("comes all at once when it failed at once and nothing is jittered", () => {
    expect(crowdOf(every(30), 0).peak).toBe(BROWSERS);
  });

  it("asks once for each browser where there is no probe, and twice where there is", () => {
    expect(crowdOf(every(30), 300).requests).toBe(1);
    expect(crowdOf({ ...every(30), reload: () => 120 }, 300).requests).toBe(2);
  });

  it("comes again when the site is too weak, until all are back", () => {
    const { perSecond, requests, most } = crowdOf(every(30), 0, 5_000);
    expect(perSecond.filter((asked) => asked > 0).length).toBeGreaterThan(3);
    expect(requests).toBeGreaterThan(2);
    expect(most).toBeGreaterThan(90);
    expect(Number.isFinite(most)).toBe(true);
  });
});

describe("Faultline's crowd", () => {
  const crowd = { browsers: BROWSERS, outage: 300, noticedOver: 1 };
  const peaks = VARIANTS.map((variant) => returns(variant, crowd, BROWSERS / 50));
  const [ours, rigid, hasty, told] = peaks;

  it("is flat when all failed in the same second, for the waits are jittered", () => {
    expect(ours?.[0].peak).toBeLessThan(0.08 * BROWSERS);
    expect(rigid?.[0].peak).toBeGreaterThan(0.8 * BROWSERS);
  });

  it("is flat when all were told the same moment", () => {
    expect(told?.[0].peak).toBeLessThan(0.08 * BROWSERS);
  });

  it("asks a weak site less for returning slowly", () => {
    expect(ours?.[1].requests).toBeLessThan(0.9 * (hasty?.[1].requests ?? 0));
  });
});

describe("a shape", () => {
  it("draws each step beside the highest", () => {
    expect(shape([8, 0, 0, 0, 4, 0], 6, 2)).toBe("█ ▅");
  });
});
