import { describe, expect, it } from "vitest";
import { betterStack } from "../../../../src/core/status-pages/better-stack.ts";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";
import type { Material } from "../../../../src/core/status-pages/product.ts";
import { relevanceOf } from "../../../../src/core/status-pages/relevance.ts";
import { cpuTime } from "../../cpu-time.ts";
import { listsIn, parsedOf, withValue } from "./odd-values.ts";
import { SAMPLES } from "./samples/index.ts";
import { materialOf, NOW, type Sample } from "./samples/sample.ts";

/** As much as is read of an answer, characters. */
const LIMIT = 1_000_000;
/** As many entries as are looked at, and as many values. */
const MOST_ENTRIES = 6_000;
const MOST_VALUES = 24_000;
/** Milliseconds, as `cpuTime` measures them: the worst takes a quarter, and what explodes many times as much. */
const BUDGET = 200;

/** Stands for the many entries until they are written. */
const MANY = "the many entries";

const SITE = { host: "shop.example", gateway: null };

function timeOf({ product }: Sample, material: Material): number {
  return cpuTime(() => {
    const report = reportFrom(product, { ...material, host: SITE.host });
    if (report) relevanceOf(report, SITE, NOW);
  }, BUDGET);
}

const filled = (text: string): string => text.repeat(Math.ceil(LIMIT / Math.max(1, text.length))).slice(0, LIMIT);

/** How many of an entry fit into so many characters, and how many are just not too many. */
function countsOf(entry: unknown): readonly number[] {
  const text = JSON.stringify(entry) ?? "null";
  const values = 1 + (text.match(/[,[{]/g)?.length ?? 0);
  return [Math.floor(LIMIT / (text.length + 1)), Math.min(MOST_ENTRIES, Math.floor(MOST_VALUES / values) - 60)];
}

/** Answers of a megabyte, and the largest that are looked at, made of one of the product's own. */
function hugeOnes(text: string): ReadonlyArray<readonly [what: string, answer: string]> {
  const whole: Array<readonly [string, string]> = [
    ["itself, again and again", filled(text)],
    ["brackets", "[".repeat(LIMIT)],
    ["nested lists", "[".repeat(LIMIT / 2) + "]".repeat(LIMIT / 2)],
    ["nested objects", `${'{"a":'.repeat(LIMIT / 6)}1${"}".repeat(LIMIT / 6)}`],
    ["a million tiny items", `[${"1,".repeat(LIMIT / 2 - 1)}1]`],
    ["one text", JSON.stringify("<".repeat(LIMIT))],
    ["a call of nothing", `a(${" ".repeat(LIMIT)}`],
  ];
  const value = parsedOf(text);
  if (value === undefined) return whole;
  const lists = listsIn(value).flatMap(({ path, entries }) => {
    const around = JSON.stringify(withValue(value, path, MANY)).split(JSON.stringify(MANY));
    return [entries[0] ?? null, 1, {}, []].flatMap((entry) =>
      countsOf(entry).map((count): readonly [string, string] => {
        const text = JSON.stringify(entry);
        const what = `${count} of ${text.slice(0, 40)} in ${path.join(".")}`;
        return [what, around.join(`[${`${text},`.repeat(count - 1)}${text}]`)];
      }),
    );
  });
  return [...whole, ...lists];
}

describe.each(SAMPLES.map((sample) => [sample.product.id, sample] as const))(
  "an answer of a megabyte of %s",
  (_id, sample) => {
    const honest = materialOf(sample, "outage");

    it("costs no more than the blink of an eye, whatever it is made of", () => {
      const slow = honest.answers.flatMap((text, place) =>
        hugeOnes(text).flatMap(([what, huge]) => {
          const time = timeOf(sample, { ...honest, answers: honest.answers.with(place, huge) });
          return time > BUDGET ? [`${Math.round(time)} ms: ${what}`] : [];
        }),
      );
      expect(slow).toEqual([]);
    });

    it("costs no more in its document", () => {
      const tags = [
        "<a ",
        "<i class=component-",
        '<link rel=alternate href="',
        " slug: ",
        "/pages/",
        honest.html || "<html>",
      ];
      const slow = tags.filter((tag) => timeOf(sample, { ...honest, html: filled(tag).slice(0, 65_536) }) > BUDGET);
      expect(slow).toEqual([]);
    });
  },
);

describe("a page whose entries belong together", () => {
  it("costs no more than the blink of an eye: Better Stack's reports, each with the updates of all", () => {
    const attributes = { starts_at: "2026-11-02T10:00:00Z", aggregate_state: "resolved" };
    const report = { id: "1", type: "status_report", attributes };
    const resolved = {
      status_report_id: 1,
      published_at: "2026-11-02T11:00:00Z",
      affected_resources: [{ status: "resolved" }],
    };
    const update = { id: "2", type: "status_update", attributes: resolved };
    const page = {
      data: { id: "1", type: "status_page", attributes: { company_name: "Shop", aggregate_state: "operational" } },
      included: Array.from({ length: 1_000 }, () => [report, update]).flat(),
    };
    const material = { page: new URL("https://status.shop.example/"), html: "", answers: [JSON.stringify(page)] };
    expect(reportFrom(betterStack, material)?.past).toHaveLength(20);
    expect(cpuTime(() => reportFrom(betterStack, material), BUDGET)).toBeLessThanOrEqual(BUDGET);
  });
});
