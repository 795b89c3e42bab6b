import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanDetail, type Sample } from "../../../../src/core/gateways/gateway.ts";
import { GATEWAYS, recognise } from "../../../../src/core/gateways/index.ts";
import { holds } from "../../../property.ts";
import { cpuTime } from "../../cpu-time.ts";
import { REASONS } from "./reason-samples.ts";
import { boxes, CLASSICS, cloudfrontPage, HR, invalid, nginxPage, type Row, sample, varnishPage } from "./samples.ts";
import { SITE_SIDE } from "./site-side-samples.ts";
import { fiddler, USER_SIDE } from "./user-side-samples.ts";

const PAGES: readonly Row[] = [...CLASSICS, ...SITE_SIDE, ...REASONS, ...USER_SIDE];

describe("gateway families", () => {
  it.each(PAGES)("%s says %s of %s, and no other family claims it", (family, word, _of, page) => {
    const claims = GATEWAYS.map((gateway) => gateway.recognise(page)).filter((claim) => claim !== null);
    expect(claims).toMatchObject([{ family, word }]);
  });

  it.each(GATEWAYS.map(({ id }) => id))("%s has a sample of a page it wrote", (id) => {
    expect(PAGES.some(([family, word]) => family === id && word !== "passed-on")).toBe(true);
  });

  it("name themselves by their own id", () => {
    for (const [family, , , page] of PAGES) {
      const gateway = GATEWAYS.find(({ id }) => id === family);
      const found = gateway?.recognise(page);
      expect(found?.family).toBe(family);
      expect([...(gateway?.products ?? []), ...(gateway?.products.length ? [] : [null])]).toContain(found?.product);
    }
  });

  it.each([
    ["an article about Envoy", sample(503, "<p>Fix: no healthy upstream</p>")],
    ["an empty answer without a name", sample(502, "")],
    ["nginx's page without its name, of somebody else", sample(503, nginxPage("503 x", ""), { server: "edge" })],
    [
      "a program's copy of a sentence of Apache's",
      sample(502, "<p>received an invalid response from an upstream server."),
    ],
    ["anybody's sentence, which Pound uses too", sample(503, "The service is not available. Please try again later.")],
    ["a sentence of HAProxy's in another page", sample(503, "<p>No server is available to handle this request.</p>")],
  ])("leave %s alone", (_what, page) => {
    expect(recognise([page])).toBeNull();
  });

  it("match what a browser serialized as well as what was sent", () => {
    for (const [family, word, , page] of PAGES) {
      if (word === "passed-on" || !/^<html>\s*<(?:body|head>\s*<title)/.test(page.body)) continue;
      const serialized = page.body
        .replace("<html><body", "<html><head></head><body")
        .replace(/id=(ERR_\w+)>/, 'id="$1">');
      expect(recognise([{ ...page, body: serialized }])).toMatchObject({ family, word });
    }
  });
});

