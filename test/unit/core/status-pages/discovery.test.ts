import { domainToStatusPageUrls } from "@sentry/status-page-list";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cataloguedStatusPage, catalogueOf } from "../../../../src/core/status-pages/catalogue.ts";
import { statusPageCandidates } from "../../../../src/core/status-pages/discovery.ts";
import { holds } from "../../../property.ts";
import { anyAddress } from "../any-address.ts";

const ask = (links: readonly string[], host = "www.shop.example", registrableDomain: string | null = "shop.example") =>
  statusPageCandidates({ catalogue: domainToStatusPageUrls, host, registrableDomain, links });
const own = { url: "https://status.shop.example/", source: "own-domain", readable: true };

describe("statusPageCandidates", () => {
  it("guesses one page on the site's own domain", () => {
    expect(ask([])).toEqual([own]);
  });

  it.each([
    ["on the site's own domain", "https://status.shop.example/incidents/1", "https://status.shop.example/"],
    ["deeper on it", "https://status.eu.shop.example/", "https://status.eu.shop.example/"],
    ["at Statuspage", "https://shop.statuspage.io", "https://shop.statuspage.io/"],
    ["at Instatus", "https://shop.instatus.com", "https://shop.instatus.com/"],
    ["at Better Stack", "https://shop.betteruptime.com", "https://shop.betteruptime.com/"],
    ["at Status.io", "https://shop.status.io", "https://shop.status.io/"],
  ])("may read a linked page %s", (_where, link, url) => {
    expect(ask([link])[0]).toEqual({ url, source: "link", readable: true });
  });

  it.each([
    ["a name that only sounds right", "https://www.shopstatus.com/"],
    ["a dashed name", "https://shop-status.com/"],
    ["a status host of another domain", "https://status.cdn.example/"],
    ["a page over plain http", "http://shop.statuspage.io/"],
    ["a look-alike of a known host", "https://shopstatuspage.status.io.evilstatus.com/"],
  ])("only links to %s", (_what, link) => {
    expect(ask([link])[0]).toEqual({ url: link, source: "link", readable: false });
  });

  it.each([
    ["an ordinary page", "https://www.shop.example/help"],
    ["a service's own site", "https://www.statuspage.io/?utm_source=embed"],
    ["its API", "https://api.status.io/1.0/status/x"],
    ["a private host", "https://status.shop.local/"],
    ["an address", "https://192.168.0.1/"],
    ["a script", "javascript:status.shop.example"],
    ["a user's name in it", "https://me:secret@status.shop.example/"],
    ["no address at all", "status.shop.example"],
    ["the failing host itself", "https://www.shop.example/status"],
  ])("passes over %s", (_what, link) => {
    expect(ask([link])).toEqual([own]);
  });

  it("keeps nothing of a link that could tell who clicked", () => {
    expect(ask(["https://shopstatus.com/a?user=7#x"])[0]?.url).toBe("https://shopstatus.com/a");
    expect(ask(["https://shop.statuspage.io/a?user=7#x"])[0]?.url).toBe("https://shop.statuspage.io/");
  });

  it("goes from the page's links over the catalogue to the guess", () => {
    const found = ask(["https://corp.statuspage.io/"], "app.linear.app", "linear.app");
    expect(found.map(({ source }) => source)).toEqual(["link", "catalogue", "own-domain"]);
  });

  it("names each host once, readable if anything makes it so", () => {
    const found = ask(["https://www.githubstatus.com/"], "github.com", "github.com");
    expect(found.filter(({ url }) => url.includes("githubstatus"))).toEqual([
      { url: "https://www.githubstatus.com/", source: "catalogue", readable: true },
    ]);
  });

  it("does not send a failing status page to itself", () => {
    expect(ask([], "status.shop.example")).toEqual([]);
  });

  it.each(["localhost", "127.0.0.1", "10.0.0.1", "[::1]", "[fd00::1]", "nas", "nas.local", "app.internal", ""])(
    "names %j to nobody",
    (host) => {
      expect(ask(["https://shop.statuspage.io/"], host, host)).toEqual([]);
    },
  );

  it.each(["other.example", "hop.example", "example", "op.example", ""])(
    "ignores the claimed domain %j, which the host does not lie under",
    (domain) => {
      expect(ask(["https://status.other.example/"], "www.shop.example", domain).some(({ readable }) => readable)).toBe(
        false,
      );
    },
  );

  it("makes no name out of an address", () => {
    expect(ask([], "93.184.216.34", "216.34")).toEqual([]);
  });

  it("does not let a page name hosts without end", () => {
    const links = Array.from({ length: 500 }, (_, index) => `https://shop${index}.statuspage.io/`);
    expect(ask(links).length).toBeLessThanOrEqual(6);
  });

  it("reads only secure pages of the own domain, the catalogue or a known service, whatever the links", () => {
    const host = fc.constantFrom(
      "status.shop.example",
      "status.evil.test",
      "evilstatus.com",
      "x.statuspage.io",
      "a.test",
    );
    const link = fc.oneof(
      anyAddress,
      fc.string(),
      fc.tuple(fc.constantFrom("http", "https"), host).map(([scheme, name]) => `${scheme}://${name}/p?q`),
    );
    holds([fc.array(link)], (links) => {
      for (const { url, readable } of ask(links)) {
        if (readable) expect(url).toMatch(/^https:\/\/(?:[\w.-]+\.)?(?:shop\.example|[\w-]+\.statuspage\.io)\/$/);
      }
    });
  });
});

