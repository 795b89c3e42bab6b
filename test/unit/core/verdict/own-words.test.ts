import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { connection } from "../../../../src/core/checks/connection.ts";
import { gateway } from "../../../../src/core/checks/gateway.ts";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { Weight } from "../../../../src/core/evidence/weight.ts";
import { type EvidenceId, WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import type { Sample } from "../../../../src/core/gateways/gateway.ts";
import { GATEWAYS, recognise } from "../../../../src/core/gateways/index.ts";
import { meaningOf, type Response } from "../../../../src/core/http/answer.ts";
import { notSent, type Settled } from "../../../../src/core/http/settled.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import { isBack } from "../../../../src/core/incident/reload.ts";
import type { Connectivity, SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import { holds } from "../../../property.ts";
import { failed, navigation, ok, response, signals } from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";
import { CLASSICS, squidPage } from "../gateways/samples.ts";
import { SITE_SIDE } from "../gateways/site-side-samples.ts";
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

/** Everything that gateways, boxes and programs are known to write, under statuses and header fields of any kind. */
const anyPage: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.constantFrom(...[...CLASSICS, ...SITE_SIDE, ...USER_SIDE].map(([, , , sample]) => sample), ...WORDS),
    fc.option(fc.constantFrom(429, 500, 501, 502, 503, 504, 507, 509, 511, 520, 525, 529, 530)),
    fc.constantFrom<Sample["headers"]>(
      [],
      [["via", "1.1 proxy.office.lan:3128"]],
      [["cf-mitigated", "challenge"]],
      [["proxy-status", "edge; error=connection_refused"]],
      [["age", "9"]],
    ),
  )
  .map(([sample, status, extra]) => ({
    ...sample,
    status: status ?? sample.status,
    headers: [...sample.headers, ...extra],
  }));

const meanings = (...tried: ReadonlyArray<Signals["anonymous"]>): string[] =>
  tried.flatMap((one) => (one.state === "ok" ? [meaningOf(one.value)] : []));

/** What stands beside a page's own words: somebody else's failure, the tab that works again, or a proven way. */
const GROUNDS = {
  "a stranger": ({ anonymous, retries, throughPageWorker, askedPlaces }: Signals) =>
    meanings(anonymous, ...retries, ...throughPageWorker).some((meaning) => meaning === "fails") ||
    (askedPlaces.state === "ok" && meanings(askedPlaces.value.here).includes("fails")),
  "the front page": ({ root }: Signals) => root.state === "failed" || meanings(root).includes("fails"),
  "other places": ({ askedPlaces }: Signals) =>
    askedPlaces.state === "ok" && askedPlaces.value.places.some(({ result }) => result === "down"),
  "the user": ({ privateWindow, otherDevice }: Signals) => privateWindow === "fails" || otherDevice === "fails",
  "the tab": ({ reload }: Signals) => isBack(reload),
  "the way": ({ incident: { url, status }, connectivity }: Signals) =>
    (url.startsWith("https:") && status !== null) ||
    (connectivity.state === "ok" && ["online", "opaque"].includes(connectivity.value)),
} as const satisfies Record<string, (given: Signals) => boolean>;

/** What is asked beside the page itself, together where it is asked together. */
const ASKED: SignalName[][] = [
  ["anonymous", "retries", "throughPageWorker"],
  ["root"],
  ["connectivity", "impostorAnswer"],
  ["askedPlaces", "address"],
  ["privateWindow", "otherDevice"],
  ["reload"],
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

  it("never make it the user's side, whoever wrote them under whatever status and header fields", () => {
    const sides = new Set<string | undefined>();
    holds(
      [anyPage, fc.constantFrom("http", "https"), fc.nat(2), fc.constantFrom(...NOTHING_SHOWN), fc.boolean()],
      (page, scheme, how, connectivity, isProtected) => {
        const given = { ...signals(), connectivity };
        const crafted = imitating(given, page, scheme, how);
        const verdict = verdictOf({ ...crafted, incident: { ...crafted.incident, protected: isProtected } });
        sides.add(verdict?.side);
        expect(verdict?.side).not.toBe("you");
      },
      { runs: 600 },
    );
    expect([...sides].sort()).toEqual(["server", "unsure"]);
  });

  it("never make it the site's either, beside no contrast and over no proven way", () => {
    const sides = new Set<string | undefined>();
    holds(
      [anyPage, fc.constantFrom(failed(), notSent("throttled"), notSent("not-needed")), fc.boolean()],
      (page, nothing, isProtected) => {
        const crafted = imitating({ ...signals(), anonymous: nothing, connectivity: nothing }, page, "http", 0);
        const verdict = verdictOf({ ...crafted, incident: { ...crafted.incident, protected: isProtected } });
        expect(verdict?.side).not.toBe("server");
        // With a way that is proven, or a stranger who fails as well, most of them are the site's.
        sides.add(verdictOf({ ...crafted, connectivity: ok("online") })?.side);
        sides.add(verdictOf(imitating({ ...signals(), connectivity: nothing }, page, "http", 2))?.side);
      },
      { runs: 400 },
    );
    expect(sides).toContain("server");
  });

  it("are not what a site is named by, whatever else is known: a contrast or a proven way stands beside them", () => {
    const named = new Set<string>();
    holds(
      [anySignals, fc.subarray(ASKED, { minLength: 3 })],
      (given, unasked) => {
        const nothing = Object.fromEntries(unasked.flatMap((names) => names.map((name) => [name, signals()[name]])));
        const asked = { ...given, ...nothing, statusPage: notSent("not-needed"), gatewayStatus: notSent("not-needed") };
        if (verdictOf(asked)?.side !== "server") return;
        const seen = Object.entries(GROUNDS).filter(([, isSeen]) => isSeen(asked));
        for (const [ground] of seen) named.add(ground);
        expect(seen).not.toEqual([]);
      },
      { runs: 1_000, reaches: 0.05 },
    );
    expect([...named].sort()).toEqual(Object.keys(GROUNDS).sort());
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

  it("never do so beside a log-in page that says them too among its own, and has the same search box", () => {
    const search = '<form action="https://search.example/find"><input name="q"></form>';
    const url = "http://www.gstatic.com/generate_204";
    const welcome = `<h1>Welcome</h1>${"<p>Please log in with your room and name to use the Wi-Fi of this hotel.</p>".repeat(30)}`;
    const evidence = new Set<EvidenceId>();
    holds([anyPage.filter(({ status }) => status !== 511), fc.nat(2), fc.boolean()], (words, how, isFirst) => {
      const sites = { ...words, body: words.body + search };
      const body = isFirst ? sites.body + welcome : welcome + sites.body;
      const crafted = {
        ...imitating(signals(), sites, "http", how),
        connectivity: ok("captive-portal" as const),
        impostorAnswer: { kind: "response", url, status: 200, headers: [], body, truncated: false } as const,
      };
      for (const id of connection.judge(crafted).evidence) evidence.add(id);
      expect(verdictOf(crafted)?.side).not.toBe("you");
    });
    expect([...evidence].sort()).toEqual(["portal-at-one-address", "portal-may-stand-between"]);
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
      { runs: 2_000, reaches: 0.03 },
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
