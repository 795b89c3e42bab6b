import { describe, expect, it } from "vitest";
import { cookieHosts, isSentAtTop } from "../../../../src/core/repair/sent-cookies.ts";

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
