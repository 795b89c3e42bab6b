import { describe, expect, it } from "vitest";
import { gateway, gatewayOf, samplesOf } from "../../../src/checks/gateway.ts";
import { ELSEWHERE, fails, NOTHING, ok, page, response, signals, URL_ASKED, works } from "./given.ts";

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
    [500, "status-other"],
    [522, "status-other"],
  ] as const)("takes a bare %i for what it is", (status, evidence) => {
    expect(judge({ incident: failing(status) })).toMatchObject({ outcome: "inconclusive", evidence: [evidence] });
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

  it("takes the word maintenance for an announcement only on a 503", () => {
    const finding = judge({ incident: failing(502), page: page({ html: "<h1>maintenance</h1>" }) });
    expect(finding.evidence).not.toContain("announces-maintenance");
  });

  it("believes a gateway that names a cause over its stock word for maintenance", () => {
    const finding = judge({ incident: failing(503), page: page({ html: APACHE_503 }) });
    expect(finding.evidence).toEqual(["status-503", "says-origin-down"]);
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
