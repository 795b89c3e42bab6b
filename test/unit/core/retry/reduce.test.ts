import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { leastWaitFor } from "../../../../src/core/evidence/least-wait.ts";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import { outcomeOf } from "../../../../src/core/retry/looked.ts";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import { MOST_RELOADS, waitFor } from "../../../../src/core/retry/schedule.ts";
import { resumePlan } from "../../../../src/core/retry/start.ts";
import type { StopReason } from "../../../../src/core/retry/stop-reason.ts";
import {
  answered,
  effectsOf,
  looked,
  MINUTE,
  NOW,
  probing,
  reloading,
  SECOND,
  START,
  shows,
  started,
  step,
  TICK,
  URL_ASKED,
  waiting,
} from "./sample-plans.ts";

const closed = (reason: StopReason, parts: Partial<RetryPlan> = {}, told = false): RetryPlan => ({
  ...started(),
  ...parts,
  state: { name: "closed", at: NOW, reason, told },
});

const ALREADY_GOOD = ["works", "redirects", "shared-cache"] as const;
const BAD = ["fails", "limits", "no-answer"] as const;
const REFUSED = ["refuses", "challenges"] as const;

describe("a plan", () => {
  it("starts by waiting one to five seconds, and watches the page itself", () => {
    expect(started()).toMatchObject({
      target: URL_ASKED,
      touchesTab: true,
      attempts: 0,
      reloads: 0,
      deadline: NOW + START.lasts,
      state: { name: "waiting", due: NOW + 3 * SECOND, next: "probe" },
    });
  });

  it("watches the front page and never touches the tab where the page is protected", () => {
    const plan = started({ protected: true, url: "https://shop.example/pay?token=1" });
    expect(plan).toMatchObject({ target: "https://shop.example/", touchesTab: false });
  });

  it("keeps the pace of the outage's age when it is taken up again", () => {
    const left = closed("left", { createdAt: NOW - 5 * MINUTE, attempts: 12, reloads: 3, lastReloadAt: NOW - MINUTE });
    const late = resumePlan(left, NOW, 0.5);
    expect(late).toMatchObject({ attempts: 12, reloads: 3, lastReloadAt: NOW - MINUTE, deadline: NOW + START.lasts });
    expect(late.state).toMatchObject({
      name: "waiting",
      due: NOW + waitFor({ status: 502, elapsed: 5 * MINUTE, random: 0.5 }),
      next: "probe",
    });
  });

  it("follows the age of a failure that was seen before the plan began, its cause, and the site's history", () => {
    const known = { failingSince: NOW - 60 * MINUTE, cause: "overload", history: [9_000, 9_000, 9_000] } as const;
    const [plan] = step(
      probing(NOW, { ...started(known), attempts: 1, state: { name: "probing", since: NOW } }),
      answered("fails"),
    );
    const { cause, history } = known;
    expect(plan.state).toMatchObject({
      due: NOW + waitFor({ status: 502, elapsed: 60 * MINUTE, cause, history, random: 0.5 }),
    });
    expect(plan.state).not.toMatchObject({ due: NOW + waitFor({ status: 502, elapsed: 60 * MINUTE, random: 0.5 }) });
  });

  it("keeps its floor when it is taken up again", () => {
    const late = resumePlan(closed("left", { floor: NOW + 10 * MINUTE }), NOW, 0.5);
    expect(late.floor).toBe(NOW + 10 * MINUTE);
    expect(effectsOf(step(late, TICK, NOW + 10 * MINUTE))).toEqual([]);
  });

  it("starts after the floor", () => {
    const due = NOW + waitFor({ status: 502, elapsed: 0, first: true, floor: MINUTE, random: 0.5 });
    expect(due).toBeGreaterThan(NOW + MINUTE);
    expect(started({ floor: NOW + MINUTE }).state).toMatchObject({ due });
  });
});

