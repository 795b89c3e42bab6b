import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RetryEvent } from "../../../../src/core/retry/events.ts";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import { isOpen, type Plans } from "../../../../src/core/retry/plans.ts";
import { reduceAll } from "../../../../src/core/retry/reduce-all.ts";
import { holds } from "../../../property.ts";
import { answered, looked, MINUTE, NOW, probing, SECOND, shows, started, TICK, waiting } from "./sample-plans.ts";

const NOBODY = new Set<number>();
const byId = (...plans: readonly RetryPlan[]): Plans => Object.fromEntries(plans.map((plan) => [plan.id, plan]));
const named = (id: string, plan: RetryPlan, parts: Partial<RetryPlan> = {}): RetryPlan => ({ ...plan, id, ...parts });
const page = (path: string) => ({ url: `https://shop.example/${path}`, target: `https://shop.example/${path}` });
const dueOf = (plan: RetryPlan | undefined) => (plan?.state.name === "waiting" ? plan.state.due : Number.NaN);
const isAsking = ({ state }: RetryPlan, now: number): boolean =>
  (state.name === "probing" || state.name === "reloading") && now - state.since < 30 * SECOND;
const happen = (plans: Plans, id: string, event: RetryEvent, now = NOW) =>
  reduceAll(plans, id, event, { now, random: 0.5, front: NOBODY });

describe("what happens to one plan", () => {
  it("changes the others of its origin at once, and nobody else", () => {
    const sibling = named("sibling", waiting(NOW), { tabId: 8, ...page("other"), attempts: 9 });
    const stranger = named("stranger", waiting(NOW), { tabId: 9, target: "https://other.example/" });
    const plans = byId(probing(NOW), sibling, stranger);
    const { plans: after, changed } = happen(plans, "plan-1", answered("fails", NOW + MINUTE), NOW + SECOND);
    expect(changed.map(({ id }) => id)).toEqual(["plan-1", "sibling"]);
    expect(after.sibling).toMatchObject({
      floor: NOW + MINUTE,
      attempts: 9,
      state: { next: "probe", due: dueOf(after["plan-1"]) },
    });
    expect(after.stranger).toBe(stranger);
    expect(plans.sibling).toBe(sibling);
  });

  it.each(["blocked-address", "bot-check", "switched-off"] as const)(
    "lets all of its origin ask seldom once a check finds %s, and often again once one rules that out",
    (cause) => {
      const sibling = named("sibling", waiting(NOW + 20 * SECOND), { tabId: 8, ...page("other") });
      const stranger = named("stranger", waiting(NOW), { tabId: 9, target: "https://other.example/" });
      const plans = byId(waiting(NOW + 30 * SECOND), sibling, stranger);
      const blocked = happen(plans, "plan-1", { type: "judged", cause });
      expect(blocked.changed.map(({ id, cause }) => [id, cause])).toEqual([
        ["plan-1", cause],
        ["sibling", cause],
      ]);
      for (const plan of blocked.changed) expect(dueOf(plan)).toBeGreaterThanOrEqual(NOW + 15 * MINUTE);
      const { changed } = happen(blocked.plans, "sibling", { type: "judged", cause: "overload" }, NOW + MINUTE);
      expect(changed.map(({ id }) => id).sort()).toEqual(["plan-1", "sibling"]);
      for (const plan of changed) expect(dueOf(plan)).toBeLessThan(NOW + 3 * MINUTE);
    },
  );

  it("keeps a verdict to itself that lets it ask at the usual pace", () => {
    const sibling = named("sibling", waiting(NOW + 20 * SECOND), { tabId: 8, ...page("other") });
    const { plans } = happen(byId(waiting(NOW), sibling), "plan-1", { type: "judged", cause: "cookies" });
    expect(plans["plan-1"]).toMatchObject({ cause: "cookies" });
    expect(plans.sibling).toBe(sibling);
  });

  it.each<[string, Partial<RetryPlan>]>([
    ["its own check", { cause: "maintenance" }],
    ["its own answers", { cause: "bot-check", isNamed: true }],
  ])("leaves a plan what %s found, once a check of another page rules out what that one waited for", (_who, parts) => {
    const sibling = named("sibling", waiting(NOW + 15 * MINUTE), { tabId: 8, ...page("other"), ...parts });
    const plans = byId(waiting(NOW + 15 * MINUTE, "probe", { cause: "bot-check" }), sibling);
    const { plans: after, changed } = happen(plans, "plan-1", { type: "judged", cause: "overload" });
    expect(changed.map(({ id }) => id)).toEqual(["plan-1"]);
    expect(after.sibling).toBe(sibling);
  });

  it("asks for what follows for all of them, each with the plan as it is by then", () => {
    const form = named("form", waiting(NOW), { tabId: 8, touchesTab: false });
    const { plans, asked } = happen(byId(probing(NOW), form), "plan-1", answered("works"), NOW + SECOND);
    expect(asked.map(({ plan, effect }) => [plan.id, effect.do])).toEqual([
      ["plan-1", "reload"],
      ["form", "tell"],
    ]);
    for (const { plan } of asked) expect(plans[plan.id]).toBe(plan);
  });

  it("leaves the very same plans where it changes nothing", () => {
    const plans = byId(waiting(NOW + MINUTE));
    expect(happen(plans, "plan-1", TICK)).toEqual({ plans, changed: [], asked: [] });
    expect(happen(plans, "plan-1", TICK).plans).toBe(plans);
  });

  it.each(["nobody", "constructor", "__proto__", "toString"])("is nothing where there is no such plan: %s", (id) => {
    const plans = byId(waiting(NOW));
    expect(happen(plans, id, { type: "stop", reason: "stopped" }).plans).toBe(plans);
  });

  it("takes its plan from the disk once its end is told, and says what it was all the same", () => {
    const ended = { ...started(), state: { name: "closed", at: NOW, reason: "recovered", told: false } } as const;
    const { plans, changed } = happen(byId(ended), "plan-1", { type: "told" });
    expect(plans).toEqual({});
    expect(changed).toMatchObject([{ id: "plan-1", state: { told: true } }]);
  });
});

