import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseStatusPage, STATUS_PRODUCTS } from "../../../src/status-pages/index.ts";
import { statuspage } from "../../../src/status-pages/statuspage.ts";

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
const parse = (json: unknown) => statuspage.parse(json, URL_ASKED);
const incident = (status: string, impact: unknown, name = "An incident") => ({ name, status, impact });

describe("Statuspage", () => {
  it("is asked at its summary, whatever path the page has", () => {
    expect(statuspage.endpoint(new URL("https://status.shop.example/history?x=1"))).toBe(
      "https://status.shop.example/api/v2/summary.json",
    );
  });

  it("reports a good day", () => {
    expect(parse(summary())).toEqual({
      product: "statuspage",
      url: "https://status.shop.example/",
      overall: "operational",
      title: null,
      updatedAt: Date.UTC(2026, 8, 23, 10),
    });
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
    fc.assert(
      fc.property(places, unknown, (place, word) => {
        expect(parse(place(word))?.overall).not.toBe("operational");
      }),
    );
  });

  it.each(["javascript:alert(1)", "ftp://status.shop.example/", "status", 7, null])(
    "gives the address that was asked instead of %s",
    (url) => {
      expect(parse({ ...summary(), page: { ...page, url } })?.url).toBe(URL_ASKED);
    },
  );

  it("is null when neither address is of the web", () => {
    expect(statuspage.parse({ ...summary(), page: { url: "data:x" } }, "about:blank")).toBeNull();
  });

  it.each([undefined, "yesterday", 5])("does not know when it changed from %s", (updated_at) => {
    expect(parse({ ...summary(), page: { ...page, updated_at } })?.updatedAt).toBeNull();
  });

  it("cuts an endless title", () => {
    expect(parse(summary({ incidents: [incident("identified", "major", "a".repeat(9_000))] }))?.title).toHaveLength(
      200,
    );
  });
});

describe("parseStatusPage", () => {
  it("knows each product once", () => {
    expect(new Set(STATUS_PRODUCTS.map(({ id }) => id)).size).toBe(STATUS_PRODUCTS.length);
  });

  it("reads a large summary", () => {
    const components = Array.from({ length: 5_000 }, () => ({ status: "operational" }));
    expect(parseStatusPage(JSON.stringify(summary({ components })), URL_ASKED)?.overall).toBe("operational");
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
  ])("is null for %s", (_what, text) => {
    expect(parseStatusPage(text, URL_ASKED)).toBeNull();
  });

  it("never throws, whatever JSON it is given", () => {
    fc.assert(
      fc.property(fc.json(), fc.string(), (text, url) => {
        expect(() => parseStatusPage(text, url)).not.toThrow();
      }),
    );
  });
});