describe("requestId", () => {
  it.each([
    [
      "Cloudflare's header",
      sample(522, "error code: 522", { "cf-ray": "0123456789abcdef-FRA" }),
      "0123456789abcdef-FRA",
    ],
    ["Cloudflare's page", sample(522, boxes(522, "host")), "0123456789abcdef"],
    [
      "CloudFront's header",
      sample(502, "", { "x-amz-cf-id": "AbC-_0123456789abcdefghij==" }),
      "AbC-_0123456789abcdefghij==",
    ],
    ["CloudFront's page", sample(502, cloudfrontPage("")), "abcdefghijklmnopqrstuvwxyz0123456789-_=="],
    ["Varnish's page", sample(503, varnishPage("Backend fetch failed")), "32770"],
    ["Front Door", sample(503, "x", { "x-azure-ref": "20261120T100000Z-abcdef0123" }), "20261120T100000Z-abcdef0123"],
    ["Vercel", sample(500, "x", { "x-vercel-id": "fra1::abcde-1700000000000-01" }), "fra1::abcde-1700000000000-01"],
    ["Fly.io", sample(503, "", { "fly-request-id": "01HABCDEFGH-fra" }), "01HABCDEFGH-fra"],
    ["Railway", sample(502, "x", { "x-railway-request-id": "abcdefgh1234" }), "abcdefgh1234"],
    ["Render", sample(502, "x", { "rndr-id": "0123abcd-4567" }), "0123abcd-4567"],
    ["Netlify", sample(502, "x", { "x-nf-request-id": "01HABCDEFGHJKMNPQRSTVWXYZ0" }), "01HABCDEFGHJKMNPQRSTVWXYZ0"],
    [
      "Bunny",
      sample(502, "x", { "cdn-pullzone": "1", "cdn-requestid": "0123456789abcdef0123" }),
      "0123456789abcdef0123",
    ],
    ["Imperva", sample(503, "Incapsula incident ID: 123-456789012<a>", { "x-cdn": "Imperva" }), "123-456789012"],
    ["GitHub", sample(502, "x", { "x-github-request-id": "ABCD:1234:5678" }), "ABCD:1234:5678"],
    ["Kong", sample(502, "x", { server: "kong/3", "x-kong-request-id": "0123456789abcdef" }), "0123456789abcdef"],
    [
      "Akamai's page",
      sample(
        503,
        "Reference&#32;&#35;9&#46;2d351ab8&#46;1557333295&#46;a4e16ab https://errors.edgesuite.net/9.2d351ab8.1557333295.a4e16ab",
      ),
      "9.2d351ab8.1557333295.a4e16ab",
    ],
  ])("comes from %s", (_where, page, id) => {
    expect(recognise([page])?.requestId).toBe(id);
  });

  it("is left out when it is not what the product writes", () => {
    expect(recognise([sample(522, "error code: 522", { "cf-ray": "<script>" })])).not.toHaveProperty("requestId");
  });
});

