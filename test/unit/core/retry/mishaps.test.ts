import { describe, expect, it } from "vitest";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import type { RetryEvent } from "../../../../src/core/retry/events.ts";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import {
  answered,
  effectsOf,
  looked,
  MINUTE,
  NOW,
  probing,
  reloading,
  SECOND,
  shows,
  step,
  TICK,
  URL_ASKED,
  waiting,
} from "./sample-plans.ts";

/** What a sibling can tell. */
const WORD = { type: "sibling", due: null, floor: null, good: 0, seen: null, reloadedAt: null, place: 0 } as const;
const SIBLING = { ...WORD, says: "fails" } as const;

describe("a plan whose machine slept", () => {
  it("past its due time goes on where it was", () => {
    expect(effectsOf(step(waiting(NOW), TICK, NOW + 60 * MINUTE))).toEqual(["probe"]);
  });

  it("past its deadline gets one last try, and ends ten minutes later at the latest", () => {
    const plan = waiting(NOW + MINUTE);
    const morning = plan.deadline + 60 * MINUTE;
    const [awake, nothing] = step(plan, TICK, morning);
    expect(nothing).toEqual([]);
    expect(awake).toMatchObject({ overslept: true, deadline: morning + 10 * MINUTE, state: plan.state });
    const [tried, effects] = step(awake, TICK, morning);
    expect(effects).toEqual([{ do: "probe" }]);
    const [failed] = step(tried, answered("fails"), morning + SECOND);
    expect(step(failed, TICK, morning + 10 * MINUTE)[0].state).toMatchObject({ reason: "deadline" });
    expect(step({ ...failed, deadline: morning }, TICK, morning + 60 * MINUTE)[0].state).toMatchObject({
      reason: "deadline",
    });
  });
});

describe("a plan whose clock was set back", () => {
  const year = 365 * 24 * 60 * MINUTE;

  it("waits as long as it would have, and ends when it would have", () => {
    const plan = waiting(NOW + MINUTE, "probe", { floor: NOW + 30 * SECOND, lastReloadAt: NOW - MINUTE });
    const [moved, effects] = step(plan, TICK, NOW - year);
    expect(effects).toEqual([]);
    expect(moved).toEqual({
      ...plan,
      createdAt: plan.createdAt - year,
      deadline: plan.deadline - year,
      floor: NOW + 30 * SECOND - year,
      lastReloadAt: NOW - MINUTE - year,
      state: { ...plan.state, since: NOW - year, due: NOW + MINUTE - year },
    });
  });

  it("is not moved by the little that clocks are set right all the time", () => {
    const plan = waiting(NOW + MINUTE);
    expect(step(plan, TICK, NOW - SECOND)[0]).toBe(plan);
  });
});

describe("a plan whose worker was killed", () => {
  it("under a probe is due again at once, but a second after it was sent, and not before its floor", () => {
    const lost = { type: "lost" } as const;
    expect(step(probing(NOW), lost, NOW + MINUTE)[0].state).toMatchObject({ name: "waiting", due: NOW + MINUTE });
    expect(step(probing(NOW), lost, NOW + 100)[0].state).toMatchObject({ due: NOW + SECOND });
    expect(step(probing(NOW, { floor: NOW + MINUTE }), lost, NOW + 100)[0].state).toMatchObject({ due: NOW + MINUTE });
    expect(step(probing(NOW, { attempts: 3 }), lost, NOW + 100)[0].attempts).toBe(3);
  });

  it("before it loaded the tab is due to load it, and takes back the reload that never was", () => {
    const unmade = { ...looked(shows(502, NOW - MINUTE)), lost: true } as const;
    const [plan, effects] = step(reloading(NOW), unmade, NOW + 2 * SECOND);
    expect(effects).toEqual([]);
    expect(plan).toMatchObject({ reloads: 0, state: { name: "waiting", next: "reload", due: NOW + 2 * SECOND } });
  });

  it("moments after the page failed does not take the old failure for a new one", () => {
    const [reloads] = step(step(waiting(NOW), { type: "now" })[0], answered("works"), NOW + 50);
    const unmade = { ...looked(shows(502, NOW - 300)), lost: true } as const;
    expect(step(reloads, unmade, NOW + 150)[0].state).toMatchObject({ next: "reload", due: NOW + 150 });
  });

  it("loads nothing again while another document is on its way, or has come", () => {
    const plan = reloading(NOW);
    const onItsWay = { type: "looked", look: { ...shows(502, NOW - MINUTE), loading: true }, lost: true } as const;
    const waits = { ...plan, state: { ...plan.state, made: true } };
    expect(step(plan, onItsWay, NOW + 2 * SECOND)).toEqual([waits, []]);
    const hasCome = { ...looked(shows(502, NOW + SECOND)), lost: true } as const;
    expect(step(plan, hasCome, NOW + 2 * SECOND)[0]).toMatchObject({ reloads: 1, state: { next: "reload" } });
  });
});

