import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import type { RetryEffect, RetryEvent } from "../../../../src/core/retry/events.ts";
import type { PlanStart, RetryPlan } from "../../../../src/core/retry/plan.ts";
import { planSchema } from "../../../../src/core/retry/plan.ts";
import { reduce } from "../../../../src/core/retry/reduce.ts";
import { MOST_RELOADS } from "../../../../src/core/retry/schedule.ts";
import { startPlan } from "../../../../src/core/retry/start.ts";
import { holds } from "../../../property.ts";
import { looked, MINUTE, NOW, SECOND, START, TICK } from "./sample-plans.ts";

interface Moment {
  /** What happens after `wait`, or null for what the plan itself waits for, to which `answer` and `look` belong. */
  readonly event: RetryEvent | null;
  readonly answer: RetryEvent;
  readonly look: TabLook;
  readonly wait: number;
  readonly random: number;
}

/** One step of a life, with what stood before and after it. */
interface Lived {
  readonly before: RetryPlan;
  readonly after: RetryPlan;
  readonly effects: readonly RetryEffect[];
  readonly event: RetryEvent;
  readonly now: number;
}

const tick = fc.boolean().map((offline): RetryEvent => ({ type: "tick", offline }));
/** Seldom, lest every plan wait for hours. */
const floor = fc.oneof(
  { weight: 5, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.integer({ min: NOW, max: NOW + 360 * MINUTE }) },
);
const meaning = fc.constantFrom(
  "works" as const,
  "fails" as const,
  "limits" as const,
  "refuses" as const,
  "challenges" as const,
  "redirects" as const,
  "shared-cache" as const,
);
const answered = fc
  .tuple(fc.oneof(meaning, fc.constantFrom("no-answer" as const, "not-sent" as const)), floor)
  .map(([said, ahead]): RetryEvent => ({ type: "answered", meaning: said, floor: ahead }));
const look: fc.Arbitrary<TabLook> = fc.oneof(
  fc.constantFrom<TabLook>({ state: "loading" }, { state: "error-page" }, { state: "unreadable" }),
  fc
    .tuple(fc.constantFrom(0, 429, 502, 503), fc.integer({ min: -MINUTE, max: 300 * MINUTE }))
    .map(([status, at]): TabLook => ({ state: "answered", status, startedAt: NOW + at })),
);
/** Seldom, lest every life be short. */
const ending: fc.Arbitrary<RetryEvent> = fc.constantFrom<RetryEvent>(
  { type: "stop", reason: "stopped" },
  { type: "looked", look: { state: "gone" } },
  { type: "looked", look: { state: "answered", status: 200, startedAt: NOW } },
  { type: "looked", look: { state: "answered", status: 403, startedAt: NOW } },
);
const event: fc.Arbitrary<RetryEvent> = fc.oneof(
  { weight: 12, arbitrary: tick },
  { weight: 8, arbitrary: answered },
  { weight: 8, arbitrary: look.map((seen): RetryEvent => ({ type: "looked", look: seen })) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant("heard"), meaning, times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constantFrom(...CAUSE_IDS).map((cause): RetryEvent => ({ type: "judged", cause })) },
  { weight: 1, arbitrary: fc.constantFrom(null, ...CAUSE_IDS).map((cause): RetryEvent => ({ type: "named", cause })) },
  {
    weight: 1,
    arbitrary: fc.integer({ min: NOW, max: NOW + 900 * MINUTE }).map((end): RetryEvent => ({ type: "announced", end })),
  },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 60, max: 172_800 }), { maxLength: 10 })
      .map((lengths): RetryEvent => ({ type: "published", lengths })),
  },
  { weight: 1, arbitrary: fc.constant<RetryEvent>({ type: "now" }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom("on-its-way" as const, "unknown" as const)
      .map((why): RetryEvent => ({ type: "withheld", why })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(null, 0, NOW - 60 * MINUTE, NOW)
      .map((document): RetryEvent => ({ type: "loads", document })),
  },
  { weight: 1, arbitrary: fc.constant<RetryEvent>({ type: "told" }) },
  { weight: 1, arbitrary: ending },
);
/** What becomes of a plan by others: a killed worker, and the plans of the same site. */
const byOthers: fc.Arbitrary<RetryEvent> = fc.oneof(
  fc.constantFrom<RetryEvent>(
    { type: "lost" },
    { type: "looked", look: { state: "answered", status: 502, startedAt: 0 }, lost: true },
  ),
  fc.record({
    type: fc.constant("sibling" as const),
    says: fc.constantFrom("answers" as const, "fails" as const, "fails" as const),
    due: fc.option(fc.integer({ min: NOW, max: NOW + 300 * MINUTE })),
    floor,
    good: fc.nat(1),
    seen: fc.constantFrom(null, START.url, "https://shop.example/news"),
    reloadedAt: fc.constant(null),
    place: fc.nat(3),
  }),
);
/** Most of what happens is what the plan waits for: events by chance alone seldom meet the state that they belong to. */
const withWaits = (events: fc.Arbitrary<RetryEvent>): fc.Arbitrary<Moment> =>
  fc.record({
    event: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 2, arbitrary: events }),
    answer: answered,
    look,
    wait: fc.oneof(fc.nat(5 * SECOND), fc.nat(4 * MINUTE), fc.nat(90 * MINUTE)),
    random: fc.double({ min: 0, max: 1, noNaN: true }),
  });
