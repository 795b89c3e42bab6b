import { describe, expect, it } from "vitest";
import { weigh } from "../../../../src/core/evidence/weigh.ts";
import type { EvidenceId } from "../../../../src/core/evidence/weights.ts";

/** What the usual check of a lasting failure over https finds, beside what the gateway says. */
const USUAL: readonly EvidenceId[] = [
  "online",
  "keeps-failing",
  "not-from-cache",
  "no-page-worker",
  "fails-without-cookies",
  "whole-site",
];
const judge = (...evidence: EvidenceId[]) => {
  const { side, cause } = weigh([...USUAL, ...evidence], []);
  return `${side} ${cause}`;
};

describe("a second opinion", () => {
  it("settles a refusal of this address, which is not settled without", () => {
    expect(judge("says-blocked")).toMatch(/^unsure/);
    expect(judge("says-blocked", "places-served-refused-here")).toBe("you blocked-address");
  });

  it("leaves a limit open, which a full server behind a faithful balancer looks like", () => {
    expect(judge("says-overload", "places-served-limited-here")).toBe("unsure blocked-address");
  });

  it.each(["says-origin-down", "says-no-valid-answer", "status-502"] as const)(
    "settles a stale address whatever the server there says of itself: %s",
    (says) => {
      expect(judge(says, "places-served", "address-is-stale")).toBe("you stale-address");
    },
  );

  it.each(["says-origin-down", "says-no-valid-answer", "status-502", "says-unavailable"] as const)(
    "takes the verdict back to unsure when the site works elsewhere and no more is known: %s",
    (says) => {
      expect(judge(says)).toMatch(/^server/);
      expect(judge(says, "places-served")).toMatch(/^unsure/);
    },
  );

  it.each(["says-origin-down", "says-no-valid-answer", "status-504"] as const)(
    "names the region when it fails near by and works far away: %s",
    (says) => {
      expect(judge(says, "fails-in-region")).toBe("server regional");
    },
  );

  it.each(["says-origin-down", "says-blocked", "cut-off-box-in-plain-http", "status-503"] as const)(
    "clears the user when it fails for everyone: %s",
    (says) => {
      expect(judge(says, "fails-everywhere")).toMatch(/^(?:server|unsure bot-check)/);
    },
  );

  it("never makes it the user's alone: other places by themselves are no mechanism but for a refusal", () => {
    for (const id of [
      "places-served",
      "works-far-away",
      "works-by-other-ip-version",
      "places-served-limited-here",
      "fails-in-some-places",
    ] as const) {
      for (const says of ["says-origin-down", "status-502", "says-unavailable", "says-overload"] as const) {
        expect(judge(says, id)).not.toMatch(/^you/);
      }
    }
  });
});
