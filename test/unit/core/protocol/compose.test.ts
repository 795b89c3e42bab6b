import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { noOpinions } from "../../../../src/core/places/opinions-view.ts";
import { compose } from "../../../../src/core/protocol/compose.ts";
import { incidentIn, type Standing } from "../../../../src/core/protocol/standing.ts";
import { EMPTY_VIEW, type TabView } from "../../../../src/core/protocol/tab-view.ts";
import type { RepairView } from "../../../../src/core/repair/view.ts";
import { STOP_REASONS } from "../../../../src/core/retry/stop-reason.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import { holds } from "../../../property.ts";
import { EXAMPLE } from "../report/example.ts";

/** Moments, so few that they often meet. */
const T = 1_000;
const moment = fc.integer({ min: T, max: T + 5 });
const incidentId = fc.constantFrom("a", "b", "c");

const failing = (id: string): Standing => ({ kind: "failing", incidentId: id });
const answered = (id: string | null): Standing => ({
  kind: "answered",
  host: "shop.example",
  status: 200,
  recovered: false,
  incidentId: id,
  requests: null,
});
const NO_ANSWER: Standing = {
  kind: "no-answer",
  host: "shop.example",
  answersNow: false,
  network: "online",
  private: false,
};
const checkOf = (id: string, parts: Partial<CheckView> = {}): CheckView => ({ ...EXAMPLE, incidentId: id, ...parts });
const stopped = (at: number, reason: (typeof STOP_REASONS)[number] = "stopped"): RetryView => ({
  state: "stopped",
  reason,
  at,
  attempts: 1,
});
const WAITING: RetryView = { state: "waiting", due: T, attempts: 1, watching: "page", usual: null, forecast: null };

const standing = fc.oneof(
  fc.constantFrom<Standing | null>(null, NO_ANSWER, { kind: "unreadable" }),
  incidentId.map(failing),
  fc.option(incidentId).map(answered),
);
const check = fc
  .tuple(incidentId, moment, fc.constantFrom("page" as const, "requests" as const))
  .map(([id, since, about]) => checkOf(id, { since, about }));
const plan = fc.oneof(
  fc.constantFrom<RetryView>({ state: "none" }, WAITING),
  fc.tuple(moment, fc.constantFrom(...STOP_REASONS)).map(([at, reason]) => stopped(at, reason)),
);
const change: fc.Arbitrary<Partial<TabView>> = fc.oneof(
  standing.map((given) => ({ standing: given })),
  check.map((given) => ({ check: given })),
  plan.map((given) => ({ plan: given })),
  fc.option(incidentId.map(noOpinions)).map((given) => ({ opinions: given })),
  fc.tuple(standing, check).map(([first, second]) => ({ standing: first, check: second })),
);
const changes = fc.array(change, { minLength: 1, maxLength: 12 });

const after = (...all: ReadonlyArray<Partial<TabView>>): TabView => all.reduce(compose, EMPTY_VIEW);

describe("the view of a tab, whatever its parts become and in whatever order", () => {
  it("shows no check and no second opinions but those of the incident that stands there", () => {
    holds([changes], (all) => {
      const view = after(...all);
      const incident = incidentIn(view.standing);
      expect([incident, null]).toContain(view.check?.incidentId ?? null);
      expect([incident, null]).toContain(view.opinions?.incidentId ?? null);
    });
  });

  it("shows no plan that had ended before this failure began", () => {
    holds(
      [changes],
      (all) => {
        const { plan: shown, check: of } = after(...all);
        if (shown.state !== "stopped" || !of) return;
        expect(shown.at).toBeGreaterThanOrEqual(of.since);
      },
      { runs: 1_000, reaches: 0.02 },
    );
  });

  it("says what stands there as it was said last, unless a check of a failing page has begun since", () => {
    holds([changes, standing], (all, now) => {
      expect(compose(after(...all), { standing: now }).standing).toEqual(now);
    });
    holds([changes, check], (all, begun) => {
      const before = after(...all);
      const { standing: now } = compose(before, { check: begun });
      expect(now).toEqual(
        begun.about === "page" && incidentIn(before.standing) !== begun.incidentId
          ? failing(begun.incidentId)
          : before.standing,
      );
    });
  });

  it("loses nothing by a change that is made twice, or by none", () => {
    holds([changes, change], (all, last) => {
      const once = compose(after(...all), last);
      expect(compose(once, last)).toEqual(once);
      expect(compose(once, {})).toEqual(once);
    });
  });

  it("keeps a plan that goes on, whatever else becomes of the tab", () => {
    holds([changes], (all) => {
      expect(after(...all, { plan: WAITING }, ...all.filter((one) => !("plan" in one))).plan).toEqual(WAITING);
    });
  });
});

describe("the view of a tab", () => {
  it("keeps the check that ended with the page's coming back", () => {
    const view = after({ standing: failing("a"), check: checkOf("a") }, { standing: answered("a") });
    expect(view).toMatchObject({ standing: { kind: "answered" }, check: { incidentId: "a" } });
  });

  it("drops what belonged to a page that has gone, and keeps its plan", () => {
    const whole = { standing: failing("a"), check: checkOf("a"), opinions: noOpinions("a"), plan: WAITING };
    expect(after(whole, { standing: null })).toEqual({ ...EMPTY_VIEW, plan: WAITING });
  });

  it.each(STOP_REASONS)(
    "where nobody was reached shows a plan that ended as %s only if that was of this failure",
    (reason) => {
      const ofThis = ["stopped", "deadline", "gave-up", "dropped"].includes(reason);
      expect(after({ standing: NO_ANSWER }, { plan: stopped(T, reason) }).plan.state).toBe(ofThis ? "stopped" : "none");
      expect(after({ plan: stopped(T, reason) }, { standing: NO_ANSWER }).plan.state).toBe(ofThis ? "stopped" : "none");
    },
  );
});

describe("a page that reached nobody", () => {
  const found = (dead: boolean): RepairView => ({
    ...{ id: "name-proxy", url: "https://shop.example/", at: T, state: "proxy", dead, setting: null, setters: null },
  });

  it("is said to be behind a dead proxy once a repair has found that, whoever looks at the tab again", () => {
    const seen = compose({ ...EMPTY_VIEW, standing: NO_ANSWER }, { repair: found(true) });
    expect(seen.standing).toEqual({ ...NO_ANSWER, network: "dead-proxy" });
    expect(compose(seen, { standing: NO_ANSWER }).standing).toEqual({ ...NO_ANSWER, network: "dead-proxy" });
    expect(compose({ ...EMPTY_VIEW, standing: NO_ANSWER }, { repair: found(false) }).standing).toEqual(NO_ANSWER);
  });

  it.each(["no-internet", "captive-portal"] as const)("is no dead proxy's where a later look finds %s", (network) => {
    const seen = compose({ ...EMPTY_VIEW, standing: NO_ANSWER }, { repair: found(true) });
    expect(compose(seen, { standing: { ...NO_ANSWER, network } }).standing).toEqual({ ...NO_ANSWER, network });
  });
});