describe("a plan whose site has named a time", () => {
  it("is not hurried by a good answer that a check got before it", () => {
    const plan = waiting(NOW + MINUTE, "probe", { floor: NOW + MINUTE });
    expect(step(plan, { type: "heard", meaning: "works", times: 1 })).toEqual([plan, []]);
    expect(effectsOf(step(plan, { type: "heard", meaning: "works", times: 1 }, NOW + MINUTE))).toEqual(["reload"]);
  });
});

describe("a plan whose site has announced the end of a maintenance", () => {
  const tells = (plan: RetryPlan, end: number) => step(plan, { type: "announced", end });
  const HOUR = 60 * MINUTE;

  it("asks nothing by itself before it, and is due a little after it", () => {
    const [plan, effects] = tells(waiting(NOW + MINUTE), NOW + HOUR);
    expect(effects).toEqual([]);
    expect(plan).toMatchObject({ floor: NOW + HOUR, state: { name: "waiting", next: "probe" } });
    const due = plan.state.name === "waiting" ? plan.state.due : 0;
    expect(due).toBe(NOW + waitFor({ status: 502, elapsed: 0, first: true, floor: HOUR, random: 0.5 }));
    expect(effectsOf(step(plan, TICK, NOW + HOUR))).toEqual([]);
    expect(effectsOf(step(plan, TICK, due))).toEqual(["probe"]);
  });

  it("still obeys the user who does not want to wait", () => {
    expect(effectsOf(step(tells(waiting(NOW + MINUTE), NOW + HOUR)[0], { type: "now" }))).toEqual(["probe"]);
  });

  it("believes it for two hours at a time, and keeps time for a last try before its deadline", () => {
    expect(tells(waiting(NOW), NOW + 24 * HOUR)[0].floor).toBe(NOW + 2 * HOUR);
    const late = waiting(NOW, "probe", { deadline: NOW + HOUR });
    expect(tells(late, NOW + 24 * HOUR)[0].floor).toBe(NOW + 50 * MINUTE);
    const last = waiting(NOW, "probe", { deadline: NOW + 5 * MINUTE });
    expect(tells(last, NOW + 24 * HOUR)[0]).toEqual({ ...last, announcedEnd: NOW + 24 * HOUR });
  });

  it("remembers it as it was announced, for the forecast, and nothing that is past", () => {
    expect(tells(waiting(NOW), NOW + 24 * HOUR)[0].announcedEnd).toBe(NOW + 24 * HOUR);
    expect(tells(waiting(NOW), NOW - 1)[0].announcedEnd).toBeUndefined();
  });

  it("keeps a later time that it knows, and is not moved by an end that is past", () => {
    const plan = waiting(NOW + 2 * HOUR, "probe", { floor: NOW + 2 * HOUR });
    expect(tells(plan, NOW + HOUR)[0]).toEqual({ ...plan, announcedEnd: NOW + HOUR });
    expect(tells(waiting(NOW), NOW - 1)[0].state).toEqual(waiting(NOW).state);
  });

  it("waits for it after the request or the load that is under way", () => {
    for (const [plan, bad] of [
      [probing(NOW), answered("fails")],
      [reloading(NOW), looked({ state: "error-page" })],
    ] as const) {
      const [told] = tells(plan, NOW + HOUR);
      expect(told.state).toEqual(plan.state);
      const [after] = step(told, bad, NOW + SECOND);
      expect(after.state.name === "waiting" && after.state.due).toBeGreaterThanOrEqual(NOW + HOUR);
    }
  });

  it("goes on loading its tab by failing loads, after it; and keeps its turn where the site answers already", () => {
    const [slow] = tells(waiting(NOW + MINUTE, "reload"), NOW + HOUR);
    expect(slow.state).toMatchObject({ next: "reload", after: "answer" });
    expect(slow.state.name === "waiting" && slow.state.due).toBeGreaterThanOrEqual(NOW + HOUR);
    const turn: RetryPlan = {
      ...started(),
      state: { name: "waiting", since: NOW, due: NOW + 2 * SECOND, next: "reload", after: "sibling" },
    };
    expect(tells(turn, NOW + HOUR)[0]).toEqual({ ...turn, announcedEnd: NOW + HOUR });
  });
});

