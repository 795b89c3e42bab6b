import { describe, expect, it } from "vitest";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { ok } from "../checks/given.ts";
import { usual, verdictOf, viewOf } from "./seen-alike.ts";

const ONCE = "https://shop.example/activate?token=4f3c2b1a9d8e";
const HTTP = "http://shop.example/cart";
const LOGIN = "<h1>Welcome to our hotel</h1><p>Please log in with your room and name to use the Wi-Fi.</p>";
const inPlace = (status: number) =>
  ({ kind: "response", url: "http://www.gstatic.com/", status, headers: [], body: LOGIN, truncated: false }) as const;

describe("a tab that is served after strangers met nothing but the failure", () => {
  it.each<[string, string, Signals]>([
    ["the site's trouble", "cause_transient_headline", usual(502, "<center>nginx</center>")],
    [
      "the trouble behind a link that works once, which is no form",
      "cause_transient_headline",
      usual(502, "<center>nginx</center>", {}, ONCE),
    ],
    [
      "a portal",
      "cause_captive_portal_over_headline",
      { ...usual(511, LOGIN, {}, HTTP), connectivity: ok("captive-portal"), impostorAnswer: inPlace(200) },
    ],
    [
      "a box",
      "cause_local_proxy_over_headline",
      { ...usual(503, LOGIN, {}, HTTP), connectivity: ok("impostor"), impostorAnswer: inPlace(503) },
    ],
  ])("makes a thing of the past of %s", (_what, headline, seen) => {
    const before = verdictOf(seen);
    const after = verdictOf({ ...seen, reload: "works" });
    expect(after?.side).toBe(before?.side);
    expect(before?.headline.args?.[0]).not.toMatchObject({ key: headline });
    expect(after?.headline.args?.[0]).toMatchObject({ key: headline });
    expect(after).toMatchObject({ why: { key: "cause_transient_why" }, advice: { key: "cause_over_advice" } });
    expect(Object.values(viewOf(seen).path)).toContain("broken");
    expect(Object.values(viewOf({ ...seen, reload: "works" }).path)).not.toContain("broken");
  });
});
