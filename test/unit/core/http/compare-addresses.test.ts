import { describe, expect, it } from "vitest";
import { isPublicAddress, likenessOf } from "../../../../src/core/http/compare-addresses.ts";

describe("the address reached, beside those that resolvers name", () => {
  it.each([
    ["198.51.100.7", ["198.51.100.7", "203.0.113.1"], "same"],
    ["198.51.100.7", ["198.51.100.99"], "same-network"],
    ["198.51.100.7", ["203.0.113.1"], "different"],
    ["2001:db8::7", ["2001:DB8:0:0::7"], "same"],
    ["2001:db8:1:1::7", ["2001:db8:1:2::9"], "same-network"],
    ["2001:db8:1::7", ["2001:db8:2::7"], "different"],
    ["2001:db8::7", ["198.51.100.7"], "unknown"],
    ["198.51.100.7", [], "unknown"],
    ["127.0.0.1", ["198.51.100.7"], "unknown"],
    ["192.168.1.1", ["198.51.100.7"], "unknown"],
    ["::1", ["2001:db8::7"], "unknown"],
    ["proxy", ["198.51.100.7"], "unknown"],
    [null, ["198.51.100.7"], "unknown"],
  ] as const)("%s beside %j is %s", (reached, others, likeness) => {
    expect(likenessOf(reached, others)).toBe(likeness);
  });

  it.each(["127.0.0.1", "10.1.2.3", "0:0:0:0:0:0:0:1", "fe80::1%eth0", "fd00::1", "shop.example", ""])(
    "%s is nobody's public address",
    (address) => {
      expect(isPublicAddress(address)).toBe(false);
    },
  );
});
