import { describe, expect, it } from "vitest";
import { google } from "../../../../src/core/status-pages/google.ts";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";
import type { StatusReport } from "../../../../src/core/status-pages/model.ts";
import { relevanceOf } from "../../../../src/core/status-pages/relevance.ts";
import { isTrouble } from "../../../../src/core/status-pages/states.ts";
import { parsedOf, pathsIn, withEvery, withValue } from "./odd-values.ts";
import { SAMPLES } from "./samples/index.ts";
import { materialOf, NOW, type Sample } from "./samples/sample.ts";

/** What nobody should write, but for `undefined`, which leaves the key out: no word, no moment, no list of anything. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  0,
  -1,
  7,
  1e15,
  "",
  "soon",
  "toString",
  "__proto__",
  "1970-01-01T00:00:00Z",
  "2999-01-01T00:00:00Z",
  [],
  {},
  [null],
  [{}],
  [[]],
  true,
  false,
];

const SITE = { host: "shop.example", gateway: null };
const hereOf = (report: StatusReport | null) => (report ? relevanceOf(report, SITE, NOW).here : "unknown");

interface Change {
  readonly what: string;
  readonly text: string;
}

/** Every answer with an odd value in every one of its places, and under every one of its keys wherever it stands. */
function changesOf(sample: Sample, text: string): readonly Change[] {
  const value = parsedOf(text);
  if (value === undefined) return [];
  const well = (sample.well ?? []).map((one) => JSON.stringify(one));
  const odd = ODD.filter((one) => !well.includes(JSON.stringify(one)));
  const paths = pathsIn(value);
  const names = new Set(paths.flatMap((path) => path.at(-1) ?? []).filter((key) => typeof key === "string"));
  return odd.flatMap((other) => [
    ...paths.map((path) => ({
      what: `${JSON.stringify(other)} at ${path.join(".")}`,
      text: JSON.stringify(withValue(value, path, other)) ?? "",
    })),
    ...[...names].map((name) => ({
      what: `${JSON.stringify(other)} at every ${name}`,
      text: JSON.stringify(withEvery(value, name, other)),
    })),
  ]);
}

describe.each(SAMPLES.map((sample) => [sample.product.id, sample] as const))("%s", (_id, sample) => {
  it.each(["outage", "degraded"] as const)(
    "is never green by an odd value in place of any of its own: %s",
    (situation) => {
      const honest = materialOf(sample, situation);
      const isToldHere = isTrouble(hereOf(reportFrom(sample.product, honest)));
      const changes = honest.answers.map((text) => changesOf(sample, text));
      const green = changes.flatMap((all, place) =>
        all
          .filter(({ text }) => {
            const report = reportFrom(sample.product, { ...honest, answers: honest.answers.with(place, text) });
            return report?.overall === "operational" || (isToldHere && hereOf(report) === "operational");
          })
          .map(({ what }) => `answer ${place}: ${what}`),
      );
      expect(green).toEqual([]);
      const isJson = honest.answers.some((text) => parsedOf(text) !== undefined);
      expect(changes.flat().length > 30).toBe(isJson);
    },
  );
});

describe("an end", () => {
  const impact = { begin: "2026-11-02T09:00:00Z", status_impact: "SERVICE_OUTAGE", external_desc: "Down" };
  const page = new URL("https://status.cloud.google.com/");
  const overall = (end: unknown, modified: unknown = "2026-11-02T11:00:00Z", more: object = {}) =>
    reportFrom(google, { page, html: "", answers: [JSON.stringify([{ ...impact, end, modified, ...more }])] })?.overall;

  it("closes an incident when it had come as that was written", () => {
    expect(overall("2026-11-02T10:30:00Z")).toBe("operational");
    expect(overall("2026-11-02T11:00:00+00:00")).toBe("operational");
  });

  it.each([
    ["a word", "soon"],
    ["a number of nothing", 7],
    ["a moment of another age", "1970-01-01T00:00:00Z"],
    ["a moment that is only hoped for", "2026-11-04T00:00:00Z"],
  ])("closes nothing as %s", (_what, end) => {
    expect(overall(end)).toBe("major_outage");
  });

  it("closes nothing where nobody knows when it was written, but for an update that says so", () => {
    expect(overall("2026-11-02T10:30:00Z", null)).toBe("major_outage");
    expect(overall("2026-11-02T10:30:00Z", null, { most_recent_update: { status: "AVAILABLE" } })).toBe("operational");
  });
});
