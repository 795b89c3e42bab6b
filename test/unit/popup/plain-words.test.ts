import { describe, expect, it } from "vitest";
import { plainWords } from "../../../src/popup/plain-words.ts";

const HOST = "shop.example";

describe("what is said without an incident", () => {
  it("never says that nothing is wrong, only what the page answered", () => {
    const words = plainWords({ kind: "answered", host: HOST, status: 200, recovered: false, requests: null }, true);
    expect(words).toMatchObject({ mood: "plain", headline: { key: "ui_idle", args: ["200"] }, action: null });
  });

  it("says that a page is back", () => {
    expect(plainWords({ kind: "answered", host: HOST, status: 200, recovered: true, requests: null }, true).mood).toBe(
      "back",
    );
  });

  it.each([
    ["online", "unsure", null],
    ["no-internet", "you", null],
    ["captive-portal", "you", "log-in-to-network"],
    ["unknown", "unsure", null],
  ] as const)("names no gateway when nobody answered, network %s", (network, mood, action) => {
    const words = plainWords({ kind: "no-answer", host: HOST, network, answersNow: false }, true);
    expect(words).toMatchObject({ mood, action });
  });

  it("offers the reload when the site answers by now", () => {
    const words = plainWords({ kind: "no-answer", host: HOST, network: "online", answersNow: true }, true);
    expect(words).toMatchObject({ mood: "back", action: "reload" });
  });

  it("asks for one site only where it needs leave", () => {
    const words = plainWords({ kind: "needs-grant", host: HOST, origin: "*://shop.example/*" }, false);
    expect(words).toMatchObject({ action: "grant-site", note: { key: "note_grant_site" } });
  });
});
