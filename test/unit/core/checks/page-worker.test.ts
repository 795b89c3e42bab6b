import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import { pageWorker } from "../../../../src/core/checks/page-worker.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { AnswerSource } from "../../../../src/core/incident/answer-source.ts";
import { message } from "../../../../src/core/message.ts";
import { ELSEWHERE, failed, fails, NOTHING, navigation, ok, PROTECTED, signals, works } from "./given.ts";

const controlled = navigation({ source: "passed-on" });
const judge = (parts: Parameters<typeof signals>[0]) => pageWorker.judge(signals(parts));

/** The page fails through its service worker every time, and works past it every time. */
const contrast = {
  navigation: controlled,
  anonymous: works,
  retries: [works, works],
  throughPageWorker: [fails, fails],
} as const;

describe("page-worker", () => {
  it.each(["not-tried", "works", "fails"] as const)(
    "only suspects the page's service worker when the page fails twice through it and works past it: %s",
    (reload) => {
      expect(judge({ ...contrast, reload })).toMatchObject({ outcome: "fail", evidence: ["worker-fails-alone"] });
    },
  );

  it("proves it when the tab itself works once loaded past the worker, cookies and all", () => {
    expect(judge({ ...contrast, reload: "works-past-cache" })).toMatchObject({
      outcome: "fail",
      evidence: ["worker-bypassed"],
    });
  });

  it("says only of this page that it came without one: a worker that takes no part looks like none", () => {
    const { says } = judge({ ...contrast, navigation: navigation({ source: "network" }) });
    expect(says).toEqual(message("check_page_worker_none"));
    expect(english.check_page_worker_none.message).toMatch(/this page/);
  });

  it("clears it when both ways fail", () => {
    expect(judge({ ...contrast, anonymous: fails, retries: [fails] })).toMatchObject({
      outcome: "pass",
      evidence: ["worker-not-to-blame"],
    });
  });

  it.each([
    ["both ways work", { throughPageWorker: [works, works] }],
    ["only the way past it fails", { anonymous: fails, retries: [fails], throughPageWorker: [works, works] }],
    ["it fails through it only once of twice", { throughPageWorker: [fails, works] }],
    ["it was asked through it only once", { throughPageWorker: [fails] }],
    ["it was never asked through it", { throughPageWorker: [] }],
    ["it was asked past it only once", { retries: [] }],
    ["it works past it only now and then", { retries: [works, fails] }],
  ])("settles nothing when %s, not even by a reload past it", (_what, parts) => {
    for (const reload of ["not-tried", "works-past-cache"] as const) {
      expect(judge({ ...contrast, ...parts, reload })).toMatchObject({ outcome: "inconclusive", evidence: [] });
    }
  });

  it.each(["page-worker", "perhaps-page-worker"] as const)(
    "had to do without an answer where nothing answers past it, neither the site nor an unrelated address: %s",
    (source) => {
      const silence = {
        navigation: navigation({ source }),
        anonymous: failed(),
        retries: [failed("timeout"), failed()],
        throughPageWorker: [fails, fails],
        connectivity: ok("no-internet" as const),
      };
      expect(judge(silence)).toMatchObject({ outcome: "pass", evidence: ["silence-past-page-worker"] });
      for (const other of [
        { navigation: navigation({ source: "passed-on" }) },
        { retries: [] },
        { retries: [failed(), works] },
        { retries: [failed(), failed("malformed")] },
        { retries: [failed(), notSent("throttled")] },
        { connectivity: ok("opaque" as const) },
        { connectivity: failed() },
        { incident: PROTECTED },
      ]) {
        expect(judge({ ...silence, ...other }).evidence, JSON.stringify(other)).toEqual([]);
      }
    },
  );

  it("observes that it may have written the page, which nothing else needs to be known for", () => {
    const observed = (source: AnswerSource) => pageWorker.observe?.(signals({ navigation: navigation({ source }) }));
    for (const source of ["page-worker", "perhaps-page-worker", "unknown"] as const) {
      expect(observed(source)).toEqual(["page-worker-may-have-written"]);
    }
    for (const source of ["network", "passed-on", "browser-cache"] as const) expect(observed(source)).toEqual([]);
    expect(pageWorker.observe?.(signals())).toEqual([]);
  });

  it("is not cleared where nothing tells whether one took part", () => {
    expect(judge({ ...contrast, navigation: navigation({ source: "unknown" }) })).toMatchObject({
      outcome: "inconclusive",
      says: { key: "check_page_worker_unknown" },
      evidence: [],
    });
  });

  it("is cleared when none took part in the navigation", () => {
    expect(judge({ ...contrast, navigation: navigation() })).toMatchObject({
      outcome: "pass",
      evidence: ["no-page-worker"],
    });
  });

  it("knows nothing without the navigation entry", () => {
    expect(judge({ ...contrast, navigation: null })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it.each(ELSEWHERE)("settles nothing by %s on either way", (_what, answer) => {
    for (const parts of [
      { anonymous: ok(answer) },
      { retries: [works, ok(answer)] },
      { throughPageWorker: [fails, ok(answer)] },
    ]) {
      expect(judge({ ...contrast, ...parts })).toMatchObject({ outcome: "inconclusive", evidence: [] });
    }
  });

  it.each(NOTHING)("settles nothing when every request of one way %s", (_what, nothing) => {
    for (const parts of [{ anonymous: nothing, retries: [nothing] }, { throughPageWorker: [nothing, nothing] }]) {
      expect(judge({ ...contrast, ...parts })).toMatchObject({ outcome: "inconclusive", evidence: [] });
    }
  });

  it.each(NOTHING)("counts an answer neither way when its request %s", (_what, nothing) => {
    expect(judge({ ...contrast, anonymous: nothing }).evidence).toEqual(["worker-fails-alone"]);
    expect(judge({ ...contrast, throughPageWorker: [fails, nothing] }).evidence).toEqual([]);
  });

  it("leaves a protected page alone", () => {
    expect(judge({ ...contrast, incident: PROTECTED, reload: "works-past-cache" })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });
});
