import type { Answer } from "../http/answer.ts";
import type { Settled } from "../http/settled.ts";
import type { DnsAnswer } from "./dns-answer.ts";
import type { Home } from "./home.ts";
import type { PlaceAnswer } from "./place.ts";

/** What places around the world met when the user had them asked. */
export interface AskedPlaces {
  readonly home: Home;
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
