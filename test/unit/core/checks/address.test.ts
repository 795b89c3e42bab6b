import { describe, expect, it } from "vitest";
import { address } from "../../../../src/core/checks/address.ts";
import type { Settled } from "../../../../src/core/http/settled.ts";
import { NOWHERE } from "../../../../src/core/places/home.ts";
import type { PlaceAnswer } from "../../../../src/core/places/place.ts";
import type { AddressFacts, AskedPlaces } from "../../../../src/core/places/second-opinion.ts";
import { five, HOME } from "../places/given.ts";
import { failed, fails, ok, response, signals, works } from "./given.ts";

const REACHED = "203.0.113.9";
const OTHERS = "198.51.100.7";
const resolver = (name: string, ...addresses: string[]) => ({ name, answer: { exists: true, addresses } });

const facts = (parts: Partial<AddressFacts> = {}): AddressFacts => ({
  reached: REACHED,
  resolvers: [resolver("one.example", OTHERS), resolver("two.example", OTHERS)],
  tested: null,
  ...parts,
});
const asked = (parts: Partial<AskedPlaces> = {}) =>
  ok<AskedPlaces>({ home: HOME, ipVersion: null, places: five("works", "works", "works"), here: fails, ...parts });
/** The page that the old machine's web server writes. */
const NGINX = ok(response(502, { server: "nginx" }, "<hr><center>nginx</center>"));
const judge = (parts: Partial<AddressFacts> = {}, places: Partial<AskedPlaces> = {}, anonymous = NGINX) =>
  address.judge(signals({ address: ok(facts(parts)), askedPlaces: asked(places), anonymous }));

const DEAD_THERE = five("down", "down", "down");

describe("address", () => {
  it("is fine when a resolver names the address reached", () => {
    expect(judge({ reached: OTHERS })).toMatchObject({ outcome: "pass", evidence: ["address-shared"] });
    expect(judge({ reached: "198.51.100.200" })).toMatchObject({ outcome: "pass", evidence: [] });
  });

  it("proves nothing by differing", () => {
    expect(judge()).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("is stale when nobody else is led there, it fails there for others, and the name works for them", () => {
    expect(judge({ tested: DEAD_THERE })).toMatchObject({ outcome: "fail", evidence: ["address-is-stale"] });
  });

  const AKAMAI_ERROR = "<p>Reference&#32;&#35;15&#46;2f3c1002&#46;1700000000&#46;1a2b3c4d";
  const HAPROXY = "<h1>503 Service Unavailable</h1>\nNo server is available to handle this request.";
  it.each([
    ["nginx wrote the answer", NGINX, "fail"],
    ["a program behind Apache did", ok(response(503, { server: "Apache" }, "<h1>switched off</h1>")), "fail"],
    ["HAProxy did, which names itself by its page alone", ok(response(503, {}, HAPROXY)), "fail"],
    ["IIS did", ok(response(502, { server: "Microsoft-IIS/10.0" })), "fail"],
    ["a content network did", ok(response(503, { server: "AkamaiGHost" }, AKAMAI_ERROR)), "inconclusive"],
    ["it did without a name of its own", ok(response(503, { server: "nginx" }, AKAMAI_ERROR)), "inconclusive"],
    [
      "it passed on what nginx wrote",
      ok(response(502, { server: "nginx", "cf-ray": "8a1b2c3d4e5f6a7b-FRA" }, "<hr><center>nginx</center>")),
      "inconclusive",
    ],
    ["what content networks are built with did", ok(response(502, { server: "Tengine" })), "inconclusive"],
    ["nobody knows who did", fails, "inconclusive"],
    ["the site was not asked", failed(), "inconclusive"],
  ] as const)("is stale only when a server of the site's own fails there: %s", (_who, anonymous, outcome) => {
    expect(judge({ tested: DEAD_THERE }, {}, anonymous).outcome).toBe(outcome);
  });

  it("is one of the site's when it serves others", () => {
    expect(judge({ tested: five("down", "works", "down") })).toMatchObject({
      outcome: "pass",
      evidence: ["address-serves-others"],
    });
  });

  const ledThere = (place: PlaceAnswer): PlaceAnswer => ({ ...place, address: REACHED });
  it.each<[string, Partial<AddressFacts>, Partial<AskedPlaces>]>([
    [
      "a neighbour is led there too",
      {},
      { places: five("works", "works", "works").map((p, i) => (i ? p : ledThere(p))) },
    ],
    ["the places near by fail as well", {}, { places: five("down", "down", "works") }],
    ["the site fails everywhere", {}, { places: five("down", "down", "down") }],
    ["no place is known to be near", {}, { home: NOWHERE }],
    ["the site answers here by now", {}, { here: works }],
    ["a resolver said nothing", { resolvers: [resolver("one", OTHERS), { name: "two", answer: null }] }, {}],
    [
      "a resolver knows no such name",
      { resolvers: [resolver("one", OTHERS), { name: "two", answer: { exists: false, addresses: [] } }] },
      {},
    ],
    ["only one place could try it", { tested: five("none", "down", "none") }, {}],
    ["places were blocked there", { tested: five("blocked", "blocked", "blocked") }, {}],
  ])("stays open when %s", (_when, parts, places) => {
    expect(judge({ tested: DEAD_THERE, ...parts }, places)).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it.each([
    ["at about the same time", 300_000, "fail"],
    ["hours apart", 5 * 3_600_000, "inconclusive"],
  ])("compares what was heard %s, whichever came first", (_when, apart, outcome) => {
    const [askedPlaces, told] = [asked(), ok(facts({ tested: DEAD_THERE }))];
    const later = <T>(settled: Settled<T>): Settled<T> =>
      settled.state === "ok" ? { ...settled, at: settled.at + apart } : settled;
    expect(address.judge(signals({ address: told, askedPlaces: later(askedPlaces), anonymous: NGINX })).outcome).toBe(
      outcome,
    );
    expect(address.judge(signals({ address: later(told), askedPlaces, anonymous: NGINX })).outcome).toBe(outcome);
  });

  it.each([
    ["where the browser does not tell", { reached: null }],
    ["where no resolver answers", { resolvers: [{ name: "one", answer: null }] }],
  ] as const)("cannot be told %s", (_where, parts) => {
    expect(judge({ tested: DEAD_THERE, ...parts })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it.each(["127.0.0.1", "192.168.1.1", "fd00::1"])("does not concern anybody outside where %s answers", (reached) => {
    expect(judge({ tested: DEAD_THERE, reached })).toMatchObject({ outcome: "not-applicable", evidence: [] });
  });

  it("does not apply until it is asked, and knows nothing when asking failed", () => {
    expect(address.judge(signals())).toMatchObject({ outcome: "not-applicable", evidence: [] });
    expect(address.judge(signals({ address: failed() }))).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });
});
