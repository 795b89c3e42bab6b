import { type IpVersion, ipVersionOf } from "../http/address.ts";
import { hostKind } from "../http/host-kind.ts";
import type { Continent, Home } from "./home.ts";

/** Networks that end in homes, as the API marks their probes; all others stand in data centres. */
const HOMES = "eyeball-network";

/** One place to ask from, in the words of the API. */
interface Location {
  readonly country?: string;
  readonly continent?: Continent;
  readonly tags?: readonly string[];
  /** In place of all these: words that must all fit, parted by a plus, and the API knows names by a part of them. */
  readonly magic?: string;
  readonly limit: number;
}

/** What is asked of the places. */
export interface PlacesQuestion {
  readonly home: Home;
  readonly withPath: boolean;
  /** By which the site is opened; null leaves that to the API, which takes version 4. */
  readonly ipVersion: IpVersion | null;
  /** `homes` are as the user's own place is, and not everywhere is there one. */
  readonly networks: "homes" | "any";
  /** Whose network is asked first, as `providerName` leaves it; null where the user has named none. */
  readonly provider: string | null;
}

/** Body of `POST /v1/measurements` (Globalping's OpenAPI description, `MeasurementRequest`). */
export interface MeasurementRequest {
  readonly type: "http";
  readonly target: string;
  readonly inProgressUpdates: true;
  /** Places, or the id of an earlier measurement whose probes are used again. */
  readonly locations: readonly Location[] | string;
  readonly measurementOptions: {
    readonly request: { readonly method: "GET"; readonly path: string; readonly host?: string };
    readonly protocol: "HTTP" | "HTTPS";
    readonly port: number;
    /** Of a name alone. */
    readonly ipVersion?: IpVersion;
  };
}

/** How many places one question asks. */
export const PLACES = 5;

/** Continents with the most probes first, so that a place is found. */
const FAR: readonly Continent[] = ["EU", "NA", "AS", "SA", "OC"];

/** Two in the user's country, one more on the continent, two far away; five continents where home is unknown. */
function locationsNear({ country, continent }: Home): Location[] {
  if (country === null || continent === null) return FAR.map((code) => ({ continent: code, limit: 1 }));
  const far = FAR.filter((code) => code !== continent).slice(0, 2);
  return [{ country, limit: 2 }, { continent, limit: 1 }, ...far.map((code) => ({ continent: code, limit: 1 }))];
}

/** Two customers of the user's provider, where otherwise a second neighbour and a second place far away are asked. */
function locationsOf(provider: string, home: Home): Location[] {
  const magic = home.country === null ? provider : `${provider}+${home.country}`;
  const near = locationsNear(home).map((location) => ({ ...location, limit: 1 }));
  return [{ magic, limit: PLACES - 3 }, ...near.slice(0, 3)];
}

function locationsFor({ home, networks, provider }: PlacesQuestion): Location[] {
  const locations = provider === null ? locationsNear(home) : locationsOf(provider, home);
  return locations.map((location) =>
    networks === "homes" && location.magic === undefined ? { ...location, tags: [HOMES] } : location,
  );
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");

const optionsFor = ({ protocol, port, pathname }: URL, withPath: boolean) => {
  const secure = protocol === "https:";
  return {
    request: { method: "GET" as const, path: withPath ? pathname : "/" },
    protocol: secure ? ("HTTPS" as const) : ("HTTP" as const),
    port: port === "" ? (secure ? 443 : 80) : Number(port),
  };
};

/** Whether a site may be named to anyone: private, loopback and single-label hosts are not. */
export function mayBeNamed(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && hostKind(new URL(url).hostname) === "public";
}

/** The address that other places are asked to open: the front page, or the page when the user adds its path. Never a query. */
export function targetOf(url: string, withPath: boolean): string {
  const { origin, pathname } = new URL(url);
  return origin + (withPath ? pathname : "/");
}

/** Asks places around the world to open the site once. Null for hosts that are named to nobody. */
export function placesRequest(url: string, question: PlacesQuestion): MeasurementRequest | null {
  if (!mayBeNamed(url)) return null;
  const parsed = new URL(url);
  const { ipVersion, withPath } = question;
  const isName = ipVersionOf(bare(parsed.hostname)) === null;
  return {
    type: "http",
    target: bare(parsed.hostname),
    inProgressUpdates: true,
    locations: locationsFor(question),
    measurementOptions: { ...optionsFor(parsed, withPath), ...(ipVersion !== null && isName && { ipVersion }) },
  };
}

/**
 * Asks the same places to open the site at one address, as a browser that was led there would. `earlier` is the
 * id of the measurement whose probes are used again. Null for hosts and addresses that are named to nobody.
 */
export function addressRequest(
  url: string,
  address: string,
  earlier: string,
  withPath: boolean,
): MeasurementRequest | null {
  const isV6 = address.includes(":");
  if (!mayBeNamed(url) || hostKind(isV6 ? `[${address}]` : address) !== "public") return null;
  const parsed = new URL(url);
  const options = optionsFor(parsed, withPath);
  return {
    type: "http",
    target: address,
    inProgressUpdates: true,
    locations: earlier,
    measurementOptions: { ...options, request: { ...options.request, host: bare(parsed.hostname) } },
  };
}
