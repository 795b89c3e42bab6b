import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, ipVersionOf, networkOf, spelling } from "../../../../src/core/http/address.ts";
import { holds } from "../../../property.ts";

describe("an address", () => {
  it.each([
    ["198.51.100.7", 4],
    ["2001:db8::7", 16],
    ["::", 16],
    ["fe80::1%eth0", 16],
    ["2001:db8:0:0:0:0:192.0.2.1", 16],
    ["::ffff:198.51.100.7", 4],
  ])("%s has %i bytes", (text, length) => {
    expect(bytesOf(text)).toHaveLength(length);
  });

  it.each(["", "shop.example", "1.2.3", "1.2.3.256", "1::2::3", "12345::", ":::", "1:2:3:4:5:6:7:8:9", "g::1"])(
    "%j is none",
    (text) => {
      expect(bytesOf(text)).toBeNull();
      expect(networkOf(text)).toBeNull();
    },
  );

  it.each([
    ["010.1.2.3", "which some read as octal"],
    ["::ffff:010.1.2.3", "the same at the end of IPv6"],
    ["1.2.3.4::", "with IPv4 at its beginning"],
    ["::1.2.3.4:5", "with IPv4 in its middle"],
    ["1:2:3:4:5:6:7:1.2.3.4", "with a group too many"],
    ["fe80::1%", "with a zone that has no name"],
    ["::ffff:1.2.3.4.", "with a dot at its end"],
  ])("%j is none, %s", (text) => {
    expect(bytesOf(text)).toBeNull();
  });

  it("has one spelling however it is written", () => {
    expect(spelling("2001:DB8:0::7")).toBe(spelling("2001:db8:0:0:0:0:0:7"));
    expect(spelling("::ffff:198.51.100.7")).toBe(spelling("198.51.100.7"));
  });

  it("shares its network with its neighbours", () => {
    expect(networkOf("198.51.100.7")).toBe(networkOf("198.51.100.200"));
    expect(networkOf("198.51.100.7")).not.toBe(networkOf("198.51.101.7"));
    expect(networkOf("2001:db8:1:2::7")).toBe(networkOf("2001:db8:1:ffff::1"));
    expect(networkOf("2001:db8:1::7")).not.toBe(networkOf("2001:db8:2::7"));
  });

  it("is read whichever it is, and garbage breaks nothing", () => {
    holds([fc.ipV4()], (text) => void expect(bytesOf(text)?.join(".")).toBe(text));
    holds([fc.ipV6()], (text) => void expect([4, 16]).toContain(bytesOf(text)?.length));
    const pieces = fc.array(fc.constantFrom(":", "::", ".", "%", "1", "ff", "255", "256", "x"), { maxLength: 12 });
    holds(
      [
        fc.oneof(
          fc.string(),
          pieces.map((some) => some.join("")),
        ),
      ],
      (text) => {
        expect([undefined, 4, 16]).toContain(bytesOf(text)?.length);
      },
    );
  });
});

describe("the version of IP that leads to an address", () => {
  it.each([
    ["198.51.100.7", 4],
    ["::ffff:198.51.100.7", 4],
    ["2001:db8::7", 6],
    ["64:ff9b::c633:6407", 4],
    ["64:ff9b:1::c633:6407", 4],
    ["64:ff9c::1", 6],
    ["shop.example", null],
    ["", null],
  ])("of %s is %s", (address, version) => {
    expect(ipVersionOf(address)).toBe(version);
  });
});
