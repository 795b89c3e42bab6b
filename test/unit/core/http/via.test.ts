import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseVia } from "../../../../src/core/http/via.ts";
import { holds } from "../../../property.ts";
import { cpuTime } from "../../cpu-time.ts";

const header = (...values: string[]) => values.map((value) => ["via", value] as const);

describe("Via", () => {
  it.each([
    [
      "1.0 fred, 1.1 p.example.net",
      [
        { protocol: "1.0", by: "fred" },
        { protocol: "1.1", by: "p.example.net" },
      ],
    ],
    ["HTTP/1.1 proxy:8080", [{ protocol: "HTTP/1.1", by: "proxy:8080" }]],
    ["1.1 gw (squid/6.6)", [{ protocol: "1.1", by: "gw", comment: "squid/6.6" }]],
    [
      "1.1 0123.cloudfront.net (CloudFront), 1.1 10.188.53.7 (McAfee Web Gateway 7.8.2.7.0.28225)",
      [
        { protocol: "1.1", by: "0123.cloudfront.net", comment: "CloudFront" },
        { protocol: "1.1", by: "10.188.53.7", comment: "McAfee Web Gateway 7.8.2.7.0.28225" },
      ],
    ],
    [
      "http/1.1 edge (ApacheTrafficServer/9.2 [uScMs, x])",
      [{ protocol: "http/1.1", by: "edge", comment: "ApacheTrafficServer/9.2 [uScMs, x]" }],
    ],
    ["1.1 [2001:db8::1]:3128", [{ protocol: "1.1", by: "[2001:db8::1]:3128" }]],
    ["2 fly.io", [{ protocol: "2", by: "fly.io" }]],
    [
      "1.1 a (b (c, d) e), 1.1 f",
      [
        { protocol: "1.1", by: "a", comment: "b (c, d) e" },
        { protocol: "1.1", by: "f" },
      ],
    ],
  ])("reads %s", (value, hops) => {
    expect(parseVia(header(value))).toEqual(hops);
  });

  it("joins repeated fields in order", () => {
    expect(parseVia(header("1.1 a", "1.1 b")).map(({ by }) => by)).toEqual(["a", "b"]);
  });

  it("leaves out what is no hop, and keeps the others", () => {
    expect(parseVia(header("NS-CACHE-10.0: 1, , 1.1, 1.1 a"))).toEqual([{ protocol: "1.1", by: "a" }]);
  });

  it("never throws, names 20 hops at most and is done at once", () => {
    holds([fc.string()], (value) => {
      expect(parseVia(header(value)).length).toBeLessThanOrEqual(20);
    });
    const pieces = ["(", "1.1 a,", "1.1 a (", "\\(", ") ", "1.1 "];
    const values = pieces.map((piece) => header(piece.repeat(4_000 / piece.length)));
    const endless = header("1.1 a, ".repeat(1_000_000));
    expect(cpuTime(() => [...values, endless].map(parseVia), 500)).toBeLessThan(500);
    expect(parseVia(endless)).toEqual([]);
  });
});
