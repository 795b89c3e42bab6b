import { meaningOf } from "../http/answer.ts";
import type { Settled } from "../http/settled.ts";
import type { Signals } from "../incident/signals.ts";
import { message } from "../message.ts";
import type { StatusReport } from "../status-pages/model.ts";
import { type Relevance, relevanceOf } from "../status-pages/relevance.ts";
import { isTrouble } from "../status-pages/states.ts";
import { gatewayOf, type WriterSignals } from "../writer/writer.ts";
import type { Check, Finding } from "./check.ts";

type Needs = WriterSignals | "statusPage" | "gatewayStatus" | "reload";

/** What is quoted: the site's own words where there are any. */
const titleOf = (report: StatusReport, { notice }: Relevance): string =>
  notice?.title || (notice === null ? report.title : null) || report.name || report.product;

/** What the site says of itself. */
function judgeSite(asked: Settled<StatusReport | null>, host: string): Finding {
  if (asked.state === "not-sent" && asked.reason === "forbidden") {
    return { outcome: "inconclusive", says: message("check_status_closed"), evidence: [] };
  }
  if (asked.state === "not-sent") {
    return { outcome: "not-applicable", says: message("check_status_not_asked"), evidence: [] };
  }
  const unreadable: Finding = { outcome: "inconclusive", says: message("check_status_unreadable"), evidence: [] };
  if (asked.state === "failed") return unreadable;
  const report = asked.value;
  if (!report) return { outcome: "not-applicable", says: message("check_status_none"), evidence: [] };

  const relevance = relevanceOf(report, { host, gateway: null }, asked.at);
  const title = titleOf(report, relevance);
  switch (relevance.here) {
    case "major_outage":
    case "partial_outage":
      return { outcome: "fail", says: message("check_status_red", title), evidence: ["status-page-red"] };
    case "degraded":
      return { outcome: "fail", says: message("check_status_red", title), evidence: ["status-page-degraded"] };
    case "maintenance":
      return {
        outcome: "fail",
        says: message("check_status_maintenance", title),
        evidence: ["status-page-maintenance"],
      };
    default:
  }
  // Large sites always have some part in trouble: that says nothing of this page, not even that it is well.
  if (isTrouble(relevance.otherParts)) {
    return { outcome: "inconclusive", says: message("check_status_other_part", title), evidence: [] };
  }
  if (relevance.isOld) return { outcome: "inconclusive", says: message("check_status_old", title), evidence: [] };
  if (relevance.here === "operational" && ["operational", "maintenance"].includes(report.overall)) {
    return { outcome: "pass", says: message("check_status_green"), evidence: ["status-page-green"] };
  }
  return unreadable;
}

/** What the content network or host that wrote the page says of itself, where that is grave; else null. */
function judgeGateway(signals: Pick<Signals, Needs>, host: string): Finding | null {
  const asked = signals.gatewayStatus;
  const gateway = gatewayOf(signals);
  if (asked.state !== "ok" || !asked.value || !gateway) return null;
  const relevance = relevanceOf(asked.value, { host, gateway: gateway.product }, asked.at);
  // They list something small on most days.
  if (relevance.here !== "major_outage" && relevance.here !== "partial_outage") return null;
  return {
    outcome: "fail",
    says: message(
      "check_status_gateway_red",
      gateway.product ?? message("gateway_unnamed"),
      titleOf(asked.value, relevance),
    ),
    evidence: ["gateway-status-red"],
  };
}

/** A stranger got the page and the tab, loaded after that, failed again: whatever is announced, it is not everybody's. */
const onlyTabFails = ({ anonymous, reload }: Pick<Signals, Needs>): boolean =>
  anonymous.state === "ok" && meaningOf(anonymous.value) === "works" && reload === "fails";

/**
 * What do the site, and whoever stands before it, say of themselves? A red page is strong evidence when it is
 * recent and means what failed, and none otherwise; a green one is weak, for they lag outages.
 * A contrast goes before what any of them announces.
 */
export const statusPage: Check<Needs> = {
  id: "status-page",
  requires: ["incident", "navigation", "page", "anonymous", "described", "reload", "statusPage", "gatewayStatus"],
  gives: [
    "status-page-green",
    "status-page-maintenance",
    "status-page-degraded",
    "status-page-red",
    "gateway-status-red",
    "status-page-trouble-while-served",
  ],
  judge(signals) {
    const { hostname } = new URL(signals.incident.url);
    const site = judgeSite(signals.statusPage, hostname);
    const finding = site.outcome === "fail" ? site : (judgeGateway(signals, hostname) ?? site);
    const isContradicted = finding.outcome === "fail" && onlyTabFails(signals);
    return isContradicted ? { ...finding, evidence: ["status-page-trouble-while-served"] } : finding;
  },
};