describe("a plan whose site lists its past incidents", () => {
  it("remembers how long they took for the forecast, and is due when it was", () => {
    const lengths = [900, 5_400];
    for (const plan of [waiting(NOW + MINUTE), probing(NOW), reloading(NOW)]) {
      const [told, effects] = step(plan, { type: "published", lengths });
      expect(told).toEqual({ ...plan, published: lengths });
      expect(effects).toEqual([]);
    }
  });

  it("waits no longer for them", () => {
    const after = (plan: RetryPlan) => step(plan, answered("fails"))[0].state;
    expect(after(probing(NOW, { published: [86_400, 86_400] }))).toEqual(after(probing(NOW)));
  });
});

describe("a plan that learns the cause", () => {
  it("keeps its time, and waits as such outages last from the next try on", () => {
    const plan = { ...waiting(NOW + MINUTE), failingSince: NOW - 2 * MINUTE };
    const [judged, effects] = step(plan, { type: "judged", cause: "maintenance" });
    expect(judged).toEqual({ ...plan, cause: "maintenance", isNamed: false });
    expect(effects).toEqual([]);
    const waitAfter = (parts: Partial<RetryPlan>) => {
      const [next] = step(probing(NOW, { failingSince: NOW - 2 * MINUTE, ...parts }), answered("fails"));
      return next.state.name === "waiting" ? next.state.due - NOW : 0;
    };
    expect(waitAfter({ cause: "maintenance" })).toBeGreaterThan(waitAfter({}));
  });

  it.each(CAUSE_IDS.filter((cause) => leastWaitFor(cause) > 0))(
    "waits at once as long as a cause bears that no request brings to an end: %s",
    (cause) => {
      const judged = (plan: RetryPlan) => step(plan, { type: "judged", cause });
      const [plan, effects] = judged(waiting(NOW + 32 * SECOND));
      expect(plan).toMatchObject({ cause, state: { name: "waiting", due: NOW + leastWaitFor(cause) * SECOND } });
      expect(effects).toEqual([]);
      // What was found before, or waits longer already, or has its good answer, keeps its time.
      const soon = { ...waiting(NOW + 32 * SECOND), cause };
      const toConfirm = waiting(NOW + 4 * SECOND, "probe", { flapping: true, good: 1 });
      for (const kept of [soon, waiting(NOW + 60 * MINUTE), waiting(NOW + 32 * SECOND, "reload"), toConfirm]) {
        expect(judged(kept)[0].state).toBe(kept.state);
      }
      // A check that is asked for again and finds the same moves nothing.
      expect(step(plan, { type: "judged", cause }, NOW + MINUTE)[0].state).toBe(plan.state);
    },
  );

  it("waits no longer for what a check has found not to be it, but for as long as the site asks for", () => {
    const blocked = waiting(NOW + 15 * MINUTE, "probe", { cause: "blocked-address", attempts: 3 });
    const judged = (plan: RetryPlan) => step(plan, { type: "judged", cause: "origin-down" }, NOW + MINUTE)[0].state;
    const pace = waitFor({ status: 502, elapsed: MINUTE, cause: "origin-down", random: 0.5 });
    expect(judged(blocked)).toMatchObject({ next: "probe", due: NOW + MINUTE + pace });
    const floor = NOW + 10 * MINUTE;
    expect(judged({ ...blocked, floor })).toMatchObject({ due: expect.toSatisfy((due: number) => due >= floor) });
    const soon = waiting(NOW + MINUTE + SECOND, "probe", { cause: "blocked-address", attempts: 3 });
    expect(judged(soon)).toBe(soon.state);
  });

  it("believes the words of an answer for as long as answers say them", () => {
    const named = (plan: RetryPlan, cause: RetryPlan["cause"] | null) =>
      step(plan, { type: "named", cause: cause ?? null })[0];
    const blocked = named(waiting(NOW), "blocked-address");
    expect(blocked.cause).toBe("blocked-address");
    expect(named(blocked, "blocked-address")).toBe(blocked);
    expect(named(blocked, null).cause).toBeUndefined();
  });

  it("keeps what a check has found where an answer names nothing", () => {
    const [judged] = step(waiting(NOW), { type: "judged", cause: "maintenance" });
    expect(step(judged, { type: "named", cause: null })).toEqual([judged, []]);
  });
});

