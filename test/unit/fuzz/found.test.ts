import { describe, expect, it } from "vitest";
import { parseNavigation } from "../../../src/core/incident/navigation.ts";
import { parsePageRequests } from "../../../src/core/incident/page-requests.ts";
import { parseMeasurement } from "../../../src/core/places/measurement.ts";
import { readSettingsFile } from "../../../src/core/settings/settings-file.ts";
import { PAGES } from "../../fuzz/corpus.ts";
import { EXPLODES_MS, judge } from "../../fuzz/door.ts";
import { DOORS } from "../../fuzz/doors/index.ts";
import { entry, NOW } from "../core/history/given.ts";
import { cpuTime } from "../cpu-time.ts";

const SETTINGS = '{"schema":"faultline-settings/1","settings":{';
const measurement = (probe: object, result: object = { status: "failed" }) =>
  JSON.stringify({
    id: "m1",
    status: "finished",
    results: [{ probe: { continent: "EU", country: "DE", ...probe }, result }],
  });

/** What broke a door once, as small as it could be made. */
const FOUND: ReadonlyArray<readonly [what: string, at: string, input: unknown]> = [
  ["a failure since for ever", "src/platform/history.ts: HISTORY", [[entry({ since: Number.POSITIVE_INFINITY })], 1]],
  ["an end that no calendar has", "src/platform/history.ts: HISTORY", [[entry({ until: 1e300 })], 1]],
  ["a mark before all time", "src/platform/history.ts: HISTORY", [[entry({ marks: [[-1e16, "fails"]] })], 1]],
  ["a country turned round", "src/core/places/measurement.ts: parseMeasurement", measurement({ country: "\u202eD" })],
  ["half a continent", "src/core/places/measurement.ts: parseMeasurement", measurement({ continent: "\ud83d" })],
  [
    "a setting with an unseen letter",
    "src/core/settings/settings-file.ts: readSettingsFile",
    `${SETTINGS}"\u200bnotifications":{}}}`,
  ],
  [
    "an extension that has no name and an id turned round",
    "src/core/repair/extensions.ts: suspects",
    [{ id: "\u202ea", name: "\u202e", enabled: true, permissions: ["proxy"], hostPermissions: ["<all_urls>"] }],
  ],
  ["a letter that is kept free for tags", "src/core/foreign-text.ts: foreignText", "a\u{e0002}b"],
  ["one that is kept free for marks", "src/core/foreign-text.ts: foreignText", "a\u2065b\ufff0c"],
];

describe("what the fuzzer has found", () => {
  it.each(FOUND)("is mended: %s", (_what, at, input) => {
    const door = DOORS.find((one) => one.at === at);
    expect(door && judge(door, input, EXPLODES_MS).faults).toEqual([]);
  });

  it("of a failure's moments takes the one entry along that bears it, and no other", async () => {
    const { HISTORY } = await import("../../../src/platform/history.ts");
    const [good, bad] = [entry(), entry({ since: 1e300 })];
    expect(HISTORY.parse([bad, good])).toEqual([good]);
  });

  it("of a status that is none makes no answer of a place's", () => {
    const result = (statusCode: number) => ({ status: "finished", statusCode });
    const read = (code: number) => parseMeasurement(measurement({}, result(code)), "https://shop.example/")?.places[0];
    expect([1e300, 502.5, 1_000].map((code) => read(code)?.result)).toEqual(["none", "none", "none"]);
    expect(read(502)?.result).toBe("down");
  });

  it("of a report of a page that no clock shows makes nothing", () => {
    const report = (responseStatus: number, timeOrigin: number) =>
      parseNavigation(JSON.stringify({ entry: { responseStatus }, timeOrigin }));
    expect([report(502.5, NOW), report(502, 1e300), report(1e9, NOW)]).toEqual([null, null, null]);
    expect(report(502, NOW)).toMatchObject({ status: 502, startedAt: NOW });
  });

  it("of a host that a settings file names wrongly shows what can be read of it", () => {
    const file = readSettingsFile(`${SETTINGS}"statusPages":{"\u202e${"a".repeat(5_000)}":7}}}`);
    const problems = file.state === "read" ? file.parsed.problems : [];
    expect(problems).toEqual([{ field: "statusPages", entry: "a".repeat(80) }]);
  });
});

