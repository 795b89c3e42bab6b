import { describe, expect, it } from "vitest";
import { kindsOf } from "../../../../src/core/retry/outage-model.ts";
import { compareReal } from "../../../bench/retry/real.ts";
import { RECORDED_LENGTHS } from "../../../bench/retry/recorded-lengths.ts";
import { faultline, following } from "../../../bench/retry/schedules.ts";
import { simulate } from "../../../bench/retry/simulate.ts";

const rows = compareReal(RECORDED_LENGTHS, 20);
const [shipped, knowingNothing, before] = rows.map(({ outcome }) => ({
  ...outcome,
  product: outcome.mean * outcome.requests,
}));

describe("on real outages the schedule", () => {
  it("asks a tenth less often than it did on what guides say, and makes a twentieth less of waiting times asking", () => {
    for (const now of [shipped, knowingNothing]) {
      expect(now?.requests).toBeLessThan(0.9 * (before?.requests ?? 0));
      expect(now?.product).toBeLessThan(0.95 * (before?.product ?? 0));
    }
  });

  it("makes less of waiting times asking than every peer", () => {
    for (const { name, outcome } of rows.slice(4)) {
      expect(outcome.mean * outcome.requests, name).toBeGreaterThan(shipped?.product ?? 0);
    }
  });
});

describe("a schedule that follows other expectations", () => {
  it.each([{}, { status: 502 }, { status: 503, history: [900, 950, 4_000] }])(
    "is the one that ships where it follows the shipped ones: %j",
    (knowledge) => {
      const lengths = RECORDED_LENGTHS.slice(0, 35).map(({ length }) => length);
      const other = following("other", kindsOf(knowledge), kindsOf({}));
      const [followed, ships] = [simulate(other, lengths), simulate(faultline(knowledge), lengths)];
      expect(followed.requests).toBe(ships.requests);
      expect(followed.mean).toBeCloseTo(ships.mean, 6);
    },
  );
});
