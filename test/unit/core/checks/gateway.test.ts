import { describe, expect, it } from "vitest";
import { gateway } from "../../../../src/core/checks/gateway.ts";
import { gatewayOf, samplesOf } from "../../../../src/core/writer/writer.ts";
import { ELSEWHERE, fails, NOTHING, navigation, ok, page, response, signals, URL_ASKED, works } from "./given.ts";

const judge = (parts: Parameters<typeof signals>[0]) => gateway.judge(signals(parts));
const failing = (status: number | null) => ({ url: URL_ASKED, status, protected: false });

const NGINX = (title: string) =>
  `<html><body><center><h1>${title}</h1></center><hr><center>nginx</center></body></html>`;
const HAPROXY_503 = "<h1>503 Service Unavailable</h1>\nNo server is available to handle this request.";
const APACHE_503 =
  "<h1>Service Unavailable</h1><p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity problems.</p>";

describe("gateway", () => {
  it.each([
    [502, "status-502"],
    [503, "status-503"],
    [504, "status-504"],
    [500, "status-500"],
    [507, "status-500"],
    [501, "status-501"],
    [505, "status-501"],
    [508, "status-501"],
    [510, "status-501"],
    [509, "status-509"],
    [524, "status-524"],
    [598, "status-524"],
    [529, "status-529"],
    [511, "status-other"],
    [522, "status-other"],
  ] as const)("takes a bare %i for what it is", (status, evidence) => {
    expect(judge({ incident: failing(status) })).toMatchObject({ outcome: "inconclusive", evidence: [evidence] });
  });

  it("takes a limit for the site's own word, whoever keeps the count", () => {
    const body = NGINX("429 Too Many Requests");
    const limited = { incident: failing(429), anonymous: ok(response(429, {}, body)), page: page({ html: body }) };
    expect(judge(limited)).toEqual({
      outcome: "fail",
      says: { key: "check_gateway_limited" },
      evidence: ["status-429"],
    });
  });

  it.each([429, 503])("knows a test for robots by the document of a %i in the tab", (status) => {
    const html = "<script>window._cf_chl_opt={}</script>";
    expect(judge({ incident: failing(status), page: page({ html }) }).evidence).toContain("challenge-page");
    expect(judge({ incident: failing(status), page: page() }).evidence).not.toContain("challenge-page");
  });

  it.each([
    ["page-worker", "written-by-page-worker", "check_gateway_page_worker"],
    ["perhaps-page-worker", "perhaps-written-by-page-worker", "check_gateway_perhaps_page_worker"],
    ["unknown", "perhaps-written-by-page-worker", "check_gateway_perhaps_page_worker"],
  ] as const)("takes no word of a page that the site's own worker may have written: %s", (source, evidence, key) => {
    const own = { navigation: navigation({ source, waited: 60_000 }), page: page({ html: HAPROXY_503 }) };
    for (const status of [429, 502, 503, 511]) {
      const found = judge({ ...own, incident: failing(status), anonymous: works });
      expect(found).toEqual({ outcome: "inconclusive", says: { key }, evidence: [evidence] });
    }
  });

  it("reads in its place what a stranger is given", () => {
    const own = { navigation: navigation({ source: "page-worker" }), page: page({ html: HAPROXY_503 }) };
    const anonymous = ok(response(504, {}, NGINX("504 Gateway Time-out")));
    expect(judge({ ...own, incident: failing(503), anonymous })).toMatchObject({
      outcome: "fail",
      says: { key: "check_gateway_origin_slow", args: ["nginx"] },
      evidence: ["status-504", "written-by-page-worker", "says-origin-slow"],
    });
  });

  it("takes no refusal of a stranger for the tab's, where that may be the worker's, whatever status it bears", () => {
    const blocked = "<h1>Your access to this site has been limited</h1>";
    const anonymous = ok(response(503, {}, blocked));
    const parts = { incident: failing(503), anonymous };
    expect(judge({ ...parts, navigation: navigation() }).evidence).toContain("says-you-are-refused");
    for (const source of ["page-worker", "perhaps-page-worker"] as const) {
      expect(judge({ ...parts, navigation: navigation({ source }) }).evidence).not.toContain("says-you-are-refused");
    }
  });

  it("says nothing of a status that nobody has seen", () => {
    expect(judge({ incident: failing(null), page: page({ html: NGINX("502 Bad Gateway") }) }).evidence).toEqual([]);
  });

  it.each([
    ["nginx's 502", 502, NGINX("502 Bad Gateway"), "check_gateway_no_valid_answer", "says-no-valid-answer"],
    ["nginx's 504", 504, NGINX("504 Gateway Time-out"), "check_gateway_origin_slow", "says-origin-slow"],
    ["HAProxy's 503", 503, HAPROXY_503, "check_gateway_origin_down", "says-origin-down"],
    [
      "Envoy's word for a full queue",
      503,
      "upstream connect error or disconnect/reset before headers. reset reason: overflow",
      "check_gateway_overload",
      "says-overload",
    ],
    ["Cloudflare's own fault", 502, "<center>cloudflare</center>", "check_gateway_fault", "says-gateway-fault"],
    ["a tunnel to nowhere", 530, "error code: 1016", "check_gateway_misconfigured", "says-misconfigured"],
    [
      "garbage behind HAProxy",
      502,
      "<h1>502 Bad Gateway</h1>\nThe server returned an invalid or incomplete response.",
      "check_gateway_origin_invalid",
      "says-origin-invalid",
    ],
    [
      "nginx's bare 503",
      503,
      NGINX("503 Service Temporarily Unavailable"),
      "check_gateway_unavailable",
      "says-unavailable",
    ],
  ] as const)("hears what %s says of the cause", (_what, status, body, key, evidence) => {
    for (const parts of [{ page: page({ html: body }) }, { anonymous: ok(response(status, {}, body)) }]) {
      const finding = judge({ incident: failing(status), ...parts });
      expect(finding).toMatchObject({ outcome: "fail", says: { key } });
      expect(finding.evidence.at(-1)).toBe(evidence);
    }
  });

  it("knows a gateway that only passed on the site's own page, and draws nothing from it", () => {
    const anonymous = ok(response(502, { server: "nginx" }, "<h1>ours</h1>"));
    expect(judge({ anonymous })).toMatchObject({
      outcome: "fail",
      says: { key: "check_gateway_passed_on", args: ["nginx"] },
      evidence: ["status-502"],
    });
  });

  const CDN = { server: "cloudflare", "cf-ray": "8a1b2c3d4e5f6071-MUC" };

  it.each([
    ["a content network", CDN, "tls: failed to verify certificate: x509: unknown authority", "hints-misconfigured"],
    ["a content network", CDN, "dial tcp: lookup db.internal: no such host", "hints-misconfigured"],
    ["another", { "x-served-by": "cache-muc12345-MUC" }, "invalid header in the upstream", "hints-origin-invalid"],
    ["a web server", { server: "nginx" }, "connect ECONNREFUSED 10.1.2.3:3000", "hints-origin-down"],
  ])("overhears the reason in a page that %s passed on, and names that one still", (_what, headers, body, hint) => {
    const finding = judge({ anonymous: ok(response(502, headers, body)) });
    expect(finding).toMatchObject({ says: { key: "check_gateway_passed_on" } });
    expect(finding.evidence).toEqual(["status-502", hint]);
  });

  it("overhears nothing beside the page's own clear word", () => {
    const body = "<h1>Access denied</h1><p>Your IP address has been blocked.</p><p>lookup failed: no such host</p>";
    const parts = { incident: failing(503), anonymous: ok(response(503, CDN, body)), page: page({ html: body }) };
    expect(judge(parts).evidence).toEqual(["status-503", "says-you-are-refused"]);
  });

  it("overhears nothing that a box on the user's way may have written into the tab", () => {
    const html = "<p>The certificate of the requested website is not trusted.</p>";
    const anonymous = ok(response(502, CDN, "<h1>ours</h1>"));
    expect(judge({ anonymous, page: page({ html }) }).evidence).toEqual(["status-502"]);
    expect(judge({ anonymous: ok(response(502, CDN, html)) }).evidence).toEqual(["status-502"]);
  });

  it.each([
    "Down for maintenance",
    "Wartung",
    "En mantenimiento",
    "Manutenção",
    "メンテナンス中",
    "技術維護",
    "점검 중",
  ])("hears maintenance announced as %s", (text) => {
    const finding = judge({ incident: failing(503), page: page({ html: `<h1>${text}</h1>` }) });
    expect(finding).toMatchObject({ outcome: "fail", says: { key: "check_gateway_maintenance" } });
    expect(finding.evidence).toContain("announces-maintenance");
  });

  it("hears that the site was switched off, from whoever passed the page on", () => {
    const html = "<h1>Account Suspended</h1><p>This account has been suspended.</p>";
    for (const headers of [{}, { server: "nginx" }]) {
      const anonymous = ok(response(503, headers, html));
      const finding = judge({ incident: failing(503), anonymous, page: page({ html }) });
      expect(finding).toMatchObject({ outcome: "fail", says: { key: "check_gateway_page_switched_off" } });
      expect(finding.evidence).toContain("announces-switched-off");
    }
  });

  it.each([
    ["says-switched-off", response(503, { "x-vercel-error": "DEPLOYMENT_PAUSED" }, "")],
    ["hints-switched-off", response(503, { "ngrok-error-code": "ERR_NGROK_727" }, "")],
  ] as const)("hears a host say that it stopped the site: %s", (id, answer) => {
    const finding = judge({ incident: failing(503), anonymous: ok(answer) });
    expect(finding).toMatchObject({ outcome: "fail", says: { key: "check_gateway_switched_off" } });
    expect(finding.evidence).toContain(id);
  });

  it("believes maintenance over a switch: what is off for work comes back after it", () => {
    const html = "<h1>This site is temporarily disabled for maintenance</h1>";
    expect(judge({ incident: failing(503), page: page({ html }) }).evidence).not.toContain("announces-switched-off");
  });

  it("takes the word maintenance for an announcement only on a 503", () => {
    const finding = judge({ incident: failing(502), page: page({ html: "<h1>maintenance</h1>" }) });
    expect(finding.evidence).not.toContain("announces-maintenance");
  });

  it("believes a gateway that names a cause over its stock word for maintenance", () => {
    const finding = judge({ incident: failing(503), page: page({ html: APACHE_503 }) });
    expect(finding.evidence).toEqual(["status-503", "says-origin-down"]);
  });

  it.each([
    ["refuses its reader", "<h1>Your access has been blocked</h1>", "check_gateway_refusal", "says-you-are-refused"],
    ["tests its reader", "<h1>Are you a robot</h1>", "check_gateway_proof", "says-prove-you-are-human"],
    ["says that it is full", "<h1>Too many visitors</h1>", "check_gateway_load", "announces-load"],
    ["lets visitors in by turns", "<h1>You are now in line</h1>", "check_gateway_load", "announces-load"],
  ] as const)("hears a page that %s", (_what, html, key, evidence) => {
    expect(judge({ incident: failing(503), page: page({ html }) })).toMatchObject({
      outcome: "fail",
      says: { key },
      evidence: ["status-503", evidence],
    });
  });

  it("believes a box that looked for the site itself before the words of its page", () => {
    const html = "<h1>Your access has been blocked</h1><p>getaddrinfo ENOTFOUND shop.example</p>";
    expect(judge({ incident: failing(503), page: page({ html }) }).evidence).toEqual([
      "status-503",
      "name-unknown-to-box",
    ]);
  });

  it("hears of a refusal in the tab's own answer only, for a probe may be refused alone", () => {
    const refused = ok(response(503, {}, "<h1>Your access has been blocked</h1>"));
    expect(judge({ incident: failing(502), anonymous: refused }).evidence).toEqual(["status-502"]);
    expect(judge({ incident: failing(503), anonymous: refused }).evidence).toContain("says-you-are-refused");
  });

  it.each([
    ["in front of the site over https", "<h1>DNS lookup failed</h1>", URL_ASKED, "hints-misconfigured"],
    ["over plain http", "<h1>DNS lookup failed</h1>", "http://shop.example/cart", "name-unknown-to-box"],
    ["that looked for the site itself", "getaddrinfo ENOTFOUND shop.example", URL_ASKED, "name-unknown-to-box"],
    ["that distrusts the site", "<h1>517 Upstream Certificate Revoked</h1>", URL_ASKED, "site-distrusted-by-box"],
  ] as const)("weighs a writer %s by where it may stand", (_what, html, url, evidence) => {
    const status = html.includes("517") ? 517 : 502;
    const finding = judge({ incident: { url, status, protected: false }, page: page({ html }) });
    expect(finding.evidence.at(-1)).toBe(evidence);
  });

  it("takes a challenge for the tab's own answer only when both have the same status", () => {
    const challenge = (status: number) => ok(response(status, { "cf-mitigated": "challenge" }));
    expect(judge({ incident: failing(503), anonymous: challenge(503) }).evidence).toContain("challenge-page");
    expect(judge({ incident: failing(502), anonymous: challenge(403) }).evidence).not.toContain("challenge-page");
  });

  it.each([...ELSEWHERE.map(([what, answer]) => [what, ok(answer)] as const), ["a page", works] as const])(
    "looks for a writer of failing answers only, not of %s",
    (_what, anonymous) => {
      expect(samplesOf(signals({ anonymous }))).toEqual([]);
    },
  );

  it.each(NOTHING)("draws nothing from a request that %s", (_what, anonymous) => {
    expect(judge({ anonymous })).toMatchObject({ outcome: "inconclusive", evidence: ["status-502"] });
  });

  it("names the product, or nobody", () => {
    expect(gatewayOf(signals({ page: page({ html: NGINX("502 Bad Gateway") }) }))?.product).toBe("nginx");
    expect(gatewayOf(signals({ anonymous: fails }))).toBeNull();
  });
});