/** A text that is `again` as often as there is room for. */
const filled = (begin: string, again: (turn: number) => string, end: string, room: number): string => {
  const parts = [begin];
  for (let size = begin.length + end.length, turn = 0; ; turn += 1) {
    const part = again(turn);
    size += part.length;
    if (size > room) return parts.join("") + end;
    parts.push(part);
  }
};

const ofPlaces = (items: string): string => `{"id":"m","status":"finished","results":[${items}]}`;
const ofPage = (text: string): string =>
  `{"probe":{"continent":"EU","country":"DE"},"result":{"status":"finished","statusCode":503,"rawBody":${JSON.stringify(text)}}}`;
const asked = "https://shop.example/";
const measured = (text: string) => () => parseMeasurement(text, asked);
const REPORT = '{"entry":{"responseStatus":502,"serverTiming":[';

/** As much as each of them takes, made of what costs the most. */
const HUGE: ReadonlyArray<readonly [what: string, read: () => unknown]> = [
  ...["retryOffSites", "askUnasked", "liveParts", "resolvers"].map((field) => {
    const file = filled(`${SETTINGS}"${field}":[`, () => '"a",', '"a"]}}', 1_000_000);
    return [`a settings file with a quarter of a million ${field}`, () => readSettingsFile(file)] as const;
  }),
  ...[250_000, 1_000_000].flatMap((room) => {
    const pages = filled(`${SETTINGS}"statusPages":{`, (turn) => `"a${turn}":"",`, '"z":""}}}', room);
    const names = filled(SETTINGS, (turn) => `"a${turn}":1,`, '"z":1}}', room);
    return [
      [`one of ${room} characters of status pages`, () => readSettingsFile(pages)] as const,
      [`one of ${room} characters of names that nobody knows`, () => readSettingsFile(names)] as const,
    ];
  }),
  // The longest that is read, and one of as many values as are read.
  ...(
    [
      ['{"name":""},', 130_000],
      ["0,", 45_000],
      ["[[]],", 38_000],
    ] as const
  ).flatMap(([timing, modest]) =>
    [2_000_000, modest].map((room) => {
      const report = filled(REPORT, () => timing, '{"name":"a"}]},"timeOrigin":1}', room);
      return [`a report of ${room} characters of timings ${timing}`, () => parseNavigation(report)] as const;
    }),
  ),
  [
    "a million failed requests",
    () => parsePageRequests({ seen: 1, hidden: 0, failed: Array(1e6).fill({}) }, { pageHost: "a", pageStatus: 200 }),
  ],
  [
    "places that say nothing",
    measured(filled('{"id":"m","status":"finished","results":[', () => "{},", "{}]}", 500_000)),
  ],
  [
    "a place with a great many fields",
    measured(
      ofPlaces(
        ofPage("").replace(
          '"rawBody"',
          `${filled('"headers":{', (turn) => `"h${turn}":"x",`, '"z":"y"}', 400_000)},"rawBody"`,
        ),
      ),
    ),
  ],
  [
    "places with long pages",
    measured(
      ofPlaces(Array.from({ length: 20 }, () => ofPage((PAGES[3] ?? "").repeat(80).slice(0, 16_000))).join(",")),
    ),
  ],
];

describe("the largest that a door takes", () => {
  it.each(HUGE)("costs no more than the blink of an eye: %s", (_what, read) => {
    expect(cpuTime(read, EXPLODES_MS)).toBeLessThanOrEqual(EXPLODES_MS);
  });
});
