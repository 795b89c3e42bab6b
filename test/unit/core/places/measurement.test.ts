import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCreated, parseMeasurement } from "../../../../src/core/places/measurement.ts";
import { holds } from "../../../property.ts";

const URL_ASKED = "https://shop.example/";
const PROBE = {
  continent: "EU",
  region: "Western Europe",
  country: "DE",
  state: null,
  city: "Berlin",
  asn: 64500,
  network: "Example Net",
  latitude: 52.52,
  longitude: 13.4,
  tags: ["eyeball-network"],
  resolvers: ["private"],
};
const finished = (statusCode: number, parts: object = {}) => ({
  status: "finished",
  rawOutput: "",
  rawHeaders: "",
  rawBody: "<h1>page</h1>",
  truncated: false,
  headers: {},
  statusCode,
  statusCodeName: "",
  resolvedAddress: "198.51.100.7",
  timings: { total: 120, dns: 1, tcp: 2, tls: 3, firstByte: 4, download: 5 },
  tls: { authorized: true, protocol: "TLSv1.3" },
  ...parts,
});
const IMPERVA =
  '<html><head><META NAME="robots" CONTENT="noindex,nofollow"><script src="/_Incapsula_Resource?SWJIYLWA=5074a744"></script><body>';
const measurement = (result: object, status = "finished") =>
  JSON.stringify({
    id: "m1",
    type: "http",
    status,
    target: "shop.example",
    probesCount: 1,
    results: [{ probe: PROBE, result }],
  });
const read = (result: object) => parseMeasurement(measurement(result), URL_ASKED)?.places[0];

describe("a place's answer", () => {
  it.each([
    ["a page", finished(200), "works"],
    ["a redirect", finished(302), "works"],
    ["a page that is not there", finished(404), "works"],
    ["a page for members", finished(401), "works"],
    ["a dead server", finished(502), "down"],
    ["a slow server", finished(504), "down"],
    ["a page under a certificate that only browsers can trust", finished(200, { tls: { authorized: false } }), "none"],
    ["a dead server under such a one", finished(502, { tls: { authorized: false } }), "down"],
    ["no answer, by the site's doing", { status: "failed", rawOutput: "", failureSource: "target" }, "down"],
    ["a resolver that fails", { status: "failed", rawOutput: "", failureSource: "resolver" }, "none"],
    ["a place that fails", { status: "failed", rawOutput: "", failureSource: "internal" }, "none"],
    ["a failure of unknown source", { status: "failed", rawOutput: "" }, "none"],
    ["a place that is offline", { status: "offline", rawOutput: "" }, "none"],
    ["a place that is not done", { status: "in-progress", rawOutput: "" }, "pending"],
    ["an answer without a status", finished(200, { statusCode: null }), "none"],
    ["a refusal", finished(403), "blocked"],
    ["a rate limit", finished(429), "blocked"],
    ["a legal block", finished(451), "blocked"],
    ["a test for robots, by header", finished(503, { headers: { "CF-Mitigated": "challenge" } }), "blocked"],
    ["a test for robots, by its words", finished(503, { rawBody: "<title>Just a moment...</title>" }), "blocked"],
    ["Imperva's test for robots, which comes with a 200", finished(200, { rawBody: IMPERVA }), "blocked"],
    ["Sucuri's", finished(200, { rawBody: "<script>var sucuri_cloudproxy_js=''</script>" }), "blocked"],
    ["Cloudflare's with any status", finished(200, { rawBody: "<title>Just a moment...</title>" }), "blocked"],
    ["Imunify360's", finished(200, { rawBody: "<title>One moment, please...</title>" }), "blocked"],
    ["F5's", finished(200, { rawBody: '<script>window["bobcmn"] = "1"' }), "blocked"],
    ["a page with a captcha in a form", finished(200, { rawBody: "<div class=captcha>" }), "works"],
    ["a captcha in an error", finished(503, { rawBody: "<div class=captcha>" }), "blocked"],
    ["a status that is none", finished(0), "none"],
    ["a shared cache's copy", finished(200, { headers: { age: "30" } }), "cached"],
    ["a shared cache's hit", finished(200, { headers: { "X-Cache": ["HIT", "MISS"] } }), "cached"],
  ])("reads %s as %s", (_what, result, expected) => {
    expect(read(result)?.result).toBe(expected);
  });

  it("brings its place, its time and the address it was led to", () => {
    expect(read(finished(200))).toMatchObject({
      city: "Berlin",
      country: "DE",
      continent: "EU",
      network: "Example Net",
      status: 200,
      took: 120,
      address: "198.51.100.7",
    });
  });

  it("never has a name longer than a line", () => {
    const long = JSON.parse(measurement(finished(200)));
    long.results[0].probe.city = "x".repeat(5_000);
    expect(parseMeasurement(JSON.stringify(long), URL_ASKED)?.places[0]?.city).toHaveLength(80);
  });
});

describe("a measurement", () => {
  it("is finished by any word but in-progress", () => {
    const isFinished = (status: string) => parseMeasurement(measurement(finished(200), status), URL_ASKED)?.finished;
    expect(isFinished("in-progress")).toBe(false);
    expect(isFinished("finished")).toBe(true);
    expect(isFinished("timed-out-by-2030")).toBe(true);
  });

  it("is nothing when something else comes, and never throws", () => {
    for (const text of ["", "null", "[]", "{}", '{"id":"m1","status":"finished"}', "<html>"]) {
      expect(parseMeasurement(text, URL_ASKED)).toBeNull();
    }
    holds([fc.json()], (text) => {
      expect(() => parseMeasurement(text, URL_ASKED)).not.toThrow();
      expect(() => parseCreated(text)).not.toThrow();
    });
  });

  it("knows only the results that there are, whatever a place hands in", () => {
    const part = fc.oneof(fc.constantFrom("finished", "failed", "", 200, 502, null, {}), fc.jsonValue());
    const keys = ["status", "statusCode", "rawBody", "headers", "timings", "tls", "resolvedAddress", "failureSource"];
    const odd = fc.dictionary(fc.constantFrom(...keys), part).map((parts) => finished(502, parts));
    holds(
      [odd],
      (result) => {
        const place = read(result);
        if (!place) return;
        expect(["works", "down", "blocked", "cached", "none", "pending"]).toContain(place.result);
        if (place.result === "works") expect([200, "200"]).toContain(place.status);
      },
      { reaches: 0.25 },
    );
  });

  it("has an id that fits into an address and leads nowhere else", () => {
    expect(parseCreated('{"id":"9J2BCohDSuxoiaOD","probesCount":5}')).toMatchObject({ id: "9J2BCohDSuxoiaOD" });
    for (const id of ["../limits", "a/b", "", "a?b", "x".repeat(65)]) {
      expect(parseCreated(JSON.stringify({ id, probesCount: 5 }))).toBeNull();
    }
  });
});
