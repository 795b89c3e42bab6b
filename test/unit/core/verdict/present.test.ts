import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECK_IDS } from "../../../../src/core/checks/check.ts";
import { CHECKS, observe } from "../../../../src/core/checks/index.ts";
import type { Cause, Side } from "../../../../src/core/evidence/causes.ts";
import type { Weight } from "../../../../src/core/evidence/weight.ts";
import { WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import type { SignalName, Signals } from "../../../../src/core/incident/signals.ts";
import { type MessageKey, message } from "../../../../src/core/message.ts";
import { type Home, NOWHERE } from "../../../../src/core/places/home.ts";
import { type Progress, present } from "../../../../src/core/verdict/present.ts";
import { holds } from "../../../property.ts";
import {
  ELSEWHERE,
  failed,
  fails,
  navigation,
  ok,
  page,
  redirect,
  response,
  signals,
  statusReport,
  works,
} from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";
import { five, HOME } from "../places/given.ts";

const INCIDENT: Incident = {
  id: "incident-1",
  tabId: 7,
  url: "https://shop.example/cart",
  status: 502,
  since: 1_000,
  noticed: "sentinel",
  method: "GET",
  private: false,
  navigation: navigation(),
};
const NAMES = Object.keys(signals()) as SignalName[];
const GATEWAY_NEEDS = ["incident", "navigation", "page", "anonymous", "described"] as const;
const DONE: Progress = {
  order: CHECKS,
  id: "check-1",
  startedAt: 2_000,
  endsBy: 10_000,
  finishedAt: 9_000,
  known: new Set(NAMES),
  statusPageUrl: null,
  begun: null,
};

function presented(given: Signals, progress: Progress = DONE) {
  const { url, status } = given.incident;
  return present({ ...INCIDENT, url, status, navigation: given.navigation }, given, progress);
}

const NGINX = (title: string) =>
  `<html><body><center><h1>${title}</h1></center><hr><center>nginx</center></body></html>`;
const NGINX_502 = NGINX("502 Bad Gateway");
const HAPROXY_503 = "<h1>503 Service Unavailable</h1>\nNo server is available to handle this request.";
const HAPROXY_502 = "<h1>502 Bad Gateway</h1>\nThe server returned an invalid or incomplete response.";

const failing = (status: number, body = "") => ok(response(status, {}, body));
const always = (answer: Signals["anonymous"]) => ({ anonymous: answer, retries: [answer, answer, answer] });

/** What a healthy connection and browser show beside a failing page. */
const usual = (parts: Partial<Signals>): Signals =>
  signals({
    navigation: navigation(),
    page: page(),
    connectivity: ok("online"),
    statusPage: ok(null),
    root: works,
    ...parts,
  });
const at = (status: number) => ({ url: INCIDENT.url, status, protected: false });

describe("present, for a limit", () => {
  const limited = (headers: Record<string, string> = {}) => ok(response(429, headers));
  const during = (parts: Partial<Signals>) => usual({ incident: at(429), root: notSent("not-needed"), ...parts });

  it("cannot tell whose limit it is where a stranger from here meets it too, and says when to come back", () => {
    const { verdict, retryAfter } = presented(during({ anonymous: limited({ "retry-after": "60" }) }));
    expect(verdict).toMatchObject({
      side: "unsure",
      cause: "blocked-address",
      alternatives: ["overload"],
      advice: { key: "advice_other_device" },
      action: "show-other-device",
    });
    expect(verdict?.headline.key).toBe("limited_headline");
    expect(retryAfter).toBe(1_000 + 40 + 60_000);
  });

  it("takes the side of neither when nothing more could be asked", () => {
    expect(presented(during({ anonymous: notSent("protected") })).verdict).toMatchObject({
      side: "unsure",
      cause: "blocked-address",
    });
  });

  it.each([
    ["not-tried", "transient", "reload"],
    ["fails", "cookies", null],
  ] as const)("where a stranger is served, after a reload of the tab (%s): %s", (reload, cause, action) => {
    expect(presented(during({ anonymous: works, reload })).verdict).toMatchObject({ side: "unsure", cause, action });
  });

  it("knows when it is over", () => {
    const { verdict } = presented(during({ anonymous: works, reload: "works" }));
    expect(verdict).toMatchObject({ side: "server", cause: "transient" });
  });

  it("is a test for robots where the tab shows one", () => {
    const html = "<script>window.KPSDK={};</script>";
    const { verdict } = presented(during({ anonymous: limited(), page: page({ html }) }));
    expect(verdict).toMatchObject({ side: "unsure", cause: "bot-check" });
  });

  it("names no overload while strangers are served, whatever fails elsewhere with the same account", () => {
    const given = during({ anonymous: works, reload: "fails", privateWindow: "fails", otherDevice: "fails" });
    expect(presented(given).verdict?.side).toBe("unsure");
  });

  it("is for this network alone once another one is served while the tab is limited again", () => {
    const given = during({ anonymous: limited(), otherDevice: "works", reload: "fails" });
    expect(presented(given).verdict).toMatchObject({ side: "you", cause: "blocked-address" });
    expect(presented({ ...given, otherDevice: "fails" }).verdict).toMatchObject({ side: "server", cause: "overload" });
  });

  it("is never the user's doing without a word from elsewhere", () => {
    const unasked = {
      otherDevice: "not-asked",
      askedPlaces: notSent("not-needed"),
      address: notSent("not-needed"),
    } as const;
    holds([anySignals], (given) => {
      const { side, cause } = presented({ ...given, ...unasked, incident: at(429) }).verdict ?? {};
      expect([side, cause]).not.toEqual(["you", "blocked-address"]);
    });
  });
});

describe("present, once places elsewhere were asked", () => {
  const dead = ok(response(502, { server: "nginx" }, NGINX_502));
  const asked = (home: Home) =>
    presented(
      signals({
        anonymous: dead,
        retries: [dead, dead],
        root: dead,
        page: page({ html: NGINX_502 }),
        askedPlaces: ok({ home, ipVersion: null, places: five("works", "works", "works"), here: dead }),
      }),
    ).verdict;

  it("names no side while it is known only that it works somewhere: a region's trouble and this user's look alike", () => {
    expect(asked(NOWHERE)?.side).toBe("unsure");
    expect(asked(HOME)?.side).toBe("unsure");
  });
});

describe("present, for codes that are no gateway's", () => {
  it.each([
    [500, "origin-invalid", "why_status_500"],
    [501, "misconfigured", "why_status_501"],
    [505, "misconfigured", "why_status_505"],
    [507, "origin-invalid", "why_status_507"],
    [508, "misconfigured", "why_status_508"],
    [510, "misconfigured", "why_status_510"],
    [509, "switched-off", "cause_switched_off_why"],
    [529, "overload", "cause_overload_why"],
  ] as const)("tells a %i for what it says", (status, cause, why) => {
    const given = usual({ incident: at(status), ...always(failing(status)), root: failing(status) });
    expect(presented(given).verdict).toMatchObject({ side: "server", cause, why: { key: why } });
  });

  it("still finds that a 500 is this page's alone", () => {
    const given = usual({ incident: at(500), ...always(failing(500)) });
    expect(presented(given).verdict).toMatchObject({ side: "server", cause: "page-only" });
  });
});

describe("present, for requests of a page that loaded", () => {
  const requests = {
    pageHost: "www.shop.example",
    pageStatus: 200,
    seen: 9,
    hidden: 0,
    failing: [
      {
        host: "shop.example",
        failed: 3,
        statuses: [502],
        url: "https://shop.example/cart",
        status: 502,
        repeatable: true,
      },
    ],
  };

  it("says so, and judges the host that failed", () => {
    const { about, verdict, rows } = presented(
      usual({ requests, ...always(failing(502, NGINX_502)), root: failing(502, NGINX_502) }),
    );
    expect(about).toBe("requests");
    expect(verdict).toMatchObject({ side: "server", cause: "origin-down", why: { key: "requests_why_many" } });
    expect(rows.find(({ check }) => check === "page-requests")?.outcome).toBe("fail");
  });

  it("is about the page where the page failed", () => {
    expect(presented(usual({ ...always(fails) })).about).toBe("page");
  });
});

describe("present, for each way a site can break", () => {
  it.each<[what: string, given: Signals, side: Side, cause: Cause, alternatives?: Cause[]]>([
    [
      "a dead upstream",
      usual({ ...always(failing(502, NGINX_502)), page: page({ html: NGINX_502 }), root: failing(502, NGINX_502) }),
      "server",
      "origin-down",
      ["origin-invalid"],
    ],
    [
      "a dead upstream that its gateway names",
      usual({ incident: at(503), ...always(failing(503, HAPROXY_503)), root: failing(503, HAPROXY_503) }),
      "server",
      "origin-down",
    ],
    [
      "an upstream that never answers",
      usual({ incident: at(504), ...always(failing(504, NGINX("504 Gateway Time-out"))), root: failing(504) }),
      "server",
      "origin-slow",
    ],
    [
      "an upstream that answers garbage",
      usual({ ...always(failing(502, HAPROXY_502)), root: failing(502, HAPROXY_502) }),
      "server",
      "origin-invalid",
    ],
    [
      "announced maintenance",
      usual({
        incident: at(503),
        ...always(failing(503, "<h1>Down for maintenance</h1>")),
        root: failing(503, "<h1>Down for maintenance</h1>"),
        statusPage: statusReport("maintenance", { title: "Upgrade" }),
      }),
      "server",
      "maintenance",
    ],
    [
      "cookies that have grown too large",
      usual({ ...always(works), page: page({ cookieBytes: 10_000 }), reload: "fails" }),
      "you",
      "cookies",
    ],
    [
      "an error that the browser kept",
      usual({
        incident: at(503),
        navigation: navigation({ source: "browser-cache" }),
        ...always(works),
        reload: "works",
      }),
      "you",
      "stale-cache",
    ],
    [
      "a service worker that keeps an old error",
      usual({
        navigation: navigation({ source: "passed-on" }),
        ...always(works),
        throughPageWorker: [fails, fails],
        reload: "works-past-cache",
      }),
      "you",
      "page-worker",
    ],
    [
      "every other request failing",
      usual({ anonymous: works, retries: [fails, works, fails] }),
      "server",
      "intermittent",
    ],
    ["one broken page", usual(always(failing(502, NGINX_502))), "server", "page-only"],
    ["a blip that is over", usual({ ...always(works), reload: "works" }), "server", "transient"],
    [
      "a network that wants a login",
      usual({
        incident: { url: "http://shop.example/cart", status: 511, protected: false },
        ...always(failed()),
        root: failed(),
        connectivity: ok("captive-portal"),
      }),
      "you",
      "captive-portal",
    ],
    [
      "a failure that has not come again, in a network that may want a login",
      usual({
        incident: { url: "http://shop.example/cart", status: 502, protected: false },
        ...always(failed()),
        root: failed(),
        connectivity: ok("captive-portal"),
      }),
      "unsure",
      "captive-portal",
    ],
    [
      "a site that is down, in a network that filters a test address",
      usual({
        incident: { url: "http://shop.example/cart", status: 502, protected: false },
        ...always(fails),
        root: fails,
        connectivity: ok("captive-portal"),
      }),
      "server",
      "origin-down",
    ],
    [
      "a server on this machine",
      usual({ incident: { url: "http://localhost:3000/x", status: 502, protected: false }, ...always(fails) }),
      "you",
      "own-machine",
    ],
    [
      "a test for robots",
      usual({ incident: at(503), ...always(ok(response(503, { "cf-mitigated": "challenge" }))) }),
      "unsure",
      "bot-check",
    ],
  ])("judges %s", (_what, given, side, cause, alternatives) => {
    const { verdict } = presented(given);
    expect(verdict).toMatchObject({ side, cause });
    if (alternatives) expect(verdict?.alternatives).toEqual(alternatives);
  });
});

describe("present, for the twins of the user's side", () => {
  it("is unsure, and offers the reload that settles it, while the page works for a stranger", () => {
    for (const tries of [always(works), { anonymous: failed("timeout"), retries: [works, works, works] }]) {
      expect(presented(usual(tries)).verdict).toMatchObject({ side: "unsure", action: "reload" });
    }
  });

  it.each(ELSEWHERE.filter(([what]) => !["a 429", "a challenge"].includes(what)))(
    "is never sure of the site while a stranger gets %s and the tab has not been loaded since",
    (_what, answer) => {
      expect(presented(usual(always(ok(answer)))).verdict).toMatchObject({ side: "unsure", action: "reload" });
    },
  );

  it.each([
    ["a cached error", { navigation: navigation({ source: "browser-cache" }) }, "stale-cache"],
    [
      "a service worker's error",
      { navigation: navigation({ source: "passed-on" }), throughPageWorker: [fails, fails] },
      "page-worker",
    ],
  ] as const)("only suspects %s until the tab is loaded past it, and offers that step", (_what, parts, cause) => {
    expect(presented(usual({ ...always(works), ...parts })).verdict).toMatchObject({
      side: "unsure",
      cause,
      action: "reload-past-cache",
      advice: { key: "advice_reload_settles" },
    });
    expect(presented(usual({ ...always(works), ...parts, reload: "fails" })).verdict?.side).not.toBe("you");
    expect(presented(usual({ ...always(works), ...parts, reload: "works-past-cache" })).verdict).toMatchObject({
      side: "you",
      cause,
    });
  });

  it("does not blame the page's worker when an ordinary load brought the page back", () => {
    const given = usual({
      navigation: navigation({ source: "passed-on" }),
      ...always(works),
      throughPageWorker: [fails, fails],
      reload: "works",
    });
    expect(presented(given).verdict?.side).not.toBe("you");
  });

  it("does not wait for the rest of a check's answers to leave the site unnamed: one that differs is enough", () => {
    const running: Progress = { ...DONE, finishedAt: null, known: new Set(NAMES.filter((name) => name !== "retries")) };
    const soFar = (retries: Signals["retries"]) =>
      presented(usual({ anonymous: failing(502, NGINX_502), root: fails, retries }), running).verdict;
    expect(soFar([fails])?.side).toBe("server");
    expect(soFar([works])).toMatchObject({ side: "unsure", action: "reload" });
  });

  it("has no open twin when errors follow good answers: a stranger meets the failure too", () => {
    const given = usual({ anonymous: works, retries: [fails, works, fails] });
    expect(presented(given).verdict).toMatchObject({ side: "server", cause: "intermittent" });
  });

  it.each(["captive-portal", "no-internet"] as const)("blames no network for an error over https: %s", (seen) => {
    expect(presented(usual({ ...always(failed()), connectivity: ok(seen) })).verdict?.side).not.toBe("you");
  });

  it("says that a reload sends no form again where the page may have come from one", () => {
    const { verdict } = present({ ...INCIDENT, method: "unknown" }, usual(always(works)), DONE);
    expect(verdict).toMatchObject({ action: "reload", actionNote: { key: "note_reload_form" } });
  });

  it("speaks of no form where the page came by a link, also by one that works once", () => {
    const url = "https://shop.example/activate?token=4f3c2b1a9d8e";
    const { verdict } = present({ ...INCIDENT, url }, usual(always(works)), DONE);
    expect(verdict).toMatchObject({ action: "reload", actionNote: null });
  });

  it("is unsure when the page fails only with cookies of ordinary size, and sends to a private window", () => {
    expect(presented(usual({ ...always(works), reload: "fails" })).verdict).toMatchObject({
      side: "unsure",
      advice: { key: "advice_private_window" },
    });
  });

  it("is nobody's side yet where a stranger from here is told that he asks too often", () => {
    const given = usual({ anonymous: ok(response(429)), retries: [], root: notSent("not-needed") });
    expect(presented(given).verdict).toMatchObject({ side: "unsure", cause: "blocked-address" });
  });

  it("is open when a stranger gets a shared cache's copy while the tab fails, unless the whole site fails", () => {
    const copy = ok(response(200, { age: "340" }));
    const given = usual({ ...always(copy), root: copy, reload: "fails" });
    expect(presented(given).verdict).toMatchObject({ side: "unsure", advice: { key: "advice_private_window" } });
    expect(presented({ ...given, root: fails }).verdict?.side).toBe("server");
  });

  it.each(ELSEWHERE)("does not blame cookies when a stranger gets %s, however large they are", (_what, answer) => {
    for (const reload of ["not-tried", "fails"] as const) {
      const given = usual({ ...always(ok(answer)), page: page({ cookieBytes: 20_000 }), reload });
      expect(presented(given).verdict?.side).not.toBe("you");
    }
  });

  it.each(["fails", "not-tried"] as const)(
    "says the site when a kept error is no older than the outage: %s",
    (reload) => {
      const given = usual({
        navigation: navigation({ source: "browser-cache" }),
        ...always(fails),
        root: fails,
        reload,
      });
      expect(presented(given).verdict?.side).toBe("server");
    },
  );

  it("says the site when its service worker shows what the site itself gives", () => {
    const given = usual({
      navigation: navigation({ source: "passed-on" }),
      ...always(fails),
      throughPageWorker: [fails, fails],
      root: fails,
    });
    expect(presented(given).verdict?.side).toBe("server");
  });

  it("does not call a gateway error a test for robots because a probe alone was tested", () => {
    const challenge = ok(response(403, { "cf-mitigated": "challenge" }));
    expect(presented(usual(always(challenge))).verdict?.cause).not.toBe("bot-check");
  });

  it("is not sure of the network when only the test address is blocked", () => {
    const given = usual({ ...always(fails), root: fails, connectivity: ok("no-internet") });
    expect(presented(given).verdict?.side).not.toBe("you");
    expect(presented(given).path.network).not.toBe("broken");
  });

  it("is not the user's side while a sign-in is asked of a stranger", () => {
    const given = usual({ ...always(ok(redirect)), root: ok(redirect), reload: "fails" });
    expect(presented(given).verdict?.side).not.toBe("you");
  });
});

describe("present, for a box between the user and the site", () => {
  const FIDDLER = (sentence: string) => `[Fiddler] ${sentence}`;
  const UPSTREAM = FIDDLER("The connection to the upstream proxy/gateway failed.");
  const REFUSED = FIDDLER("The connection to 'shop.example' failed. <br />Error: ConnectionRefused (0x274d).");
  const TIMED_OUT = FIDDLER("The connection to 'shop.example' failed. <br />Error: TimedOut (0x274c).");
  const POLIPO_REFUSED = "<title>Proxy error: 504 Connect to x:80 failed: Connection refused</title>";
  const CANNOT_FORWARD = "<html><body id=ERR_CANNOT_FORWARD></body></html>";
  const ERR_READ = "<html><body id=ERR_READ_ERROR></body></html>";
  const plain = (status: number) => ({ url: "http://shop.example/cart", status, protected: false });
  const behind = (body: string, parts: Partial<Signals> = {}) =>
    presented(usual({ ...always(failing(502, body)), page: page({ html: body }), root: failing(502, body), ...parts }))
      .verdict;

  const inPlace = (url: string, body: string) =>
    ({ kind: "response", url, status: 502, headers: [], body, truncated: false }) as const;

  it("is the user's side when the box lost its own way out, and says so in an unrelated site's place too", () => {
    const impostorAnswer = inPlace("https://www.gstatic.com/generate_204", UPSTREAM);
    expect(behind(UPSTREAM, { connectivity: ok("impostor"), impostorAnswer })).toMatchObject({
      side: "you",
      cause: "local-proxy",
    });
  });

  it("is the user's side over plain http when the box lost its own way out, and nobody else answers", () => {
    const cutOff = { incident: plain(502), connectivity: ok("no-internet" as const) };
    expect(behind(UPSTREAM, cutOff)).toMatchObject({ side: "you", cause: "local-proxy" });
    expect(behind(TIMED_OUT, cutOff)?.side).toBe("unsure");
  });

  it("is open while the box shows in nothing but the page's own words", () => {
    const seen: Array<Signals["connectivity"]> = [
      ok("online"),
      ok("opaque"),
      ok("no-internet"),
      ok("captive-portal"),
      ok("impostor"),
      failed(),
      notSent("not-needed"),
    ];
    for (const connectivity of seen) {
      expect(behind(UPSTREAM, { connectivity })).toMatchObject({
        side: "unsure",
        why: { key: "side_unsure_why_box" },
      });
    }
  });

  it("is not the user's side once the site answers through the same box", () => {
    expect(presented(usual({ ...always(works), page: page({ html: UPSTREAM }) })).verdict?.side).not.toBe("you");
  });

  it("is the server's side when the box only tells that the site refused it", () => {
    expect(behind(REFUSED)).toMatchObject({ side: "server", cause: "origin-down" });
    expect(behind(POLIPO_REFUSED, { incident: plain(504) })).toMatchObject({ side: "server", cause: "origin-down" });
    expect(behind(REFUSED)?.why.args?.[1]).toMatchObject({ key: "cause_gateway_yours", args: ["Fiddler"] });
  });

  it("is the server's side when the box reached nobody there while others answer, and open when nobody does", () => {
    expect(behind(TIMED_OUT)?.side).toBe("server");
    expect(behind(TIMED_OUT, { connectivity: ok("no-internet") })?.side).toBe("unsure");
    expect(behind(TIMED_OUT, { connectivity: notSent("not-needed") })?.side).toBe("unsure");
  });

  it("is never the user's side when the site's own gateway passed the box's page on", () => {
    const anonymous = ok(response(502, { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" }, UPSTREAM));
    expect(behind(UPSTREAM, always(anonymous))?.side).toBe("server");
  });

  it("is never the user's side while the site's status page tells of an outage or its front page answers", () => {
    const red = statusReport("major_outage", { title: "Down" });
    expect(behind(TIMED_OUT, { statusPage: red })?.side).toBe("server");
    expect(behind(UPSTREAM, { root: works })?.side).not.toBe("you");
  });

  it("is not the user's side for words of a box in the site's own page", () => {
    const html = "<h1>503</h1><p>Thread: Alert! - ESET Endpoint Antivirus</p>";
    const quoted = { ...always(ok(response(503, {}, html))), page: page({ html }), root: works, incident: at(503) };
    for (const connectivity of [ok("online" as const), ok("opaque" as const)]) {
      expect(presented(usual({ ...quoted, connectivity })).verdict?.side).not.toBe("you");
      const whole = { ...quoted, root: ok(response(503, {}, html)) };
      expect(presented(usual({ ...whole, connectivity })).verdict?.side).not.toBe("you");
    }
  });

  it("is the user's side when the same product answers for an unrelated site as well", () => {
    const impostorAnswer = inPlace("http://www.gstatic.com/generate_204", ERR_READ);
    const parts = { incident: plain(502), connectivity: ok("impostor" as const), impostorAnswer };
    expect(behind(ERR_READ, parts)).toMatchObject({ side: "you", cause: "local-proxy" });
    expect(behind(ERR_READ, { ...parts, impostorAnswer: null })?.side).not.toBe("you");
  });

  it("is open when an office's proxy signs the page and nobody else answers, the server's when it is not", () => {
    const answer = ok(response(502, { via: "1.1 proxy.office.lan (squid/5.7)" }, ERR_READ));
    const signed = { incident: plain(502), ...always(answer), root: answer };
    expect(behind(ERR_READ, { ...signed, connectivity: ok("no-internet") })?.side).toBe("unsure");
    expect(behind(ERR_READ, signed)?.side).toBe("server");
  });

  it("is open over plain http when it may be anybody's proxy that lost its way out, and the site's over https", () => {
    const seen: Array<Signals["connectivity"]> = [ok("online"), ok("no-internet")];
    for (const connectivity of seen) {
      expect(behind(CANNOT_FORWARD, { incident: plain(503), connectivity })?.side).toBe("unsure");
    }
    expect(behind(CANNOT_FORWARD, { incident: at(503) })?.side).toBe("server");
  });

  it("is open over plain http when anybody's proxy could not resolve the name, also while others answer", () => {
    const body = "<html><body id=ERR_DNS_FAIL></body></html>";
    expect(behind(body, { incident: plain(503) })?.side).toBe("unsure");
    expect(behind(body, { incident: plain(503), connectivity: ok("no-internet") })?.side).toBe("unsure");
  });

  it("is the server's side over plain http when anybody's proxy got no answer of the site but others answer, else open", () => {
    const body = '<html><body id=ERR_CONNECT_FAIL><p id="sysmsg">Error: <i>(110) timed out</i></p></body></html>';
    expect(behind(body, { incident: plain(503) })?.side).toBe("server");
    expect(behind(body, { incident: plain(503), connectivity: ok("no-internet") })?.side).toBe("unsure");
  });

  it("is open for a page that refuses by a rule", () => {
    const akamai = "Reference #18.2d351ab8.1557333295.a4e16ab";
    expect(behind(akamai, { incident: at(503) })?.side).toBe("unsure");
  });
});

describe("present", () => {
  it("abstains when nothing at all is known", () => {
    const nothing = signals({ incident: { url: INCIDENT.url, status: null, protected: false } });
    const view = presented(nothing);
    expect(view.verdict).toBeNull();
    expect(view.rows.map(({ outcome }) => outcome)).not.toContain("fail");
    expect(view.path).toMatchObject({ you: "unknown", network: "unknown", gateway: "unknown", site: "unknown" });
  });

  it("runs only the checks whose signals are complete", () => {
    const progress: Progress = { ...DONE, finishedAt: null, known: new Set(GATEWAY_NEEDS) };
    const view = presented(usual(always(works)), progress);
    expect(view.phase).toBe("checking");
    for (const { check, outcome } of view.rows) {
      if (check === "gateway") expect(outcome).not.toBe("running");
      else expect(outcome).toBe("running");
    }
    expect(view.rows.find(({ check }) => check === "cookies")?.says.key).toBe("check_cookies_question");
  });

  it("judges every check once the time is over, whatever is missing", () => {
    const view = presented(signals(), { ...DONE, known: new Set() });
    expect(view.phase).toBe("done");
    expect(view.rows.map(({ outcome }) => outcome)).not.toContain("running");
  });

  it("has a row for each check, in the order given", () => {
    const order = [...CHECKS].reverse();
    expect(presented(signals(), { ...DONE, order }).rows.map(({ check }) => check)).toEqual([...CHECK_IDS].reverse());
  });

  it("lists what was asked and answered, oldest first, and not what was never sent", () => {
    const { details } = presented(
      usual({
        anonymous: { state: "ok", value: response(502), at: 30, took: 5 },
        retries: [{ state: "failed", reason: "timeout", at: 40, took: 6 }, notSent("throttled")],
        root: { state: "ok", value: redirect, at: 20, took: 7 },
        throughPageWorker: [
          { state: "failed", reason: "network", at: 50, took: 8 },
          { state: "ok", value: response(502), at: 60, took: 9 },
        ],
      }),
    );
    const tried = (asked: MessageKey | "/", result: MessageKey | "502") =>
      message("tried", asked === "/" ? asked : message(asked), result === "502" ? result : message(result));
    expect(details.answers).toEqual([
      { at: 20, what: tried("/", "tried_redirect"), took: 7 },
      { at: 30, what: tried("tried_page", "502"), took: 5 },
      { at: 40, what: tried("tried_page", "tried_no_answer_in_time"), took: 6 },
      { at: 50, what: tried("tried_page_worker", "tried_no_answer"), took: 8 },
      { at: 60, what: tried("tried_page_worker", "502"), took: 9 },
    ]);
  });

  it("names the gateway and its request id", () => {
    const anonymous = ok(response(521, { "cf-ray": "0123456789abcdef-AMS" }, "error code: 521"));
    const { details, path } = presented(usual({ ...always(anonymous) }));
    expect(details).toMatchObject({ gateway: "Cloudflare", requestId: "0123456789abcdef-AMS" });
    expect(path.gatewayName).toBe("Cloudflare");
  });

  it("tells support the precise reason, the gateway's own status page and the hops", () => {
    const headers = { server: "cloudflare", "cf-ray": "0123456789abcdef-AMS", via: "1.1 vegur" };
    const { details } = presented(usual(always(ok(response(530, headers, "error code: 1033")))));
    expect(details).toMatchObject({
      gatewayFamily: "cloudflare",
      gatewayWord: "origin-down",
      gatewayDetail: "1033",
      gatewayStatusPage: "https://www.cloudflarestatus.com/",
      hops: ["vegur (HTTP 1.1)", "cloudflare (AMS)"],
    });
  });

  it("links no status page of a gateway that only passed the error on", () => {
    const passed = ok(response(503, { "cf-ray": "0123456789abcdef-AMS" }, "<h1>ours</h1>"));
    expect(presented(usual(always(passed))).details).toMatchObject({ gateway: "Cloudflare", gatewayStatusPage: null });
  });
});

describe("present, for any signals", () => {
  const known = fc.subarray(NAMES).map((names) => new Set(names));
  const finishedAt = fc.constantFrom(null, 9_000);

  it("is pure", () => {
    holds([anySignals, known, finishedAt], (given, names, end) => {
      const before = structuredClone(given);
      const progress = { ...DONE, known: names, finishedAt: end };
      expect(presented(given, progress)).toEqual(presented(given, progress));
      expect(given).toEqual(before);
    });
  });

  it("never says that it is the user's side without a mechanism for the very cause", () => {
    holds(
      [anySignals],
      (given) => {
        const { verdict } = presented(given);
        if (verdict?.side !== "you") return;
        const evidence = CHECKS.flatMap((check) => check.judge(given).evidence);
        expect(evidence.some((id) => (WEIGHTS[id] as Weight).mechanism === verdict.cause)).toBe(true);
        expect(verdict.confidence).toBeGreaterThanOrEqual(0.95);
      },
      { runs: 300, reaches: 0.15 },
    );
  });

  it("never says that it is the site while a stranger is served every time and the tab was not loaded since", () => {
    holds([anySignals], (given) => {
      const { verdict } = presented({ ...given, ...always(works), reload: "not-tried" });
      expect(verdict?.side).not.toBe("server");
    });
  });

  it("never says that it is the site while any stranger's answer differs, unless two met the failure or the tab was loaded since", () => {
    const otherwise = fc.constantFrom(works, ok(redirect), ok(response(401)), ok(response(200, { age: "12" })));
    holds(
      [anySignals, otherwise],
      (given, answer) => {
        const seen: Signals = { ...given, retries: [...given.retries, answer], reload: "not-tried" };
        const sometimes = CHECKS.some((check) => check.judge(seen).evidence.includes("fails-sometimes"));
        const isOthersToo = observe(CHECKS, seen).includes("strangers-met-it-too");
        if (!sometimes && !isOthersToo) expect(presented(seen).verdict?.side).not.toBe("server");
      },
      { reaches: 0.7 },
    );
  });

  it("keeps confidence between 0 and 1 and at most one link broken", () => {
    holds(
      [anySignals, known, finishedAt],
      (given, names, end) => {
        const { verdict, path } = presented(given, { ...DONE, known: names, finishedAt: end });
        if (!verdict) return;
        expect(verdict.confidence).toBeGreaterThan(0);
        expect(verdict.confidence).toBeLessThanOrEqual(1 + 1e-12);
        const broken = [path.you, path.network, path.gateway, path.site].filter((state) => state === "broken");
        expect(broken.length).toBeLessThanOrEqual(1);
      },
      { runs: 200, reaches: 0.4 },
    );
  });
});
