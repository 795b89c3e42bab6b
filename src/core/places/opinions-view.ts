import { notSent, type Settled } from "../http/settled.ts";
import type { PlaceAnswer } from "./place.ts";
import type { AddressFacts, AskedPlaces } from "./second-opinion.ts";

/** The questions that the user can have asked outside, each by a button that shows what it sends. */
export type OpinionKind = "places" | "address" | "address-test";

/** Why nobody was asked. */
export type OpinionRefusal = "limit" | "no-places" | "unreachable" | "other";

/** Second opinions about one incident, as far as they have come; streamed through session storage. */
export interface OpinionsView {
  readonly incidentId: string;
  /** What is being asked right now. */
  readonly asking: OpinionKind | null;
  /** The places' answers as they come in. */
  readonly live: readonly PlaceAnswer[];
  /** Id of the finished question to the places, by which the same ones can be asked again. */
  readonly measurement: string | null;
  readonly withPath: boolean;
  readonly askedPlaces: Settled<AskedPlaces>;
  readonly address: Settled<AddressFacts>;
  /** `retryAt`: when the limit is over, milliseconds since the Unix epoch. */
  readonly refusal: {
    readonly of: OpinionKind;
    readonly reason: OpinionRefusal;
    readonly retryAt: number | null;
  } | null;
}

/** Nobody has been asked about an incident yet. */
export const noOpinions = (incidentId: string): OpinionsView => ({
  incidentId,
  asking: null,
  live: [],
  measurement: null,
  withPath: false,
  askedPlaces: notSent("not-needed"),
  address: notSent("not-needed"),
  refusal: null,
});