const FIDDLER_UPSTREAM = "[Fiddler] The connection to the upstream proxy/gateway failed. Closing Fiddler may help.";
const FIDDLER_REFUSED = "[Fiddler] The connection to 'shop.example' failed. <br />Error: ConnectionRefused (0x274d).";
const FIDDLER_TIMEOUT = "[Fiddler] The connection to 'shop.example' failed. <br />Error: TimedOut (0x274c).";
const BLUE_COAT_DNS = "Network Error (dns_server_failure)";
const squid = (error: string) => ok(response(503, { "x-squid-error": error }));
const http = (status: number) => ({ url: "http://shop.example/cart", status, protected: false });

describe("gateway, for a hop that reports its error by Proxy-Status", () => {
  const nginx = (status: string) => ok(response(502, { "proxy-status": status }, NGINX("502 Bad Gateway")));

  it("believes it before all that is read out of the page", () => {
    const anonymous = nginx("edge.example; error=tls_certificate_error");
    expect(judge({ anonymous })).toMatchObject({
      says: { key: "check_gateway_misconfigured", args: ["edge.example"] },
      evidence: ["status-502", "says-misconfigured"],
    });
    expect(gatewayOf(signals({ anonymous }))).toMatchObject({ detail: "tls_certificate_error", side: "either" });
  });

  it.each(['"call +1-555-0100 now"', `"${"a".repeat(41)}"`, '"your bank, friend"'])(
    "believes the error of one that calls itself %s, and names it by no such words",
    (name) => {
      const anonymous = nginx(`${name}; error=connection_refused`);
      expect(judge({ anonymous })).toMatchObject({
        says: { key: "check_gateway_origin_down", args: [{ key: "check_gateway_unnamed" }] },
        evidence: ["status-502", "says-origin-down"],
      });
      expect(gatewayOf(signals({ anonymous }))?.product).toBeNull();
    },
  );

  it("reads the page when the field is malformed or names no error", () => {
    for (const status of ["edge; error=", "edge; received-status=200", "edge; error=http_request_error"]) {
      expect(judge({ anonymous: nginx(status) }).evidence).toEqual(["status-502", "says-no-valid-answer"]);
    }
  });

  it.each([
    ["proxy-status", "edge; received-status=503"],
    ["cache-status", "inner; fwd=uri-miss; fwd-status=500, edge; fwd=miss; fwd-status=200"],
  ])("takes the word of %s that the hop behind gave the error itself", (name, value) => {
    expect(judge({ anonymous: ok(response(502, { [name]: value })) }).evidence).toContain("origin-wrote-it");
  });

  it.each([
    ["cache-status", "edge; hit"],
    ["age", "12"],
  ])("sees by %s that a shared cache has kept the error", (name, value) => {
    expect(judge({ anonymous: ok(response(503, { [name]: value })) }).evidence).toContain("kept-by-shared-cache");
  });

  it("keeps the request id that a support desk asks for", () => {
    const headers = { "proxy-status": "edge; error=connection_refused", "cf-ray": "0123456789abcdef-FRA" };
    expect(gatewayOf(signals({ anonymous: ok(response(502, headers)) }))?.requestId).toBe("0123456789abcdef-FRA");
  });

  it("does not take a refusal of the probe for the tab's", () => {
    const refused = ok(response(503, { "proxy-status": "edge; error=http_request_denied" }));
    expect(judge({ incident: failing(502), anonymous: refused }).evidence).not.toContain("says-blocked");
    expect(judge({ incident: failing(503), anonymous: refused }).evidence).toContain("says-blocked");
  });
});

