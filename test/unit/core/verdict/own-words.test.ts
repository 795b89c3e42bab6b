import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connection } from "../../../../src/core/checks/connection.ts";
import { gateway } from "../../../../src/core/checks/gateway.ts";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { Weight } from "../../../../src/core/evidence/weight.ts";
import { type EvidenceId, WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import type { Sample } from "../../../../src/core/gateways/gateway.ts";
import { GATEWAYS, recognise } from "../../../../src/core/gateways/index.ts";
import type { Response } from "../../../../src/core/http/answer.ts";
import { notSent, type Settled } from "../../../../src/core/http/settled.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { Connectivity, SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import { holds } from "../../../property.ts";
import { failed, navigation, ok, response } from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";
import { squidPage } from "../gateways/samples.ts";
import { USER_SIDE } from "../gateways/user-side-samples.ts";

const mechanismOf = (id: EvidenceId) => (WEIGHTS[id] as Weight).mechanism;

const incident = ({ incident: { url, status } }: Signals): Incident => ({
  id: "i",
  tabId: 7,
  url,
  status,
  since: 1_000,
  noticed: "click",
  method: "GET",
  private: false,
  navigation: navigation(),
});
const verdictOf = (given: Signals) =>
  present(incident(given), given, {
    id: "c",
    order: CHECKS,
    startedAt: 2_000,
    endsBy: 10_000,
    finishedAt: 9_000,
    known: new Set(Object.keys(given) as SignalName[]),
    statusPageUrl: null,
    begun: null,
  }).verdict;

/** What boxes and networks of the user's are known to write, and a site may write as well. */
const WORDS: readonly Sample[] = [
  ...USER_SIDE.map(([, , , sample]) => sample),
  { status: 503, headers: [["x-squid-error", "ERR_CANNOT_FORWARD 0"]], body: squidPage("ERR_CANNOT_FORWARD") },
  { status: 511, headers: [], body: "<h1>Network Authentication Required</h1>" },
  { status: 503, headers: [], body: "Reference #18.2d351ab8.1557333295.a4e16ab" },
  { status: 429, headers: [["retry-after", "60"]], body: "<h1>Too Many Requests</h1>" },
];

/** The way was shown to be as it should, or nobody could look. */
const NOTHING_SHOWN: ReadonlyArray<Settled<"online" | "opaque">> = [
  ok("online"),
  ok("opaque"),
  failed(),
  notSent("not-needed"),
  notSent("throttled"),
];

/** The site says these words to everybody, in its document, to strangers, or in both; nothing else is out of order. */
const imitating = (given: Signals, { status, headers, body }: Sample, scheme: string, how: number): Signals => {
  const answer = ok(response(status, Object.fromEntries(headers), body));
  const inDocument = how !== 1;
  const toStrangers = how !== 0;
  return {
    ...given,
    incident: { ...given.incident, url: `${scheme}://shop.example/cart`, status },
    navigation: navigation({ status }),
    page: inDocument ? ok({ html: body, cookieBytes: 0, links: [] }) : notSent("forbidden"),
    anonymous: toStrangers ? answer : given.anonymous,
    retries: toStrangers ? [answer, answer, answer] : given.retries,
    throughPageWorker: [],
    impostorAnswer: null,
    reload: given.reload === "fails" ? "fails" : "not-tried",
    askedPlaces: notSent("not-needed"),
    address: notSent("not-needed"),
    privateWindow: "not-asked",
    otherDevice: "not-asked",
    requests: null,
  };
};

describe("a page's own words", () => {
  it("are tried for every product that can be a box of the user's", () => {
    const boxes = ["debugging-proxies", "desktop-proxies", "office-proxies", "shields", "firewalls", "squid"];
    const named = new Set(WORDS.map((sample) => recognise([sample])?.product));
    const products = GATEWAYS.filter(({ id }) => boxes.includes(id)).flatMap((family) => family.products);
    expect([...products, "Forcepoint Web Security"].filter((product) => !named.has(product))).toEqual([]);
  });

  it.each(gateway.gives)("are no mechanism, be it %s", (id) => {
    expect(mechanismOf(id)).toBeUndefined();
  });

  it("never make it the user's side while nothing but them shows a box, a portal or a block", () => {
    let unsure = 0;
    holds(
      [
        anySignals,
        fc.constantFrom(...WORDS),
        fc.constantFrom("http", "https"),
        fc.nat(2),
        fc.constantFrom(...NOTHING_SHOWN),
      ],
      (given, words, scheme, how, connectivity) => {
        const verdict = verdictOf({ ...imitating(given, words, scheme, how), connectivity });
        expect(verdict?.side).not.toBe("you");
        if (verdict?.side === "unsure") unsure++;
      },
      { runs: 300 },
    );
    expect(unsure).toBeGreaterThan(30);
  });

  it("over https never do so beside silence, a portal's page or another product's either", () => {
    const shown = ["captive-portal", "no-internet", "impostor"] as const;
    const impostorAnswer: Response = {
      kind: "response",
      url: "https://www.gstatic.com/generate_204",
      status: 502,
      headers: [],
      body: "<center>nginx</center>",
      truncated: false,
    };
    holds(
      [anySignals, fc.constantFrom(...WORDS), fc.nat(2), fc.constantFrom(...shown)],
      (given, words, how, value) => {
        const crafted = imitating(given, words, "https", how);
        expect(verdictOf({ ...crafted, connectivity: ok(value), impostorAnswer })?.side).not.toBe("you");
      },
      { runs: 150 },
    );
  });

  it("never do so beside a sign at another address that has nothing in common with them", () => {
    const signs = [
      { status: 200, body: "<h1>Welcome</h1><p>Please log in to use the Wi-Fi of this hotel.</p>" },
      { status: 403, body: "<h1>Blocked</h1><p>The policy of this office forbids this category of sites.</p>" },
      { status: 503, body: "<h1>Out of order</h1><p>This name is held back by your provider's filter.</p>" },
      { status: 404, body: "" },
      null,
    ];
    const saysItself = (sample: Sample) => sample.status === 511;
    let told = 0;
    holds(
      [
        anySignals,
        fc.constantFrom(...WORDS.filter((sample) => !saysItself(sample))),
        fc.nat(2),
        fc.constantFrom(...signs),
      ],
      (given, words, how, sign) => {
        const value: Connectivity = sign === null || sign.status < 400 ? "captive-portal" : "impostor";
        const url = "http://www.gstatic.com/generate_204";
        const impostorAnswer: Response | null = sign && {
          kind: "response",
          url,
          headers: [],
          truncated: false,
          ...sign,
        };
        const crafted = { ...imitating(given, words, "http", how), connectivity: ok(value), impostorAnswer };
        expect(verdictOf(crafted)?.side).not.toBe("you");
        told++;
      },
      { runs: 300 },
    );
    expect(told).toBeGreaterThan(200);
  });

  it("need the test of the connection to have shown something, whatever else is known", () => {
    const seen = new Set<string>();
    holds(
      [anySignals, fc.constantFrom("http", "https")],
      (given, scheme) => {
        const url = `${scheme}://shop.example/cart`;
        const { evidence } = connection.judge({ ...given, incident: { ...given.incident, url } });
        for (const id of evidence.filter((one) => mechanismOf(one) !== undefined)) {
          seen.add(id);
          expect(given.connectivity.state).toBe("ok");
          expect(["captive-portal", "impostor", "no-internet"]).toContain(
            given.connectivity.state === "ok" && given.connectivity.value,
          );
        }
      },
      { runs: 600, reaches: 0.03 },
    );
    expect([...seen].sort()).toEqual([
      "nobody-answered-past-box",
      "nobody-answered-past-portal",
      "portal-answered",
      "same-bare-error-of-unrelated-site",
      "same-writer-of-unrelated-page",
    ]);
  });
});
