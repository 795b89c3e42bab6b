import { beforeAll, describe, expect, it, vi } from "vitest";
import { attacksOn, LENGTH } from "./attacks.ts";
import { patternsIn } from "./patterns-in.ts";
import { whatStaysSlow, worstTime } from "./slow.ts";
import { type SourcePattern, sourcePatterns } from "./source-patterns.ts";
import { superLinear } from "./super-linear.ts";

/**
 * Milliseconds for one pattern on one such text, as `cpuTime` measures them. Most look at sentences, which are thirty times
 * shorter; what a page costs with all of them is measured by itself (full-page.test.ts).
 */
const BUDGET = 20;

function timeOf(source: string, flags: string, length = LENGTH): number {
  const pattern = new RegExp(source, flags);
  return worstTime(attacksOn(source, flags, length), (text) => text.replace(pattern, ""), BUDGET);
}

let patterns: readonly SourcePattern[] = [];
let unseen: readonly string[] = [];
/** Why a pattern may take more than linear time, by its syntax tree; the trees of all take seconds. */
let condemned: ReadonlyMap<SourcePattern, readonly string[]> = new Map();

beforeAll(async () => {
  // Seen are those that are built while their modules are loaded.
  vi.resetModules();
  ({ patterns, unseen } = await sourcePatterns());
  condemned = new Map(
    patterns.flatMap((pattern) => {
      const reasons = superLinear(pattern.source, pattern.flags);
      return reasons.length > 0 ? [[pattern, reasons]] : [];
    }),
  );
}, 120_000);

describe("the patterns of the sources", () => {
  it("are found: those written down, and those built from parts", () => {
    expect(patterns.length).toBeGreaterThan(500);
    expect(patterns.some(({ source }) => source === "^mitmproxy\\b")).toBe(true);
    expect(patterns.some(({ source }) => source.includes("\\[Fiddler\\] DNS Lookup for"))).toBe(true);
  });

  it("are built while their modules are loaded, or told with a gateway's products, so that all of them are known", () => {
    expect(unseen).toEqual([]);
  });

  it("take linear time by their syntax trees", () => {
    const found = [...condemned].flatMap(([{ where }, reasons]) => reasons.map((reason) => `${where}: ${reason}`));
    expect(found).toEqual([]);
  });

  it("take no time worth speaking of for 16 KB of whatever they can repeat, and of each of their fragments", () => {
    // What the syntax tree condemns could take for ever.
    const sound = patterns.filter((pattern) => !condemned.has(pattern));
    const slow = whatStaysSlow(sound, ({ source, flags }) => timeOf(source, flags), BUDGET);
    expect(slow.map(({ source, flags, where }) => `${where}: /${source}/${flags}`)).toEqual([]);
  }, 120_000);
});

describe("what finds them", () => {
  it("sees every way to make one", () => {
    const code = `
      const a = /a+/gi;
      const b = new RegExp("b");
      const c = RegExp(a.source);
      const d = new globalThis.RegExp(\`d\`);
      "x".match("e*");
      "x".matchAll(a);
      const none = a instanceof RegExp;
    `;
    const { literals, sites } = patternsIn(code, "ts");
    expect(literals).toEqual([{ source: "a+", flags: "gi", line: 2 }]);
    expect(sites.map(({ from }) => from)).toEqual([3, 4, 5, 6]);
  });
});

describe("the look at syntax trees", () => {
  it.each([
    [
      "a choice that both sides of a repetition may take, although bounded",
      "^(?:<!?[^>]{0,200}>|\\s){0,20}\\[Fiddler\\] ",
    ],
    ["a repetition of a repetition", "^(?:[a-z]+,?)*$"],
    ["a repetition of a bounded one", "^(?:[a-z]{1,40},?){0,30}$"],
    ["two repetitions that trade", "^[a-z]*[a-y]*$"],
    ["a repetition that a search begins with", "\\/+$"],
  ])("condemns %s", (_what, source) => {
    expect(superLinear(source, "")).not.toEqual([]);
  });

  it.each([
    ["tags and spaces", "^(?:<[^>]{0,200}>|\\s){0,20}\\[Fiddler\\] "],
    ["slashes that none stands before", "(?<!\\/)\\/+$"],
  ])("has nothing against %s", (_what, source) => {
    expect(superLinear(source, "")).toEqual([]);
  });
});

describe("the texts made against a pattern", () => {
  // So long that the fastest machine takes more than the budget: what is looked at is the texts, not the machine.
  const LONGER = 4 * LENGTH;

  it.each([
    ["a gap that begins anew at each repetition", "Sucuri[\\s\\S]{0,4000}Back-?end server error", "i"],
    ["a long gap between longer words", "Network Error \\(tcp_error\\)[^]{0,12000}Operation timed out", "i"],
    ["an end that is sought from every beginning", "<title>[^]{0,9000}<\\/title>", ""],
  ])("find the time that %s takes", (_what, source, flags) => {
    expect(timeOf(source, flags, LONGER)).toBeGreaterThan(BUDGET);
  });
});
