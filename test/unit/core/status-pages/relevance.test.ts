import { describe, expect, it } from "vitest";
import type { StatusNotice, StatusReport, StatusState } from "../../../../src/core/status-pages/model.ts";
import { maintenanceUntil, relevanceOf } from "../../../../src/core/status-pages/relevance.ts";

const NOW = Date.UTC(2026, 10, 2, 12);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const report = (given: Partial<StatusReport> = {}): StatusReport => ({
  product: "statuspage",
  url: "https://status.shop.example/",
  name: "Shop",
  overall: "major_outage",
  indicator: "operational",
  title: null,
  components: [],
  notices: [],
  updatedAt: NOW - HOUR,
  ...given,
});
const notice = (given: Partial<StatusNotice> = {}): StatusNotice => ({
  kind: "incident",
  title: "It fails",
  impact: "major_outage",
  startedAt: NOW - HOUR,
  updatedAt: NOW - HOUR,
  endsAt: null,
  url: null,
  componentNames: [],
  ...given,
});
const parts = (...entries: ReadonlyArray<readonly [name: string, state: StatusState]>) =>
  entries.map(([name, state]) => ({ name, state }));
const relevance = (given: Partial<StatusReport>, host = "www.shop.example", gateway: string | null = null) =>
  relevanceOf(report(given), { host, gateway }, NOW);

describe("a component in trouble", () => {
  it.each([
    ["www.shop.example", "Website"],
    ["www.shop.example", "Web app"],
    ["www.shop.example", "Core Platform"],
    ["www.shop.example", "All Services"],
    ["www.shop.example", "Shop"],
    ["www.shop.example", "shop.example"],
    ["shop.example", "Shop API"],
    ["shop.co.uk", "Dashboard"],
    ["api.shop.example", "API"],
    ["checkout.shop.example", "Checkout"],
    ["eu.shop.example", "EU"],
    ["shop.example", "Webseite"],
    ["shop.example", ""],
  ])("concerns %s when it is called %j", (host, name) => {
    expect(relevance({ components: parts([name, "major_outage"], ["Search", "operational"]) }, host).here).toBe(
      "major_outage",
    );
  });

  it.each([
    ["app.hp.example", "API", "hp.example", "operational"],
    ["hp.example", "API", "hp.example", "major_outage"],
    ["www.hp.example", "API", "hp.example", "major_outage"],
    ["shop.co.uk", "API", "shop.co.uk", "major_outage"],
    ["docs.hp.github.example", "API", "hp.github.example", "operational"],
  ] as const)("concerns %s by the domain that its owner registered: %s of %s", (host, name, siteDomain, here) => {
    const components = parts([name, "major_outage"], ["Search", "operational"]);
    expect(relevance({ components, siteDomain }, host).here).toBe(here);
  });

  it.each([
    ["www.shop.example", "Newsletter"],
    ["www.shop.example", "Mobile app"],
    ["www.shop.example", "Billing exports"],
    ["www.shop.example", "SMS (Brazil)"],
    ["www.shop.example", "Shop Newsletter"],
    ["docs.shop.example", "API"],
    ["api.shop.example", "Dashboard"],
    ["eu.shop.example", "US"],
  ])("does not concern %s when it is called %j", (host, name) => {
    expect(relevance({ components: parts([name, "major_outage"], ["Search", "operational"]) }, host)).toMatchObject({
      here: "operational",
      otherParts: "major_outage",
    });
  });

  it("concerns every page once more than half of all are in trouble and none is known to fit", () => {
    const others = [
      ["Pulls", "major_outage"],
      ["Issues", "partial_outage"],
      ["Search", "operational"],
    ] as const;
    expect(relevance({ components: parts(...others) }).here).toBe("major_outage");
    expect(relevance({ components: parts(...others, ["Website", "operational"]) }).here).toBe("operational");
  });
});

describe("an open notice", () => {
  it("concerns the page when it names no component, or one that fits", () => {
    expect(relevance({ notices: [notice()] }).here).toBe("major_outage");
    expect(relevance({ notices: [notice({ componentNames: ["Search", "Website"] })] }).here).toBe("major_outage");
  });

  it("does not when it names others, or when its title speaks of one", () => {
    const ofOthers = { here: "operational", otherParts: "major_outage" };
    expect(relevance({ notices: [notice({ componentNames: ["Newsletter"] })] })).toMatchObject(ofOthers);
    const components = parts(["Web shop", "operational"], ["Newsletter", "operational"]);
    const notices = [notice({ title: "Delayed newsletters" })];
    expect(relevance({ components, notices })).toMatchObject(ofOthers);
  });

  it("is quoted, the one that decided", () => {
    const other = notice({ title: "Newsletter", componentNames: ["Newsletter"] });
    const own = notice({ title: "Own", impact: "degraded" });
    expect(relevance({ notices: [other, own] }).notice?.title).toBe("Own");
    expect(relevance({ notices: [other] }).notice?.title).toBe("Newsletter");
  });

  it.each([
    ["touched an hour ago", { startedAt: NOW - 90 * DAY, updatedAt: NOW - HOUR }, "major_outage"],
    ["a day old", { startedAt: NOW - DAY, updatedAt: null }, "major_outage"],
    ["without any time", { startedAt: null, updatedAt: null }, "major_outage"],
    ["three days silent", { startedAt: NOW - 4 * DAY, updatedAt: NOW - 3 * DAY }, "operational"],
    ["months old", { startedAt: NOW - 90 * DAY, updatedAt: NOW - 90 * DAY }, "operational"],
    ["announced for tomorrow", { startedAt: NOW + DAY, updatedAt: NOW }, "operational"],
  ] as const)("counts by its age: %s", (_what, times, here) => {
    expect(relevance({ notices: [notice(times)] }).here).toBe(here);
  });
});