describe("a plan whose page's clock is another than the worker's", () => {
  const HOUR = 60 * MINUTE;
  /** The plan loads its tab, in which a document stood that began then by its own clock. */
  const loads = (document: number | null, parts: Partial<RetryPlan> = {}): RetryPlan =>
    step(reloading(NOW, parts), { type: "loads", document })[0];
  const lost = (look: TabLook) => ({ ...looked(look), lost: true }) as const;

  it.each([-HOUR, HOUR])("knows a document that has come by its being another one (%i ms)", (apart) => {
    const plan = loads(NOW + apart - MINUTE);
    const came = shows(502, NOW + apart + SECOND);
    for (const event of [looked(came), lost(came)]) {
      expect(step(plan, event, NOW + 2 * SECOND)[0]).toMatchObject({ reloads: 1, state: { next: "reload" } });
    }
    const stays = shows(502, NOW + apart - MINUTE);
    expect(step(plan, looked(stays), NOW + 2 * SECOND)).toEqual([plan, []]);
    const [ended] = step(plan, looked(shows(200, NOW + apart + SECOND)), NOW + 2 * SECOND);
    expect(ended).toMatchObject({ seen: false, state: { reason: "recovered", at: NOW + 2 * SECOND } });
  });

  it("takes any document for new where the browser's own page stood there", () => {
    const [plan] = step(loads(null), looked(shows(502, NOW - HOUR)), NOW + SECOND);
    expect(plan).toMatchObject({ reloads: 1, state: { name: "waiting", next: "reload" } });
  });

  it.each([-HOUR, HOUR])(
    "ends now, for a page that somebody else has brought back at an hour that cannot be (%i ms)",
    (apart) => {
      const looks = { ...looked(shows(200, NOW + apart)), beforehand: true } as const;
      expect(step(probing(NOW), looks, NOW + SECOND)[0]).toMatchObject({ seen: true, state: { at: NOW + SECOND } });
    },
  );

  it("says of a page that stood there before its try that somebody else has brought it back, whatever the clocks say", () => {
    const looks = { ...looked(shows(200, NOW + 2 * SECOND)), beforehand: true } as const;
    expect(step(reloading(NOW), looks, NOW + 2 * SECOND)[0]).toMatchObject({ seen: true });
  });

  it("loads a tab that stays as it was no oftener than it may: at once where its worker was killed, and each time counts", () => {
    const stays = lost(shows(502, NOW - HOUR));
    const [again] = step(loads(NOW - HOUR, { reloads: 3 }), stays, NOW + SECOND);
    expect(again).toMatchObject({ reloads: 3, state: { name: "waiting", next: "reload", due: NOW + SECOND } });
    const [ended] = step(loads(NOW - HOUR, { reloads: 10 }), stays, NOW + SECOND);
    expect(ended.state).toMatchObject({ name: "closed", reason: "gave-up" });
  });

  it("waits for a load that it has seen on its way, and then counts it as one that failed", () => {
    const stays = lost(shows(502, NOW - HOUR));
    const [made] = step(loads(NOW - HOUR), looked({ state: "loading" }), NOW + 25 * SECOND);
    expect(step(made, stays, NOW + 30 * SECOND)).toEqual([made, []]);
    const [failed] = step(made, stays, NOW + 151 * SECOND);
    expect(failed).toMatchObject({ reloads: 1, state: { name: "waiting", next: "reload" } });
  });
});