const moment = withWaits(event);
const momentAmongOthers = withWaits(
  fc.oneof({ weight: 3, arbitrary: event }, { weight: 1, arbitrary: tick }, { weight: 1, arbitrary: byOthers }),
);
const start: fc.Arbitrary<PlanStart> = fc.record({
  id: fc.constant(START.id),
  tabId: fc.constant(START.tabId),
  url: fc.constantFrom(START.url, "https://shop.example/pay?token=1"),
  status: fc.constant(502),
  protected: fc.boolean(),
  floor,
  lasts: fc.constant(START.lasts),
  flapping: fc.boolean(),
  maxPerHour: fc.constantFrom(null, 1, 12, 60, 120),
});

/** What a plan waits for: its time, the answer to its probe, or a look at the tab that it loads. */
function awaited({ state }: RetryPlan, { answer, look: seen, wait }: Moment, now: number) {
  if (state.name === "waiting") return { happens: TICK, at: Math.max(now, state.due) };
  if (state.name === "closed") return { happens: TICK, at: now + wait };
  const soon = now + Math.min(wait, 20 * SECOND);
  if (state.name === "probing") return { happens: answer, at: soon };
  return { happens: looked(seen.state === "answered" ? { ...seen, startedAt: soon } : seen), at: soon };
}

function live(from: PlanStart, moments: readonly Moment[]): Lived[] {
  const life: Lived[] = [];
  let now = NOW;
  let plan = startPlan(from, now, moments[0]?.random ?? 0);
  for (const moment of moments) {
    const { event: chance, wait, random } = moment;
    const { happens, at } = chance ? { happens: chance, at: now + wait } : awaited(plan, moment, now);
    now = at;
    const [after, effects] = reduce(plan, happens, now, random);
    life.push({ before: plan, after, effects, event: happens, now });
    plan = after;
  }
  return life;
}

/** Its next load is a try of its own: the last one failed in spite of a good answer, and was not merely withheld. */
const isTry = ({ state }: RetryPlan): boolean =>
  state.name === "waiting" && state.next === "reload" && state.after === "answer" && state.heldSince === undefined;

/** The load that it had begun was not made: something was on its way in the tab, or nobody could tell what it would lose. */
const wasWithheld = ({ before, event, now }: Lived): boolean =>
  event.type === "withheld" && before.state.name === "reloading" && before.reloads > 0 && now < before.deadline;

const effects = (lived: Lived): string[] => lived.effects.map((effect) => effect.do);