describe("recognise", () => {
  it("is null for nothing", () => {
    expect(recognise([])).toBeNull();
  });

  it("prefers who wrote the page to who passed it on", () => {
    const page = sample(502, nginxPage("502 Bad Gateway", HR), {
      server: "cloudflare",
      "cf-ray": "0123456789abcdef-FRA",
    });
    expect(recognise([page])).toMatchObject({ family: "nginx", word: "no-valid-answer" });
  });

  it("prefers a network's name to a server's when both only pass on", () => {
    const page = sample(503, "<h1>ours</h1>", { server: "nginx", "x-cache": "Error from cloudfront" });
    expect(recognise([page])?.family).toBe("cloudfront");
  });

  it("prefers what is known of a page to hearsay", () => {
    const hearsay = sample(503, "<p>Internet Security by Zscaler</p>");
    expect(recognise([hearsay, sample(503, "no healthy upstream")])).toMatchObject({ family: "envoy" });
  });

  it("takes the request id from whoever passed a page on, when its writer gives none", () => {
    const page = sample(502, nginxPage("502 Bad Gateway", HR), { "cf-ray": "0123456789abcdef-FRA" });
    expect(recognise([page])).toMatchObject({ family: "nginx", requestId: "0123456789abcdef-FRA" });
  });

  it("finds in the tab's document what the anonymous answer does not show", () => {
    const anonymous = sample(503, "<h1>ours</h1>", { server: "nginx" });
    expect(recognise([anonymous, sample(502, invalid)])?.family).toBe("haproxy");
  });

  it("never throws and names a family of the list, whatever it is given", () => {
    const fragments = fc.constantFrom(
      ...PAGES.map(([, , , page]) => page.body),
      "<body id=ERR_",
      "<pre",
      "<html><head>",
      "\u0000",
    );
    const names = fc.constantFrom(
      "server",
      "via",
      "cf-ray",
      "x-cache",
      "x-squid-error",
      "x-varnish",
      "x-envoy-x",
      "x-vercel-error",
      "x-azure-externalerror",
      "x-render-routing",
      "x-amz-cf-id",
      "l5d-proxy-error",
      "x-upstream-error",
    );
    const arbitrary = fc.record({
      status: fc.oneof(fc.integer({ min: 500, max: 599 }), fc.double()),
      headers: fc.array(fc.tuple(fc.oneof(names, fc.string()), fc.string()), { maxLength: 8 }),
      body: fc.array(fc.oneof(fragments, fc.string()), { maxLength: 4 }).map((parts) => parts.join("")),
    });
    holds([fc.array(arbitrary, { maxLength: 3 })], (samples) => {
      const found = recognise(samples);
      expect(found === null || GATEWAYS.some(({ id }) => id === found.family)).toBe(true);
    });
  });

  it.each([
    ["unclosed tags", "<html".repeat(4_000)],
    ["unclosed bodies", '<body id="'.repeat(2_000)],
    ["unclosed boxes", '<div id="cf-host-status" '.repeat(700)],
    ["spaces", `<h1>502 Bad Gateway</h1>${" ".repeat(16_000)}`],
    ["system messages", '<p id="sysmsg">'.repeat(1_000)],
    ["headings", "<h1>".repeat(4_000)],
    ["titles", "<title>Could Not Connect</title>".repeat(500)],
    ["titles of Privoxy's", "<title>503 - Forwarding failure (Privoxy@".repeat(400)],
    ["titles of Polipo's", "<title>Proxy error: 504 Connect to ".repeat(450)],
    ["errors of a proxy", "Network Error (tcp_error)".repeat(650)],
    ["errors of IIS's", "HTTP Error 502.3".repeat(1_000)],
    ["frames", "/_Incapsula_Resource?".repeat(780)],
    ["frames with codes", `/_Incapsula_Resource?${"edet=".repeat(3_000)}`],
    ["codes", "Code: ".repeat(2_700)],
    ["Guru Mediations", "<h1>Error 503 Connection refused".repeat(500)],
    ["notifications", "<title>McAfee Web Gateway - Notification</title>".repeat(340)],
    ["statuses", '"kind":"Status"'.repeat(1_000)],
    ["Fiddlers", `[Fiddler] ${"<!".repeat(8_000)}`],
    ["tags before Fiddler", "<a>".repeat(5_400)],
    ["failed Laravels", `<title>Service Unavailable</title>${'<div class="'.repeat(1_300)}`],
    ["Sucuris", "Sucuri".repeat(2_700)],
    ["services", "error trying to reach service: dial tcp ".repeat(400)],
    ["bricks", "BRICK-50 ".repeat(1_800)],
    ["viewers", `<html><head>${'<meta name="x">'.repeat(1_000)}`],
  ])("is done at once with a hostile page of %s and a header of a megabyte", (_what, body) => {
    const headers = [
      "server",
      "via",
      "cf-ray",
      "x-cache",
      "x-squid-error",
      "x-amz-cf-id",
      "x-iinfo",
      "x-vercel-error",
      "x-azure-ref",
      "l5d-proxy-error",
      "x-proxy-error",
    ].map((name) => [name, "a".repeat(1_000_000)] as const);
    expect(cpuTime(() => recognise([{ status: 502, headers, body }]), 50)).toBeLessThan(50);
  });
});

describe("cleanDetail", () => {
  it.each([
    ["a plain reason", "first byte timeout", "first byte timeout"],
    ["markup and control characters", "a\u0000<b>b</b>\n\u202ec", "a b c"],
    ["nothing", " \n ", undefined],
    ["something endless", "x".repeat(10_000), "x".repeat(80)],
    ["an unclosed tag", "a <script", "a script"],
  ])("makes %s fit to be shown", (_what, raw, clean) => {
    expect(cleanDetail(raw)).toBe(clean);
  });
});

