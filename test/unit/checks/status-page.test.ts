import { describe, expect, it } from "vitest";
import { statusPage } from "../../../src/checks/status-page.ts";
import { notSent, type Settled } from "../../../src/signals/settled.ts";
import type { StatusReport } from "../../../src/signals/signals.ts";
import { failed, ok, signals } from "./given.ts";

const report = (parts: Partial<StatusReport>): Settled<StatusReport> =>
  ok({
    product: "statuspage",
    url: "https://status.shop.example/",
    overall: "unknown",
    title: null,
    updatedAt: null,
    ...parts,
  });
const judge = (asked: Settled<StatusReport | null>) => statusPage.judge(signals({ statusPage: asked }));

describe("status-page", () => {
  it.each([
    ["operational", "pass", ["status-page-green"]],
    ["maintenance", "fail", ["status-page-maintenance"]],
    ["degraded", "fail", ["status-page-degraded"]],
    ["partial_outage", "fail", ["status-page-red"]],
    ["major_outage", "fail", ["status-page-red"]],
    ["unknown", "inconclusive", []],
  ] as const)("reads %s as %s", (overall, outcome, evidence) => {
    expect(judge(report({ overall }))).toMatchObject({ outcome, evidence });
  });

  it("quotes the site's own title, or names the product", () => {
    expect(judge(report({ overall: "degraded", title: "Slow checkout" })).says.args).toEqual(["Slow checkout"]);
    expect(judge(report({ overall: "degraded" })).says.args).toEqual(["statuspage"]);
  });

  it.each([
    ["none is known", ok(null), "not-applicable"],
    ["it was not asked", notSent("not-needed"), "not-applicable"],
    ["it did not answer", failed("timeout"), "inconclusive"],
  ] as const)("gives no evidence when %s", (_what, asked, outcome) => {
    expect(judge(asked)).toMatchObject({ outcome, evidence: [] });
  });
});