/** States a fact about every life that a plan can lead; `reaches` is the share of lives that must come to it. */
function always(reaches: number, fact: (life: readonly Lived[], from: PlanStart) => undefined, moments = moment): void {
  holds(
    [start, fc.array(moments, { minLength: 1, maxLength: 120 })],
    (from, moments) => fact(live(from, moments), from),
    { reaches },
  );
}

describe("whatever happens, a plan", () => {
  it("asks for nothing by itself before its time or before the floor", () => {
    always(0.8, (life) => {
      for (const lived of life.filter(({ event: { type } }) => type === "tick")) {
        if (!effects(lived).some((effect) => effect === "probe" || effect === "reload")) continue;
        const { before, now } = lived;
        expect(before.state).toMatchObject({ name: "waiting" });
        if (before.state.name === "waiting") expect(now).toBeGreaterThanOrEqual(before.state.due);
        expect(now).toBeGreaterThanOrEqual(before.floor ?? 0);
      }
    });
  });

  it("asks for nothing while offline", () => {
    always(0.6, (life) => {
      for (const lived of life) {
        if (lived.event.type !== "tick" || !lived.event.offline) continue;
        expect(effects(lived)).not.toContain("probe");
        expect(effects(lived)).not.toContain("reload");
      }
    });
  });

  it("has at most one probe out, until that is answered or lost", () => {
    always(0.8, (life) => {
      let out: number | null = null;
      for (const lived of life) {
        if (effects(lived).includes("probe")) {
          expect(out === null || lived.now - out >= 30 * SECOND).toBe(true);
          expect(effects(lived)).toEqual(["probe"]);
          out = lived.now;
        }
        if (lived.event.type === "answered" && lived.before.state.name === "probing") out = null;
      }
    });
  });

  it("never touches the tab of a protected page, nor asks for it", () => {
    always(0.3, (life, from) => {
      if (!from.protected) return;
      for (const lived of life) {
        expect(effects(lived)).not.toContain("reload");
        expect(lived.after.target).toBe("https://shop.example/");
      }
    });
  });

  it("counts a probe when it is sent and takes back only what was not sent", () => {
    always(1, (life) => {
      for (const lived of life) {
        const { before, after, event: happens } = lived;
        const sent = effects(lived).includes("probe") ? 1 : 0;
        const unsent =
          happens.type === "answered" &&
          happens.meaning === "not-sent" &&
          before.state.name === "probing" &&
          sent === 0;
        const takenBack = unsent && after.state.name === "waiting" ? Math.min(1, before.attempts) : 0;
        expect(after.attempts).toBe(before.attempts + sent - takenBack);
      }
    });
  });

  it("loads the tab at most ten times, counted when it does", () => {
    always(1, (life) => {
      for (const lived of life) {
        const loads = effects(lived).includes("reload") ? 1 : 0;
        expect(lived.after.reloads).toBe(lived.before.reloads + loads - (wasWithheld(lived) ? 1 : 0));
      }
      expect(life.at(-1)?.after.reloads ?? 0).toBeLessThanOrEqual(MOST_RELOADS);
    });
  });

  it("lets two minutes pass after a reload that failed in spite of a good answer", () => {
    always(0.07, (life) => {
      let failedAt: number | null = null;
      for (const lived of life) {
        const { before, after, event: happens, now } = lived;
        if (effects(lived).includes("reload")) {
          if (failedAt !== null && happens.type !== "now") expect(now - failedAt).toBeGreaterThanOrEqual(2 * MINUTE);
          failedAt = null;
        }
        const wasReloading = before.state.name === "reloading" && before.state.after === "answer";
        if (wasReloading && after.state.name === "waiting" && !wasWithheld(lived)) failedAt = now;
      }
    });
  });

  it("lets five minutes pass between reloads that answer refusals", () => {
    always(0.01, (life) => {
      for (const { before, after, now } of life) {
        if (before.state.name === "reloading" || after.state.name !== "reloading") continue;
        if (after.state.after !== "refusal" || before.lastReloadAt === null) continue;
        expect(now - before.lastReloadAt).toBeGreaterThanOrEqual(5 * MINUTE);
      }
    });
  });

  it("tries no oftener than a limit that was set, counted from its last request, whoever made it do that", () => {
    always(
      0.5,
      (life, { maxPerHour }) => {
        let last = Number.NEGATIVE_INFINITY;
        let lastButOne = last;
        for (const lived of life) {
          const { before, after, event: happens, now } = lived;
          // What never reached the network was no request.
          const isUnsent = happens.type === "answered" && happens.meaning === "not-sent";
          if ((isUnsent && before.state.name === "probing") || wasWithheld(lived)) last = lastButOne;
          if (!effects(lived).some((effect) => effect === "probe" || effect === "reload")) continue;
          // What an answer leads to belongs to its try, and the user's own impatience is no automatic request.
          const isLoad = after.state.name === "reloading" && !isTry(before);
          if (maxPerHour && !isLoad && happens.type !== "now") {
            expect(now - last).toBeGreaterThanOrEqual((60 * MINUTE) / maxPerHour);
          }
          lastButOne = last;
          last = now;
        }
      },
      momentAmongOthers,
    );
  });

  it("asks a second time before it loads the tab of a site that comes and goes, whoever heard the first good answer", () => {
    always(0.1, (life, { flapping }) => {
      for (const lived of life.filter(({ event: { type } }) => type === "heard" || type === "answered")) {
        const { before, after, event: said } = lived;
        if (before.state.name === "reloading" || after.state.name !== "reloading") continue;
        if (after.state.after !== "answer") continue;
        expect(after.good).toBe(before.good + (said.type === "heard" ? said.times : 1));
        if (flapping) expect(after.good).toBeGreaterThanOrEqual(2);
      }
    });
  });

  it("is closed by whatever comes at its deadline or later", () => {
    always(0.4, (life) => {
      for (const { after, now } of life) if (now >= after.deadline) expect(after.state.name).toBe("closed");
    });
  });

  it("stays closed, and speaks once at its end and at every tick until somebody has been told", () => {
    always(1, (life) => {
      for (const lived of life) {
        const { before, after, event: happens } = lived;
        if (before.state.name !== "closed") {
          expect(effects(lived).includes("tell")).toBe(after.state.name === "closed");
          continue;
        }
        const told = before.state.told || happens.type === "told";
        expect(after).toEqual({ ...before, state: { ...before.state, told } });
        expect(effects(lived)).toEqual(!told && happens.type === "tick" ? ["tell"] : []);
      }
    });
  });

  it("is never changed in place, and can be stored and read back at any time", () => {
    always(1, (life) => {
      for (const { after } of life) {
        expect(v.parse(planSchema(), JSON.parse(JSON.stringify(after)))).toEqual(after);
      }
      for (const [index, { before }] of life.entries()) {
        if (index > 0) expect(before).toBe(life[index - 1]?.after);
      }
    });
  });

  it("is stuck in no state: ticks alone bring it from a lost probe or reload back to waiting", () => {
    always(0.12, (life, from) => {
      let plan = life.at(-1)?.after ?? startPlan(from, NOW, 0);
      let now = life.at(-1)?.now ?? NOW;
      let busy = 0;
      while (plan.state.name !== "closed") {
        now += MINUTE;
        const [ticked, caused] = reduce(plan, { type: "tick", offline: false }, now, 0.5);
        const look: RetryEvent = { type: "looked", look: { state: "loading" } };
        plan = caused.some((effect) => effect.do === "look") ? reduce(ticked, look, now, 0.5)[0] : ticked;
        busy = plan.state.name === "probing" || plan.state.name === "reloading" ? busy + 1 : 0;
        expect(busy).toBeLessThanOrEqual(3);
      }
    });
  });
});
