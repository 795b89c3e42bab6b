import { CONTINENTS, type Home, NOWHERE } from "./home.ts";

/** Continent, country, and the country's time zones in one line. */
type ZoneTable = { readonly [continent: string]: { readonly [country: string]: string } };

/**
 * The country that a time zone lies in, so that places near the user can be asked without asking anybody where the
 * user is. Nowhere for zones without a place ("UTC", "Etc/GMT+1"). The table is `zones.json`.
 */
export function homeOf(zone: string, table: ZoneTable): Home {
  for (const continent of CONTINENTS) {
    for (const [country, zones] of Object.entries(table[continent] ?? {})) {
      if (zones.split(" ").includes(zone)) return { country, continent };
    }
  }
  return NOWHERE;
}