describe("old trouble", () => {
  const old = notice({ startedAt: NOW - 90 * DAY, updatedAt: NOW - 90 * DAY, componentNames: ["Website"] });

  it("takes its components with it, unless a new notice names them", () => {
    const components = parts(["Website", "major_outage"]);
    expect(relevance({ components, notices: [old] })).toMatchObject({ here: "operational", isOld: true });
    const notices = [old, notice({ componentNames: ["Website"] })];
    expect(relevance({ components, notices }).here).toBe("major_outage");
  });

  it("is also what a page says that has not changed for days", () => {
    const components = parts(["Website", "major_outage"]);
    const stale = { components, indicator: "major_outage" as const, updatedAt: NOW - 5 * DAY };
    expect(relevance(stale)).toMatchObject({ here: "unknown", isOld: true });
  });

  it("explains a red indicator", () => {
    const given = { indicator: "major_outage" as const, notices: [{ ...old, componentNames: [] }] };
    expect(relevance(given)).toMatchObject({ here: "unknown", isOld: true, notice: { title: "It fails" } });
  });
});

describe("the page's own word", () => {
  it("counts when nothing that it lists explains it", () => {
    expect(relevance({ indicator: "major_outage" }).here).toBe("major_outage");
    const components = parts(["Newsletter", "major_outage"], ["Website", "operational"]);
    expect(relevance({ indicator: "major_outage", components }).here).toBe("operational");
  });

  it("is unknown, not green, when it is not understood", () => {
    expect(relevance({ indicator: "unknown", overall: "unknown" }).here).toBe("unknown");
    expect(relevance({ indicator: null, overall: "unknown" }).here).toBe("unknown");
  });
});

describe("a gateway's page", () => {
  it.each(["Amazon CloudFront", "CDN", "Edge Network"])("concerns those behind it when it speaks of %s", (name) => {
    const notices = [notice({ componentNames: [name] })];
    expect(relevance({ notices }, "www.shop.example", "Amazon CloudFront").here).toBe("major_outage");
  });

  it("does not when it speaks of other services", () => {
    const notices = [notice({ componentNames: ["Amazon Elastic Compute Cloud"] })];
    expect(relevance({ notices }, "www.shop.example", "Amazon CloudFront").here).toBe("operational");
  });
});

describe("maintenanceUntil", () => {
  const work = (given: Partial<StatusNotice> = {}) =>
    notice({ kind: "maintenance", impact: "maintenance", endsAt: NOW + HOUR, ...given });
  const until = (...notices: readonly StatusNotice[]) =>
    maintenanceUntil(report({ notices }), { host: "shop.example", gateway: null }, NOW);

  it("is the end of the window that the page is in, the latest of several", () => {
    expect(until(work())).toBe(NOW + HOUR);
    expect(until(work(), work({ endsAt: NOW + 3 * HOUR, componentNames: ["Website"] }))).toBe(NOW + 3 * HOUR);
  });

  it("is null for work that only its title places elsewhere, as the judgement of the page has it", () => {
    const components = parts(["Website", "operational"], ["Newsletter", "maintenance"]);
    const other = report({ components, notices: [work({ title: "Newsletter maintenance" })] });
    expect(relevanceOf(other, { host: "shop.example", gateway: null }, NOW).here).toBe("operational");
    expect(maintenanceUntil(other, { host: "shop.example", gateway: null }, NOW)).toBeNull();
  });

  it("is null beside an outage of the same page, which nobody planned an end for", () => {
    expect(until(work(), notice())).toBeNull();
    expect(until(work(), notice({ componentNames: ["Newsletter"] }))).toBe(NOW + HOUR);
  });

  it.each([
    ["no window", []],
    ["an incident", [notice({ endsAt: NOW + HOUR })]],
    ["a window without an end", [work({ endsAt: null })]],
    ["one that should be over", [work({ endsAt: NOW - HOUR })]],
    ["one to come", [work({ startedAt: NOW + HOUR, endsAt: NOW + 2 * HOUR })]],
    ["one of another part", [work({ componentNames: ["Newsletter"] })]],
  ])("is null for %s", (_what, notices) => {
    expect(until(...notices)).toBeNull();
  });
});
