import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageUrl } from "../../../../src/core/incident/incident.ts";
import { typedAddress } from "../../../../src/core/incident/typed-address.ts";
import { holds } from "../../../property.ts";

const address = (typed: string) => {
  const read = typedAddress(typed);
  return read.is === "address" ? [read.url, read.otherwise] : read.problem;
};

describe("what was typed for a site", () => {
  it.each([
    ["shop.example", "https://shop.example/", "http://shop.example/"],
    ["  Shop.Example/a ", "https://shop.example/a", "http://shop.example/a"],
    ["shop.example:8443/cart?x=1#top", "https://shop.example:8443/cart?x=1", "http://shop.example:8443/cart?x=1"],
    ["bücher.example", "https://xn--bcher-kva.example/", "http://xn--bcher-kva.example/"],
    ["例え.テスト", "https://xn--r8jz45g.xn--zckzah/", "http://xn--r8jz45g.xn--zckzah/"],
    ["203.0.113.7", "https://203.0.113.7/", "http://203.0.113.7/"],
    ["[2001:db8::7]:8080", "https://[2001:db8::7]:8080/", "http://[2001:db8::7]:8080/"],
  ])("%s is asked over https, and over http if nobody answers", (typed, url, otherwise) => {
    expect(address(typed)).toEqual([url, otherwise]);
  });

  it.each([
    ["localhost", "http://localhost/", "https://localhost/"],
    ["localhost:3000", "http://localhost:3000/", "https://localhost:3000/"],
    ["192.168.1.1", "http://192.168.1.1/", "https://192.168.1.1/"],
    ["nas:5000", "http://nas:5000/", "https://nas:5000/"],
    ["nas/", "http://nas/", "https://nas/"],
    ["router.lan", "http://router.lan/", "https://router.lan/"],
  ])("%s stands near, and is asked over http first", (typed, url, otherwise) => {
    expect(address(typed)).toEqual([url, otherwise]);
  });

  it.each([
    ["http://shop.example/a", "http://shop.example/a"],
    ["HTTPS://shop.example", "https://shop.example/"],
    ["https://mrs:secret@shop.example/", "https://shop.example/"],
    ["http://nas", "http://nas/"],
  ])("%s is asked as it says and no other way, without a password", (typed, url) => {
    expect(address(typed)).toEqual([url, null]);
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["facebook", "one-word"],
    ["is shop.example down", "not-an-address"],
    ["https://", "not-an-address"],
    ["shop..example", "not-an-address"],
    ["*.shop.example", "not-an-address"],
    ["shop.example:99999", "not-an-address"],
    ["999.1.1.1", "not-an-address"],
    ["ftp://shop.example", "not-web"],
    ["javascript:alert(1)", "not-web"],
    ["mailto:mrs@shop.example", "not-web"],
    ["file:///etc/passwd", "not-web"],
    ["about:blank", "not-web"],
    [`shop.example/${"a".repeat(9_000)}`, "too-long"],
    [`${"a.".repeat(130)}example`, "too-long"],
  ])("%s is no address: %s", (typed, problem) => {
    expect(address(typed)).toBe(problem);
  });

  it("is never more than an address that may be asked, whatever it is", () => {
    const pieces = fc.constantFrom(
      "shop",
      ".",
      ":",
      "/",
      "//",
      "http",
      "@",
      " ",
      "[",
      "]",
      "\u202e",
      "%00",
      "?",
      "#",
      "例",
      "8",
    );
    holds([fc.array(pieces, { maxLength: 12 })], (parts) => {
      const read = typedAddress(parts.join(""));
      const urls = read.is === "address" ? [read.url, read.otherwise ?? read.url] : [];
      expect(urls.map(pageUrl)).toEqual(urls);
    });
  });
});
