import { describe, expect, it } from "vitest";
import { siteOrPage } from "../../../../src/core/checks/site-or-page.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import { ELSEWHERE, failed, fails, ok, redirect, response, signals, works } from "./given.ts";

const judge = (parts: Parameters<typeof signals>[0]) => siteOrPage.judge(signals(parts));

describe("site-or-page", () => {
  it.each([
    ["the front page fails", fails, "check_site_fails"],
    ["the front page does not answer", failed("timeout"), "check_site_no_answer"],
  ] as const)("finds the whole site failing when %s", (_what, root, key) => {
    expect(judge({ anonymous: fails, root })).toMatchObject({
      outcome: "fail",
      says: { key },
      evidence: ["whole-site"],
    });
  });

  it("finds only this page failing when the front page works", () => {
    expect(judge({ anonymous: fails, root: works })).toMatchObject({ outcome: "pass", evidence: ["only-this-page"] });
  });

  it.each([
    ["works by now", works],
    ["was not asked for", notSent("protected")],
    ["brought nothing back", failed()],
    ["redirects", ok(redirect)],
  ] as const)("does not blame the page alone when it %s", (_what, anonymous) => {
    expect(judge({ anonymous, root: works })).toMatchObject({ outcome: "pass", evidence: [] });
  });

  it("makes nothing of a front page beside requests of a page that itself loaded", () => {
    const incident = { url: "https://shop.example/api/order", status: 503, protected: true };
    const requests = { pageHost: "shop.example", pageStatus: 200, seen: 3, hidden: 0, failing: [] };
    for (const root of [works, ok(redirect)]) {
      expect(judge({ incident, anonymous: notSent("protected"), root, requests }).evidence).toEqual([]);
      expect(judge({ incident, anonymous: notSent("protected"), root }).evidence).toHaveLength(1);
    }
  });

  it("takes a redirect of the front page for an answer that proves no contrast", () => {
    expect(judge({ anonymous: fails, root: ok(redirect) })).toMatchObject({ outcome: "pass", evidence: [] });
  });

  it.each(ELSEWHERE.filter(([, { kind }]) => kind === "response"))("settles nothing by %s", (_what, answer) => {
    expect(judge({ anonymous: fails, root: ok(answer) })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  const formsPage = { url: "https://shop.example/order", status: 502, protected: true };

  it.each([401, 403, 404, 410])(
    "takes a front page's %i beside a form for an answer that leaves the page open",
    (status) => {
      const root = ok(response(status, {}, "nothing for you"));
      expect(judge({ incident: formsPage, anonymous: notSent("protected"), root })).toMatchObject({
        outcome: "pass",
        says: { key: "check_site_answers_page_untried" },
        evidence: ["front-page-refuses"],
      });
    },
  );

  it.each([
    ["a test for robots", response(403, { "cf-mitigated": "challenge" })],
    ["a limit", response(429)],
    ["a shared cache's copy", response(200, { age: "12" })],
  ])("learns nothing from %s beside a form", (_what, answer) => {
    expect(judge({ incident: formsPage, anonymous: notSent("protected"), root: ok(answer) }).evidence).toEqual([]);
  });

  it("takes no refusal for the front page's that comes in an unrelated site's place as well", () => {
    const body = "<h1>Access denied</h1><p>Our office allows no shops.</p>";
    const there = { kind: "response", url: "http://www.gstatic.com/generate_204", truncated: false } as const;
    const refusal = response(403, {}, body);
    const parts = { incident: formsPage, anonymous: notSent("protected"), root: ok(refusal) };
    expect(judge({ ...parts, impostorAnswer: { ...there, status: 403, headers: [], body } }).evidence).toEqual([]);
    expect(judge(parts).evidence).toEqual(["front-page-refuses"]);
  });

  it("settles nothing when the front page was not asked for", () => {
    expect(judge({ anonymous: fails, root: notSent("throttled") })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });

  it("takes no page for the front page that comes in an unrelated site's place as well", () => {
    const portal = "<h1>Welcome to our hotel</h1><p>Please log in with your room and name to use the Wi-Fi.</p>";
    const there = { kind: "response", url: "http://www.gstatic.com/generate_204", truncated: false } as const;
    const impostorAnswer = { ...there, status: 200, headers: [], body: portal };
    const judged = (body: string) => judge({ anonymous: fails, root: ok(response(200, {}, body)), impostorAnswer });
    expect(judged(portal)).toMatchObject({ outcome: "inconclusive", evidence: [] });
    expect(judged("<h1>Shop</h1><p>All that you need.</p>").evidence).toEqual(["only-this-page"]);
  });

  it.each(["https://shop.example/", "https://shop.example/?q=1"])("does not apply to a front page: %s", (url) => {
    expect(
      judge({ incident: { url, status: 502, protected: false }, anonymous: fails, root: ok(response(200)) }),
    ).toMatchObject({ outcome: "not-applicable", evidence: [] });
  });

  it("observes that a stranger met an error on the front page", () => {
    expect(siteOrPage.observe?.(signals({ root: fails }))).toEqual(["stranger-failed"]);
    for (const root of [ok(response(200)), ok(redirect), failed(), notSent("not-needed")]) {
      expect(siteOrPage.observe?.(signals({ root }))).toEqual([]);
    }
  });
});
