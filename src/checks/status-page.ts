import { message } from "../texts/message.ts";
import type { Check } from "./check.ts";

/** What does the site say of itself? A red page is strong evidence, a green one weak: they lag outages. */
export const statusPage: Check<"statusPage"> = {
  id: "status-page",
  requires: ["statusPage"],
  gives: ["status-page-green", "status-page-maintenance", "status-page-degraded", "status-page-red"],
  judge({ statusPage: asked }) {
    if (asked.state === "not-sent") {
      return { outcome: "not-applicable", says: message("check_status_not_asked"), evidence: [] };
    }
    if (asked.state === "failed") {
      return { outcome: "inconclusive", says: message("check_status_unreadable"), evidence: [] };
    }
    const report = asked.value;
    if (!report) return { outcome: "not-applicable", says: message("check_status_none"), evidence: [] };
    const title = report.title ?? report.product;
    switch (report.overall) {
      case "operational":
        return { outcome: "pass", says: message("check_status_green"), evidence: ["status-page-green"] };
      case "maintenance":
        return {
          outcome: "fail",
          says: message("check_status_maintenance", title),
          evidence: ["status-page-maintenance"],
        };
      case "unknown":
        return { outcome: "inconclusive", says: message("check_status_unreadable"), evidence: [] };
      case "degraded":
        return { outcome: "fail", says: message("check_status_red", title), evidence: ["status-page-degraded"] };
      default:
        return { outcome: "fail", says: message("check_status_red", title), evidence: ["status-page-red"] };
    }
  },
};