describe("gateway, for a box on the user's side", () => {
  it.each([
    ["lost its own way", FIDDLER_UPSTREAM, "user-side-box", "check_gateway_yours_cut_off"],
    ["was refused by the site", FIDDLER_REFUSED, "says-origin-down", "check_gateway_yours_refused"],
    ["could not reach the site", FIDDLER_TIMEOUT, "unreached-through-box", "check_gateway_yours_unreached"],
    ["is known by hearsay", BLUE_COAT_DNS, "hints-user-side-box", "check_gateway_yours_cut_off"],
    ["blocks the page", "URL is blocked by SpIDer Gate", "hints-user-side-box", "check_gateway_yours_blocked"],
  ] as const)("that %s", (_what, body, evidence, key) => {
    expect(judge({ page: page({ html: body }) })).toMatchObject({
      says: { key },
      evidence: ["status-502", evidence],
    });
  });

  it("accuses nobody when the site's own gateway passed its page on", () => {
    const anonymous = ok(response(502, { "cf-ray": "0123456789abcdef-FRA" }, FIDDLER_UPSTREAM));
    expect(judge({ anonymous }).evidence).toEqual(["status-502", "cut-off-box"]);
  });
});

describe("gateway, for a proxy that may be anybody's", () => {
  it("weighs a dead way out by how the page was asked for", () => {
    const given = (incident: ReturnType<typeof http>) =>
      judge({ incident, anonymous: squid("ERR_CANNOT_FORWARD 0") }).evidence.at(-1);
    expect(given(http(503))).toBe("cut-off-box-in-plain-http");
    expect(given({ ...http(503), url: URL_ASKED })).toBe("cut-off-box");
  });

  it("is believed when it says that the site refused it", () => {
    expect(judge({ incident: http(503), anonymous: squid("ERR_CONNECT_FAIL 111") }).evidence.at(-1)).toBe(
      "says-origin-down",
    );
  });

  it.each([
    ["ERR_DNS_FAIL 0", "name-unknown-to-box", "says-misconfigured"],
    ["ERR_CONNECT_FAIL 110", "unreached-through-box", "says-origin-down"],
    ["ERR_CONNECT_FAIL 101", "cut-off-box-in-plain-http", "cut-off-box"],
    ["ERR_READ_TIMEOUT 0", "says-origin-slow", "says-origin-slow"],
  ])("weighs %s by whose name lookup and network it may be", (error, overHttp, overHttps) => {
    const given = (url: string) => judge({ incident: { ...http(503), url }, anonymous: squid(error) }).evidence.at(-1);
    expect(given("http://shop.example/cart")).toBe(overHttp);
    expect(given(URL_ASKED)).toBe(overHttps);
  });

  it("that blocks makes the server doubtful, if it blocks the tab too", () => {
    const blocks = ok(response(503, {}, "<h1>Web Filter Violation</h1>"));
    expect(judge({ incident: failing(503), anonymous: blocks }).evidence).toContain("says-blocked");
    expect(judge({ incident: failing(502), anonymous: blocks }).evidence).toEqual(["status-502"]);
  });
});