describe("a plan with a limit of requests per hour", () => {
  const parts = { maxPerHour: 12, attempts: 1 };
  const dueOf = (plan: RetryPlan) => (plan.state.name === "waiting" ? plan.state.due - NOW : null);

  it.each<[string, RetryPlan, RetryEvent]>([
    ["its answer was lost with the worker", probing(NOW - SECOND, parts), { type: "lost" }],
    ["a sibling's answer was bad", waiting(NOW, "probe", parts), { ...SIBLING, due: NOW + 20 * SECOND }],
    ["a good answer wants another", probing(NOW, { ...parts, flapping: true }), answered("works")],
    [
      "a load that only a refusal had led to was never made",
      { ...reloading(NOW, parts), state: { name: "reloading", since: NOW, before: 0, after: "refusal" } },
      { type: "looked", look: shows(502, NOW - MINUTE), lost: true },
    ],
    ["its load failed", reloading(NOW - SECOND, { ...parts, attempts: 0 }), looked({ state: "error-page" })],
  ])("keeps to it where %s", (_what, plan, event) => {
    expect(dueOf(step(plan, event)[0])).toBeGreaterThanOrEqual(5 * MINUTE);
  });

  it("makes its first try in time, and a load whose turn has come", () => {
    const fresh = waiting(NOW, "probe", { maxPerHour: 12 });
    expect(dueOf(step(fresh, { ...SIBLING, due: NOW + 20 * SECOND })[0])).toBe(20 * SECOND);
    const good = { ...SIBLING, says: "answers", due: null } as const;
    expect(dueOf(step(waiting(NOW, "probe", parts), good)[0])).toBe(0);
  });
});

describe("a plan whose browser was restarted", () => {
  const searching = step(waiting(NOW + MINUTE), { type: "restarted" })[0];

  it("asks for nothing until its tab is found under its new id", () => {
    expect(searching.searching).toBe(NOW);
    expect(step(searching, TICK, NOW + 2 * MINUTE)).toEqual([searching, []]);
    const [found] = step(searching, { type: "found", tabId: 99 }, NOW + 2 * MINUTE);
    expect(found).toMatchObject({ tabId: 99, searching: null });
    expect(effectsOf(step(found, TICK, NOW + 2 * MINUTE))).toEqual(["probe"]);
  });

  it("is left when its tab does not come back in three minutes", () => {
    expect(step(searching, TICK, NOW + 3 * MINUTE)[0].state).toMatchObject({ name: "closed", reason: "left" });
  });

  it("goes on at once when it watches without a tab", () => {
    const watch = waiting(NOW, "probe", { tabId: NO_TAB, touchesTab: false });
    expect(step(watch, { type: "restarted" })[0]).toBe(watch);
  });
});

describe("a plan for a site that came back and failed again", () => {
  const flapping = probing(NOW, { flapping: true });

  it("wants two good answers in a row before it loads the tab", () => {
    const [once, effects] = step(flapping, answered("works"), NOW + SECOND);
    expect(effects).toEqual([]);
    expect(once).toMatchObject({ good: 1, state: { name: "waiting", next: "probe" } });
    const [again] = step(once, TICK, NOW + MINUTE);
    expect(effectsOf(step(again, answered("works"), NOW + MINUTE))).toEqual(["reload"]);
  });

  it("takes what a check heard for the first of the two, or for the second", () => {
    const heard = { type: "heard", meaning: "works", times: 1 } as const;
    const [once, effects] = step(waiting(NOW + MINUTE, "probe", { flapping: true }), heard);
    expect(effects).toEqual([]);
    expect(once).toMatchObject({
      good: 1,
      reloads: 0,
      state: { name: "waiting", next: "probe", due: NOW + 4 * SECOND },
    });
    const [probes] = step(once, TICK, NOW + MINUTE);
    expect(effectsOf(step(probes, answered("works"), NOW + MINUTE))).toEqual(["reload"]);
    expect(effectsOf(step(once, heard, NOW + SECOND))).toEqual(["reload"]);
  });

  it("takes two that a check heard for the two", () => {
    const heard = { type: "heard", meaning: "works", times: 2 } as const;
    const [, effects] = step(waiting(NOW + MINUTE, "probe", { flapping: true }), heard);
    expect(effects).toEqual([{ do: "reload" }]);
  });

  it("begins to count anew after a bad one", () => {
    const [once] = step(flapping, answered("works"), NOW + SECOND);
    const [bad] = step({ ...once, state: { name: "probing", since: NOW } }, answered("fails"), NOW + SECOND);
    expect(bad.good).toBe(0);
  });
});