describe("a turn", () => {
  it("is no more where another plan of the origin has taken it since", () => {
    const plans = byId(waiting(NOW), named("first", waiting(NOW), { tabId: 8 }));
    const once = happen(plans, "first", TICK);
    expect(once.asked).toHaveLength(1);
    expect(happen(once.plans, "plan-1", TICK)).toEqual({ plans: once.plans, changed: [], asked: [] });
    const other = named("other", waiting(NOW), { target: "https://other.example/" });
    expect(happen({ ...once.plans, other }, "other", TICK).asked).toHaveLength(1);
  });

  it("is the user's at any time", () => {
    const plans = byId(waiting(NOW), named("first", probing(NOW), { tabId: 8 }));
    expect(happen(plans, "plan-1", { type: "now" }).asked).toHaveLength(1);
  });

  it("keeps nobody from the deadline", () => {
    const plans = byId(waiting(NOW, "probe", { deadline: NOW }), named("first", probing(NOW), { tabId: 8 }));
    expect(happen(plans, "plan-1", TICK).asked).toMatchObject([{ effect: { do: "tell", outcome: "deadline" } }]);
  });
});

function frozen(plans: Plans): Plans {
  for (const plan of Object.values(plans)) Object.freeze(Object.freeze(plan).state);
  return Object.freeze(plans);
}

/** What happens to one of the plans, or, for null, what it waits for. */
const moment = fc.record({
  whose: fc.nat(5),
  wait: fc.nat(20 * SECOND),
  event: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constant(TICK) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<RetryEvent>(
        { type: "lost" },
        { type: "stop", reason: "stopped" },
        { type: "judged", cause: "overload" },
        { type: "withheld", why: "on-its-way" },
      ),
    },
  ),
  answer: fc.constantFrom("works" as const, "fails" as const, "refuses" as const, "no-answer" as const),
  loads: fc.constantFrom(200, 502, 502),
  random: fc.double({ min: 0, max: 1, noNaN: true }),
});

describe("whatever happens to whichever plan, however often it is told to tick", () => {
  it("none takes a turn while another asks, the same twice gives the same, and every end is asked to be told", () => {
    holds(
      [fc.array(moment, { minLength: 20, maxLength: 60 })],
      (moments) => {
        let now = NOW;
        let plans = byId(
          ...Array.from({ length: 6 }, (_, index) =>
            started({
              id: `plan-${index}`,
              tabId: index === 5 ? NO_TAB : index,
              url: page(String(index)).url,
              protected: index > 3,
            }),
          ),
        );
        const told = new Set<string>();
        for (const { whose, wait, event, answer, loads, random } of moments) {
          now += wait;
          const id = `plan-${whose}`;
          const state = plans[id]?.state.name;
          const awaited =
            state === "probing" ? answered(answer) : state === "reloading" ? looked(shows(loads, now)) : TICK;
          const circumstances = { now, random, front: NOBODY };
          // What is frozen throws where it is changed in place.
          const before = frozen(plans);
          const change = reduceAll(before, id, event ?? awaited, circumstances);
          if (loads === 200) expect(reduceAll(before, id, event ?? awaited, circumstances)).toEqual(change);
          plans = change.plans;
          for (const { plan, effect } of change.asked) if (effect.do === "tell") told.add(plan.id);
          const begins = change.asked.some(({ effect }) => effect.do === "probe" || effect.do === "reload");
          const asking = Object.values(before).filter((plan) => isAsking(plan, now));
          if (event === TICK && begins) expect(asking.length).toBe(0);
        }
        for (const plan of Object.values(plans)) expect(isOpen(plan) || told.has(plan.id)).toBe(true);
      },
      { runs: 80 },
    );
  });
});
