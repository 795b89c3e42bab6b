import { describe, expect, it } from "vitest";
import { vantage } from "../../../../src/core/checks/vantage.ts";
import { NOWHERE } from "../../../../src/core/places/home.ts";
import type { AskedPlaces } from "../../../../src/core/places/second-opinion.ts";
import { five, HOME } from "../places/given.ts";
import { failed, fails, NOTHING, ok, redirect, response, signals, URL_ASKED, works } from "./given.ts";

const asked = (parts: Partial<AskedPlaces> = {}) =>
  ok<AskedPlaces>({ home: HOME, ipVersion: null, places: five("works", "works", "works"), here: fails, ...parts });
const judge = (parts: Partial<AskedPlaces> = {}, rest: Parameters<typeof signals>[0] = {}) =>
  vantage.judge(signals({ askedPlaces: asked(parts), ...rest }));

/** Akamai's page for a request that a rule refuses. */
const REFUSAL = ok(
  response(503, { server: "AkamaiGHost" }, "<p>Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab"),
);
/** A firewall's, which offices have as well as data centres. */
const FIREWALL = ok(response(503, {}, "<h1>Web Filter Violation</h1>"));

describe("vantage", () => {
  it.each([
    ["every place fails", five("down", "down", "down"), "fail", ["fails-everywhere"]],
    ["the places near by fail", five("down", "down", "works"), "fail", ["fails-in-region"]],
    ["some fail", five("works", "works", "down"), "fail", ["fails-in-some-places"]],
    ["all work", five("works", "works", "works"), "pass", ["places-served"]],
    ["too few tell", five("blocked", "cached", "none"), "inconclusive", []],
  ] as const)("when it fails here and %s", (_when, places, outcome, evidence) => {
    expect(judge({ places })).toMatchObject({ outcome, evidence });
  });

  it("says less when no place is known to be near", () => {
    expect(judge({ home: NOWHERE })).toMatchObject({ outcome: "pass", evidence: ["works-far-away"] });
  });

  describe("where this browser reaches the site by IPv6", () => {
    const by6 = { address: "2001:db8::7" };
    it.each([
      ["works by IPv4 alone", five("works", "works", "works"), ["works-by-other-ip-version"]],
      ["works by IPv6", five("works", "works", "works").map((one) => ({ ...one, ...by6 })), ["places-served"]],
      ["fails by IPv6", five("down", "down", "down").map((one) => ({ ...one, ...by6 })), ["fails-everywhere"]],
      ["fails by IPv4 as well", five("down", "down", "down"), ["fails-everywhere"]],
      [
        "works by IPv4 near by, and by IPv6 far away",
        five("works", "works", "works").map((one, at) => (at < 3 ? one : { ...one, ...by6 })),
        ["works-far-away"],
      ],
      [
        "works at places that do not say by which",
        five("works", "works", "works").map((one) => ({ ...one, address: null })),
        ["places-served"],
      ],
    ] as const)("and it %s elsewhere", (_what, places, evidence) => {
      expect(judge({ ipVersion: 6, places })).toMatchObject({ evidence });
    });

    it("makes nothing of places that reach nobody by IPv6: the site may have none, and the user's network translate", () => {
      const silent = five("down", "down", "down").map((one) => ({ ...one, status: null, address: null }));
      expect(judge({ ipVersion: 6, places: silent })).toMatchObject({ outcome: "inconclusive", evidence: [] });
      expect(judge({ ipVersion: 4, places: silent }).evidence).toEqual(["fails-everywhere"]);
    });

    it("takes no refusal that one version alone meets for one of this address", () => {
      const incident = { url: URL_ASKED, status: 503, protected: false };
      expect(judge({ ipVersion: 6 }, { anonymous: REFUSAL, incident }).evidence).toEqual(["works-by-other-ip-version"]);
    });
  });

  it.each([
    ["a page", works],
    ["a redirect", ok(redirect)],
  ])("settles nothing when the same address answers here with %s", (_what, here) => {
    for (const near of ["works", "down"] as const) {
      expect(judge({ here, places: five(near, near, "works") })).toMatchObject({
        outcome: "inconclusive",
        evidence: [],
      });
    }
  });

  it.each([...NOTHING, ["was refused", ok(response(403))] as const])(
    "makes no contrast of other places' success when asking from here %s",
    (_what, here) => {
      expect(judge({ here })).toMatchObject({ outcome: "inconclusive", evidence: [] });
    },
  );

  it("still counts other places' failures when asking from here brought nothing", () => {
    expect(judge({ here: failed(), places: five("down", "down", "down") }).evidence).toEqual(["fails-everywhere"]);
  });

  it.each([
    ["a refusal by a gateway of the site's", REFUSAL, 503, "places-served-refused-here"],
    ["a limit by its own status", fails, 429, "places-served-refused-here"],
    ["a firewall's refusal, which may be an office's", FIREWALL, 503, "places-served"],
    ["a refusal of the probe alone", REFUSAL, 502, "places-served"],
    ["a dead server", fails, 502, "places-served"],
  ] as const)("makes of %s, while others are served:", (_what, anonymous, status, evidence) => {
    expect(judge({}, { anonymous, incident: { url: URL_ASKED, status, protected: false } }).evidence).toEqual([
      evidence,
    ]);
  });

  it("leaves a limit open that a neighbour is told of as well", () => {
    const places = five("works", "works", "works").map((place, i) =>
      i === 0 ? { ...place, result: "blocked" as const } : place,
    );
    const incident = { url: URL_ASKED, status: 429, protected: false };
    expect(judge({ places }, { incident })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("does not apply until it is asked, and knows nothing when asking failed", () => {
    expect(vantage.judge(signals())).toMatchObject({ outcome: "not-applicable", evidence: [] });
    expect(vantage.judge(signals({ askedPlaces: failed() }))).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });
});
