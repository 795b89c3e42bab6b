// Writes src/core/places/zones.json: which country a time zone lies in, and on which continent that country is taken to
// be. From the time zone database's zone.tab (public domain), with the older names that browsers still give.
// Run: node scripts/zones.mjs [zone.tab]
import { readFileSync, writeFileSync } from "node:fs";

const SOUTH_AMERICA = new Set("AR BO BR CL CO EC FK GF GY PE PY SR UY VE".split(" "));
/** Where the zone's own name misleads. */
const BY_HAND = {
  BM: "NA",
  CC: "AS",
  CV: "AF",
  CX: "AS",
  CY: "EU",
  FO: "EU",
  GS: "AN",
  IO: "AS",
  IS: "EU",
  MV: "AS",
  SH: "AF",
  TR: "AS",
};
const BY_PREFIX = {
  Africa: "AF",
  Antarctica: "AN",
  Arctic: "EU",
  Asia: "AS",
  Australia: "OC",
  Europe: "EU",
  Indian: "AF",
  Pacific: "OC",
};

const zones = new Map();
for (const line of readFileSync(process.argv[2] ?? "/usr/share/zoneinfo/zone.tab", "utf8").split("\n")) {
  const [country, , zone] = line.split("\t");
  if (!country || country.startsWith("#") || !zone) continue;
  zones.set(country, [...(zones.get(country) ?? []), zone]);
}
for (const [country, known] of zones) {
  for (const zone of new Intl.Locale(`und-${country}`).timeZones ?? []) if (!known.includes(zone)) known.push(zone);
}

const continentOf = (country, [first]) =>
  SOUTH_AMERICA.has(country) ? "SA" : (BY_HAND[country] ?? BY_PREFIX[first.split("/")[0]] ?? "NA");

const table = {};
for (const [country, known] of [...zones].sort(([a], [b]) => a.localeCompare(b))) {
  const continent = continentOf(country, known);
  table[continent] = { ...table[continent], [country]: known.join(" ") };
}
writeFileSync(new URL("../src/core/places/zones.json", import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
