import type { IpVersion } from "../http/address.ts";
import type { Answer } from "../http/answer.ts";
import type { Settled } from "../http/settled.ts";
import type { DnsAnswer } from "./dns-answer.ts";
import type { Home } from "./home.ts";
import type { PlaceAnswer } from "./place.ts";

const COMPARABLE_MS = 300_000;

/** Whether answers of these two moments, in epoch milliseconds, are near enough in time to be compared. */
export const areComparable = (at: number, other: number): boolean => Math.abs(at - other) <= COMPARABLE_MS;

/** What places around the world met when the user had them asked. */
export interface AskedPlaces {
  readonly home: Home;
  /** By which this browser reached the site when they were asked; null where it does not tell. */
  readonly ipVersion: IpVersion | null;
  readonly places: readonly PlaceAnswer[];
  /** The very address that the places were asked for, asked from here after their last answer. */
  readonly here: Settled<Answer>;
}

/** Where this browser is led to, beside where public resolvers lead. */
export interface AddressFacts {
  /** The address that answered a request of this browser; null where it cannot be told. */
  readonly reached: string | null;
  /** A resolver that gave no usable answer has null. */
  readonly resolvers: ReadonlyArray<{ readonly name: string; readonly answer: DnsAnswer | null }>;
  /** What the places met at that very address, after both answers that it is compared with; null while nobody has tried it since. */
  readonly tested: readonly PlaceAnswer[] | null;
}
