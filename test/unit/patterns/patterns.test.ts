import { beforeAll, describe, expect, it, vi } from "vitest";
import { cpuTime } from "../cpu-time.ts";
import { attacksOn } from "./attacks.ts";
import { patternsIn } from "./patterns-in.ts";
import { type SourcePattern, sourcePatterns } from "./source-patterns.ts";
import { superLinear } from "./super-linear.ts";

/** Characters of a page's start as it is kept, the longest text that any pattern meets piece by piece. */
const LENGTH = 16_384;
/** Milliseconds for one pattern on one such text, as `cpuTime` measures them. */
const BUDGET = 15;

/** The same for all that is read out of one such page. */
const PAGE_BUDGET = 50;

/** So many texts made against each pattern are read as a page, with all that is read out of one. */
const PAGES_EACH = Number(process.env.FUZZ ?? 1);

/** The longest that an act takes for one of these texts, as `cpuTime` measures it; stops at the first that takes longer than the budget. */
function worstTime(texts: Iterable<string>, act: (text: string) => unknown, budget: number): number {
  let worst = 0;
  for (const text of texts) {
    worst = Math.max(
      worst,
      cpuTime(() => act(text), budget),
    );
    if (worst > budget) break;
  }
  return worst;
}

function timeOf(source: string, flags: string): number {
  const pattern = new RegExp(source, flags);
  return worstTime(attacksOn(source, flags, LENGTH), (text) => text.replace(pattern, ""), BUDGET);
}

/**
 * What takes longer than the budget, and does so once more after all others have had their turn: what the collector and the
 * compiler did meanwhile has passed by then.
 */
function whatStaysSlow<T>(all: readonly T[], timeFor: (one: T) => number, budget: number): readonly T[] {
  const isSlow = (one: T) => timeFor(one) > budget;
  return all.filter(isSlow).filter(isSlow);
}

function firstOf(texts: Iterable<string>, count: number): readonly string[] {
  const first: string[] = [];
  for (const text of texts) if (first.push(text) >= count) break;
  return first;
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

describe("a page of any pattern's words, again and again", () => {
  it("costs no more than the blink of an eye, all that is read out of it", async () => {
    const { namedCause } = await import("../../../src/core/checks/named-cause.ts");
    const { nameless } = await import("../../../src/core/gateways/nameless.ts");
    const { isWaitingRoom } = await import("../../../src/core/http/waiting-room.ts");
    const read = (body: string) => {
      const answer = {
        kind: "response",
        url: "https://shop.example/",
        status: 503,
        headers: [],
        truncated: false,
      } as const;
      // Looks for a test, for the writer and for what the page says.
      namedCause({ ...answer, body }, answer.url);
      nameless({ status: 503, headers: [], body }, "shop.example");
      isWaitingRoom({ ...answer, body });
    };
    const readers = patterns.filter(({ where }) => /^src\/core\/(?:gateways|http)\//.test(where));
    const texts = new Set(
      readers.flatMap(({ source, flags }) => firstOf(attacksOn(source, flags, LENGTH), PAGES_EACH)),
    );
    expect(texts.size).toBeGreaterThan(500);
    const slow = whatStaysSlow([...texts], (text) => worstTime([text], read, PAGE_BUDGET), PAGE_BUDGET);
    expect(slow.map((text) => text.slice(0, 100))).toEqual([]);
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
  it.each([
    ["a gap that begins anew at each repetition", "Sucuri[\\s\\S]{0,4000}Back-?end server error", "i"],
    ["a long gap between longer words", "Network Error \\(tcp_error\\)[^]{0,12000}Operation timed out", "i"],
    ["an end that is sought from every beginning", "<title>[^]{0,9000}<\\/title>", ""],
  ])("find the time that %s takes", (_what, source, flags) => {
    expect(timeOf(source, flags)).toBeGreaterThan(BUDGET);
  });
});
