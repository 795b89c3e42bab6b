/** The seven continents by the codes that Globalping uses. */
export const CONTINENTS = ["AF", "AN", "AS", "EU", "NA", "OC", "SA"] as const;

export type Continent = (typeof CONTINENTS)[number];

/** Where the user most likely is; null where that cannot be guessed. Guessed here, asked of nobody. */
export interface Home {
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly continent: Continent | null;
}

export const NOWHERE: Home = { country: null, continent: null };

/** A home from a message or a store, or nowhere. */
export function asHome(raw: unknown): Home {
  if (typeof raw !== "object" || raw === null) return NOWHERE;
  const { country, continent } = raw as { country?: unknown; continent?: unknown };
  const known = CONTINENTS.find((code) => code === continent) ?? null;
  if (known === null || typeof country !== "string" || !/^[A-Z]{2}$/.test(country)) return NOWHERE;
  return { country, continent: known };
}
