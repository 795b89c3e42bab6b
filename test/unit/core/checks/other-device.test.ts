import { describe, expect, it } from "vitest";
import { otherDevice } from "../../../../src/core/checks/other-device.ts";
import type { ReloadOutcome } from "../../../../src/core/incident/reload.ts";
import { fails, ok, page, response, signals } from "./given.ts";

const judge = (parts: Parameters<typeof signals>[0]) => otherDevice.judge(signals(parts));
const RELOADS: readonly ReloadOutcome[] = ["not-tried", "works", "works-past-cache", "fails"];

/** The tab and a stranger are shown the same page. */
const shown = (status: number, body: string) => ({
  incident: { url: "https://shop.example/cart", status, protected: false },
  anonymous: ok(response(status, {}, body)),
  page: page({ html: body }),
});

describe("the other device", () => {
  it("is no question until the user was sent there", () => {
    for (const reload of RELOADS) {
      expect(judge({ otherDevice: "not-asked", reload })).toMatchObject({ outcome: "not-applicable", evidence: [] });
    }
  });

  it.each<[what: string, parts: Parameters<typeof signals>[0], evidence: string]>([
    ["an error that names nobody", { anonymous: fails }, "works-on-other-device"],
    ["a refusal in the page's own words", shown(503, "<h1>Your access has been blocked</h1>"), "refused-only-here"],
    [
      "a limit that this one meets",
      shown(503, "upstream connect error or disconnect/reset before headers. reset reason: overflow"),
      "limited-only-here",
    ],
    ["a refusal by a rule", shown(503, "Reference #18.2d351ab8.1557333295.a4e16ab"), "refused-only-here"],
    [
      "a box of the user's that lost its way out",
      shown(502, "[Fiddler] The connection to the upstream proxy/gateway failed."),
      "works-past-own-box",
    ],
    [
      "a box of the user's that does not take the site's certificate",
      shown(517, "<h1>517 Upstream Certificate Revoked</h1>"),
      "works-past-own-box",
    ],
    [
      "a box of the user's that the site refused",
      shown(502, "[Fiddler] The connection to 'x' failed. <br />Error: ConnectionRefused (0x274d)."),
      "works-on-other-device",
    ],
  ])("that works while this tab fails again is a contrast to %s", (_what, parts, evidence) => {
    expect(judge({ ...parts, otherDevice: "works", reload: "fails" })).toMatchObject({
      outcome: "fail",
      evidence: [evidence],
    });
  });

  it("names no box that has lost its way out where the test of the connection came through", () => {
    const box = shown(502, "[Fiddler] The connection to the upstream proxy/gateway failed.");
    const seen = { ...box, otherDevice: "works", reload: "fails" } as const;
    expect(judge({ ...seen, connectivity: ok("online") }).evidence).toEqual(["works-on-other-device"]);
    expect(judge({ ...seen, connectivity: ok("opaque") }).evidence).toEqual(["works-past-own-box"]);
  });

  it("shows nothing by working before the tab was loaded again: the site may have come back", () => {
    expect(judge({ otherDevice: "works" })).toMatchObject({
      outcome: "inconclusive",
      says: { key: "check_other_device_uncompared" },
      evidence: [],
    });
  });

  it.each(["works", "works-past-cache"] as const)("is no contrast when the tab is back as well: %s", (reload) => {
    expect(judge({ otherDevice: "works", reload })).toMatchObject({ outcome: "pass", evidence: [] });
  });

  it("that fails as well speaks for the site, with or without a reload", () => {
    for (const reload of RELOADS) {
      expect(judge({ otherDevice: "fails", reload })).toMatchObject({
        outcome: "pass",
        evidence: ["fails-on-other-device"],
      });
    }
  });

  it("observes that the user saw it work there, and nothing else", () => {
    for (const reload of RELOADS) {
      expect(otherDevice.observe?.(signals({ otherDevice: "works", reload }))).toEqual(["seen-on-other-device"]);
      for (const seen of ["not-asked", "fails"] as const) {
        expect(otherDevice.observe?.(signals({ otherDevice: seen, reload }))).toEqual([]);
      }
    }
  });
});
