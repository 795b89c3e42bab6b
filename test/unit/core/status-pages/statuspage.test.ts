import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportFrom, STATUS_PRODUCTS } from "../../../../src/core/status-pages/index.ts";
import { statuspage } from "../../../../src/core/status-pages/statuspage.ts";
import { holds } from "../../../property.ts";

const URL_ASKED = "https://status.shop.example/";
const page = { id: "p", name: "Shop", url: "https://status.shop.example", updated_at: "2026-09-23T10:00:00.000Z" };

const summary = (parts: object = {}, indicator: unknown = "none"): object => ({
  page,
  status: { indicator, description: "words" },
  components: [{ name: "API", status: "operational", group: false }],
  incidents: [],
  scheduled_maintenances: [],
  ...parts,
});
const parseText = (text: string) => reportFrom(statuspage, { page: new URL(URL_ASKED), html: "", answers: [text] });
const parse = (json: unknown) => parseText(JSON.stringify(json));
const incident = (status: string, impact: unknown, name = "An incident") => ({ name, status, impact });

describe("Statuspage", () => {
  it("reports a good day", () => {
    expect(parse(summary())).toEqual({
      product: "statuspage",
      url: "https://status.shop.example/",
      name: "Shop",
      overall: "operational",
      indicator: "operational",
      title: null,
      components: [{ name: "API", state: "operational" }],
      notices: [],
      updatedAt: Date.UTC(2026, 8, 23, 10),
    });
  });

  it("tells of open notices what they concern, since when and until when, the gravest first", () => {
    const components = [{ name: "API" }, { name: "Website" }];
    const times = { created_at: "2026-09-23T08:00:00Z", updated_at: "2026-09-23T09:00:00Z" };
    const shortlink = "https://stspg.io/x";
    const upgrade = {
      name: "Upgrade",
      status: "in_progress",
      scheduled_for: "2026-09-23T09:30:00Z",
      scheduled_until: "2026-09-23T11:00:00+00:00",
    };
    const report = parse(
      summary({
        incidents: [{ ...incident("identified", "major"), ...times, shortlink, components }],
        scheduled_maintenances: [upgrade],
      }),
    );
    expect(report?.notices).toEqual([
      {
        kind: "incident",
        title: "An incident",
        impact: "partial_outage",
        startedAt: Date.UTC(2026, 8, 23, 8),
        updatedAt: Date.UTC(2026, 8, 23, 9),
        endsAt: null,
        url: shortlink,
        componentNames: ["API", "Website"],
      },
      {
        kind: "maintenance",
        title: "Upgrade",
        impact: "maintenance",
        startedAt: Date.UTC(2026, 8, 23, 9, 30),
        updatedAt: null,
        endsAt: Date.UTC(2026, 8, 23, 11),
        url: null,
        componentNames: [],
      },
    ]);
  });

  it.each([
    ["the indicator", summary({}, "minor"), "degraded"],
    ["a graver indicator", summary({}, "major"), "partial_outage"],
    ["the gravest indicator", summary({}, "critical"), "major_outage"],
    ["an indicator of maintenance", summary({}, "maintenance"), "maintenance"],
    ["an open incident under a green indicator", summary({ incidents: [incident("monitoring", "minor")] }), "degraded"],
    ["a critical incident", summary({ incidents: [incident("investigating", "critical")] }), "major_outage"],
    ["a component", summary({ components: [{ status: "partial_outage" }] }), "partial_outage"],
    ["a component down", summary({ components: [{ status: "major_outage" }] }), "major_outage"],
    ["an imitator's word for that", summary({ components: [{ status: "full_outage" }] }), "major_outage"],
    ["a component in maintenance", summary({ components: [{ status: "under_maintenance" }] }), "maintenance"],
    ["a maintenance under way", summary({ scheduled_maintenances: [{ status: "in_progress" }] }), "maintenance"],
    ["one being verified", summary({ scheduled_maintenances: [{ status: "verifying" }] }), "maintenance"],
  ])("takes the worst of all it says: %s", (_what, json, overall) => {
    expect(parse(json)?.overall).toBe(overall);
  });

  it.each([
    ["a resolved incident", { incidents: [incident("resolved", "critical")] }],
    ["a postmortem", { incidents: [incident("postmortem", "critical")] }],
    ["a maintenance to come", { scheduled_maintenances: [{ name: "Later", status: "scheduled" }] }],
    ["a finished maintenance", { scheduled_maintenances: [{ name: "Past", status: "completed" }] }],
    ["a heading among the components", { components: [{ status: "major_outage", group: true }] }],
    ["null for empty lists", { components: null, incidents: null, scheduled_maintenances: null }],
    ["no lists", { components: undefined, incidents: undefined, scheduled_maintenances: undefined }],
  ])("stays operational with %s", (_what, parts) => {
    expect(parse(summary(parts))).toMatchObject({ overall: "operational", title: null });
  });

  it("names the gravest notice", () => {
    const incidents = [incident("identified", "minor", "Slow images"), incident("identified", "critical", "All down")];
    const scheduled_maintenances = [{ name: "Database", status: "in_progress" }];
    expect(parse(summary({ incidents, scheduled_maintenances }))?.title).toBe("All down");
  });

  it.each([
    ["an indicator", summary({}, "purple")],
    ["no indicator", summary({}, null)],
    ["an object's own word", summary({}, "constructor")],
    ["a component", summary({ components: [{ status: "purple" }] })],
    ["a component that is a number", summary({ components: [{ status: 1 }] })],
    ["an impact", summary({ incidents: [incident("monitoring", "purple")] })],
    ["a missing impact", summary({ incidents: [incident("monitoring", null)] })],
    ["a maintenance", summary({ scheduled_maintenances: [{ status: "purple" }] })],
  ])("is unknown when it does not know the word: %s", (_what, json) => {
    expect(parse(json)?.overall).toBe("unknown");
  });

  it("does not let an unknown word hide an outage", () => {
    expect(parse(summary({ components: [{ status: "purple" }, { status: "major_outage" }] }))?.overall).toBe(
      "major_outage",
    );
  });

  it("is never green with any word that it does not know", () => {
    const known = ["none", "operational", "scheduled", "resolved", "postmortem", "completed"];
    const strange = fc.oneof(fc.string(), fc.constantFrom("__proto__", "toString", "None", "OPERATIONAL", " none"));
    const unknown = strange.filter((word) => !known.includes(word));
    const places = fc.constantFrom<(word: string) => object>(
      (word) => summary({}, word),
      (word) => summary({ components: [{ status: "operational" }, { status: word }] }),
      (word) => summary({ incidents: [incident("identified", word)] }),
      (word) => summary({ incidents: [incident(word, "minor")] }),
      (word) => summary({ scheduled_maintenances: [{ status: word }] }),
    );
    holds([places, unknown], (place, word) => {
      expect(parse(place(word))?.overall).not.toBe("operational");
    });
  });

  it.each(["javascript:alert(1)", "ftp://status.shop.example/", "status", 7, null])(
    "gives the address that was asked instead of %s",
    (url) => {
      expect(parse({ ...summary(), page: { ...page, url } })?.url).toBe(URL_ASKED);
    },
  );

  it.each([undefined, "yesterday", 5, "1970-01-01", {}])("does not know when it changed from %s", (updated_at) => {
    expect(parse({ ...summary(), page: { ...page, updated_at } })?.updatedAt).toBeNull();
  });

  it("cuts an endless title", () => {
    expect(parse(summary({ incidents: [incident("identified", "major", "a".repeat(9_000))] }))?.title).toHaveLength(
      200,
    );
  });
});