describe("a waiting plan", () => {
  it("stays as it is before its time, and offline", () => {
    const plan = waiting(NOW + SECOND);
    expect(step(plan, TICK, NOW + SECOND - 1)).toEqual([plan, []]);
    expect(step(plan, { type: "tick", offline: true }, NOW + MINUTE)).toEqual([plan, []]);
  });

  it("probes when its time has come, and counts the probe then", () => {
    const [plan, effects] = step(waiting(NOW), TICK);
    expect(plan).toMatchObject({ attempts: 1, state: { name: "probing", since: NOW } });
    expect(effects).toEqual([{ do: "probe" }]);
  });

  it("probes at once when the user does not want to wait, floor or not", () => {
    const plan = waiting(NOW + MINUTE, "probe", { floor: NOW + MINUTE });
    expect(effectsOf(step(plan, { type: "now" }))).toEqual(["probe"]);
    expect(effectsOf(step(waiting(NOW + MINUTE, "reload"), { type: "now" }))).toEqual(["reload"]);
  });

  it.each(ALREADY_GOOD)("reloads when a check heard that the page %s", (meaning) => {
    const [plan, effects] = step(waiting(NOW + MINUTE), { type: "heard", meaning, times: 1 });
    expect(plan).toMatchObject({ attempts: 0, reloads: 1, state: { name: "reloading" } });
    expect(effects).toEqual([{ do: "reload" }]);
  });

  it.each(["fails", "limits", "refuses", "challenges"] as const)(
    "ignores it when a check heard that it %s",
    (meaning) => {
      const plan = waiting(NOW + MINUTE);
      expect(step(plan, { type: "heard", meaning, times: 1 })).toEqual([plan, []]);
    },
  );

  it("does not load the tab again for what a check heard when it has just failed that way, or is protected", () => {
    for (const plan of [waiting(NOW + MINUTE, "reload"), waiting(NOW + MINUTE, "probe", { touchesTab: false })]) {
      expect(step(plan, { type: "heard", meaning: "works", times: 1 })).toEqual([plan, []]);
    }
  });

  it("ignores an answer to no question", () => {
    const plan = waiting(NOW);
    expect(step(plan, answered("works"))).toEqual([plan, []]);
  });
});