describe("the header of the failing answer", () => {
  const named = (...statusLinks: readonly string[]) =>
    statusPageCandidates({
      catalogue: domainToStatusPageUrls,
      host: "www.shop.example",
      registrableDomain: "shop.example",
      links: [],
      statusLinks,
    })[0];

  it.each([
    [
      "its own domain, whatever the host is called",
      "https://health.shop.example/x?u=7",
      "https://health.shop.example/",
    ],
    ["a known service", "https://shop.instatus.com/", "https://shop.instatus.com/"],
  ])("may name a page on %s", (_what, link, url) => {
    expect(named(link)).toEqual({ url, source: "link-header", readable: true });
  });

  it("is only linked where it names another domain or an insecure page", () => {
    const url = "https://health.evil.example/x";
    expect(named(`${url}?u=7`)).toEqual({ url, source: "link-header", readable: false });
    expect(named("http://health.shop.example/")).toMatchObject({ readable: false });
  });

  it.each(["https://www.shop.example/status", "https://10.0.0.1/", "javascript:1", ""])(
    "does not count: %j",
    (link) => {
      expect(named(link)).toMatchObject({ source: "own-domain" });
    },
  );
});

describe("the user's own mapping", () => {
  const mapped = (mapping: Record<string, string>, host = "www.shop.example") =>
    statusPageCandidates({
      catalogue: domainToStatusPageUrls,
      host,
      registrableDomain: "shop.example",
      links: [],
      mapping,
    })[0];
  const PAGE = "https://ops.example/status/shop";

  it("goes before everything else and keeps its path", () => {
    expect(mapped({ "*.shop.example": PAGE })).toEqual({ url: PAGE, source: "mapping", readable: true });
  });

  it("takes the pattern that says most", () => {
    const other = "https://other.example/";
    expect(mapped({ "*.example": other, "www.shop.example": PAGE, "*.shop.example": other })?.url).toBe(PAGE);
  });

  it.each([
    ["a pattern for the domain alone", { "shop.example": PAGE }],
    ["a pattern for a look-alike", { "*.hop.example": PAGE }],
    ["an insecure page", { "*.shop.example": "http://ops.example/" }],
    ["the failing host itself", { "*.shop.example": "https://www.shop.example/status" }],
    ["no address", { "*.shop.example": "ops" }],
  ])("passes over %s", (_what, mapping: Record<string, string>) => {
    expect(mapped(mapping)).toMatchObject({ source: "own-domain" });
  });

  it.each(["http://status.corp/", "https://10.0.0.1/"])("may lead to a page on one's own network: %s", (page) => {
    expect(mapped({ "*.shop.example": page })?.url).toBe(page);
  });

  it("is all that is asked for a private host", () => {
    const host = "www.shop.local";
    const question = { catalogue: domainToStatusPageUrls, host, registrableDomain: null, links: [PAGE] };
    expect(statusPageCandidates({ ...question, mapping: { "*.shop.local": PAGE } })).toEqual([
      { url: PAGE, source: "mapping", readable: true },
    ]);
    expect(statusPageCandidates(question)).toEqual([]);
  });
});

describe("a page of UptimeRobot", () => {
  it("keeps its key, which is a path, and nothing else", () => {
    const url = "https://stats.uptimerobot.com/AbC123dEf4";
    expect(ask([`${url}?x=1`])[0]).toEqual({ url, source: "link", readable: true });
    expect(ask(["https://stats.uptimerobot.com/user/7/private"])).toEqual([own]);
  });
});

describe("the catalogue", () => {
  it.each([
    ["github.com", "https://www.githubstatus.com/"],
    ["API.GitHub.com.", "https://www.githubstatus.com/"],
    ["somebody.github.io", "https://www.githubstatus.com/"],
    ["www.reddit.com", "https://www.redditstatus.com/"],
    ["play.googleapis.com", "https://status.play.google.com/"],
  ])("knows %s by the longest listed domain", (host, page) => {
    expect(cataloguedStatusPage(domainToStatusPageUrls, host)).toBe(page);
  });

  it.each([
    "notgithub.com",
    "github.com.evil.test",
    "com",
    "",
    "constructor",
    "__proto__.com",
    `${"a.".repeat(9_000)}com`,
  ])("does not know %s", (host) => {
    expect(cataloguedStatusPage(domainToStatusPageUrls, host)).toBeNull();
  });

  it("is empty when the package holds something else", () => {
    expect(catalogueOf(domainToStatusPageUrls)).toEqual(domainToStatusPageUrls);
    for (const json of [null, "x", { "shop.example": 7 }]) expect(catalogueOf(json)).toEqual({});
  });
});
