import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import type { Cause, Side } from "../../../../src/core/evidence/causes.ts";
import { type MessageKey, message } from "../../../../src/core/message.ts";
import type { RepairId } from "../../../../src/core/repair/repair.ts";
import type { RepairStep, RepairView } from "../../../../src/core/repair/view.ts";
import type { VerdictView } from "../../../../src/core/verdict/words.ts";
import { repairAfter } from "../../../../src/pages/popup/after-repair.ts";
import { sceneOf } from "../../../../src/pages/popup/scene.ts";
import { AT, EXAMPLE } from "../../core/report/example.ts";

const HOST = "shop.example";
const repairOf = (id: RepairId, step: RepairStep): RepairView => ({ id, url: EXAMPLE.url, at: AT, ...step });
const fails = (id: RepairId, byHand = false): RepairView =>
  repairOf(id, { state: "done", end: "fails", cookies: 9, byHand });

function judged(side: Side, cause: Cause, advice: MessageKey, parts: Partial<VerdictView> = {}) {
  if (!EXAMPLE.verdict) throw new Error("the example has a verdict");
  return { ...EXAMPLE, verdict: { ...EXAMPLE.verdict, side, cause, advice: message(advice, HOST), ...parts } };
}
const sceneAfter = (view: ReturnType<typeof judged>, repair: RepairView | null) =>
  sceneOf({ view, retry: { state: "none" }, opinions: null, repair, automatic: true }, AT, "en");
const advised = (view: ReturnType<typeof judged>, repair: RepairView | null) =>
  sceneAfter(view, repair).step?.advice ?? null;

describe("what is advised after a repair in vain", () => {
  const cookies = judged("you", "cookies", "cause_cookies_advice");
  const address = judged("you", "stale-address", "cause_stale_address_advice");

  it.each([true, false])(
    "is no deletion of cookies, where extensions are offered in its place; by hand: %s",
    (hand) => {
      const repair = fails("delete-cookies", hand);
      expect(advised(cookies, repair)).toBeNull();
      expect(repairAfter(repair, "delete-cookies", false)).toBe("name-extensions");
    },
  );

  it("is only what is left where the browser has forgotten the old addresses", () => {
    const left = advised(address, fails("forget-addresses", true));
    expect(left?.key).toBe("advice_stale_address_restart");
    expect(english.advice_stale_address_restart.message).not.toMatch(/browser|forget/);
    expect(repairAfter(fails("forget-addresses", true), "forget-addresses", false)).toBeNull();
  });

  it("is no proxy where the browser's own was looked at", () => {
    const proxy = judged("you", "local-proxy", "cause_local_proxy_advice");
    expect(advised(proxy, fails("name-proxy", true))?.key).toBe("advice_local_proxy_vpn");
    expect(english.advice_local_proxy_vpn.message).not.toMatch(/proxy/);
  });

  const afterCookies = { inVain: ["delete-cookies"] } as const;

  it.each<[string, RepairView]>([
    ["while the browser asks", repairOf("name-extensions", { state: "asking", lacked: [] })],
    ["once one was turned off", fails("name-extensions", true)],
  ])("is the next extension, and not the cookies that were looked at before: %s", (_when, step) => {
    const repair = { ...step, ...afterCookies };
    expect(advised(cookies, repair)?.key).toBe("cause_extension_advice");
    expect(repairAfter(repair, "delete-cookies", false)).toBe("name-extensions");
  });

  it.each<[string, RepairView]>([
    ["while the browser asks", repairOf("name-extensions", { state: "asking", lacked: [] })],
    ["once one was turned off", fails("name-extensions", true)],
  ])("is the cookies where only extensions were looked at so far: %s", (_when, repair) => {
    expect(sceneAfter(cookies, repair).step).toBe(cookies.verdict);
    expect(sceneAfter(cookies, repair).headline).toBe(cookies.verdict.headline);
    expect(repairAfter(repair, "delete-cookies", false)).toBe("delete-cookies");
  });

  it("is the next extension where one that was turned off was not it", () => {
    const repair = fails("name-extensions", true);
    expect(repairAfter(repair, "name-extensions", false)).toBe("name-extensions");
    expect(repairAfter(repair, "forget-addresses", false)).toBe("forget-addresses");
    expect(repairAfter(repair, null, false)).toBeNull();
  });

  it.each([
    ["advice_private_window", "advice_private_window_not_cookies"],
    ["advice_front_page", "advice_front_page_not_cookies"],
    ["advice_front_page_cookies", "advice_front_page_not_cookies"],
  ] as const)("names no cookies as the likeliest of what is open: %s", (advice, left) => {
    const unsure = judged("unsure", "signed-in", advice);
    for (const repair of [fails("delete-cookies"), { ...fails("name-extensions", true), ...afterCookies }]) {
      expect(advised(unsure, repair)).toEqual(message(left, HOST));
    }
    expect(english[advice].message).toMatch(/cookies/);
    expect(english[left].message).not.toMatch(/cookies/);
  });

  it.each<[string, RepairView | null]>([
    ["none", null],
    ["one that the browser asks about", repairOf("delete-cookies", { state: "asking", lacked: [] })],
    [
      "one whose end can't be seen",
      repairOf("delete-cookies", { state: "done", end: "unclear", cookies: 9, byHand: false }),
    ],
    ["another one", fails("forget-addresses", true)],
  ])("is what it was beside %s", (_what, repair) => {
    expect(advised(cookies, repair)).toBe(cookies.verdict.advice);
    expect(sceneAfter(cookies, repair).step).toBe(cookies.verdict);
  });

  it("is what a check says of the site by now", () => {
    const site = judged("server", "origin-down", "cause_origin_down_advice");
    expect(sceneAfter(site, fails("delete-cookies")).step).toBe(site.verdict);
  });

  it("keeps the question about a step that was begun", () => {
    const view = {
      ...judged("unsure", "signed-in", "advice_private_window"),
      step: { id: "private-window", state: "begun" },
    } as const;
    expect(sceneAfter(view, fails("delete-cookies")).asked).toBe(view.step);
  });
});

describe("what is said beside what a repair has ruled out", () => {
  const cookies = judged("you", "cookies", "cause_cookies_advice", { notNeeded: message("cause_cookies_not_needed") });
  it.each<[string, RepairView]>([
    ["no cookies are sent", repairOf("delete-cookies", { state: "counted", cookies: 0, shared: null, lacked: [] })],
    ["it fails without them", fails("delete-cookies")],
    [
      "extensions are named next",
      {
        ...repairOf("name-extensions", { state: "extensions", found: { names: ["A"], more: 0 } }),
        inVain: ["delete-cookies"],
      },
    ],
  ])("is not which cookies can stay: %s", (_when, repair) => {
    const { headline, step } = sceneAfter(cookies, repair);
    expect(headline.key).toBe("ui_other_than_that");
    expect(step?.notNeeded).toBeNull();
  });

  it("is which cookies can stay as long as some would go", () => {
    const repair = repairOf("delete-cookies", { state: "counted", cookies: 9, shared: null, lacked: [] });
    expect(sceneAfter(cookies, repair).step?.notNeeded?.key).toBe("cause_cookies_not_needed");
  });

  it("blames a proxy on, whatever extensions were looked for", () => {
    const proxy = judged("you", "local-proxy", "cause_local_proxy_advice");
    const none = repairOf("name-extensions", { state: "extensions", found: { names: [], more: 0 } });
    expect(sceneAfter(proxy, none).headline).toBe(proxy.verdict.headline);
  });
});