describe("a probing plan", () => {
  it.each(ALREADY_GOOD)("reloads the tab after an answer that %s", (meaning) => {
    const [plan, effects] = step(probing(NOW), answered(meaning), NOW + SECOND);
    expect(plan).toMatchObject({
      attempts: 1,
      reloads: 1,
      lastReloadAt: NOW + SECOND,
      state: { name: "reloading", since: NOW + SECOND },
    });
    expect(effects).toEqual([{ do: "reload" }]);
  });

  it.each(ALREADY_GOOD)("of a protected page ends with a word after an answer that %s", (meaning) => {
    const failed = step(probing(NOW, { touchesTab: false }), answered("fails"))[0];
    const again = step(failed, { type: "now" }, NOW + MINUTE)[0];
    const [plan, effects] = step(again, answered(meaning), NOW + MINUTE + SECOND);
    expect(plan.state).toMatchObject({ name: "closed", reason: "site-answers" });
    expect(effects).toEqual([{ do: "tell", outcome: "site-answers" }]);
  });

  it.each(ALREADY_GOOD)("claims no return of a front page that never failed, after one that %s", (meaning) => {
    const front = { target: "https://shop.example/", touchesTab: false } as const;
    for (const asked of [probing(NOW, front), probing(NOW, { ...front, tabId: NO_TAB })]) {
      const [plan, effects] = step(asked, answered(meaning));
      expect(plan.state).toMatchObject({ name: "closed", reason: "front-page-works" });
      expect(effects).toEqual([{ do: "tell", outcome: "front-page-works" }]);
    }
  });

  it("tells of the return of a front page that a check saw fail", () => {
    const front = { target: "https://shop.example/", touchesTab: false } as const;
    const [heard] = step(waiting(NOW, "probe", front), { type: "heard", meaning: "fails", times: 1 });
    const [asked] = step(heard, { type: "now" });
    expect(step(asked, answered("works"))[0].state).toMatchObject({ name: "closed", reason: "site-answers" });
  });

  it("of a watched page that was seen to fail needs no further failure", () => {
    const [plan] = step(probing(NOW, { touchesTab: false, tabId: NO_TAB }), answered("works"));
    expect(plan.state).toMatchObject({ name: "closed", reason: "site-answers" });
  });

  it.each(BAD)("waits on at the outage's pace after %s", (meaning) => {
    const later = NOW + 2 * MINUTE;
    const [plan, effects] = step(probing(NOW, { attempts: 5 }), answered(meaning), later);
    expect(plan.attempts).toBe(5);
    const due = later + waitFor({ status: 502, elapsed: 2 * MINUTE, random: 0.5 });
    expect(plan.state).toMatchObject({ name: "waiting", next: "probe", due });
    expect(effects).toEqual([]);
  });

  it("waits past a Retry-After", () => {
    const [plan] = step(probing(NOW), answered("fails", NOW + 10 * MINUTE), NOW);
    expect(plan.floor).toBe(NOW + 10 * MINUTE);
    expect(plan.state).toMatchObject({ name: "waiting" });
    expect(effectsOf(step(plan, TICK, NOW + 10 * MINUTE))).toEqual([]);
  });

  it("takes a probe back that was never sent", () => {
    const [plan] = step(probing(NOW, { attempts: 3 }), answered("not-sent"));
    expect(plan).toMatchObject({ attempts: 2, state: { name: "waiting", next: "probe" } });
    expect(step(probing(NOW, { attempts: 0 }), answered("not-sent"))[0].attempts).toBe(0);
  });

  it.each(REFUSED)("tries the tab after an answer that only %s the probe, once in five minutes", (meaning) => {
    expect(effectsOf(step(probing(NOW), answered(meaning)))).toEqual(["reload"]);
    const recent = probing(NOW, { reloads: 1, lastReloadAt: NOW - 5 * MINUTE + 1 });
    expect(effectsOf(step(recent, answered(meaning)))).toEqual([]);
    const rested = probing(NOW, { reloads: 1, lastReloadAt: NOW - 5 * MINUTE });
    expect(effectsOf(step(rested, answered(meaning)))).toEqual(["reload"]);
  });

  it.each(REFUSED)("leaves the tab alone after an answer that %s a protected page, or asks to wait", (meaning) => {
    expect(effectsOf(step(probing(NOW, { touchesTab: false }), answered(meaning)))).toEqual([]);
    expect(effectsOf(step(probing(NOW), answered(meaning, NOW + MINUTE)))).toEqual([]);
  });

  it.each(REFUSED)("keeps one reload for a good answer when the site %s every probe", (meaning) => {
    const plan = probing(NOW, { reloads: MOST_RELOADS - 1, lastReloadAt: NOW - 60 * MINUTE });
    expect(effectsOf(step(plan, answered(meaning)))).toEqual([]);
    expect(effectsOf(step(plan, answered("works")))).toEqual(["reload"]);
  });

  it("sends no second probe while one is out, and gives a lost one up after half a minute", () => {
    const plan = probing(NOW);
    expect(step(plan, TICK, NOW + 30 * SECOND - 1)).toEqual([plan, []]);
    expect(step(plan, { type: "now" }, NOW + SECOND)).toEqual([plan, []]);
    const [given, effects] = step(plan, TICK, NOW + 30 * SECOND);
    expect(given).toMatchObject({ attempts: 1, state: { name: "waiting", next: "probe" } });
    expect(effects).toEqual([]);
  });
});

