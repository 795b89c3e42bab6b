import { describe, expect, it } from "vitest";
import { cookieHosts, isSentAtTop, sharedDomain } from "../../../../src/core/repair/sent-cookies.ts";

const PAGE = "https://www.shop.example/cart";
const cookie = { name: "a", storeId: "0" };

describe("the hosts whose cookies a page may be sent", () => {
  it.each([
    ["shop.example", "shop.example", ["shop.example"]],
    ["a.b.shop.example", "shop.example", ["a.b.shop.example", "b.shop.example", "shop.example"]],
    ["www.shop.co.uk", "shop.co.uk", ["www.shop.co.uk", "shop.co.uk"]],
    ["127.0.0.1", null, ["127.0.0.1"]],
    ["localhost", null, ["localhost"]],
    // What the list does not lead to is left alone.
    ["www.shop.example", "other.example", ["www.shop.example"]],
  ])("of %s below %s are %j", (host, registrable, hosts) => {
    expect(cookieHosts(host, registrable)).toEqual(hosts);
  });
});

describe("the domain whose other sites share cookies", () => {
  const own = { domain: "www.shop.example", hostOnly: true };
  const over = (domain: string) => ({ domain, hostOnly: false });

  it.each([
    ["is none where all are the host's own", [own], null],
    ["is none where there are no cookies", [], null],
    ["is one above the host", [own, over(".shop.example")], "shop.example"],
    ["is the widest of several", [over(".www.shop.example"), over(".shop.example"), own], "shop.example"],
    // Those of a host for all below it: account.shop.example signs in with them too.
    ["is the host itself for the sites below it", [over(".www.shop.example")], "www.shop.example"],
  ])("%s", (_which, cookies, domain) => {
    expect(sharedDomain(cookies)).toBe(domain);
  });
});

describe("of the cookies that lie in a tab's jar for an address, a load of it carries", () => {
  it.each([
    ["an ordinary one", {}, true],
    ["one of no partition, as Firefox writes it", { partitionKey: null, firstPartyDomain: "" }, true],
    ["one of its own site's partition", { partitionKey: { topLevelSite: "https://shop.example" } }, true],
    ["one of another site's partition", { partitionKey: { topLevelSite: "https://other.example" } }, false],
    ["one of a site whose name ends alike", { partitionKey: { topLevelSite: "https://op.example" } }, false],
    ["one of its site over http", { partitionKey: { topLevelSite: "http://shop.example" } }, false],
    [
      "one of its site below another's frame",
      { partitionKey: { topLevelSite: "https://shop.example", hasCrossSiteAncestor: true } },
      false,
    ],
    ["one of an opaque partition", { partitionKey: { topLevelSite: "opaque" } }, false],
    ["one of its own first party", { firstPartyDomain: "shop.example" }, true],
    ["one of another first party", { firstPartyDomain: "other.example" }, false],
  ])("%s: %j", (_which, parts, isSent) => {
    expect(isSentAtTop({ ...cookie, ...parts }, PAGE)).toBe(isSent);
  });
});
