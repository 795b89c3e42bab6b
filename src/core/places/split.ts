import { type IpVersion, ipVersionOf } from "../http/address.ts";
import type { Home } from "./home.ts";
import type { PlaceAnswer } from "./place.ts";
import type { AskedPlaces } from "./second-opinion.ts";

/** How far from the user a place is. */
type Nearness = "country" | "continent" | "far" | "unknown";

/** Whom the failure meets, as far as other places tell. */
type Reach =
  | "everyone"
  | "your-region"
  | "only-your-network"
  /** Some places fail and others work, without the pattern of a region. */
  | "some-places"
  /** Every place works, but none of them is known to be near. */
  | "far-away-works"
  /** Every place works, but by another version of IP than the user's: this one alone may be dead, for everybody. */
  | "other-version-works"
  | "undecided";

interface Split {
  readonly reach: Reach;
  readonly works: number;
  readonly down: number;
  readonly blocked: number;
  /** Copies, places that failed themselves, and silent ones. */
  readonly unclear: number;
}

/** Fewer answers than this are no picture of the world. */
const ENOUGH = 3;
/** One place that fails may have a trouble of its own. */
const REGION = 2;

function nearnessOf({ country, continent }: PlaceAnswer, home: Home): Nearness {
  if (home.country === null || home.continent === null) return "unknown";
  if (country === home.country) return "country";
  return continent === home.continent ? "continent" : "far";
}

/**
 * No answer by IPv6 may be that of a site that has none: networks without IPv4 translate such a site's address for the
 * user alone. Where the user is answered, a place that meets the same is answered too.
 */
const isUnheard = ({ result, status }: PlaceAnswer): boolean => result === "down" && status === null;

/** Whether a place can have opened the site as the user did. Where one of the two does not tell, it can. */
function isAlike({ address }: PlaceAnswer, ipVersion: IpVersion | null): boolean {
  const met = address === null ? null : ipVersionOf(address);
  return met === null || ipVersion === null || met === ipVersion;
}

/**
 * Splits the answers by distance: same country, same continent, far away. Only `works` and `down` count; the
 * nearest group with such an answer stands for the user's surroundings. One that is `blocked` there leaves open
 * whether the user is alone. A place that works by another version of IP than `ipVersion`, the user's, says nothing of
 * the user's way; one that fails does. Pure; order of the places does not matter.
 */
export function splitOf(
  places: readonly PlaceAnswer[],
  { home, ipVersion }: Pick<AskedPlaces, "home" | "ipVersion">,
): Split {
  const having = (result: PlaceAnswer["result"]) =>
    places.filter((place) => place.result === result && !(ipVersion === 6 && isUnheard(place)));
  const [works, down, blocked] = [having("works"), having("down"), having("blocked")];
  const counts = { works: works.length, down: down.length, blocked: blocked.length };
  const unclear = places.length - counts.works - counts.down - counts.blocked;
  return { ...counts, unclear, reach: reachOf(works, down, blocked, home, ipVersion) };
}

function reachOf(
  works: readonly PlaceAnswer[],
  down: readonly PlaceAnswer[],
  blocked: readonly PlaceAnswer[],
  home: Home,
  ipVersion: IpVersion | null,
): Reach {
  if (works.length + down.length < ENOUGH) return "undecided";
  if (works.length === 0) return "everyone";
  const at = (answers: readonly PlaceAnswer[], ...where: Nearness[]) =>
    answers.filter((place) => where.includes(nearnessOf(place, home))).length;
  if (down.length === 0) {
    // Neighbours who are refused as well may meet the very rule or limit that the user meets.
    const isNearBlocked = at(blocked, "country") > 0 || (at(works, "country") === 0 && at(blocked, "continent") > 0);
    if (isNearBlocked) return "undecided";
    const alike = works.filter((place) => isAlike(place, ipVersion));
    if (alike.length === 0) return "other-version-works";
    return at(alike, "country", "continent") > 0 ? "only-your-network" : "far-away-works";
  }
  const surroundings: Nearness = at([...works, ...down], "country") > 0 ? "country" : "continent";
  const isRegion =
    at(works, surroundings) === 0 &&
    at(down, "country", "continent") >= REGION &&
    at(works, "far") > 0 &&
    at(down, "far") === 0;
  return isRegion ? "your-region" : "some-places";
}