describe("a reloading plan", () => {
  it("only looks at the tab when time passes, and never loads it twice", () => {
    const plan = reloading(NOW);
    for (const later of [SECOND, MINUTE, 60 * MINUTE]) {
      expect(step(plan, TICK, NOW + later)).toEqual([plan, [{ do: "look" }]]);
    }
    expect(step(plan, { type: "now" }, NOW + MINUTE)).toEqual([plan, []]);
  });

  it("ends when the page works", () => {
    const [plan, effects] = step(reloading(NOW), looked(shows(200, NOW + SECOND)), NOW + 2 * SECOND);
    expect(plan.state).toEqual({ name: "closed", at: NOW + 2 * SECOND, reason: "recovered", told: false });
    expect(effects).toEqual([{ do: "tell", outcome: "recovered" }]);
  });

  it.each([401, 403, 404])("ends when the tab itself is refused with %i", (status) => {
    expect(step(reloading(NOW), looked(shows(status, NOW)))[0].state).toMatchObject({ reason: "refused" });
  });

  it.each<[string, TabLook]>([
    ["the same failure, newly loaded", shows(502, NOW + SECOND)],
    ["a limit", shows(429, NOW + SECOND)],
    ["the browser's own error page", { state: "error-page" }],
    ["what may not be read", { state: "unreadable" }],
  ])("loads the tab again, two minutes later or more, when it shows %s", (_what, look) => {
    const [plan, effects] = step(reloading(NOW), looked(look), NOW + 2 * SECOND, 0);
    expect(plan.state).toMatchObject({ name: "waiting", due: NOW + 2 * SECOND + 2 * MINUTE, next: "reload" });
    expect(effects).toEqual([]);
  });

  it.each<[string, TabLook]>([
    ["the old failure still", shows(502, NOW - MINUTE)],
    ["nothing yet", { state: "loading" }],
  ])("waits for the reload while the tab shows %s, and gives it up in the end", (_what, look) => {
    const plan = reloading(NOW);
    const [waits, effects] = step(plan, looked(look), NOW + 150 * SECOND - 1);
    expect(waits).toEqual({ ...plan, state: { ...plan.state, made: look.state === "loading" ? true : undefined } });
    expect(effects).toEqual([]);
    const [given] = step(plan, looked(look), NOW + 150 * SECOND);
    expect(given.state).toMatchObject({ name: "waiting", next: "reload" });
  });

  it("goes back to probing when the reload followed a refusal and failed", () => {
    const [reloaded] = step(probing(NOW), answered("challenges"));
    const [plan] = step(reloaded, looked(shows(502, NOW + SECOND)), NOW + 2 * SECOND);
    expect(plan.state).toMatchObject({ name: "waiting", next: "probe" });
  });

  it("ends when it has failed too often", () => {
    const plan = reloading(NOW, { reloads: MOST_RELOADS });
    const [closed, effects] = step(plan, looked(shows(502, NOW + SECOND)));
    expect(closed.state).toMatchObject({ name: "closed", reason: "gave-up" });
    expect(effects).toEqual([{ do: "tell", outcome: "gave-up" }]);
  });
});

