import { describe, expect, it } from "vitest";
import { privateWindow } from "../../../../src/core/checks/private-window.ts";
import type { ReloadOutcome } from "../../../../src/core/incident/reload.ts";
import { signals } from "./given.ts";

const judge = (parts: Parameters<typeof signals>[0]) => privateWindow.judge(signals(parts));
const RELOADS: readonly ReloadOutcome[] = ["not-tried", "works", "works-past-cache", "fails"];

describe("the private window", () => {
  it("is no question until the user was sent there", () => {
    for (const reload of RELOADS) {
      expect(judge({ privateWindow: "not-asked", reload })).toMatchObject({ outcome: "not-applicable", evidence: [] });
    }
  });

  it("is a contrast when it works there, signed in, and the tab, loaded after it, fails again", () => {
    expect(judge({ privateWindow: "works", reload: "fails" })).toMatchObject({
      outcome: "fail",
      evidence: ["fresh-session-works"],
    });
  });

  it("shows nothing by working before the tab was loaded again: the site may have come back", () => {
    expect(judge({ privateWindow: "works" })).toMatchObject({
      outcome: "inconclusive",
      says: { key: "check_private_window_uncompared" },
      evidence: [],
    });
  });

  it.each(["works", "works-past-cache"] as const)("is no contrast when the tab is back as well: %s", (reload) => {
    expect(judge({ privateWindow: "works", reload })).toMatchObject({ outcome: "pass", evidence: [] });
  });

  it("settles nothing without a sign-in, whatever the tab does", () => {
    for (const reload of RELOADS) {
      expect(judge({ privateWindow: "works-signed-out", reload })).toMatchObject({
        outcome: "inconclusive",
        evidence: [],
      });
    }
  });

  it("that fails as well clears what this browser keeps, with or without a reload", () => {
    for (const reload of RELOADS) {
      expect(judge({ privateWindow: "fails", reload })).toMatchObject({
        outcome: "pass",
        evidence: ["fresh-session-fails"],
      });
    }
  });

  it("observes that the user saw it work there, and nothing else", () => {
    for (const reload of RELOADS) {
      expect(privateWindow.observe?.(signals({ privateWindow: "works", reload }))).toEqual(["seen-in-private-window"]);
      for (const seen of ["not-asked", "works-signed-out", "fails"] as const) {
        expect(privateWindow.observe?.(signals({ privateWindow: seen, reload }))).toEqual([]);
      }
    }
  });
});
