import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { endsWithin, type Forecast, forecastAt, type Ongoing } from "../../../../src/core/retry/forecast.ts";
import { holds } from "../../../property.ts";

const NOW = Date.UTC(2026, 8, 23, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Minutes from now. */
const ahead = (forecast: Forecast | null) => forecast?.moments.map((moment) => (moment - NOW) / MINUTE);
const after = (minutes: number, parts: Partial<Ongoing> = {}) =>
  forecastAt(NOW, { since: NOW - minutes * MINUTE, status: 503, ...parts });

const length = fc.double({ min: 1, max: 1e7, noNaN: true });
const ongoing: fc.Arbitrary<Ongoing> = fc.record({
  since: fc.oneof(fc.nat(HOUR), fc.nat(DAY), fc.nat(30 * DAY), fc.constant(-HOUR)).map((age) => NOW - age),
  workedAt: fc.option(fc.oneof(fc.nat(HOUR), fc.nat(30 * DAY)).map((age) => NOW - age)),
  status: fc.constantFrom(502, 503, 504, 521, 530),
  cause: fc.constantFrom(undefined, "origin-down", "overload", "unknown"),
  history: fc.option(fc.array(length, { maxLength: 20 }), { nil: undefined }),
  published: fc.option(fc.array(fc.integer({ min: 60, max: 172_800 }), { maxLength: 12 }), { nil: undefined }),
});

describe("a forecast", () => {
  it.each<
    readonly [name: string, minutes: number, parts: Partial<Ongoing>, says: Forecast["says"], minutesAhead: number[]]
  >([
    ["an outage that has just begun", 0, {}, "ui_forecast_likely", [13, 59]],
    ["one of ten minutes", 10, {}, "ui_forecast_likely", [12, 110]],
    ["a 502 of ten minutes", 10, { status: 502 }, "ui_forecast_likely", [17, 370]],
    ["an old one, whose late end may be days away", 120, {}, "ui_forecast_odds", [80, 260]],
    ["a site that is always back soon", 1, { history: Array(10).fill(180) }, "ui_forecast_likely", [3, 15]],
    ["a site that is never back soon", 1, { history: Array(10).fill(7_200) }, "ui_forecast_likely", [100, 245]],
  ])("of %s", (_name, minutes, parts, says, minutesAhead) => {
    const forecast = after(minutes, parts);
    expect(forecast?.says).toBe(says);
    expect(ahead(forecast)).toEqual(minutesAhead);
  });

  it("says nothing of an outage of days", () => {
    expect(after((5 * DAY) / MINUTE)).toBeNull();
  });

  it.each([undefined, 0, 404, 429, 500, 501, 511])(
    "says nothing of a status whose outages were not measured: %s",
    (status) => {
      expect(after(5, { status })).toBeNull();
    },
  );

  it.each(["transient", "page-only", "signed-in", "regional", "cookies", "captive-portal", "bot-check"] as const)(
    "says nothing where the cause is %s, which no monitor sees",
    (cause) => {
      expect(after(5, { cause })).toBeNull();
    },
  );

  it("takes the site's own word where it lies ahead, whatever the failure", () => {
    holds(
      [ongoing, fc.constantFrom(undefined, ...CAUSE_IDS), fc.integer({ min: 1, max: 14 * DAY })],
      (one, cause, in_) => {
        const announcedEnd = NOW + in_;
        const told = { ...one, cause, status: 500, announcedEnd };
        expect(forecastAt(NOW, told)).toEqual({ says: "ui_forecast_announced", moments: [announcedEnd] });
      },
    );
  });

  it("forgets an announced end that has passed, and one that cannot be meant", () => {
    for (const announcedEnd of [null, 0, NOW - 1, NOW, NOW + 15 * DAY, Number.NaN]) {
      expect(after(5, { announcedEnd })).toEqual(after(5));
    }
  });

  it("never lies in the past, nor further ahead than is of use, and its moments are in order", () => {
    holds(
      [ongoing],
      (one) => {
        const forecast = forecastAt(NOW, one);
        if (!forecast) return;
        const [first = 0, second = 0] = forecast.moments;
        expect(first).toBeGreaterThan(NOW);
        expect(second).toBeGreaterThanOrEqual(first);
        expect(second).toBeLessThanOrEqual(NOW + (forecast.says === "ui_forecast_likely" ? 12 : 24) * HOUR);
      },
      { reaches: 0.5 },
    );
  });

  it("never comes nearer as the outage goes on", () => {
    holds(
      [ongoing, fc.oneof(fc.nat(5 * MINUTE), fc.nat(6 * HOUR))],
      (one, later) => {
        const since = Math.min(one.since, NOW);
        const [before, then] = [NOW, NOW + later].map((now) => forecastAt(now, { ...one, since }));
        if (!before || before.says !== then?.says) return;
        for (const [index, moment] of then.moments.entries()) {
          expect(moment).toBeGreaterThanOrEqual(before.moments[index] ?? Number.NaN);
        }
      },
      { reaches: 0.3 },
    );
  });

  it("stands at whole minutes, and coarser the longer the outage", () => {
    holds(
      [ongoing],
      (one) => {
        const since = Math.min(one.since, NOW);
        for (const moment of forecastAt(NOW, one)?.moments ?? []) {
          const step = moment - since > 12 * HOUR + 15 * MINUTE ? 15 : moment - since > HOUR + 5 * MINUTE ? 5 : 1;
          expect(moment % (step * MINUTE)).toBe(0);
        }
      },
      { reaches: 0.5 },
    );
  });

  it("is later for whoever did not look for a day: they come into the middle of a long outage", () => {
    const [here, daily] = [NOW, NOW - DAY].map((workedAt) => forecastAt(NOW, { since: NOW, workedAt, status: 503 }));
    expect(daily?.says).toBe("ui_forecast_odds");
    expect(daily?.moments[1]).toBeGreaterThan(5 * ((here?.moments[0] ?? 0) - NOW) + NOW);
  });

  it("survives a clock that was set back", () => {
    expect(after(-60)).toEqual(after(0));
  });
});

describe("a forecast that knows the incidents which the site publishes", () => {
  it.each<readonly [name: string, minutes: number, parts: Partial<Ongoing>, minutesAhead: number[]]>([
    ["hours, each time", 0, { published: Array(10).fill(3 * 3_600) }, [42, 440]],
    ["minutes, each time", 10, { published: Array(10).fill(900) }, [13, 75]],
    ["hours, once", 0, { published: [3 * 3_600] }, [14, 130]],
  ])("is moved by %s", (_name, minutes, parts, minutesAhead) => {
    const forecast = after(minutes, parts);
    expect(forecast).toMatchObject({ says: "ui_forecast_likely", published: parts.published?.length });
    expect(ahead(forecast)).toEqual(minutesAhead);
  });

  it("says on how many it rests, ten at most, and nothing where it rests on none", () => {
    expect(after(5, { published: Array(40).fill(900) })?.published).toBe(10);
    expect(after(5)).not.toHaveProperty("published");
    const announcedEnd = NOW + HOUR;
    expect(after(5, { published: [900], announcedEnd })).not.toHaveProperty("published");
  });

  it("takes what is no length for nothing said", () => {
    const none = fc.constantFrom(Number.NaN, 0, -1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
    holds([ongoing, fc.array(none, { maxLength: 20 })], (one, published) => {
      expect(forecastAt(NOW, { ...one, published })).toEqual(forecastAt(NOW, { ...one, published: undefined }));
    });
  });

  it("believes what was seen here more than as many that were published", () => {
    for (const [seen, other] of [
      [120, 10_800],
      [10_800, 120],
    ] as const) {
      const [from, to] = [Array(5).fill(seen), Array(5).fill(other)];
      const marks = (parts: Partial<Ongoing>) => after(0, parts)?.moments[0] ?? Number.POSITIVE_INFINITY;
      const alone = marks({ history: from });
      const both = marks({ history: from, published: to });
      expect(Math.abs(both - alone)).toBeLessThan(Math.abs(marks({ history: [...from, ...to] }) - alone));
    }
  });

  it("never lets them outweigh all that monitors saw, however many they are", () => {
    const published = fc.array(length, { maxLength: 50 });
    holds([published, fc.constantFrom(502, 503)], (lengths, status) => {
      const new_ = { seen: 0, unseen: 0 };
      // The model keeps more than half of the weight, so half of its early half is over by then in any case.
      expect(endsWithin(0.25, new_, { status, published: lengths })).toBeLessThanOrEqual(
        endsWithin(0.5, new_, { status }) + 1,
      );
    });
  });
});

describe("the seconds within which outages end", () => {
  it("are never fewer for one long published incident more", () => {
    const known = fc.record({
      status: fc.constantFrom(502, 503),
      history: fc.array(length, { maxLength: 10 }),
      published: fc.array(length, { maxLength: 9 }),
    });
    const age = fc.record({ seen: fc.oneof(fc.nat(600), fc.nat(86_400)), unseen: fc.constantFrom(0, 600, 86_400) });
    const times = fc.double({ min: 1, max: 50, noNaN: true });
    holds(
      [known, age, fc.constantFrom(0.5, 0.9), times],
      (knows, old, share, by) => {
        const before = endsWithin(share, old, knows);
        const long = by * (1 + old.seen + old.unseen + before);
        // What is longer than a week is taken for a week.
        if (long > 604_800) return;
        const withOneMore = endsWithin(share, old, { ...knows, published: [...knows.published, long] });
        expect(withOneMore).toBeGreaterThanOrEqual(before * (1 - 1e-9));
      },
      { reaches: 0.3 },
    );
  });

  it("grow with the share", () => {
    const share = fc.double({ min: 0.01, max: 0.95, noNaN: true });
    const more = fc.double({ min: 0, max: 0.04, noNaN: true });
    const age = fc.record({
      seen: fc.double({ min: 0, max: 1e6, noNaN: true }),
      unseen: fc.constantFrom(0, 600, 86_400),
    });
    holds([share, more, age], (low, by, old) => {
      expect(endsWithin(low + by, old, {})).toBeGreaterThanOrEqual(endsWithin(low, old, {}));
    });
  });

  it("are as many as the age for a third to a half of the outages, at any age: no old outage is about to end", () => {
    for (const status of [502, 503]) {
      for (const seen of [600, 3_600, 14_400, 86_400]) {
        expect(endsWithin(0.3, { seen, unseen: 0 }, { status })).toBeLessThan(seen);
        expect(endsWithin(0.52, { seen, unseen: 0 }, { status })).toBeGreaterThan(seen);
      }
    }
  });
});