describe("detail", () => {
  it.each<[string, Sample, string]>([
    [
      "Squid's error with its errno",
      sample(503, "", { "x-squid-error": "ERR_CONNECT_FAIL 111" }),
      "ERR_CONNECT_FAIL 111",
    ],
    [
      "Vercel's code",
      sample(504, "x", { "x-vercel-error": "FUNCTION_INVOCATION_TIMEOUT" }),
      "FUNCTION_INVOCATION_TIMEOUT",
    ],
    ["Heroku's code", sample(503, "x", { "heroku-error": "H10" }), "H10"],
    ["Cloudflare's code", sample(522, boxes(522, "host")), "522"],
    ["Cloudflare's inner code", sample(530, "error code: 1033"), "1033"],
    ["Imperva's code", sample(503, '<iframe src="/_Incapsula_Resource?x=1&edet=8&y=2">'), "edet=8"],
    ["ngrok's code", sample(502, "<p>ERR_NGROK_8012</p>"), "ERR_NGROK_8012"],
    ["Varnish's reason", sample(503, varnishPage("Backend fetch failed")), "backend fetch failed"],
    ["Fastly's reason", sample(503, varnishPage("first byte timeout", "Guru Mediation")), "first byte timeout"],
  ])("is %s", (_what, page, detail) => {
    expect(recognise([page])?.detail).toBe(detail);
  });

  it("is short and printable, whatever the page", () => {
    for (const [, , , page] of PAGES) expect(recognise([page])?.detail ?? "x").toMatch(/^[ -;=?-~]{1,80}$/);
  });
});

describe("the products", () => {
  const products = GATEWAYS.flatMap((gateway) => gateway.products);

  it("are sixty and more, each in one family", () => {
    expect(new Set(products).size).toBe(products.length);
    expect(products.length).toBeGreaterThanOrEqual(60);
  });

  it.each(products)("are each recognised in a sample: %s", (product) => {
    expect(PAGES.some(([, , , page]) => recognise([page])?.product === product)).toBe(true);
  });

  it("link to status pages over https only", () => {
    for (const [, , , page] of PAGES)
      expect(recognise([page])?.statusPage ?? "https://x").toMatch(/^https:\/\/[\w.-]+(?:\/[\w./-]*)?$/);
  });
});

describe("whose box it is", () => {
  const alone = sample(502, fiddler("The connection to the upstream proxy/gateway failed."));

  it("is the user's for a product without use in front of a site", () => {
    expect(recognise([alone])).toMatchObject({ product: "Fiddler", side: "user" });
  });

  it.each([
    ["Cloudflare", { "cf-ray": "0123456789abcdef-FRA", server: "cloudflare" }],
    ["CloudFront", { "x-amz-cf-id": "AbC-_0123456789abcdefghij==" }],
    ["nginx", { server: "nginx/1.25" }],
  ])("is open when %s passed the page on, so that it stands behind", (_gateway, headers) => {
    expect(recognise([{ ...alone, headers: Object.entries(headers) }])).toMatchObject({
      product: "Fiddler",
      side: "either",
    });
    expect(recognise([sample(502, "<h1>x</h1>", headers as Record<string, string>), alone])?.side).toBe("either");
  });

  it("is open for a plain proxy's page over https, which it could not have written there", () => {
    const polipo = sample(504, "<title>Proxy error: 504 Connect to x:80 failed: Connection refused</title>");
    expect(recognise([{ ...polipo, scheme: "http" }])?.side).toBe("user");
    expect(recognise([{ ...polipo, scheme: "https" }])?.side).toBe("either");
  });

  it.each(["Squid", "Envoy", "Apache Traffic Server", "Apache httpd", "FortiGate", "tinyproxy"])(
    "is never settled by the name of %s",
    (product) => {
      const sides = PAGES.flatMap(([, , , page]) => recognise([page]) ?? []).filter(
        (found) => found.product === product,
      );
      expect(new Set(sides.map(({ side }) => side))).toEqual(new Set(["either"]));
    },
  );
});
