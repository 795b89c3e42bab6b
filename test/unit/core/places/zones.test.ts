import { describe, expect, it } from "vitest";
import zones from "../../../../src/core/places/zones.json" with { type: "json" };
import { homeOf } from "../../../../src/core/places/zones.ts";

describe("home by time zone", () => {
  it.each([
    ["Europe/Berlin", "DE", "EU"],
    ["America/New_York", "US", "NA"],
    ["America/Sao_Paulo", "BR", "SA"],
    ["Asia/Kolkata", "IN", "AS"],
    ["Asia/Calcutta", "IN", "AS"],
    ["Europe/Kiev", "UA", "EU"],
    ["Europe/Kyiv", "UA", "EU"],
    ["Europe/Istanbul", "TR", "AS"],
    ["Atlantic/Reykjavik", "IS", "EU"],
    ["Australia/Sydney", "AU", "OC"],
    ["Africa/Lagos", "NG", "AF"],
    ["Pacific/Auckland", "NZ", "OC"],
  ])("%s is in %s, %s", (zone, country, continent) => {
    expect(homeOf(zone, zones)).toEqual({ country, continent });
  });

  it.each(["UTC", "Etc/GMT+1", "", "Europe", "Europe/Atlantis"])("%j is nowhere", (zone) => {
    expect(homeOf(zone, zones)).toEqual({ country: null, continent: null });
  });

  it("knows every zone that browsers name", () => {
    const unknown = Intl.supportedValuesOf("timeZone").filter((zone) => homeOf(zone, zones).country === null);
    expect(unknown).toEqual([]);
  });

  it("has each zone once", () => {
    const all = Object.values(zones).flatMap((countries) => Object.values(countries).join(" ").split(" "));
    expect(new Set(all).size).toBe(all.length);
  });
});
