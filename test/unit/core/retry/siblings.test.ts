import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RetryEvent } from "../../../../src/core/retry/events.ts";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import type { Plans } from "../../../../src/core/retry/plans.ts";
import { reduce } from "../../../../src/core/retry/reduce.ts";
import { reduceAll } from "../../../../src/core/retry/reduce-all.ts";
import { eventsFor, wordFor } from "../../../../src/core/retry/siblings.ts";
import { byOrigin, freeAt, nextTurn, whoseTurn } from "../../../../src/core/retry/turns.ts";
import { holds } from "../../../property.ts";
import { answered, looked, MINUTE, NOW, probing, reloading, SECOND, shows, started, waiting } from "./sample-plans.ts";

const NOBODY = new Set<number>();
const named = (id: string, plan: RetryPlan, parts: Partial<RetryPlan> = {}): RetryPlan => ({ ...plan, id, ...parts });

describe("the turns of one origin's plans", () => {
  it("are one at a time: nobody's while a request is under way or a tab is being loaded", () => {
    const due = named("due", waiting(NOW));
    expect(whoseTurn([due], NOW, NOBODY)).toBe(due);
    expect(whoseTurn([due, named("asks", probing(NOW - SECOND))], NOW, NOBODY)).toBeNull();
    expect(whoseTurn([due, named("loads", reloading(NOW - SECOND))], NOW, NOBODY)).toBeNull();
  });

  it("are free again after half a minute, whatever hangs", () => {
    const hangs = named("loads", reloading(NOW - 30 * SECOND));
    expect(whoseTurn([named("due", waiting(NOW)), hangs], NOW, NOBODY)?.id).toBe("due");
  });

  it("are two seconds apart after a tab was loaded", () => {
    const group = [
      named("due", waiting(NOW)),
      named("back", waiting(NOW + MINUTE, "probe", { lastReloadAt: NOW - 500 })),
    ];
    expect(freeAt(group, NOW)).toBe(NOW + 1_500);
    expect(nextTurn(group, NOW)).toBe(NOW + 1_500);
    expect(whoseTurn(group, NOW, NOBODY)).toBeNull();
  });

  it("go to whoever loads before whoever asks, and to the tab in front before others", () => {
    const asks = named("asks", waiting(NOW), { createdAt: 1 });
    const old = named("old", waiting(NOW, "reload"), { createdAt: 2, tabId: 1 });
    const front = named("front", waiting(NOW, "reload"), { createdAt: 3, tabId: 2 });
    expect(whoseTurn([asks, old, front], NOW, NOBODY)).toBe(old);
    expect(whoseTurn([asks, old, front], NOW, new Set([2]))).toBe(front);
  });

  it("go to the page that was asked for least", () => {
    const often = named("often", waiting(NOW, "probe", { attempts: 3 }));
    const seldom = named("seldom", waiting(NOW, "probe", { attempts: 2 }));
    expect(whoseTurn([often, seldom], NOW, NOBODY)).toBe(seldom);
  });

  it("are of no concern to another origin", () => {
    const groups = byOrigin([
      started(),
      started({ url: "https://shop.example/b" }),
      started({ url: "http://shop.example/" }),
    ]);
    expect(groups.map(({ length }) => length)).toEqual([2, 1]);
  });
});

describe("the word for siblings", () => {
  it("that watch the same page without a tab waits until the tab is back", () => {
    const [source] = reduce(probing(NOW), answered("works"), NOW, 0.5);
    const watch = named("watch", waiting(NOW + MINUTE, "probe", { tabId: NO_TAB, touchesTab: false }));
    const word = wordFor(probing(NOW), answered("works"), source);
    expect(word && eventsFor(word, source, [watch], NOBODY)).toEqual([]);
    const back = looked(shows(200, NOW + SECOND));
    const [ended] = reduce(source, back, NOW + SECOND, 0.5);
    const told = wordFor(source, back, ended);
    expect(told && eventsFor(told, ended, [watch], NOBODY)).toHaveLength(1);
    const another = told && { ...told, seen: "https://shop.example/news" };
    const still = named("still", waiting(NOW + MINUTE));
    expect(another && eventsFor(another, ended, [watch, still], NOBODY)).toMatchObject([[still, {}]]);
  });
});

/** What the site and the tabs answer, and how much time passes. */
const course = fc.array(
  fc.record({
    wait: fc.integer({ min: 1, max: 40 * SECOND }),
    answer: fc.constantFrom("works" as const, "fails" as const, "refuses" as const, "no-answer" as const),
    loads: fc.constantFrom(200, 502, 502),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  { minLength: 10, maxLength: 150 },
);

describe("whatever happens, the plans of one origin", () => {
  it("have one request under way, load tabs two seconds apart, and all stay alive or end with a word", () => {
    holds(
      [course, fc.integer({ min: 2, max: 6 })],
      (moments, count) => {
        let now = NOW;
        const pages = Array.from({ length: count }, (_, index) =>
          started({ id: `plan-${index}`, tabId: index, url: `https://shop.example/${index}`, protected: index === 3 }),
        );
        let plans: Plans = Object.fromEntries(pages.map((plan) => [plan.id, plan]));
        let lastLoad = 0;
        let told = 0;
        const happen = ({ id }: RetryPlan, event: RetryEvent, random: number): void => {
          const change = reduceAll(plans, id, event, { now, random, front: NOBODY });
          told += change.asked.filter(({ effect }) => effect.do === "tell").length;
          plans = change.plans;
        };
        for (const { wait, answer, loads, random } of moments) {
          now += wait;
          const all = Object.values(plans);
          const busy = all.find(({ state }) => state.name === "probing" || state.name === "reloading");
          if (busy?.state.name === "probing") happen(busy, answered(answer), random);
          else if (busy) happen(busy, looked(shows(loads, now)), random);
          const turn = whoseTurn(Object.values(plans), now, NOBODY);
          if (turn) happen(turn, { type: "tick", offline: false }, random);
          const after = Object.values(plans);
          const active = after.filter(({ state }) => state.name === "probing" || state.name === "reloading");
          expect(active.length).toBeLessThanOrEqual(1);
          const load = Math.max(...after.map(({ lastReloadAt }) => lastReloadAt ?? 0));
          if (load > lastLoad && lastLoad > 0) expect(load - lastLoad).toBeGreaterThanOrEqual(2 * SECOND);
          lastLoad = Math.max(lastLoad, load);
          const early = after.filter(({ state, floor }) => state.name === "waiting" && state.due < (floor ?? 0));
          expect(early.length).toBe(0);
        }
        expect(Object.values(plans).filter(({ state }) => state.name === "closed")).toHaveLength(told);
      },
      { runs: 100 },
    );
  });
});