describe("a report", () => {
  it("knows each product once", () => {
    expect(new Set(STATUS_PRODUCTS.map(({ id }) => id)).size).toBe(STATUS_PRODUCTS.length);
  });

  it("keeps the gravest of a large summary", () => {
    const components = Array.from({ length: 5_000 }, () => ({ name: "x", status: "operational" }));
    const report = parse(summary({ components: [...components, { name: "API", status: "major_outage" }] }));
    expect(report?.overall).toBe("major_outage");
    expect(report?.components).toHaveLength(100);
    expect(report?.components[0]).toEqual({ name: "API", state: "major_outage" });
  });

  it("shows words as plain text on one line", () => {
    const title = " <b>Slow</b> &amp;\n\u0007 <script>alert(1)</script>\u202e down";
    expect(parse(summary({ incidents: [incident("identified", "major", title)] }))?.title).toBe("Slow & alert(1) down");
  });

  it.each([
    ["HTML", "<!doctype html><title>All good</title>"],
    ["nothing", ""],
    ["cut JSON", JSON.stringify(summary()).slice(0, -1)],
    ["another product's JSON", JSON.stringify({ page: { name: "x", status: "UP" } })],
    ["a list", "[]"],
    ["null", "null"],
    ["lists that are none", JSON.stringify(summary({ components: "all good" }))],
    ["an incident that is none", JSON.stringify(summary({ incidents: [null] }))],
    ["more than anybody sends", JSON.stringify(summary({ extra: "a".repeat(2_000_001) }))],
  ])("is none for %s", (_what, text) => {
    expect(parseText(text)).toBeNull();
  });
});
