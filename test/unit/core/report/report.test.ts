import { describe, expect, it } from "vitest";
import { reportOf } from "../../../../src/core/report/report.ts";
import { AT, bare, EXAMPLE } from "./example.ts";

describe("the report", () => {
  it("names its schema and the parts that scripts rely on", () => {
    const report = reportOf(EXAMPLE, { state: "none" }, bare);
    expect(Object.keys(report)).toEqual(["schema", "incident", "gateway", "checks", "verdict", "owner", "retries"]);
    expect(report.schema).toBe("faultline-report/1");
  });

  it("holds neither query string, fragment nor password", () => {
    expect(JSON.stringify(reportOf(EXAMPLE, { state: "none" }, bare))).not.toContain("secret");
  });

  it("holds of an address that works once the origin alone, and says so", () => {
    const once = { ...EXAMPLE, url: "https://shop.example:8443/verify/9f8e7d6c?x=secret", worksOnce: true };
    const report = reportOf(once, { state: "none" }, bare);
    expect(report.incident).toMatchObject({ url: "https://shop.example:8443/", pathLeftOut: true });
    expect(JSON.stringify(report)).not.toMatch(/9f8e7d6c|verify/);
    expect(reportOf(EXAMPLE, { state: "none" }, bare).incident).not.toHaveProperty("pathLeftOut");
  });

  it("gives times in UTC, durations in whole milliseconds and the confidence with two decimals", () => {
    const { incident, gateway, verdict } = reportOf(EXAMPLE, { state: "none" }, bare);
    expect(incident.since).toBe("2026-11-20T14:02:00.000Z");
    expect(incident.answers).toEqual([{ at: "2026-11-20T14:03:01.000Z", what: "tried tried_page 502", tookMs: 42 }]);
    expect(gateway.waitedMs).toBe(38);
    expect(verdict?.confidence).toBe(0.99);
  });

  it("says when the failure is a request's, and when the site wants to be asked again", () => {
    const plain = reportOf(EXAMPLE, { state: "none" }, bare).incident;
    expect(plain).not.toHaveProperty("about");
    expect(plain).not.toHaveProperty("retryAfter");
    const said = reportOf({ ...EXAMPLE, about: "requests", retryAfter: AT }, { state: "none" }, bare).incident;
    expect(said).toMatchObject({ about: "requests", retryAfter: "2026-11-20T14:02:00.000Z" });
  });

  it("tells the sentences as the user saw them", () => {
    const { checks, verdict } = reportOf(EXAMPLE, { state: "none" }, bare);
    expect(checks).toEqual([{ id: "connection", outcome: "pass", says: "check_connection_works" }]);
    expect(verdict?.headline).toBe("side_server_sure cause_origin_down_headline shop.example:8443");
  });

  it.each([
    [{ state: "none" }, []],
    [
      { state: "waiting", due: AT, attempts: 3, watching: "page", usual: null, forecast: null },
      [{ state: "waiting", attempts: 3, watching: "page", due: "2026-11-20T14:02:00.000Z" }],
    ],
    [
      { state: "trying", attempts: 4, watching: "front-page", usual: null, forecast: null },
      [{ state: "trying", attempts: 4, watching: "front-page" }],
    ],
    [
      { state: "stopped", incidentId: "1", reason: "recovered", at: AT, attempts: 5 },
      [{ state: "stopped", attempts: 5, reason: "recovered", at: "2026-11-20T14:02:00.000Z" }],
    ],
  ] as const)("tells of the retry plan %j", (retry, expected) => {
    expect(reportOf(EXAMPLE, retry, bare).retries).toEqual(expected);
  });

  it("tells the reason, the status page and the hops of a gateway where they are known, and leaves them out else", () => {
    const details = {
      ...EXAMPLE.details,
      gatewayDetail: "ERR_CONNECT_FAIL 111",
      gatewayStatusPage: "https://www.cloudflarestatus.com/",
      hops: ["app", "edge (HTTP 1.1)"],
    };
    expect(reportOf({ ...EXAMPLE, details }, { state: "none" }, bare).gateway).toMatchObject({
      detail: "ERR_CONNECT_FAIL 111",
      statusPageUrl: "https://www.cloudflarestatus.com/",
      hops: ["app", "edge (HTTP 1.1)"],
    });
    const { gateway } = reportOf(EXAMPLE, { state: "none" }, bare);
    for (const key of ["detail", "statusPageUrl", "hops"]) expect(gateway).not.toHaveProperty(key);
  });

  it("tells whoever runs the site what to look at, in sentences, and nothing where they could do nothing", () => {
    const { owner } = reportOf(EXAMPLE, { state: "none" }, ({ key }) => key);
    expect(owner[0]).toBe("owner_nginx_refused");
    const offline = { ...EXAMPLE, verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you", cause: "offline" } };
    expect(reportOf({ ...EXAMPLE, ...offline } as typeof EXAMPLE, { state: "none" }, bare).owner).toEqual([]);
  });

  it("is there before the verdict is", () => {
    const early = { ...EXAMPLE, verdict: null, finishedAt: null, status: null };
    expect(reportOf(early, { state: "none" }, bare)).toMatchObject({ verdict: null, incident: { finishedAt: null } });
  });

  it("survives times that are none", () => {
    expect(reportOf({ ...EXAMPLE, since: Number.NaN }, { state: "none" }, bare).incident.since).toBe("");
  });
});
