import { describe, expect, it, vi } from "vitest";
import { attacksOn, LENGTH } from "./attacks.ts";
import { whatStaysSlow, worstTime } from "./slow.ts";
import { sourcePatterns } from "./source-patterns.ts";

// A file of its own, and a process: after the thousands of patterns that patterns.test.ts tries, the engine compiles all
// later ones without care, and a page takes ten times as long to read.

/** Milliseconds for all that is read out of one page, as `cpuTime` measures them. */
const PAGE_BUDGET = 50;

/** So many texts made against each pattern are read as a page, with all that is read out of one. */
const PAGES_EACH = Number(process.env.FUZZ ?? 1);

function firstOf(texts: Iterable<string>, count: number): readonly string[] {
  const first: string[] = [];
  for (const text of texts) if (first.push(text) >= count) break;
  return first;
}

/** All that is read out of one failing page. */
async function reader(): Promise<(body: string) => void> {
  const { namedCause } = await import("../../../src/core/writer/named-cause.ts");
  const { nameless } = await import("../../../src/core/gateways/nameless.ts");
  const { isWaitingRoom } = await import("../../../src/core/prose/waiting-room.ts");
  return (body) => {
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
}

describe("a page that says so much that it fills what is read of one", () => {
  it.each([
    "Error 503 operation now in progress",
    "Your request was blocked because our servers are down for maintenance and your ip address",
    "Vaše připojení bylo zablokováno údržba probíhá",
    "ваш доступ заблокирован технические работы",
    "您的访问被拦截 系统维护中",
  ])("costs no more than the blink of an eye where no sentence is like another: %s", async (words) => {
    const read = await reader();
    const body = Array.from({ length: LENGTH }, (_, at) => `<h1>${words} ${at}</h1>`)
      .join("")
      .slice(0, LENGTH);
    expect(worstTime([body], read, PAGE_BUDGET)).toBeLessThanOrEqual(PAGE_BUDGET);
  });
});

describe("a page of any pattern's words, again and again", () => {
  it(
    "costs no more than the blink of an eye, all that is read out of it",
    async () => {
      // Seen are those that are built while their modules are loaded.
      vi.resetModules();
      const { patterns } = await sourcePatterns();
      const read = await reader();
      const readers = patterns.filter(({ where }) => /^src\/core\/(?:gateways|http|prose)\//.test(where));
      const texts = new Set(
        readers.flatMap(({ source, flags }) => firstOf(attacksOn(source, flags, LENGTH), PAGES_EACH)),
      );
      expect(texts.size).toBeGreaterThan(500);
      const slow = whatStaysSlow([...texts], (text) => worstTime([text], read, PAGE_BUDGET), PAGE_BUDGET);
      expect(slow.map((text) => text.slice(0, 100))).toEqual([]);
    },
    120_000 * PAGES_EACH,
  );
});