describe("gateway, for facts by hearsay", () => {
  it.each([
    ["a dead tunnel", 503, "<h1>503 - Tunnel Unavailable</h1>", "hints-origin-down"],
    ["a function's timeout", 504, "TimeoutError: Task timed out after 10.00 seconds", "hints-origin-slow"],
    ["a header too big", 502, "Pantheon - 502 Upstream Header Too Big", "hints-origin-invalid"],
    [
      "a broken instance",
      503,
      "The request failed because either the HTTP response was malformed or connection to the instance had an error.",
      "hints-no-valid-answer",
    ],
    ["a full balancer", 503, "HTTP/1.1 503 Service Unavailable: Back-end server is at capacity", "hints-overload"],
    ["TLS at Fastly", 503, "<h1>Error 503 SSL handshake error</h1><h3>Guru Mediation:</h3>", "hints-misconfigured"],
    ["Google's own page", 502, "<title>Error 502 (Server Error)!!1</title>", "hints-gateway-fault"],
    ["a block page of Sucuri's", 503, "<title>Sucuri WebSite Firewall - Access Denied</title>", "hints-blocked"],
  ] as const)("takes %s at about half its weight", (_what, status, body, evidence) => {
    expect(judge({ incident: failing(status), page: page({ html: body }) }).evidence.at(-1)).toBe(evidence);
  });

  it("takes maintenance announced by a host for an announcement", () => {
    const html = '<iframe src="//www.herokucdn.com/error-pages/maintenance-mode.html"></iframe>';
    expect(judge({ incident: failing(503), page: page({ html }) })).toMatchObject({
      says: { key: "check_gateway_maintenance" },
      evidence: ["status-503", "announces-maintenance"],
    });
  });
});

