import { describe, expect, it } from "vitest";
import { statusPage } from "../../../../src/core/checks/status-page.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import type { StatusNotice } from "../../../../src/core/status-pages/model.ts";
import { gatewayPageOf, statusPagesOf } from "../../../../src/core/verdict/status-pages.ts";
import { gatewayOf } from "../../../../src/core/writer/writer.ts";
import { fails, ok, response, signals, statusReport } from "../checks/given.ts";

const URL_SHOWN = "https://status.shop.example/";
const notice: StatusNotice = {
  kind: "incident",
  title: "The shop is down",
  impact: "major_outage",
  startedAt: 1_000,
  updatedAt: 2_000,
  endsAt: null,
  url: `${URL_SHOWN}1`,
  componentNames: [],
};

const viewOf = (parts: Partial<Signals>) => {
  const given = signals({ anonymous: fails, ...parts });
  return statusPagesOf(given, {
    gateway: gatewayOf(given),
    finding: statusPage.judge(given),
    url: URL_SHOWN,
  });
};

describe("the gateway's page", () => {
  const url = "https://www.cloudflarestatus.com/";

  it("is asked when the gateway is the site's", () => {
    expect(gatewayPageOf({ side: "site", statusPage: url })).toBe(url);
  });

  it.each([
    ["a box of the user's", { side: "user", statusPage: url } as const],
    ["anybody's box", { side: "either", statusPage: url } as const],
    ["a gateway without one", { side: "site" } as const],
    ["no gateway", null],
  ])("is not for %s", (_what, gateway) => {
    expect(gatewayPageOf(gateway)).toBeNull();
  });
});

describe("a page that needs the user's leave", () => {
  it("is named where it was not asked for want of that", () => {
    expect(viewOf({ statusPage: notSent("forbidden") }).closed).toBe(URL_SHOWN);
    expect(viewOf({}).closed).toBeNull();
    expect(viewOf({ statusPage: ok(null) }).closed).toBeNull();
  });
});

describe("what is quoted of a status page", () => {
  const at = 1_000;

  it("bears the notice's own times and address", () => {
    expect(viewOf({ statusPage: statusReport("major_outage", { notices: [notice] }) }).quote).toEqual({
      url: notice.url,
      startedAt: 1_000,
      updatedAt: 2_000,
      readAt: at,
    });
  });

  it("falls back to the page itself, whose own time may be missing", () => {
    expect(viewOf({ statusPage: statusReport("operational") }).quote).toEqual({
      url: URL_SHOWN,
      startedAt: null,
      updatedAt: null,
      readAt: at,
    });
    expect(viewOf({ statusPage: statusReport("operational", { updatedAt: 5 }) }).quote?.updatedAt).toBe(5);
  });

  it("is the gateway's where its page is the one that speaks", () => {
    const url = "https://www.cloudflarestatus.com/";
    const cloudflare = ok(response(502, { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" }));
    const theirs = statusReport("major_outage", { url, notices: [] });
    expect(
      viewOf({ anonymous: cloudflare, statusPage: statusReport("operational"), gatewayStatus: theirs }).quote?.url,
    ).toBe(url);
  });

  it("is nothing where no page spoke", () => {
    expect(viewOf({ statusPage: ok(null) }).quote).toBeNull();
  });
});
