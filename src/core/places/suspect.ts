import { likenessOf } from "../http/compare-addresses.ts";
import type { OpinionsView } from "./opinions-view.ts";
import { areComparable } from "./second-opinion.ts";

type Asked = Pick<OpinionsView, "address" | "askedPlaces">;

/** Whether the addresses were compared lately; what is older is asked for again first. `now` in epoch milliseconds. */
export const areCompared = ({ address }: Pick<OpinionsView, "address">, now: number): boolean =>
  address.state === "ok" && areComparable(address.at, now);

/** The reached address where it may be worth trying from elsewhere, else null. */
export function suspectAddress({ address, askedPlaces }: Asked, now: number): string | null {
  if (address.state !== "ok" || askedPlaces.state !== "ok" || address.value.tested !== null) return null;
  // Answers of different times are not compared: one or both are asked for again first.
  if (!areComparable(askedPlaces.at, now) || !areComparable(askedPlaces.at, address.at)) return null;
  const others = address.value.resolvers.flatMap(({ answer }) => answer?.addresses ?? []);
  return likenessOf(address.value.reached, others) === "different" ? address.value.reached : null;
}
