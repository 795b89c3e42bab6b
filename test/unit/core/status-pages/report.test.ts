import { describe, expect, it } from "vitest";
import { mailTo } from "../../../../src/core/report/mail.ts";
import type { StatusState } from "../../../../src/core/status-pages/model.ts";
import type { Material } from "../../../../src/core/status-pages/product.ts";
import { relevanceOf } from "../../../../src/core/status-pages/relevance.ts";
import { reportOf } from "../../../../src/core/status-pages/report.ts";
import { statuspage } from "../../../../src/core/status-pages/statuspage.ts";

const PAGE = new URL("https://status.shop.example/");
const NOW = Date.UTC(2026, 10, 2, 12);

/** Some components of one state, named after a number. */
const cities = (count: number, state: StatusState) =>
  Array.from({ length: count }, (_, index) => ({ name: `City ${state} ${index}`, state }));
type Component = ReturnType<typeof cities>[number];

const reportWith = (components: readonly Component[], host?: string) =>
  reportOf(
    statuspage,
    { page: PAGE, html: "", answers: [], ...(host !== undefined && { host }) },
    { name: "Shop", components, updatedAt: NOW },
  );
const relevance = (components: readonly Component[], host = "www.acme.example", gateway: string | null = null) =>
  relevanceOf(reportWith(components, host), { host, gateway }, NOW);

describe("the site's domain", () => {
  const domainOf = (material: Partial<Material>) =>
    reportOf(statuspage, { page: new URL("https://status.shop.example/"), html: "", answers: [], ...material }, {})
      .siteDomain;

  it("is the page's own where the failing host lies on it, and else what is given", () => {
    expect(domainOf({ host: "www.shop.example", domain: "shop.example" })).toBe("shop.example");
    expect(domainOf({ host: "www.other.example", domain: "shop.example" })).toBeUndefined();
    expect(domainOf({ host: "www.other.example", domain: "shop.example", siteDomain: "other.example" })).toBe(
      "other.example",
    );
    expect(domainOf({})).toBeUndefined();
  });
});

describe("a list of more components than are kept", () => {
  const many = [...cities(1_140, "operational"), ...cities(60, "major_outage")];

  it("tells how many more there are, and how many of them are in trouble", () => {
    expect(reportWith(many)).toMatchObject({ unlisted: { count: 1_100, troubled: 0 }, overall: "major_outage" });
    expect(reportWith(cities(130, "degraded")).unlisted).toEqual({ count: 30, troubled: 30 });
    expect(reportWith(cities(100, "degraded"))).not.toHaveProperty("unlisted");
  });

  it("is no outage of the whole while most are well, nor health while most are not", () => {
    expect(relevance(many)).toMatchObject({ here: "unknown", otherParts: "major_outage" });
    const most = [...cities(500, "operational"), ...cities(700, "partial_outage")];
    expect(relevance(most).here).toBe("partial_outage");
  });

  it("keeps those that may mean the failing page, however grave the others", () => {
    const edge = { name: "CDN/Cache", state: "operational" as const };
    const rerouted = [...cities(55, "partial_outage"), ...cities(275, "operational"), edge];
    expect(relevance(rerouted, "shop.example", "Cloudflare")).toMatchObject({
      here: "operational",
      otherParts: "partial_outage",
    });
    const own = { name: "NA5", state: "degraded" as const };
    expect(relevance([...cities(200, "major_outage"), own], "na5.crm.example").here).toBe("degraded");
    const { components } = reportWith([...cities(200, "degraded"), own, edge], "na5.crm.example");
    expect(components).toHaveLength(100);
    expect(components).toEqual(expect.arrayContaining([own, edge]));
  });

  it("still shows the gravest when hundreds bear a fitting name", () => {
    const fitting = Array.from({ length: 300 }, () => ({ name: "API", state: "degraded" as const }));
    const { components } = reportWith([...fitting, ...cities(3, "major_outage")]);
    expect(components).toHaveLength(100);
    expect(components.slice(0, 3).map(({ state }) => state)).toEqual(Array(3).fill("major_outage"));
  });
});

describe("the words of a status page", () => {
  const titled = (title: unknown) =>
    reportOf(
      statuspage,
      { page: PAGE, html: "", answers: [] },
      { name: title, notices: [{ title, impact: "major_outage" }] },
    );

  it("are cut between characters, so that they can be sent in a mail", () => {
    const { title, name } = titled(`${"x".repeat(119)}${"\u{1f525}".repeat(100)}`);
    expect(title).toBe(`${"x".repeat(119)}${"\u{1f525}".repeat(40)}`);
    expect(name).toBe("x".repeat(119));
    expect(mailTo("help@corp.example", title ?? "", name ?? "").address).toContain("%F0%9F%94%A5&body=xxx");
  });

  it("are one line without anything that steers the text around it", () => {
    expect(titled("Down\u202e, call\r\nus\u2069 now\ud83d\u200b").title).toBe("Down , call us now");
  });
});
