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
    ["a unit", "30s", NOW + 30_000],
    ["a unit after a blank", "60 seconds", NOW + MINUTE],
    ["minutes", "2 min", NOW + 2 * MINUTE],
    ["hours", "1h", NOW + 60 * MINUTE],
    ["days as six hours", "1 day", NOW + SIX_HOURS],
    ["milliseconds", "1500ms", NOW + 1_500],
    ["another language's unit", "2 Minuten", NOW + 2 * MINUTE],
    ["a duration as Go prints it", "1m0s", NOW + MINUTE],
    ["a duration of three units", "1h2m3.5s", NOW + 62 * MINUTE + 3_500],
    ["a duration in words", "1 hour, 30 minutes", NOW + 90 * MINUTE],
    ["a duration as Java prints it", "PT1M30S", NOW + 90_000],
    ["a duration of days as ISO 8601 has it", "P0DT0H5M", NOW + 5 * MINUTE],
    ["a duration as .NET prints it", "00:01:30", NOW + 90_000],
    ["a duration of .NET's with days and ticks", "0.00:00:30.5000000", NOW + 30_500],
    ["a duration as Python prints it", "1 day, 0:00:05", NOW + SIX_HOURS],
    ["a sentence", "try again in 5 minutes", NOW + 5 * MINUTE],
    ["a fraction", "90.5", NOW + 90_500],
    ["a whole number with a point", "120.0", NOW + 2 * MINUTE],
    ["an exponent", "1e3", NOW + 1_000_000],
    ["a sign", "+30", NOW + 30_000],
    ["quotation marks", '"120"', NOW + 2 * MINUTE],
    ["a remark", "120 (busy)", NOW + 2 * MINUTE],
    ["a parameter", "120; comment=busy", NOW + 2 * MINUTE],
    ["seconds beside another time", "300 (retry every 5 s)", NOW + 5 * MINUTE],
    ["seconds beside what they roughly are", "120 (1 minute)", NOW + 2 * MINUTE],
    ["seconds beside a number of something else", "300 (tried 3 times, 5 an hour, 90 percent)", NOW + 5 * MINUTE],
    ["thousands", "1,200", NOW + 20 * MINUTE],
    ["thousands of a unit", "1,200 seconds", NOW + 20 * MINUTE],
    ["thousands that a blank parts", "1 200 s", NOW + 20 * MINUTE],
    ["a number that goes on after its unit", "2h30", NOW + 150 * MINUTE],
    ["a number that goes on after its unit and a blank", "1h 30", NOW + 90 * MINUTE],
    ["minutes and seconds of which one has a unit", "2m30", NOW + 150_000],
    ["a month", "P1M", NOW + SIX_HOURS],
    ["a month and no minute", "P1MT1M", NOW + SIX_HOURS],
    ["a minute as ISO 8601 has it", "PT1M", NOW + MINUTE],
    ["a month in words", "1 month", NOW + SIX_HOURS],
    ["minutes in Cyrillic letters", "30 минут", NOW + 30 * MINUTE],
    ["minutes as fetch shows UTF-8", Buffer.from("30 минут").toString("latin1"), NOW + 30 * MINUTE],
    ["minutes in Chinese", "30分钟", NOW + 30 * MINUTE],
    ["minutes in Turkish", "30 dakika", NOW + 30 * MINUTE],
    ["hours in Polish", "2 godziny", NOW + 120 * MINUTE],
    ["few of a unit that nobody knows as hours", "2 Takte", NOW + 120 * MINUTE],
    ["some of a unit that nobody knows as minutes", "30 Takte", NOW + 30 * MINUTE],
    ["many of a unit that nobody knows as seconds", "600 Takte", NOW + 10 * MINUTE],
    ["the end of a span", "30-60 seconds", NOW + MINUTE],
    ["the end of a span with blanks", "30 - 60 seconds", NOW + MINUTE],
    ["the end of a span in words", "30 to 60 seconds", NOW + MINUTE],
    ["the end of a span without a unit", "30-60", NOW + MINUTE],
    ["about as many", "~60", NOW + MINUTE],
    ["at least as many", "60+", NOW + MINUTE],
    ["a field that was sent twice", "120, 120", NOW + 2 * MINUTE],
    ["the longest of several waits", "5, 120, 60", NOW + 2 * MINUTE],
    ["the longest of several waits with units", "30s, 60s, 30s", NOW + MINUTE],
    ["a wait beside a date", "60, Wed, 23 Sep 2026 12:10:00 GMT", NOW + 10 * MINUTE],
    ["the later of two dates", "Wed, 23 Sep 2026 12:10:00 GMT, Wed, 23 Sep 2026 12:05:00 GMT", NOW + 10 * MINUTE],
    ["what is meant beside garbage", "soon, 30", NOW + 30_000],
    ["a moment in seconds", String(NOW / 1000 + 90), NOW + 90_000],
    ["a moment in milliseconds", String(NOW + 90_000), NOW + 90_000],
    ["an ISO date", "2026-09-23T12:10:00Z", NOW + 10 * MINUTE],
    ["an ISO date with fractions and a zone", "2026-09-23T14:10:00.123456+02:00", NOW + 10 * MINUTE],
    ["a date as SQL has it", "2026-09-23 12:10:00", NOW + 10 * MINUTE],
    ["a date as Go prints it", "2026-09-23 12:10:00 +0000 UTC", NOW + 10 * MINUTE],
    ["a date with another zone", "Wed, 23 Sep 2026 07:10:00 -0500", NOW + 10 * MINUTE],
    ["a date as JavaScript prints it", "Wed Sep 23 2026 12:10:00 GMT+0000 (UTC)", NOW + 10 * MINUTE],
    ["a date of New York's winter", "Wed, 23 Sep 2026 07:10:00 EST", NOW + 10 * MINUTE],
    ["a date of New York's summer", "Wed, 23 Sep 2026 08:10:00 EDT", NOW + 10 * MINUTE],
    ["a date of Chicago's summer", "Wed, 23 Sep 2026 07:10:00 CDT", NOW + 10 * MINUTE],
    ["a date of Denver's winter", "Wed, 23 Sep 2026 05:10:00 MST", NOW + 10 * MINUTE],
    ["a date of California's winter", "Wed, 23 Sep 2026 04:10:00 PST", NOW + 10 * MINUTE],
    ["a date of California's summer", "Wed, 23 Sep 2026 05:10:00 PDT", NOW + 10 * MINUTE],
    ["a date as Go prints it with a zone's name", "2026-09-23 08:10:00 -0400 EDT", NOW + 10 * MINUTE],
    ["a date as Unix prints it", "Wed Sep 23 08:10:00 EDT 2026", NOW + 10 * MINUTE],
    ["an ISO date without seconds", "2026-09-23T12:10Z", NOW + 10 * MINUTE],
    ["an ISO date with a zone of hours", "2026-09-23T14:10+02", NOW + 10 * MINUTE],
    ["a date in whole words", "Wednesday, 23 September 2026 12:10:00 GMT", NOW + 10 * MINUTE],
    ["a date as cookies have it", "Wed, 23-Sep-2026 12:10:00 GMT", NOW + 10 * MINUTE],
    ["a date without seconds", "Wed, 23 Sep 2026 12:10 GMT", NOW + 10 * MINUTE],
    ["a wait beside a date in whole words", "60, Wednesday, 23 September 2026 12:10:00 GMT", NOW + 10 * MINUTE],
    ["a wait below a name", "wait=90", NOW + 90_000],
    ["a wait below a name that is its unit", "minutes: 3", NOW + 3 * MINUTE],
    ["a wait below a name that ends with its unit", "retryAfterMs=1500", NOW + 1_500],
    ["a wait as a cache has it", "max-age=120", NOW + 2 * MINUTE],
    ["a wait as an object has it", '{"retry_after": 75}', NOW + 75_000],
    ["a wait as an object has it, with its unit for a name", '{"minutes":2}', NOW + 2 * MINUTE],
    ["a wait within a sentence that names no unit", "please wait 30.", NOW + 30_000],
    ["the longest of several waits below names", "delay=30, delay=90", NOW + 90_000],
    ["a moment below a name", `reset=${NOW / 1000 + 90}`, NOW + 90_000],
    ["a date within a sentence", "not before 2026-09-23T12:10:00Z", NOW + 10 * MINUTE],
    ["a date with its day of the week below a name", "until: Wed, 23 Sep 2026 12:10:00 GMT", NOW + 10 * MINUTE],
    ["a date as .NET prints it", "09/23/2026 12:10:00", NOW + 10 * MINUTE],
    ["a clock of few minutes", "00:45", NOW + 45 * MINUTE],
    ["a clock that would be of half a day as one of seconds", "12:30", NOW + 750_000],
    ["a date with a day of one digit", "Thu, 1 Oct 2026 12:10:00 GMT", NOW + SIX_HOURS],
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
    ["a negative duration", "-5s"],
    ["no wait at all, twice", "0, 0s"],
    ["a version", "v2"],
    ["a past moment", "1500000000"],
    ["a past moment below a name", "reset=1500000000"],
    ["a past date below a name", "since 2026-09-23T11:10:00Z"],
    ["no wait below a name", "delay=0"],
    ["less than no wait below a name", "delay=-5"],
    ["one of several numbers below names", "limit=100 remaining=3"],
    ["a version below a name", "HTTP/1.1"],
    ["words", "soon"],
    ["a day that does not exist", "Wed, 31 Sep 2026 12:10:00 GMT"],
    ["an hour that does not exist", "Wed, 23 Sep 2026 25:10:00 GMT"],
    ["a zone that goes by a name", "Wed, 23 Sep 2026 12:10:00 CEST"],
    ["a date whose month does not exist", "23/09/2026 12:10:00"],
    ["an ISO date that does not exist", "2026-13-23T12:10:00Z"],
    ["a past ISO date", "2026-09-23T11:10:00Z"],
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

  it("never reads less than the seconds that stand there, whatever unit follows", () => {
    const unit = fc.constantFrom(
      "",
      "s",
      " s",
      "sec",
      " seconds",
      "m",
      " min",
      "h",
      " hours",
      ".0",
      ".5",
      "s, 1",
      " Takte",
    );
    holds([fc.integer({ min: 1, max: 360 * 60 }), unit], (seconds, after) => {
      expect(parseRetryAfter(`${seconds}${after}`, NOW)).toBeGreaterThanOrEqual(NOW + seconds * 1000);
    });
  });

  it("never reads less for what is said beside the seconds", () => {
    const remark = fc.constantFrom(" (retry every 5 s)", " (1 minute)", " (1 ms)", " or 1 s", "+", "-1 s", " +1 s");
    holds([fc.integer({ min: 1, max: 360 * 60 }), remark], (seconds, beside) => {
      expect(parseRetryAfter(`${seconds}${beside}`, NOW)).toBeGreaterThanOrEqual(NOW + seconds * 1000);
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

describe("a wait in the words of people", () => {
  const NOON = Date.UTC(2026, 10, 20, 12);
  const bytes = (value: string): string =>
    Array.from(new TextEncoder().encode(value), (code) => String.fromCharCode(code)).join("");

  it.each([
    ["12:30 GMT", 1_800],
    ["after 12:30 UTC", 1_800],
    ["12:30 PM UTC", 1_800],
    ["20.11.2026 12:30", 1_800],
    ["20/Nov/2026:12:30:00 +0000", 1_800],
    ["one hour", 3_600],
    ["half an hour", 1_800],
    ["60|120", 120],
    ["60/120", 120],
    ["60..120", 120],
    ["１２０", 120],
    ["2 zile", 21_600],
    ["5 นาที", 300],
    ["5 دقائق", 300],
  ])("is as long as it says: %s", (value, seconds) => {
    expect(parseRetryAfter(bytes(value), NOON)).toBe(NOON + seconds * 1_000);
  });
});

describe("a time of day", () => {
  const AT = Date.UTC(2026, 10, 20, 14, 58, 20);

  it.each([
    ["this minute", "14:58 GMT", AT],
    ["nine minutes ago", "14:49 GMT", AT],
    ["this minute with its half of the day", "2:58 PM UTC", AT],
    ["yesterday's last minute", "23:58 GMT", Date.UTC(2026, 10, 20, 0, 1)],
  ])("asks for no wait when it has just come: %s", (_what, value, now) => {
    expect(parseRetryAfter(value, now)).toBeNull();
  });

  it.each([
    ["to come", "15:30 GMT", AT, Date.UTC(2026, 10, 20, 15, 30)],
    ["of tomorrow", "00:10 GMT", Date.UTC(2026, 10, 20, 23, 50), Date.UTC(2026, 10, 21, 0, 10)],
    ["long past today, so of tomorrow", "14:00 GMT", AT, AT + SIX_HOURS],
  ])("is the next one: %s", (_what, value, now, at) => {
    expect(parseRetryAfter(value, now)).toBe(at);
  });

  it.each(["2:30 PM", "at 11:30 p.m."])("is none without a zone, where it may be any hour's: %s", (value) => {
    expect(parseRetryAfter(value, Date.UTC(2026, 10, 20, 12))).toBeNull();
  });
});
