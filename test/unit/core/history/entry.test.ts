import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  HISTORY_ROOM,
  type History,
  KEPT_DAYS,
  MOST_ENTRIES,
  MOST_OF_HOST,
  withEnd,
  withFailure,
  withUnseen,
  withVerdict,
  young,
} from "../../../../src/core/history/entry.ts";
import type { Mark } from "../../../../src/core/history/marks.ts";
import { holds } from "../../../property.ts";
import { entry, NOW } from "./given.ts";

const failure = (parts: { id?: string; status?: number } = {}) => ({
  id: "incident-1",
  host: "shop.example",
  status: 502,
  since: NOW,
  ...parts,
});
const VERDICT = { side: "server", cause: "origin-down", says: "It’s not you. shop.example is down." } as const;

describe("an entry of the history", () => {
  it("says of a page that fails the host, the code and since when, and that nobody has checked it", () => {
    expect(withFailure([], failure(), NOW)).toEqual([
      entry({ until: null, ended: null, side: null, cause: null, says: null }),
    ]);
  });

  it("takes in whose side it was on, how it ended, and what happened on the way", () => {
    const failed = withFailure([], failure(), NOW);
    const judged = withVerdict(failed, "incident-1", VERDICT);
    const ended = withEnd(judged, "incident-1", "back", NOW + 90_000, [[NOW + 5_000, "fails"]]);
    expect(ended).toEqual([entry({ marks: [[NOW + 5_000, "fails"]] })]);
  });

  it("goes on where the same failure is seen again after it was left", () => {
    const left = withEnd(withFailure([], failure(), NOW), "incident-1", "left", NOW + 1_000, []);
    const again = withFailure(left, failure({ status: 503 }), NOW + 5_000);
    expect(again).toMatchObject([{ status: 503, since: NOW, until: null, ended: null }]);
  });

  it("is the same list where nothing new was seen, so that nothing is written", () => {
    const failed = withFailure([], failure(), NOW);
    expect(withFailure(failed, failure(), NOW + 1)).toBe(failed);
    expect(withVerdict(failed, "another", VERDICT)).toBe(failed);
  });

  it("is the same list where a verdict is said once more", () => {
    const judged = withVerdict(withFailure([], failure(), NOW), "incident-1", VERDICT);
    expect(withVerdict(judged, "incident-1", VERDICT)).toBe(judged);
  });

  it("ends unseen where its tab or the browser is gone, and goes on once it is seen to fail again", () => {
    const unseen = withUnseen(withFailure([], failure(), NOW), () => true);
    expect(unseen).toMatchObject([{ ended: "unseen", until: null }]);
    expect(withUnseen([entry()], () => true)).toEqual([entry()]);
    expect(withFailure(unseen, failure(), NOW)).toMatchObject([{ ended: null, until: null }]);
  });

  it("stays one that came back when its tab is left later", () => {
    const back = withEnd(withFailure([], failure(), NOW), "incident-1", "back", NOW + 90_000, []);
    expect(withEnd(back, "incident-1", "left", NOW + 500_000, [])).toEqual(back);
  });

  it("never ends before it began, whatever the clock does", () => {
    holds([fc.integer({ min: -1_000_000, max: 1_000_000 })], (shift) => {
      const [ended] = withEnd(withFailure([], failure(), NOW), "incident-1", "left", NOW + shift, []);
      expect(ended?.until).toBeGreaterThanOrEqual(NOW);
      return undefined;
    });
  });

  it("cuts a sentence that has no end", () => {
    const [judged] = withVerdict(withFailure([], failure(), NOW), "incident-1", { ...VERDICT, says: "x".repeat(999) });
    expect(judged?.says).toHaveLength(200);
  });
});

describe("the history", () => {
  it("forgets after a year", () => {
    const old = entry({ id: "old", since: NOW - (KEPT_DAYS + 1) * 86_400_000 });
    expect(young([old, entry()], NOW)).toEqual([entry()]);
  });

  it("keeps ten thousand, and of more the newest", () => {
    const many: History = Array.from({ length: MOST_ENTRIES }, (_, index) =>
      entry({ id: `e${index}`, host: `${index % 50}.example` }),
    );
    const more = withFailure(many, failure({ id: "new" }), NOW);
    expect(more).toHaveLength(MOST_ENTRIES);
    expect(more[0]?.id).toBe("e1");
    expect(more.at(-1)?.id).toBe("new");
  });

  it("leaves room in the store for plans and settings, however much happened on the way", () => {
    const marks = Array.from({ length: 60 }, (_, at): Mark => [NOW + at, "no-answer"]);
    const many: History = Array.from({ length: MOST_ENTRIES }, (_, index) =>
      entry({ id: crypto.randomUUID(), host: `${index}.example`, says: "x".repeat(200), marks }),
    );
    const kept = young(many, NOW);
    expect(kept.at(-1)).toBe(many.at(-1));
    expect(JSON.stringify(kept).length).toBeLessThan(HISTORY_ROOM);
    expect(kept.length).toBeGreaterThan(1_500);
  });

  it("is pushed out by no host that fails at ever other addresses", () => {
    const flood = Array.from({ length: 2 * MOST_OF_HOST }, (_, index) =>
      entry({ id: `e${index}`, host: "flood.example" }),
    );
    const kept = young([entry({ id: "first", host: "shop.example" }), ...flood], NOW);
    expect(kept).toHaveLength(MOST_OF_HOST + 1);
    expect(kept[0]?.id).toBe("first");
    expect(kept.at(-1)).toBe(flood.at(-1));
  });
});
