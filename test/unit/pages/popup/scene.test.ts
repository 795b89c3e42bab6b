import { describe, expect, it } from "vitest";
import { type MessageKey, message } from "../../../../src/core/message.ts";
import type { OpinionsView } from "../../../../src/core/places/opinions-view.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import type { VerdictView } from "../../../../src/core/verdict/words.ts";
import { sceneOf } from "../../../../src/pages/popup/scene.ts";
import { AT, EXAMPLE } from "../../core/report/example.ts";

const NONE: RetryView = { state: "none" };
const advises = (key: MessageKey, over: Partial<VerdictView> = {}): CheckView => ({
  ...EXAMPLE,
  verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "unsure", advice: message(key), ...over },
});
const sceneAt = (view: CheckView, now = AT, parts: { retry?: RetryView; opinions?: OpinionsView } = {}) =>
  sceneOf({ view, retry: NONE, opinions: null, repair: null, automatic: true, ...parts }, now, "en");

describe("a check that can be asked for again", () => {
  it.each(["limited_advice", "limited_advice_session", "refused_advice"] as const)(
    "is none where each request can prolong it: %s",
    (key) => {
      expect(sceneAt(advises(key)).mayCheckAgain).toBe(false);
      expect(sceneAt(advises("advice_private_window")).mayCheckAgain).toBe(true);
    },
  );

  it("is none before the moment that the site has named, as its step or beside it", () => {
    const asked = { ...EXAMPLE, retryAfter: AT + 60_000 };
    const again = { ...advises("advice_check_again", { action: "check-again" }), retryAfter: AT + 60_000 };
    expect(sceneAt(asked, AT + 59_999).mayCheckAgain).toBe(false);
    expect(sceneAt(asked, AT + 60_000).mayCheckAgain).toBe(true);
    const { step, mayCheckAgain } = sceneAt(again, AT + 59_999);
    expect([step?.action, mayCheckAgain]).toEqual([null, false]);
    expect(sceneAt(again, AT + 60_000).step?.action).toBe("check-again");
  });

  it("is offered once", () => {
    expect(sceneAt(advises("advice_check_again", { action: "check-again" })).mayCheckAgain).toBe(false);
    expect(sceneAt(EXAMPLE).mayCheckAgain).toBe(true);
  });
});

describe("a step that loads the page", () => {
  it.each([
    ["reload", true],
    ["reload-past-cache", true],
    ["check-again", false],
    [null, false],
  ] as const)("is %s: %s", (action, loads) => {
    expect(sceneAt(advises("advice_reload_settles", { action })).isLoadOffered).toBe(loads);
  });
});

describe("the way to a site that served others while the tab failed ten times", () => {
  it("has no broken link once the verdict is older than that", () => {
    const retry = { state: "stopped", reason: "gave-up", at: AT + 100_000, attempts: 10 } as const;
    expect(sceneAt(EXAMPLE, AT, { retry }).path).toEqual({ ...EXAMPLE.path, you: "unknown", site: "unknown" });
    const gateway = { ...EXAMPLE, path: { ...EXAMPLE.path, gateway: "broken", site: "unknown" } } as const;
    expect(sceneAt(gateway, AT, { retry }).path).toMatchObject({ gateway: "unknown", site: "unknown" });
    expect(sceneAt({ ...EXAMPLE, finishedAt: AT + 200_000 }, AT, { retry }).path).toBe(EXAMPLE.path);
  });
});

describe("what is advised where other places are served", () => {
  const served = advises("advice_places_served");
  const facts = (reached: string | null, tested: readonly [] | null = null) =>
    ({
      state: "ok",
      at: AT,
      took: 1,
      value: { reached, tested, resolvers: [{ name: "r", answer: { exists: true, addresses: ["198.51.100.7"] } }] },
    }) as const;
  const asked = {
    state: "ok",
    at: AT,
    took: 1,
    value: {
      home: { country: "DE", continent: "EU" },
      ipVersion: 4,
      places: [],
      here: { state: "not-sent", reason: "not-needed" },
    },
  } as const;
  const opinions = (address: OpinionsView["address"]): OpinionsView => ({
    incidentId: EXAMPLE.incidentId,
    asking: null,
    live: [],
    measurement: "m",
    withPath: false,
    askedPlaces: asked,
    address,
    refusal: null,
  });
  const advised = (address: OpinionsView["address"], now = AT) =>
    sceneAt(served, now, { opinions: opinions(address) }).step?.advice?.key;

  it("is to compare the address, until that is done", () => {
    expect(sceneAt(served).step?.advice?.key).toBe("advice_places_served");
    expect(advised({ state: "not-sent", reason: "not-needed" })).toBe("advice_places_served");
    expect(advised(facts("203.0.113.9"), AT + 300_001)).toBe("advice_places_served");
  });

  it("is to try an address from there that nobody else is led to", () => {
    expect(advised(facts("203.0.113.9"))).toBe("advice_places_served_address");
  });

  it("is another network where there is no such address, or it has been tried", () => {
    for (const address of [facts("198.51.100.7"), facts(null), facts("203.0.113.9", [])]) {
      expect(advised(address)).toBe("advice_other_network");
    }
  });
});
