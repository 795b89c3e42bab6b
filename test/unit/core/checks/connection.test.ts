import { describe, expect, it } from "vitest";
import { connection } from "../../../../src/core/checks/connection.ts";
import type { Response } from "../../../../src/core/http/answer.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { failed, fails, NOTHING, navigation, ok, page, response, signals, works } from "./given.ts";

const http = { url: "http://shop.example/cart", status: 502, protected: false };
const https = { url: "https://shop.example/cart", status: 502, protected: false };
const NGINX =
  "<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center></body></html>";
const SQUID = "<html><body id=ERR_READ_ERROR></body></html>";
const FIDDLER = "[Fiddler] The connection to 'shop.example' failed. <br />Error: TimedOut (0x274c).";

const inPlace = (body: string, scheme: "http" | "https" = "http"): Response => ({
  kind: "response",
  url: `${scheme}://www.gstatic.com/generate_204`,
  status: 502,
  headers: [],
  body,
  truncated: false,
});

describe("connection", () => {
  it.each([
    ["online", "pass", "online"],
    ["opaque", "pass", "online"],
    ["captive-portal", "fail", "portal-may-stand-between"],
    ["no-internet", "fail", "nobody-answered"],
  ] as const)("reads %s as %s over plain http", (connectivity, outcome, evidence) => {
    const incident = { url: "http://shop.example/cart", status: 502, protected: false };
    expect(connection.judge(signals({ incident, connectivity: ok(connectivity) }))).toMatchObject({
      outcome,
      evidence: [evidence],
    });
  });

  it.each(["online", "opaque"] as const)(
    "takes nothing from a rule that a box of the user's has for one site: %s",
    (seen) => {
      const blocked = { page: page({ html: "URL is blocked by SpIDer Gate" }), connectivity: ok(seen) };
      const broken = { page: page({ html: FIDDLER }), connectivity: ok("online" as const) };
      expect(connection.judge(signals({ incident: https, ...broken })).evidence).toEqual(["online"]);
      const evidence = seen === "online" ? ["online-beside-own-rule"] : [];
      expect(connection.judge(signals({ incident: https, ...blocked })).evidence).toEqual(evidence);
    },
  );

  it.each(["captive-portal", "impostor", "no-internet"] as const)(
    "needs no test, and makes nothing of %s, where a gateway of the site's wrote the error over https: it has proven the way",
    (connectivity) => {
      for (const seen of [ok(connectivity), notSent("not-needed" as const)]) {
        const bySite = { incident: https, page: page({ html: NGINX }), connectivity: seen };
        expect(connection.judge(signals(bySite))).toMatchObject({
          outcome: "pass",
          says: { key: "check_connection_proven" },
          evidence: ["answered-over-https"],
        });
      }
    },
  );

  describe.each(["page-worker", "perhaps-page-worker", "unknown"] as const)(
    "of a page that the site's own worker may have written: %s",
    (source) => {
      const own = { incident: https, navigation: navigation({ source }), page: page({ html: NGINX }) };
      const judged = (parts: Partial<Signals>) => connection.judge(signals({ ...own, ...parts }));

      it("takes none of it for a proof of the way", () => {
        const { evidence, says } = judged({});
        expect([evidence, says.key]).toEqual([[], "check_connection_unknown"]);
      });

      it.each(["online", "opaque"] as const)("says that the way works by now, and not whether it did: %s", (seen) => {
        const found = judged({ anonymous: works, connectivity: ok(seen) });
        expect(found).toMatchObject({ outcome: "pass", says: { key: "check_connection_works_now" }, evidence: [] });
      });

      it.each([
        ["the site is silent at this moment", { anonymous: failed() }],
        ["the tab, loaded again, fails at this moment", { anonymous: works, reload: "fails" as const }],
      ])("counts what works now where %s", (_what, parts) => {
        expect(judged({ ...parts, connectivity: ok("online") }).evidence).toEqual(["online"]);
      });

      it("takes the network's own error for a proof, as it came to a stranger", () => {
        for (const seen of ["online", "no-internet", "captive-portal"] as const) {
          expect(judged({ anonymous: fails, connectivity: ok(seen) }).evidence).toEqual(["answered-over-https"]);
        }
      });

      it("finds nobody, or a portal and no proof of it, where the site is silent as well", () => {
        expect(judged({ anonymous: failed(), connectivity: ok("no-internet") }).evidence).toEqual(["nobody-answered"]);
        expect(judged({ anonymous: failed(), connectivity: ok("captive-portal") }).evidence).toEqual([
          "portal-before-silent-site",
        ]);
      });

      it("makes nothing of a test that fails while the site answers", () => {
        for (const seen of ["no-internet", "captive-portal"] as const) {
          expect(judged({ anonymous: failed("malformed"), connectivity: ok(seen) }).evidence).toEqual([]);
          expect(judged({ anonymous: works, connectivity: ok(seen) }).evidence).toEqual([]);
        }
      });
    },
  );

  it("asks over https as well where nobody knows who wrote the error, and believes it unless both pages are the same", () => {
    const html = "<h1>Nope</h1><p>shop.example is not to be had.</p>";
    const here = { incident: https, page: page({ html }) };
    for (const seen of ["online", "opaque", "captive-portal", "no-internet"] as const) {
      const says = { key: "check_connection_works" };
      expect(connection.judge(signals({ ...here, connectivity: ok(seen) }))).toMatchObject({
        says,
        evidence: ["answered-over-https"],
      });
    }
    const impostorAnswer = inPlace(html.replace("shop.example", "www.gstatic.com"), "https");
    expect(connection.judge(signals({ ...here, connectivity: ok("impostor"), impostorAnswer }))).toMatchObject({
      outcome: "fail",
      says: { key: "check_connection_same_writer", args: [{ key: "check_connection_something" }] },
      evidence: ["same-writer-of-unrelated-page"],
    });
  });

  it.each([
    ["captive-portal", "portal-may-stand-between"],
    ["no-internet", "nobody-answered"],
  ] as const)("weighs %s over https as long as no answer has been seen", (connectivity, evidence) => {
    const incident = { url: "https://shop.example/cart", status: null, protected: false };
    expect(connection.judge(signals({ incident, connectivity: ok(connectivity) }))).toMatchObject({
      outcome: "fail",
      evidence: [evidence],
    });
  });

  it.each(NOTHING)("knows nothing when the test %s", (_what, connectivity) => {
    expect(connection.judge(signals({ incident: http, connectivity }))).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });

  it.each(["http://localhost:3000/", "http://app.localhost/", "http://127.0.0.1/", "http://[::1]/"])(
    "plays no part for %s, which runs here, whatever the network does",
    (url) => {
      const incident = { url, status: 502, protected: false };
      for (const connectivity of [ok("captive-portal" as const), ok("no-internet" as const)]) {
        expect(connection.judge(signals({ incident, connectivity }))).toMatchObject({
          outcome: "not-applicable",
          evidence: ["runs-here"],
        });
      }
    },
  );

  it.each(["http://nas/", "http://192.168.1.5/"])(
    "plays no part for %s, which is reached without the internet",
    (url) => {
      const incident = { url, status: 502, protected: false };
      for (const connectivity of [ok("online" as const), ok("captive-portal" as const), ok("no-internet" as const)]) {
        expect(connection.judge(signals({ incident, connectivity }))).toMatchObject({
          outcome: "not-applicable",
          says: { key: "check_connection_own_network" },
          evidence: [],
        });
      }
    },
  );

  it("accuses no box that lets the site's front page through", () => {
    const both = signals({
      incident: http,
      page: page({ html: SQUID }),
      connectivity: ok("impostor"),
      impostorAnswer: inPlace(SQUID),
      root: works,
    });
    expect(connection.judge(both)).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("asks over https where a box may stand on either side, and believes the page unless both pages are the box's", () => {
    const here = { incident: https, page: page({ html: SQUID }) };
    expect(connection.judge(signals({ ...here, connectivity: ok("online") }))).toMatchObject({
      outcome: "pass",
      says: { key: "check_connection_works" },
      evidence: ["answered-over-https"],
    });
    for (const seen of ["captive-portal", "no-internet", "opaque"] as const) {
      expect(connection.judge(signals({ ...here, connectivity: ok(seen) })).evidence).toEqual(["answered-over-https"]);
    }
    const both = { ...here, connectivity: ok("impostor" as const), impostorAnswer: inPlace(SQUID, "https") };
    expect(connection.judge(signals(both)).evidence).toEqual(["same-writer-of-unrelated-page"]);
    expect(connection.judge(signals({ ...both, impostorAnswer: inPlace(NGINX, "https") })).evidence).toEqual([
      "answered-over-https",
    ]);
  });

  it("makes nothing of a rule of the box's against the other address, where this page is no refusal", () => {
    const impostorAnswer = inPlace(SQUID.replace("ERR_READ_ERROR", "ERR_ACCESS_DENIED"));
    const refused = {
      incident: http,
      page: page({ html: SQUID }),
      connectivity: ok("impostor" as const),
      impostorAnswer,
    };
    expect(connection.judge(signals(refused))).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("takes silence for a second witness over plain http alone, and to a page that says just that", () => {
    const silent = (parts: Partial<Signals>) =>
      connection.judge(signals({ connectivity: ok("no-internet"), ...parts })).evidence;
    const cutOff = { page: page({ html: "[Fiddler] The connection to the upstream proxy/gateway failed." }) };
    expect(silent({ incident: http, ...cutOff })).toEqual(["nobody-answered-past-box"]);
    expect(silent({ incident: https, ...cutOff })).toEqual(["nobody-answered"]);
    expect(silent({ incident: http, page: page({ html: FIDDLER }) })).toEqual(["nobody-answered"]);
    expect(silent({ incident: { ...http, status: 511 } })).toEqual(["nobody-answered-past-portal"]);
  });

  it("says that a portal stands there, and blames it for no encrypted page", () => {
    const seen = signals({ incident: https, page: page({ html: FIDDLER }), connectivity: ok("captive-portal") });
    expect(connection.judge(seen)).toMatchObject({
      outcome: "fail",
      says: { key: "check_connection_portal_elsewhere" },
      evidence: [],
    });
  });

  it("does not take an unreadable answer for a way out, where a box that opens https wrote the page", () => {
    const behindBox = signals({ incident: https, page: page({ html: FIDDLER }), connectivity: ok("opaque") });
    expect(connection.judge(behindBox)).toMatchObject({
      outcome: "inconclusive",
      says: { key: "check_connection_box", args: ["Fiddler"] },
      evidence: [],
    });
  });

  it("takes it for one where the box passes https on unopened", () => {
    const html = "<title>503 - Connect failed (Privoxy@localhost)</title>";
    const behindBox = signals({ incident: { ...http, status: 503 }, page: page({ html }), connectivity: ok("opaque") });
    expect(connection.judge(behindBox)).toMatchObject({ outcome: "pass", evidence: ["online"] });
  });

  it.each([
    ["Squid", http, SQUID, inPlace(SQUID)],
    ["Fiddler", https, FIDDLER, inPlace(FIDDLER.replace("shop.example", "www.gstatic.com"), "https")],
    ["nginx", http, NGINX, inPlace(NGINX)],
  ])(
    "accuses what stands before both sites when %s writes for an unrelated one too",
    (product, incident, html, impostorAnswer) => {
      const both = signals({ incident, page: page({ html }), connectivity: ok("impostor"), impostorAnswer });
      expect(connection.judge(both)).toMatchObject({
        outcome: "fail",
        says: { key: "check_connection_same_writer", args: [product] },
        evidence: ["same-writer-of-unrelated-page"],
      });
    },
  );

  it.each([
    [
      "it is another page of a web server that stands before many sites",
      http,
      NGINX,
      inPlace(NGINX.replaceAll("502 Bad Gateway", "500 Internal Server Error")),
    ],
    ["another product wrote there", http, NGINX, inPlace(FIDDLER)],
    ["nobody is recognised there", http, NGINX, inPlace("<h1>Sorry</h1>")],
    ["nobody is recognised here", http, "<h1>Sorry</h1>", inPlace(NGINX)],
    ["it answered over plain http alone, where the page came over https", https, FIDDLER, inPlace(FIDDLER)],
    ["no page was kept", http, NGINX, null],
  ])("makes nothing of an error in the other's place when %s", (_what, incident, html, impostorAnswer) => {
    const both = signals({ incident, page: page({ html }), connectivity: ok("impostor"), impostorAnswer });
    expect(connection.judge(both)).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it.each(["", "Service Unavailable", "Bad Gateway", "Gateway Timeout", "no healthy upstream", "<h1>Proxy error</h1>"])(
    "weighs the same bare error in both places by the scheme, as many programs write it: %j",
    (body) => {
      const over = (scheme: "http" | "https") =>
        connection.judge(
          signals({
            incident: { ...http, url: `${scheme}://shop.example/cart`, status: 502 },
            page: page({ html: body }),
            connectivity: ok("impostor"),
            impostorAnswer: inPlace(body, scheme),
          }),
        );
      const says = { key: "check_connection_same_bare" };
      const isNamed = body === "no healthy upstream";
      expect(over("https")).toMatchObject({ outcome: "fail", says, evidence: ["same-bare-error-over-https"] });
      expect(over("http").evidence).toEqual([
        isNamed ? "same-writer-of-unrelated-page" : "same-bare-error-of-unrelated-site",
      ]);
    },
  );

  describe("by the header fields of both answers", () => {
    const VIA = { via: "1.1 gate.office.example (tinyproxy/1.11)" };
    const both = (
      here: Record<string, string>,
      there: Record<string, string>,
      bodies: readonly [string, string] = ["", ""],
      scheme: "http" | "https" = "https",
    ) =>
      connection.judge(
        signals({
          incident: { ...http, url: `${scheme}://shop.example/cart` },
          page: page({ html: bodies[0] }),
          anonymous: ok(response(502, here, bodies[0])),
          connectivity: ok("impostor"),
          impostorAnswer: { ...inPlace(bodies[1], scheme), headers: Object.entries(there) },
        }),
      ).evidence;

    it("knows one writer of two bare errors by the name of the proxy that signed both", () => {
      expect(both(VIA, VIA)).toEqual(["same-writer-of-unrelated-page"]);
    });

    it("makes little of a proxy that signed two errors which share nothing else", () => {
      const bodies = ["<h1>Sorry</h1>", "<h1>The rules of this office forbid that</h1>"] as const;
      expect(both(VIA, VIA, bodies)).toEqual(["same-hop-before-unrelated-error"]);
    });

    it("takes a way to one third host for one writer in errors of one kind, and for a doubt in others", () => {
      const back = (why: string) => `<p>${why}</p><script>location.href="https://www.engine.example/"</script>`;
      const judged = (status: number) =>
        connection.judge(
          signals({
            incident: { ...https, status: 503 },
            page: page({ html: back("The shop has closed its till.") }),
            anonymous: ok(response(503, {}, back("The shop has closed its till."))),
            connectivity: ok("impostor"),
            impostorAnswer: { ...inPlace(back("This office does not want that."), "https"), status },
          }),
        ).evidence;
      expect(judged(503)).toEqual(["same-writer-of-unrelated-page"]);
      expect(judged(403)).toEqual(["same-lead-in-unrelated-error"]);
    });

    it("does not take a program's pseudonym for one proxy", () => {
      const pseudonym = { via: "1.1 varnish" };
      expect(both({ via: "1.1 vegur" }, { via: "1.1 vegur" })).not.toContain("same-writer-of-unrelated-page");
      expect(both(pseudonym, pseudonym, ["<h1>Sorry</h1>", "<h1>No</h1>"], "http")).toEqual([]);
    });

    it("knows two writers by two names of servers, whatever the pages share", () => {
      const text = "<h1>Service Unavailable</h1><p>The server is temporarily unable to serve you.</p>";
      expect(both({ server: "alpha/1.2" }, { server: "beta" }, [text, text], "http")).toEqual([]);
      expect(both({ server: "alpha/1.2" }, { server: "alpha/1.3" }, [text, text], "http")).toEqual([
        "same-writer-of-unrelated-page",
      ]);
    });
  });

  it("blames no way for a service that both sites may have asked to stand before them", () => {
    const busy =
      "<h1>Error: Server Error</h1><h2>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.</h2>";
    const seen = {
      incident: http,
      page: page({ html: busy }),
      connectivity: ok("impostor" as const),
      impostorAnswer: inPlace(busy),
    };
    expect(connection.judge(signals(seen))).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("knows one writer over both schemes by its words, and not by bare errors", () => {
    const words = "<h1>This proxy has lost its way to the internet</h1>";
    const seen = (html: string) =>
      connection.judge(
        signals({
          incident: http,
          page: page({ html }),
          connectivity: ok("impostor"),
          impostorAnswer: inPlace(html, "https"),
        }),
      ).evidence;
    expect(seen(words)).toEqual(["same-writer-of-unrelated-page"]);
    expect(seen("")).toEqual([]);
  });

  describe("a portal's sign at another address", () => {
    const LOGIN = "<h1>Welcome</h1><p>Please log in to use the Wi-Fi of this hotel.</p>";
    const LEADING = '<meta http-equiv="refresh" content="0; url=http://login.hotel.example/?to=';
    const WHO = '<form action="http://login.hotel.example/auth"><input name="room"><input name="name"></form>';
    const SEARCH = '<form action="https://search.example/find"><input name="q"></form>';
    const SIGN_IN = "<button onclick=\"location.href='https://www.facebook.com/login'\">Facebook</button>";
    const failing = (body: string, status = 503) => ok(response(status, {}, body));
    const behind = (body: string, parts: Partial<Signals> = {}, portal: string | null = LOGIN) =>
      connection.judge(
        signals({
          incident: { ...http, status: 503 },
          page: page({ html: body }),
          connectivity: ok("captive-portal"),
          impostorAnswer: portal === null ? null : { ...inPlace(portal), status: 200 },
          ...parts,
        }),
      );

    it.each<[string, string, Partial<Signals>, string | null]>([
      ["the same page", LOGIN, {}, LOGIN],
      ["a page that leads to the same host", `${LEADING}shop.example">`, {}, `${LEADING}www.gstatic.com">`],
      ["the code of networks that want a log-in", "", { incident: { ...http, status: 511 } }, null],
      ["the networks' machine language, beside a redirect", "<!-- <WISPAccessGatewayParam> -->", {}, null],
      ["that language in both", "<!-- <WISPAccessGatewayParam> -->", {}, `${LOGIN}<!-- <WISPAccessGatewayParam> -->`],
      ["a form that asks who you are", WHO, {}, WHO],
    ])("is the failing page's own by %s", (_what, body, parts, portal) => {
      expect(behind(body, parts, portal)).toMatchObject({
        says: { key: "check_connection_portal" },
        evidence: ["portal-answered"],
      });
      // The site's front page comes through, so nobody stands before it.
      expect(behind(body, { ...parts, root: works }, portal).evidence).not.toContain("portal-answered");
      // Over https no portal can write.
      expect(behind(body, { ...parts, incident: { ...https, status: 503 } }, portal).evidence).not.toContain(
        "portal-answered",
      );
    });

    it.each<[string, string, string | null]>([
      ["another page", NGINX, LOGIN],
      ["a redirect", NGINX, null],
      ["a bare page, beside a bare failure", "", ""],
      ["a site's own page about the networks' language", "<pre><WISPAccessGatewayParam></pre>", LOGIN],
      ["the same search box", `${NGINX}${SEARCH}`, `${LOGIN}${SEARCH}`],
      ["the same service to sign in by or to pay with", `${NGINX}${SIGN_IN}`, `${LOGIN}${SIGN_IN}`],
      [
        "a sentence of the log-in page",
        "<h1>Sorry</h1><p>Please try again later.</p>",
        `${LOGIN}<h1>Sorry</h1><p>Please try again later.</p>`,
      ],
    ])("proves nothing against a failure that shares nothing with it: %s", (_what, body, portal) => {
      expect(behind(body, {}, portal).evidence).toEqual(["portal-may-stand-between"]);
      expect(behind(body, { anonymous: failing(body) }, portal)).toMatchObject({
        says: { key: "check_connection_portal_elsewhere" },
        evidence: ["portal-at-one-address"],
      });
      expect(behind(body, { reload: "fails" }, portal).evidence).toEqual(["portal-at-one-address"]);
      // Of a page that may have come from a form the front page alone is asked.
      expect(behind(body, { root: failing(body) }, portal).evidence).toEqual(["portal-at-one-address"]);
    });

    it("leaves open what it has to do with the site, once strangers get its page and the tab shows another", () => {
      expect(behind(NGINX, { anonymous: failing(LOGIN) }).evidence).toEqual(["portal-may-stand-between"]);
    });

    it("is no front page of the site's, where it comes in place of that too", () => {
      for (const body of [LOGIN, LOGIN.replace("<h1>Welcome</h1>", ""), `${LOGIN}<p>Room and name.</p>`]) {
        expect(behind(LOGIN, { root: ok(response(200, {}, body)) }).evidence).toEqual(["portal-answered"]);
      }
    });

    it.each<[string, string, string]>([
      [
        "a script that leads to the same host",
        `${LEADING}x">`,
        '<script>location="http://login.hotel.example/"</script>',
      ],
      ["the very script", '<script src="/portal.js"></script>', '<script src="/portal.js"></script>'],
    ])("is no front page of the site's where it has no words either, but %s", (_what, portal, body) => {
      const seen = { incident: { ...http, status: 511 }, root: ok(response(200, {}, body)) };
      expect(behind(portal, seen, portal).evidence).toEqual(["portal-answered"]);
    });
  });

  it("takes silence for no second witness once the site's front page comes through", () => {
    const silent = (parts: Partial<Signals>) =>
      connection.judge(signals({ incident: http, connectivity: ok("no-internet"), root: works, ...parts })).evidence;
    const html = "[Fiddler] The connection to the upstream proxy/gateway failed.";
    expect(silent({ page: page({ html }) })).toEqual(["nobody-answered"]);
    expect(silent({ incident: { ...http, status: 511 } })).toEqual(["nobody-answered"]);
  });
});