describe("gateway, for where the last hop stands", () => {
  const via = (value: string, incident = http(502)) =>
    judge({ incident, anonymous: ok(response(502, { via: value })) }).evidence;

  it.each(["1.1 proxy.office.lan (squid/5.7)", "1.1 edge.example, 1.1 10.0.0.3:3128", "1.1 gw.corp"])(
    "reads %s as an office's own",
    (value) => {
      expect(via(value)).toContain("user-side-via");
    },
  );

  it.each(["1.1 varnish", "1.1 google", "1.1 proxy.office.lan, 1.1 edge.example"])("makes nothing of %s", (value) => {
    expect(via(value)).not.toContain("user-side-via");
  });

  it("makes nothing of it over https, where no such box can write", () => {
    const incident = { url: "https://shop.example/cart", status: 502, protected: false };
    expect(via("1.1 proxy.office.lan", incident)).not.toContain("user-side-via");
  });
});

describe("gateway, where a failure is described in fields as well", () => {
  const RAY = "0123456789abcdef";
  const SIGNED = { server: "cloudflare", "cf-ray": `${RAY}-FRA` };
  const OWN_PAGE = ok(response(500, SIGNED, "<h1>Sorry, we will be right back</h1>"));
  const fields = (parts: object, headers: Record<string, string> = SIGNED) => {
    const body = { status: 500, error_code: 500, error_category: "cloudflare", ray_id: RAY, cloudflare_error: true };
    const described = response(500, headers, JSON.stringify({ ...body, ...parts }));
    return described.kind === "response" ? described : null;
  };

  it("hears from the gateway itself whose fault it is, whatever page the site has for that", () => {
    const shown = { incident: failing(500), anonymous: OWN_PAGE };
    expect(judge(shown).evidence).not.toContain("says-gateway-fault");
    expect(judge({ ...shown, described: fields({}) }).evidence).toContain("says-gateway-fault");
  });

  it("takes the words of anybody else's for the site's own", () => {
    const shown = { incident: failing(503), anonymous: ok(response(503, { server: "nginx" })) };
    const body = JSON.stringify({
      title: "Unavailable",
      detail: "We are down for scheduled maintenance.",
      status: 503,
    });
    const described = response(503, { "content-type": "application/problem+json" }, body);
    expect(judge({ ...shown, anonymous: ok(described) }).evidence).toContain("announces-maintenance");
  });

  it("does not take another's word for the gateway's", () => {
    const shown = { incident: failing(500), anonymous: OWN_PAGE };
    expect(judge({ ...shown, described: fields({}, { server: "nginx" }) }).evidence).not.toContain(
      "says-gateway-fault",
    );
    expect(judge({ ...shown, described: fields({ ray_id: "fedcba9876543210" }) }).evidence).not.toContain(
      "says-gateway-fault",
    );
  });
});
