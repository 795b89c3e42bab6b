import type { PlaceAnswer } from "../../../../src/core/places/place.ts";

/** Where the user sits in these tests. */
export const HOME = { country: "DE", continent: "EU" } as const;

const WHERE = {
  berlin: ["Berlin", "DE", "EU"],
  munich: ["Munich", "DE", "EU"],
  paris: ["Paris", "FR", "EU"],
  boston: ["Boston", "US", "NA"],
  tokyo: ["Tokyo", "JP", "AS"],
  lima: ["Lima", "PE", "SA"],
} as const;

export const place = (
  where: keyof typeof WHERE,
  result: PlaceAnswer["result"],
  parts: Partial<PlaceAnswer> = {},
): PlaceAnswer => {
  const [city, country, continent] = WHERE[where];
  return {
    city,
    country,
    continent,
    network: "Example Net",
    latitude: 52.5,
    longitude: 13.4,
    result,
    status: result === "works" ? 200 : result === "down" ? 502 : null,
    took: 120,
    address: "198.51.100.7",
    ...parts,
  };
};

type Result = PlaceAnswer["result"];

/** The five places of one question: two in the country, one on the continent, two far away. */
export const five = (near: Result, continent: Result, far: Result): PlaceAnswer[] => [
  place("berlin", near),
  place("munich", near),
  place("paris", continent),
  place("boston", far),
  place("tokyo", far),
];
