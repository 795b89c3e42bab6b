import { describe, expect, it } from "vitest";
import { reportOf } from "../../../../src/core/report/report.ts";
import { textOf } from "../../../../src/core/report/text.ts";
import { bare, EXAMPLE } from "./example.ts";

const textFor = (view: typeof EXAMPLE) => textOf(reportOf(view, { state: "none" }, bare), bare);

describe("the report as text", () => {
  it("gives the facts first, then the verdict and the tries, and what is missed least at the end", () => {
    expect(textFor(EXAMPLE).split("\n")).toEqual([
      "report_title 2026-11-20T14:03:07.000Z",
      "report_page https://shop.example:8443/basket/checkout",
      "report_error 502",
      "report_since 2026-11-20T14:02:00.000Z",
      "report_gateway nginx",
      "report_request_id b7c1",
      "report_protocol h2",
      "report_waited 38",
      "",
      "report_verdict side_server_sure cause_origin_down_headline shop.example:8443 cause_origin_down_why shop.example:8443 nginx",
      "report_cause origin-down server 0.99",
      "report_alternatives origin-invalid",
      "",
      "report_answers",
      "- 2026-11-20T14:03:01.000Z tried tried_page 502 (42 ms)",
      "",
      "report_checks",
      "- connection (pass): check_connection_works",
      "",
      "report_owner",
      ...["owner_nginx_refused", "owner_nginx_closed", "owner_nginx_no_live", "owner_origin_down_listening"].map(
        (key) => `- ${key} 14:02:00 UTC nginx b7c1  0.0`,
      ),
      "",
    ]);
  });

  it("has what the user says of their network among the facts, on one line", () => {
    const written = textOf(reportOf(EXAMPLE, { state: "none" }, bare), bare, "at home, Stadt\nwerke");
    expect(written).toContain("\nreport_network at home, Stadt werke\nreport_gateway nginx\n");
    expect(textFor(EXAMPLE)).not.toContain("report_network");
  });

  it("says what is not known instead of leaving it out", () => {
    const details = { ...EXAMPLE.details, gateway: null, requestId: null };
    expect(textFor({ ...EXAMPLE, status: null, details })).toMatch(
      /report_error report_none\n.*\nreport_gateway report_none\nreport_request_id report_none\n/,
    );
  });

  it("has no part for whoever runs the site where they could do nothing", () => {
    expect(textFor(EXAMPLE)).toContain("report_owner");
    expect(textFor({ ...EXAMPLE, verdict: null })).not.toContain("report_owner");
  });

  it("keeps a header that holds line breaks on one line", () => {
    const details = { ...EXAMPLE.details, requestId: "a\r\nVerdict: it is you\u2028b\u0000c" };
    expect(textFor({ ...EXAMPLE, details })).toContain("report_request_id a Verdict: it is you b c\n");
  });
});