describe("a plan whose site lets visitors in by turns", () => {
  it("puts the tab into the line once, and says so", () => {
    const [reloaded, effects] = step(probing(NOW), answered("queues"), NOW + SECOND);
    expect(effects).toEqual([{ do: "reload" }]);
    const [closed] = step(reloaded, looked(shows(200, NOW + 2 * SECOND)), NOW + 3 * SECOND);
    expect(closed.state).toMatchObject({ name: "closed", reason: "queued" });
  });
});

describe("a plan whose tab the browser has put to sleep", () => {
  it("says that the site answers, and loads nothing: the browser will, once the user comes back to the tab", () => {
    expect(step(reloading(NOW), looked({ state: "asleep" }))[0].state).toMatchObject({ reason: "site-answers" });
    const plan = waiting(NOW);
    expect(step(plan, looked({ state: "asleep" }))).toEqual([plan, []]);
  });
});

describe("a plan that learns from a sibling", () => {
  const fails = SIBLING;
  const answers = { ...WORD, says: "answers" } as const;

  it("that the site fails waits as long as the sibling, or as its floor asks for", () => {
    const told = { ...fails, due: NOW + 40 * SECOND };
    expect(step(waiting(NOW), told)[0].state).toMatchObject({ due: NOW + 40 * SECOND, next: "probe" });
    expect(step(waiting(NOW, "probe", { floor: NOW + MINUTE }), told)[0].state).toMatchObject({ due: NOW + MINUTE });
    const limited = step(waiting(NOW), { ...told, floor: NOW + 2 * MINUTE })[0];
    expect(limited).toMatchObject({ floor: NOW + 2 * MINUTE, state: { due: NOW + 2 * MINUTE }, attempts: 0 });
  });

  it("that the site answers loads its tab when its turn comes, one every two seconds", () => {
    const [plan, effects] = step(waiting(NOW + MINUTE), { ...answers, place: 3 });
    expect(effects).toEqual([]);
    expect(plan.state).toMatchObject({ name: "waiting", next: "reload", due: NOW + 6 * SECOND });
    expect(effectsOf(step(plan, TICK, NOW + 6 * SECOND))).toEqual(["reload"]);
  });

  it("goes back to asking when its own page fails all the same: nobody has seen this one work", () => {
    const [plan] = step(waiting(NOW + MINUTE), answers);
    const [loads] = step(plan, TICK);
    const [failed] = step(loads, looked(shows(502, NOW + SECOND)), NOW + 2 * SECOND);
    expect(failed.state).toMatchObject({ name: "waiting", next: "probe" });
    expect(step(failed, answers, NOW + MINUTE)[0]).toBe(failed);
    expect(step(failed, answers, NOW + 3 * MINUTE)[0].state).toMatchObject({ next: "reload" });
  });

  it("goes back to asking when the sibling's tab failed before its own turn", () => {
    const [plan] = step(waiting(NOW + MINUTE), { ...answers, place: 3 });
    expect(step(plan, { ...fails, seen: URL_ASKED })[0].state).toMatchObject({ name: "waiting", next: "probe" });
  });

  it("ends with a word where its page is protected, or watched without a tab", () => {
    const [plan, effects] = step(waiting(NOW, "probe", { touchesTab: false }), { ...answers, seen: URL_ASKED });
    expect(plan.state).toMatchObject({ reason: "site-answers" });
    expect(effects).toEqual([{ do: "tell", outcome: "site-answers" }]);
    const watch = waiting(NOW, "probe", { touchesTab: false, tabId: NO_TAB });
    expect(step(watch, answers)[0].state).toMatchObject({ reason: "site-answers" });
    expect(step(watch, { ...answers, seen: URL_ASKED })[0].state).toMatchObject({ reason: "recovered" });
    const another = { ...answers, seen: "https://shop.example/news" };
    expect(step(watch, another)[0].state).toMatchObject({ reason: "site-answers" });
  });

  it("is not hastened where its own page keeps failing when it is loaded", () => {
    const slow = waiting(NOW + 3 * MINUTE, "reload", { lastReloadAt: NOW - SECOND, reloads: 2 });
    expect(step(slow, answers)[0]).toBe(slow);
    expect(step(slow, { ...fails, due: NOW + SECOND })[0].state).toEqual(slow.state);
  });
});
