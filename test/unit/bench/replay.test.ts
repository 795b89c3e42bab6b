import { describe, expect, it } from "vitest";
import { EMPTY_VIEW, VIEW_VERSION } from "../../../src/core/protocol/tab-view.ts";
import { calibrationReport } from "../../bench/calibration-report.ts";
import { lacksSignals, replay } from "../../bench/replay.ts";
import { momentOf, type Recording, recordingOf } from "../../lab/recording/recording.ts";
import { fails, navigation, ok, page, signals, works } from "../core/checks/given.ts";

const incident = {
  id: "i",
  tabId: 7,
  url: "https://shop.example/cart",
  status: 502,
  since: 1_000,
  noticed: "click",
  method: "GET",
  private: false,
  navigation: navigation(),
};
const DEAD = signals({
  navigation: navigation(),
  page: page(),
  anonymous: fails,
  retries: [fails, fails, fails],
  root: fails,
  connectivity: ok("online"),
});
const ONLY_WITH_COOKIES = { ...DEAD, anonymous: works, retries: [works, works, works], root: works, reload: "fails" };

const check = { incidentId: "i", phase: "done", rows: [], verdict: null };
const shown = { version: VIEW_VERSION, value: { ...EMPTY_VIEW, check } };
const moment = (kept: object | null) => momentOf({ "view:7": shown, ...(kept && { kept }) });

const recording = (parts: Partial<Recording>, given: object | null = DEAD): Recording =>
  recordingOf({
    id: "nginx-killed",
    gateway: "nginx",
    fault: "killed",
    held: false,
    truth: { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"], needsAnotherBrowser: false },
    said: { side: "server", cause: "origin-down" },
    anyRetryWorks: false,
    moments: [moment(given && { incident, signals: given })],
    ...parts,
  });

describe("a recording judged anew", () => {
  it("gets the verdict of its signals", () => {
    const { run, candidates, evidence } = replay(recording({}));
    expect(run.verdict.side).toBe("server");
    expect(candidates[0]?.cause).toBe(run.verdict.cause);
    expect(evidence.map(({ id }) => id)).toContain("keeps-failing");
  });

  it("names the step to take as the popup would, so that an honest unsure counts", () => {
    const truth = { side: "server" as const, cause: "signed-in" as const, alsoAccept: [], needsAnotherBrowser: true };
    const { run } = replay(recording({ truth, said: { side: "unsure", cause: "cookies" } }, ONLY_WITH_COOKIES));
    expect(run).toMatchObject({ namesStep: true, causeRight: true, verdict: { side: "unsure" } });
  });

  it("rests on the last of its moments that kept something", () => {
    const moments = [
      moment({ incident, signals: DEAD }),
      moment({ incident, signals: ONLY_WITH_COOKIES }),
      moment(null),
    ];
    expect(replay(recording({ moments })).run.verdict.side).toBe("unsure");
  });

  it("says whether the run itself said the same", () => {
    const { cause } = replay(recording({})).run.verdict;
    expect(replay(recording({ said: { side: "server", cause } })).differs).toBe(false);
    expect(replay(recording({ said: { side: "you", cause: "cookies" } })).differs).toBe(true);
  });

  it("needs signals if there was a check, and none if there was no incident", () => {
    expect(lacksSignals(recording({}, null))).toBe(true);
    expect(lacksSignals(recording({}))).toBe(false);
    expect(lacksSignals(recording({ moments: [{ view: null, kept: null }] }))).toBe(false);
    expect(replay(recording({ moments: [{ view: null, kept: null }] })).run.verdict.side).toBe("none");
  });
});

describe("the calibration report", () => {
  const truth = { side: "you" as const, cause: "extension" as const, alsoAccept: [], needsAnotherBrowser: false };
  const amiss = (id: string, held: boolean) => replay(recording({ id, held, truth }));

  it("says of a wrong verdict what was likeliest and what decided", () => {
    const report = calibrationReport([amiss("wrong-one", false)]);
    expect(report).toContain("### wrong-one (wrong-side)");
    expect(report).toMatch(/Likeliest: \S+ \d/);
    expect(report).toMatch(/- status-502: 0 dB for the truth, \+5 dB for what was said/);
    expect(report).toMatch(/- of neither speak: .*keeps-failing/);
  });

  it("gives sums of what is held back and never a row", () => {
    const report = calibrationReport([amiss("wrong-one", false), amiss("kept-secret", true)]);
    expect(report).toContain("# Held back, sums only: 1");
    expect(report).not.toContain("kept-secret");
  });

  it("leaves right verdicts out of the rows", () => {
    expect(calibrationReport([replay(recording({}))])).toContain("## Not right\n\nNone.");
  });
});
