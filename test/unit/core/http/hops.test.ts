import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hops } from "../../../../src/core/http/hops.ts";
import { holds } from "../../../property.ts";

describe("the chain of hops", () => {
  it.each<[string, Record<string, string>, string[]]>([
    ["no header", {}, []],
    ["a server", { server: "nginx/1.25.3" }, ["nginx/1.25.3"]],
    [
      "a server behind proxies",
      { server: "app", via: "1.1 a, 1.1 b (Varnish/7.1)" },
      ["app", "a (HTTP 1.1)", "b (Varnish/7.1, HTTP 1.1)"],
    ],
    ["Cloudflare's edge", { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" }, ["cloudflare (FRA)"]],
    [
      "Cloudflare before a host's proxy",
      { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA", via: "1.1 vegur" },
      ["vegur (HTTP 1.1)", "cloudflare (FRA)"],
    ],
    [
      "an office's proxy behind Cloudflare's edge",
      { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA", via: "1.1 vegur, 1.1 10.1.2.3 (McAfee Web Gateway 7)" },
      ["vegur (HTTP 1.1)", "cloudflare (FRA)", "10.1.2.3 (McAfee Web Gateway 7, HTTP 1.1)"],
    ],
    [
      "reports that name a hop of Via",
      {
        via: "1.1 edge",
        "proxy-status": "edge; error=connection_refused",
        "cache-status": "edge; fwd=uri-miss; fwd-status=502",
      },
      ["edge (HTTP 1.1, cache uri-miss, got 502, connection_refused)"],
    ],
    [
      "reports of hops that Via does not name",
      { server: "app", "proxy-status": 'inner; received-status=502, "Some CDN"; error=http_protocol_error' },
      ["app", "inner (got 502)", "Some CDN (http_protocol_error)"],
    ],
    ["a cached error", { "cache-status": "edge; hit" }, ["edge (cache hit)"]],
  ])("is told by %s", (_what, headers, chain) => {
    expect(hops(Object.entries(headers))).toEqual(chain);
  });

  it.each([
    ["10.1.2.3", "an office's"],
    ["10.1.2.3:3128", "an office's with a port"],
    ["172.31.0.9:8080", "a network's in the middle of 172"],
    ["127.0.0.1:8118", "this computer's"],
    ["169.254.7.7", "a link's"],
    ["100.64.0.1", "a provider's for many customers"],
    ["[fd00::1]:8080", "one's own in IPv6"],
    ["[::ffff:192.168.1.1]", "an IPv4 one in IPv6's clothes"],
  ])("puts %s behind the site's edge, for it is %s", (by) => {
    expect(hops(Object.entries({ "cf-ray": "0123456789abcdef-FRA", via: `1.1 ${by}` }))).toEqual([
      "cloudflare (FRA)",
      `${by} (HTTP 1.1)`,
    ]);
  });

  it.each([
    "10",
    "1.1",
    "10.shop.example",
    "127.shop.example:80",
    "172.32.0.1",
    "8.8.8.8:80",
    "[2606:4700::1]",
    "vegur",
  ])("puts %s before it, a name or a public address", (by) => {
    expect(hops(Object.entries({ "cf-ray": "0123456789abcdef-FRA", via: `1.1 ${by}` }))).toEqual([
      `${by} (HTTP 1.1)`,
      "cloudflare (FRA)",
    ]);
  });

  it("never throws and shows only what is printable", () => {
    const names = fc.constantFrom("via", "proxy-status", "cache-status", "server", "cf-ray");
    const values = fc.oneof(
      fc.string(),
      fc.constantFrom("1.1 a", "a; error=dns_error", "0123456789abcdef-FRA", "b; hit"),
    );
    holds(
      [fc.array(fc.tuple(names, values))],
      (headers) => {
        for (const hop of hops(headers)) expect(hop).toMatch(/^[ !#-;=?-~]+$/);
      },
      { reaches: 0.4 },
    );
  });
});
