import { describe, expect, it } from "vitest";
import { statusPage } from "../../../../src/core/checks/status-page.ts";
import { notSent, type Settled } from "../../../../src/core/http/settled.ts";
import type { StatusNotice, StatusReport } from "../../../../src/core/status-pages/model.ts";
import { failed, ok, response, signals, statusReport, works } from "./given.ts";

const judge = (asked: Settled<StatusReport | null>) => statusPage.judge(signals({ statusPage: asked }));
const notice = (parts: Partial<StatusNotice> = {}): StatusNotice => ({
  kind: "incident",
  title: "Slow checkout",
  impact: "major_outage",
  startedAt: null,
  updatedAt: null,
  endsAt: null,
  url: null,
  componentNames: [],
  ...parts,
});
const behindCloudflare = ok(response(502, { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" }));

describe("status-page", () => {
  it.each([
    ["operational", "pass", ["status-page-green"]],
    ["maintenance", "fail", ["status-page-maintenance"]],
    ["degraded", "fail", ["status-page-degraded"]],
    ["partial_outage", "fail", ["status-page-red"]],
    ["major_outage", "fail", ["status-page-red"]],
    ["unknown", "inconclusive", []],
  ] as const)("reads %s as %s", (overall, outcome, evidence) => {
    expect(judge(statusReport(overall))).toMatchObject({ outcome, evidence });
  });

  it.each(["maintenance", "degraded", "major_outage"] as const)(
    "takes %s for another part's or the accounts' where strangers are served and the tab, loaded again, fails",
    (overall) => {
      const given = signals({ statusPage: statusReport(overall), anonymous: works, reload: "fails" });
      expect(statusPage.judge(given)).toMatchObject({
        outcome: "fail",
        evidence: ["status-page-trouble-while-served"],
      });
      expect(statusPage.judge({ ...given, reload: "not-tried" }).evidence).not.toContain(
        "status-page-trouble-while-served",
      );
    },
  );

  it("quotes the notice that decided, or the gravest one, or names the page", () => {
    const notices = [notice({ title: "Slow checkout" })];
    expect(judge(statusReport("major_outage", { notices })).says.args).toEqual(["Slow checkout"]);
    expect(judge(statusReport("degraded", { title: "Slow pages" })).says.args).toEqual(["Slow pages"]);
    expect(judge(statusReport("degraded")).says.args).toEqual(["Shop"]);
    expect(judge(statusReport("degraded", { name: null })).says.args).toEqual(["statuspage"]);
  });

  it("says that the page is closed where a grant is missing", () => {
    expect(judge(notSent("forbidden"))).toEqual({
      outcome: "inconclusive",
      says: { key: "check_status_closed" },
      evidence: [],
    });
    expect(judge(notSent("not-needed")).outcome).toBe("not-applicable");
  });

  it("gives no evidence for an outage of another part, nor calls the page well", () => {
    const components = [
      { name: "Newsletter", state: "major_outage" as const },
      { name: "Website", state: "operational" as const },
    ];
    expect(judge(statusReport("major_outage", { components }))).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
      says: { key: "check_status_other_part" },
    });
  });

  it("gives no evidence for a notice that nobody has touched for months, and quotes it", () => {
    const notices = [notice({ startedAt: 1_000, updatedAt: 1_000 })];
    const asked = statusReport("major_outage", { indicator: "operational", notices });
    expect(judge({ ...asked, at: 90 * 86_400_000 } as typeof asked)).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
      says: { key: "check_status_old", args: ["Slow checkout"] },
    });
  });

  it("is not green while any word of the page is unknown", () => {
    const components = [{ name: "Search", state: "unknown" as const }];
    const asked = statusReport("unknown", { indicator: "operational", components });
    expect(judge(asked)).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it.each([
    ["none is known", ok(null), "not-applicable"],
    ["it was not asked", notSent("not-needed"), "not-applicable"],
    ["it did not answer", failed("timeout"), "inconclusive"],
  ] as const)("gives no evidence when %s", (_what, asked, outcome) => {
    expect(judge(asked)).toMatchObject({ outcome, evidence: [] });
  });
});

describe("the status page of the gateway", () => {
  const withGateway = (gatewayStatus: Settled<StatusReport | null>, own: Settled<StatusReport | null> = ok(null)) =>
    statusPage.judge(signals({ anonymous: behindCloudflare, statusPage: own, gatewayStatus }));
  const red = statusReport("major_outage", { name: "Cloudflare", notices: [notice({ title: "Network down" })] });

  it("counts when it is gravely red and the site's own is not", () => {
    expect(withGateway(red)).toMatchObject({
      outcome: "fail",
      evidence: ["gateway-status-red"],
      says: { args: ["Cloudflare", "Network down"] },
    });
    expect(withGateway(red, statusReport("operational")).evidence).toEqual(["gateway-status-red"]);
    expect(withGateway(red, statusReport("major_outage")).evidence).toEqual(["status-page-red"]);
  });

  it.each([
    ["degraded", statusReport("degraded")],
    ["green", statusReport("operational")],
    ["unread", failed("malformed")],
    [
      "red at one place of many",
      statusReport("degraded", {
        components: [
          { name: "Lagos, Nigeria - (LOS)", state: "major_outage" },
          { name: "Berlin, Germany - (TXL)", state: "operational" },
          { name: "Vienna, Austria - (VIE)", state: "operational" },
        ],
      }),
    ],
  ])("counts for nothing when it is %s", (_what, gatewayStatus) => {
    expect(withGateway(gatewayStatus)).toMatchObject({ outcome: "not-applicable", evidence: [] });
  });

  it("counts for nothing when no gateway is recognised", () => {
    const given = signals({ anonymous: ok(response(502)), statusPage: ok(null), gatewayStatus: red });
    expect(statusPage.judge(given).evidence).toEqual([]);
  });
});
