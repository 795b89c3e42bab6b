import { describe, expect, it } from "vitest";
import { pageWorker } from "../../../src/checks/page-worker.ts";
import { ELSEWHERE, fails, NOTHING, navigation, ok, PROTECTED, signals, works } from "./given.ts";

const controlled = navigation({ throughPageWorker: true });
const judge = (parts: Parameters<typeof signals>[0]) => pageWorker.judge(signals(parts));

describe("page-worker", () => {
  it("blames the page's service worker when the page fails through it and works past it", () => {
    expect(judge({ navigation: controlled, anonymous: works, throughPageWorker: fails })).toMatchObject({
      outcome: "fail",
      evidence: ["worker-fails-alone"],
    });
  });

  it("clears it when both ways fail", () => {
    expect(judge({ navigation: controlled, anonymous: fails, throughPageWorker: fails })).toMatchObject({
      outcome: "pass",
      evidence: ["worker-not-to-blame"],
    });
  });

  it.each([
    ["both ways work", works, works],
    ["only the way past it fails", fails, works],
  ] as const)("settles nothing when %s", (_what, anonymous, throughPageWorker) => {
    expect(judge({ navigation: controlled, anonymous, throughPageWorker })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });

  it("is cleared when none took part in the navigation", () => {
    expect(judge({ navigation: navigation(), anonymous: works, throughPageWorker: fails })).toMatchObject({
      outcome: "pass",
      evidence: ["no-page-worker"],
    });
  });

  it("knows nothing without the navigation entry", () => {
    expect(judge({ anonymous: works, throughPageWorker: fails })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });

  it.each(ELSEWHERE)("settles nothing by %s past it", (_what, answer) => {
    expect(judge({ navigation: controlled, anonymous: ok(answer), throughPageWorker: fails })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });

  it.each(NOTHING)("settles nothing when either request %s", (_what, nothing) => {
    for (const parts of [
      { anonymous: nothing, throughPageWorker: fails },
      { anonymous: works, throughPageWorker: nothing },
    ]) {
      expect(judge({ navigation: controlled, ...parts })).toMatchObject({ outcome: "inconclusive", evidence: [] });
    }
  });

  it("leaves a protected page alone", () => {
    expect(
      judge({ incident: PROTECTED, navigation: controlled, anonymous: works, throughPageWorker: fails }),
    ).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });
});
