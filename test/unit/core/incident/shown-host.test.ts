import { describe, expect, it } from "vitest";
import { shownHost } from "../../../../src/core/incident/shown-host.ts";
import { siteOf } from "../../../../src/core/incident/site.ts";

describe("the host in a title", () => {
  it.each([
    ["shop.example", "shop.example"],
    ["127.0.0.1:8080", "127.0.0.1:8080"],
    ["a234567890.b234567890.c234567890.example", "a234567890.b234567890.c234567890.example"],
    ["bank.example.sign-in.session.4711.account.evil.example", "….session.4711.account.evil.example"],
    [`${"a".repeat(63)}.evil.example`, "….evil.example"],
    [`${"a".repeat(60)}`, `…${"a".repeat(39)}`],
  ])("of %s is %s", (host, shown) => {
    expect(shownHost(host).length).toBeLessThanOrEqual(40);
    expect(shownHost(host)).toBe(shown);
  });
});

describe("the name under which a site is spoken of once", () => {
  it.each([
    ["https://www.shop.example/cart?a=1", "shop.example"],
    ["http://shop.example:8080/", "shop.example"],
    ["https://status.shop.example/", "status.shop.example"],
    ["http://[::1]:8080/", "[::1]"],
  ])("of %s is %s", (url, site) => {
    expect(siteOf(url)).toBe(site);
  });
});
