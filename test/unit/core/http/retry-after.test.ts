import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRetryAfter } from "../../../../src/core/http/retry-after.ts";
import { holds } from "../../../property.ts";

const NOW = Date.UTC(2026, 8, 23, 12, 0, 0);
const MINUTE = 60_000;
const SIX_HOURS = 360 * MINUTE;

describe("parseRetryAfter", () => {
  it.each([
    ["seconds", "120", NOW + 2 * MINUTE],
    ["seconds between blanks", " 5\t", NOW + 5_000],
    ["an IMF-fixdate", "Wed, 23 Sep 2026 12:10:00 GMT", NOW + 10 * MINUTE],
    ["an obsolete RFC 850 date", "Wednesday, 23-Sep-26 12:10:00 GMT", NOW + 10 * MINUTE],
    ["an obsolete asctime date", "Wed Sep 23 12:10:00 2026", NOW + 10 * MINUTE],
    ["a leap second", "Wed, 23 Sep 2026 12:00:60 GMT", NOW + MINUTE],
    ["more than six hours as six", "86400", NOW + SIX_HOURS],
    ["a far date as six hours", "Fri, 31 Dec 2027 23:59:59 GMT", NOW + SIX_HOURS],
    ["an absurd number as six hours", "9".repeat(90), NOW + SIX_HOURS],
  ])("reads %s", (_what, value, at) => {
    expect(parseRetryAfter(value, NOW)).toBe(at);
  });

  it.each([
    ["nothing", undefined],
    ["an empty field", ""],
    ["no wait", "0"],
    ["a past date", "Wed, 23 Sep 2026 11:59:59 GMT"],
    ["a past two-digit year", "Sunday, 06-Nov-94 08:49:37 GMT"],
    ["a negative number", "-5"],
    ["a fraction", "1.5"],
    ["an exponent", "1e3"],
    ["two values", "120, 120"],
    ["words", "soon"],
    ["a day that does not exist", "Wed, 31 Sep 2026 12:10:00 GMT"],
    ["an hour that does not exist", "Wed, 23 Sep 2026 25:10:00 GMT"],
    ["another zone", "Wed, 23 Sep 2026 12:10:00 CEST"],
    ["an ISO date", "2026-09-23T12:10:00Z"],
    ["a field of a megabyte", "1".repeat(1_000_000)],
  ])("finds no floor in %s", (_what, value) => {
    expect(parseRetryAfter(value, NOW)).toBeNull();
  });

  it("reads every date that toUTCString writes", () => {
    holds([fc.integer({ min: 1, max: 360 * 60 })], (seconds) => {
      const at = NOW + seconds * 1000;
      expect(parseRetryAfter(new Date(at).toUTCString(), NOW)).toBe(at);
    });
  });

  it("lies ahead and within six hours, or is null, for any text", () => {
    const text = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.date({ noInvalidDate: true }).map((d) => d.toUTCString()),
    );
    holds([text], (value) => {
      const at = parseRetryAfter(value, NOW);
      expect(at === null || (at > NOW && at <= NOW + SIX_HOURS)).toBe(true);
    });
  });
});
