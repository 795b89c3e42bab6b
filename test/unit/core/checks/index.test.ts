import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKS, judge, observe } from "../../../../src/core/checks/index.ts";
import { weigh } from "../../../../src/core/evidence/weigh.ts";
import type { Weight } from "../../../../src/core/evidence/weight.ts";
import { WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import { holds } from "../../../property.ts";
import { ELSEWHERE, fails, NOTHING, navigation, ok, PROTECTED, page, signals, works } from "./given.ts";
import { anySignals } from "./random.ts";

const checks = CHECKS.map((check) => [check.id, check] as const);
const evidenceOf = (given: ReturnType<typeof signals>) => CHECKS.flatMap((check) => judge(check, given).evidence);
const mechanisms = (given: ReturnType<typeof signals>) =>
  evidenceOf(given).filter((id) => (WEIGHTS[id] as Weight).mechanism !== undefined);

/** A browser on whose side everything points, as far as the browser itself can tell. */
const suspicious = {
  navigation: navigation({ source: "page-worker" }),
  page: page({ cookieBytes: 20_000 }),
};

describe("every check", () => {
  it("gives no evidence but what it names, and all of that", () => {
    const given = new Map<string, Set<string>>(CHECKS.map(({ id }) => [id, new Set()]));
    holds(
      [anySignals],
      (signals) => {
        for (const check of CHECKS) {
          const { evidence } = judge(check, signals);
          expect(check.gives).toEqual(expect.arrayContaining([...evidence]));
          for (const id of evidence) given.get(check.id)?.add(id);
        }
      },
      { runs: 1_500 },
    );
    const never = CHECKS.flatMap(({ id, gives }) =>
      gives.flatMap((one) => (given.get(id)?.has(one) ? [] : [[id, one] as const])),
    );
    expect(never.length).toBeLessThan(8);
    // What chance has not met this time, the check's own test expects by name.
    const own = (check: string) => readFileSync(new URL(`./${check}.test.ts`, import.meta.url), "utf8");
    expect(never.filter(([check, id]) => !own(check).includes(`"${id}"`))).toEqual([]);
  });
});

describe("judge", () => {
  it("makes a check that throws inconclusive", () => {
    const broken = {
      id: "cache",
      requires: [],
      gives: [],
      judge() {
        throw new Error("broken");
      },
    } as const;
    expect(judge(broken, signals())).toEqual({
      outcome: "inconclusive",
      says: { key: "check_failed" },
      evidence: [],
    });
  });

  it.each(checks)("shows %s only what it requires", (_id, check) => {
    holds([anySignals], (given) => {
      let looked = new Set<string | symbol>();
      const watched = (seen: typeof given) => {
        expect(Object.keys(seen).sort()).toEqual([...check.requires].sort());
        return new Proxy(seen, {
          get(target, name) {
            looked = new Set(looked).add(name);
            return Reflect.get(target, name);
          },
        });
      };
      const spied = {
        ...check,
        judge: (seen: typeof given) => check.judge(watched(seen)),
        observe: (seen: typeof given) => check.observe?.(watched(seen)) ?? [],
      };
      expect(judge(spied, given)).toEqual(judge(check, given));
      expect(observe([spied], given)).toEqual(observe([check], given));
      for (const name of looked) expect(check.requires).toContain(name);
    });
  });
});

describe("every check", () => {
  it.each(checks)("is a function of its signals: %s", (_id, check) => {
    holds([anySignals], (given) => {
      const before = structuredClone(given);
      expect(check.judge(given)).toEqual(check.judge(given));
      expect(given).toEqual(before);
    });
  });

  it("gives no evidence where it does not know, and each is at a loss somewhere", () => {
    // What is known of the machine, the status, an account or a size stands beside an open question.
    const known = [
      "runs-here",
      "stranger-limited",
      "stranger-redirected",
      "stranger-redirected-while-failing",
      "stranger-served-by-shared-cache",
      "oversized-cookies",
      "oversized-cookies-beside-other-failure",
      "oversized-cookies-untried",
      "reload-works",
      "challenge-page",
      "limit-spares-strangers",
    ];
    const atALoss = new Set<string>();
    holds([anySignals], (given) => {
      for (const check of CHECKS) {
        const { outcome, evidence } = judge(check, given);
        if (outcome !== "inconclusive" && outcome !== "not-applicable") continue;
        atALoss.add(check.id);
        if (check.id !== "gateway") expect(known, check.id).toEqual(expect.arrayContaining([...evidence]));
      }
    });
    expect([...atALoss].sort()).toEqual(CHECKS.map(({ id }) => id).sort());
  });
});

describe("the principles of judgement", () => {
  it.each(ELSEWHERE)("%s without cookies is never a verdict of cookies", (_what, answer) => {
    for (const reload of ["not-tried", "fails", "works", "works-past-cache"] as const) {
      const answers = { anonymous: ok(answer), retries: [ok(answer), ok(answer)], root: ok(answer) };
      const { side, cause } = weigh(evidenceOf(signals({ ...suspicious, ...answers, reload })), []);
      expect([side, cause]).not.toEqual(["you", "cookies"]);
    }
  });

  it.each(NOTHING)("a probe that %s is no mechanism for the user's side", (_what, nothing) => {
    for (const reload of ["not-tried", "fails"] as const) {
      const given = signals({
        ...suspicious,
        anonymous: nothing,
        retries: [nothing, nothing, nothing],
        root: nothing,
        throughPageWorker: [nothing, nothing],
        connectivity: nothing,
        statusPage: nothing,
        reload,
      });
      expect(mechanisms(given)).toEqual([]);
      expect(weigh(evidenceOf(given), []).side).not.toBe("you");
    }
  });

  it.each(["not-tried", "fails", "works", "works-past-cache"] as const)(
    "a protected page is never evidence for the user's side, whatever was asked: %s",
    (reload) => {
      const given = signals({
        ...suspicious,
        incident: PROTECTED,
        anonymous: works,
        retries: [works, works],
        throughPageWorker: [fails, fails],
        reload,
      });
      expect(mechanisms(given)).toEqual([]);
    },
  );
});