describe("every plan that is not closed", () => {
  const plans = [waiting(NOW + MINUTE), waiting(NOW + MINUTE, "reload"), probing(NOW), reloading(NOW)].map(
    (plan) => [plan.state.name, plan] as const,
  );

  it.each(plans)("ends when the user leaves or closes the tab: %s", (_state, plan) => {
    for (const look of [{ state: "gone" }, { state: "another-page" }] as const) {
      expect(step(plan, looked(look))[0].state).toMatchObject({ name: "closed", reason: "left" });
    }
  });

  it("ends when the page came back, if somebody else brought it back before a try", () => {
    const parts = { createdAt: NOW - 30 * MINUTE };
    const [ended] = step(probing(NOW, parts), looked(shows(200, NOW - 20 * MINUTE)), NOW + SECOND);
    expect(ended).toMatchObject({ seen: true, state: { at: NOW - 20 * MINUTE, reason: "recovered" } });
    const [withheld] = step(reloading(NOW, parts), looked(shows(200, NOW - 20 * MINUTE)), NOW + SECOND);
    expect(withheld).toMatchObject({ seen: true, state: { at: NOW - 20 * MINUTE, reason: "recovered" } });
    const [loading] = step(probing(NOW), looked(shows(200, NOW + SECOND)), NOW + 2 * SECOND);
    expect(loading).toMatchObject({ seen: false, state: { at: NOW + 2 * SECOND } });
    const [loaded] = step(reloading(NOW), looked(shows(200, NOW + SECOND)), NOW + 2 * SECOND);
    expect(loaded).toMatchObject({ seen: false, state: { at: NOW + 2 * SECOND } });
  });

  it.each(plans)("ends when it is stopped, with the reason given: %s", (_state, plan) => {
    const [closed, effects] = step(plan, { type: "stop", reason: "stopped" });
    expect(closed.state).toEqual({ name: "closed", at: NOW, reason: "stopped", told: false });
    expect(effects).toEqual([{ do: "tell", outcome: "stopped" }]);
  });

  it.each(plans)("ends at its deadline, whatever happens then: %s", (_state, open) => {
    const plan = open.state.name === "waiting" ? { ...open, state: { ...open.state, due: open.deadline } } : open;
    for (const event of [TICK, { type: "now" }, answered("works"), looked(shows(502, NOW))] as const) {
      expect(step(plan, event, plan.deadline)[0].state).toMatchObject({ name: "closed", reason: "deadline" });
    }
  });

  it.each(plans)("ends as the page is seen to have, though that is seen at its deadline: %s", (_state, plan) => {
    expect(step(plan, looked(shows(200, NOW)), plan.deadline)[0].state).toMatchObject({ reason: "recovered" });
    expect(step(plan, looked(shows(404, NOW)), plan.deadline)[0].state).toMatchObject({ reason: "refused" });
  });

  it.each(plans)("ends when the page is seen to work, and says so only of a page that does: %s", (_state, plan) => {
    expect(step(plan, looked(shows(200, NOW - MINUTE)))[0].state).toMatchObject({ reason: "recovered" });
    expect(step(plan, looked(shows(404, NOW - MINUTE)))[0].state).toMatchObject({ reason: "refused" });
  });
});

describe("a closed plan", () => {
  const REASONS = ["recovered", "site-answers", "stopped", "left", "refused", "deadline"] as const;

  it.each(REASONS)("whose end nobody has been told of says it at the next tick: %s", (reason) => {
    const plan = closed(reason);
    expect(step(plan, TICK)).toEqual([plan, [{ do: "tell", outcome: reason }]]);
    expect(step(plan, { type: "tick", offline: true })[1]).toEqual([{ do: "tell", outcome: reason }]);
  });

  it.each(REASONS)("remembers that somebody has been told, and is silent from then on: %s", (reason) => {
    const [told] = step(closed(reason), { type: "told" });
    expect(told).toEqual(closed(reason, {}, true));
    expect(step(told, TICK)).toEqual([told, []]);
  });

  it("stays closed, whatever comes", () => {
    for (const plan of [closed("left"), closed("left", {}, true)]) {
      for (const event of [
        { type: "now" },
        { type: "stop", reason: "stopped" },
        answered("works"),
        { type: "heard", meaning: "works", times: 1 },
        looked(shows(200, NOW)),
      ] as const) {
        expect(step(plan, event, NOW + MINUTE)).toEqual([plan, []]);
      }
    }
  });

  it("makes nothing of having told while it is still open", () => {
    const plan = waiting(NOW);
    expect(step(plan, { type: "told" })).toEqual([plan, []]);
  });
});

describe("outcomeOf", () => {
  it.each([
    [200, "recovered"],
    [304, "recovered"],
    [401, "refused"],
    [404, "refused"],
    [429, null],
    [502, null],
    [0, null],
  ] as const)("reads a tab that shows %i as %s", (status, outcome) => {
    expect(outcomeOf(shows(status, NOW))).toBe(outcome);
  });

  it.each(["gone", "loading", "error-page", "unreadable"] as const)("draws nothing from a tab that is %s", (state) => {
    expect(outcomeOf({ state })).toBeNull();
  });
});
