import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import { message } from "../../../../src/core/message.ts";
import { plainWords } from "../../../../src/pages/popup/plain-words.ts";

const HOST = "shop.example";
const ANSWERED = {
  kind: "answered",
  host: HOST,
  status: 200,
  recovered: false,
  incidentId: null,
  requests: null,
} as const;

describe("what is said without an incident", () => {
  it("never says that nothing is wrong, only what the page answered", () => {
    const words = plainWords(ANSWERED, true);
    expect(words).toMatchObject({ mood: "plain", headline: { key: "ui_idle" }, action: null });
    expect(words.why?.args).toEqual([HOST, "200"]);
  });

  it("says that a page is back", () => {
    expect(plainWords({ ...ANSWERED, recovered: true }, true).mood).toBe("back");
  });

  it.each([
    ["online", "unsure", null],
    ["no-internet", "you", null],
    ["captive-portal", "you", "log-in-to-network"],
    ["unknown", "unsure", null],
  ] as const)("names no gateway when nobody answered, network %s", (network, mood, action) => {
    const words = plainWords({ kind: "no-answer", host: HOST, network, answersNow: false, private: false }, true);
    expect(words).toMatchObject({ mood, action });
  });

  it("excepts no site where a network lets nobody through", () => {
    expect(english.ui_no_answer_portal_why.message).toBe("Until you do, no site can be reached.");
  });

  it("offers the reload when the site answers by now", () => {
    const words = plainWords(
      { kind: "no-answer", host: HOST, network: "online", answersNow: true, private: false },
      true,
    );
    expect(words).toMatchObject({ mood: "back", action: "reload" });
  });

  it("asks for one site only where it needs leave", () => {
    const words = plainWords({ kind: "needs-grant", host: HOST, origin: "*://shop.example/*" }, false);
    expect(words).toMatchObject({ action: "grant-site", note: { key: "note_grant_site" } });
  });

  it.each([
    [401, "ui_answered_401"],
    [403, "ui_answered_403"],
    [404, "ui_answered_404"],
    [410, "ui_answered_410"],
    [418, "ui_answered_4xx"],
    [451, "ui_answered_451"],
  ] as const)("names the site first, then says what a %i means", (status, why) => {
    const { headline, why: second } = plainWords({ ...ANSWERED, status }, true);
    expect([headline, second]).toEqual([message("ui_answered", HOST), message(why, String(status))]);
    expect(english.ui_answered.message).toContain("$HOST$");
    expect(english[why].message).toContain("$STATUS$");
  });

  it("says of an address that is too long that it is the address, and offers nothing that would ask for it", () => {
    const words = plainWords({ kind: "too-long" }, true);
    expect(words).toMatchObject({ mood: "plain", headline: { key: "ui_too_long" }, why: { key: "ui_too_long_why" } });
    expect(words).toMatchObject({ action: null, advice: null });
  });

  it("calls a test for robots what it is", () => {
    const words = plainWords({ kind: "challenge", host: HOST, status: 403 }, true);
    expect(words).toMatchObject({
      headline: { key: "cause_bot_check_headline" },
      why: { key: "ui_challenge_why", args: ["403"] },
      advice: { key: "cause_bot_check_advice" },
    });
  });

  const answered = (hosts: Array<{ host: string; failed: number; statuses: number[] }>, origin: string | null) =>
    plainWords({ ...ANSWERED, requests: { hosts, origin } }, true);

  it("says that no request is seen to have failed only where they were looked at", () => {
    expect(answered([], null).advice?.key).toBe("ui_idle_requests");
    const unread = plainWords(ANSWERED, true);
    expect(unread.advice).toBeNull();
  });

  it("names the host whose requests fail, and asks for leave to look at that one site", () => {
    const api = { host: "api.shop.example", failed: 3, statuses: [502, 503] };
    expect(answered([api], "*://api.shop.example/*")).toMatchObject({
      headline: { key: "ui_requests_many", args: ["3", "api.shop.example"] },
      why: { args: ["502, 503"] },
      action: "grant-site",
      about: "api.shop.example",
    });
    expect(answered([{ ...api, failed: 1 }], null)).toMatchObject({
      headline: { key: "ui_requests_one" },
      action: null,
    });
  });
});
