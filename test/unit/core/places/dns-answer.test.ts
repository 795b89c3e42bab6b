import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf } from "../../../../src/core/http/address.ts";
import { parseDnsJson } from "../../../../src/core/places/dns-answer.ts";
import { holds } from "../../../property.ts";

const json = (Status: number, Answer?: object[]) => JSON.stringify({ Status, TC: false, Question: [], Answer });

describe("a resolver's answer", () => {
  it("brings the addresses, of either kind, without the aliases on the way", () => {
    const text = json(0, [
      { name: "shop.example.", type: 5, TTL: 60, data: "shop.cdn.example." },
      { name: "shop.cdn.example.", type: 1, TTL: 60, data: "198.51.100.7" },
      { name: "shop.cdn.example.", type: 28, TTL: 60, data: "2001:db8::7" },
      { name: "shop.cdn.example.", type: 1, TTL: 60, data: "not an address" },
    ]);
    expect(parseDnsJson(text)).toEqual({ exists: true, addresses: ["198.51.100.7", "2001:db8::7"] });
  });

  it("may say that there is no such name, or no address", () => {
    expect(parseDnsJson(json(3))).toEqual({ exists: false, addresses: [] });
    expect(parseDnsJson(json(0))).toEqual({ exists: true, addresses: [] });
  });

  it.each([json(2), json(5), "", "<html>", "[]", "{}", '{"Status":"0"}'])("is nothing when it is %j", (text) => {
    expect(parseDnsJson(text)).toBeNull();
  });

  it("breaks on no JSON", () => {
    holds([fc.json()], (text) => void expect(() => parseDnsJson(text)).not.toThrow());
  });

  it("brings addresses and nothing else, fifty at the most, whatever its records hold", () => {
    const data = fc.oneof(fc.ipV4(), fc.ipV6(), fc.string());
    const records = fc.array(fc.record({ type: fc.constantFrom(1, 5, 28), data }), { maxLength: 80 });
    holds([records], (given) => {
      const { addresses } = parseDnsJson(json(0, given)) ?? { addresses: [""] };
      expect(addresses.filter((address) => bytesOf(address) === null)).toEqual([]);
      expect(addresses.length).toBeLessThanOrEqual(50);
    });
  });
});
