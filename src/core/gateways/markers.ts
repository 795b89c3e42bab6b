import type { Pattern } from "../http/passage.ts";
import { plainText } from "../http/plain-text.ts";
import { lazily } from "../lazily.ts";
import {
  type BoxSide,
  cleanDetail,
  fieldMatches,
  type GatewayFamily,
  type GatewayWord,
  type Recognition,
  type Sample,
} from "./gateway.ts";
import { refusesByRule } from "./own-rule.ts";
import { wordOfReason } from "./reasons.ts";
import { statedReason } from "./stated-reason.ts";

/** Where to find a value: the first group of a pattern in the body, or in a field. */
export type Finder = RegExp | readonly [field: string, pattern: RegExp];

/** One way to know a product by. All tests given must hold. Patterns must be linear: what they read is hostile. */
export interface Marker {
  /** Patterns by field name; any occurrence of a field will do. */
  readonly headers?: Readonly<Record<string, RegExp>>;
  /** Somewhere in the document. */
  readonly body?: Pattern;
  /** In the whole of a text/plain answer, so that articles about an error do not count. */
  readonly text?: Pattern;
  readonly status?: readonly number[];
  /** The answer bears nobody else's name: for texts that other servers have as well. A document alone bears none. */
  readonly unsigned?: true;
  /** What it says, or what it says by status; a status that is not named says nothing. */
  readonly word: GatewayWord | Partial<Record<number, GatewayWord>>;
  /** The product's own name for the reason: fixed, or to be found. */
  readonly detail?: string | Finder;
  /** A field that the product made for its reason, whose words decide where they say something; shown as the detail. */
  readonly reason?: Finder;
  /** The detail is the page's reason in words, and says more than the word here where it can be read. */
  readonly stated?: true;
  /** Every page of the product that no other marker knows: where it says plainly that it refuses, that is its word. */
  readonly anyPage?: true;
  /** Known by hearsay only. */
  readonly weak?: true;
}

/** One product as data. The first marker that holds decides. */
export interface Product {
  readonly name: string;
  readonly side: BoxSide;
  /** A proxy that does not open https: a page of its there was not written on the user's side. */
  readonly plainOnly?: true;
  /** Passes https on unopened, unless its owner turns that on. */
  readonly tunnels?: true;
  readonly statusPage?: string;
  readonly requestId?: readonly Finder[];
  /** For markers without a detail of their own. */
  readonly detail?: Finder;
  readonly markers: readonly Marker[];
}

function find(sample: Sample, finder: Finder): string | undefined {
  if (finder instanceof RegExp) return finder.exec(sample.body)?.[1];
  const [name, pattern] = finder;
  for (const [header, value] of sample.headers) {
    const found = header === name ? pattern.exec(value)?.[1] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** First thing that any of the finders finds, made fit to be shown. */
function findFirst(sample: Sample, finders: readonly Finder[]): string | undefined {
  for (const finder of finders) {
    const found = cleanDetail(find(sample, finder));
    if (found !== undefined) return found;
  }
  return undefined;
}

function holds(marker: Marker, sample: Sample, text: string | null): boolean {
  if (marker.status && !marker.status.includes(sample.status)) return false;
  if (marker.unsigned && fieldMatches(sample, "server", /./)) return false;
  for (const [name, pattern] of Object.entries(marker.headers ?? {})) {
    if (!fieldMatches(sample, name, pattern)) return false;
  }
  if (marker.body && !marker.body.test(sample.body)) return false;
  return marker.text === undefined || (text !== null && marker.text.test(text));
}

function detailOf(sample: Sample, { detail, reason }: Marker, product: Product): string | undefined {
  if (typeof detail === "string") return detail;
  const finder = detail ?? reason ?? product.detail;
  return finder && findFirst(sample, [finder]);
}

function wordOf(sample: Sample, { word, reason, anyPage }: Marker): GatewayWord {
  if (anyPage && refusesByRule(sample)) return "blocked";
  const said = reason && wordOfReason(find(sample, reason) ?? "");
  return said ?? (typeof word === "string" ? word : (word[sample.status] ?? "passed-on"));
}

function recogniseProduct(family: string, product: Product, sample: Sample, text: string | null): Recognition | null {
  const marker = product.markers.find((candidate) => holds(candidate, sample, text));
  if (!marker) return null;
  const known = wordOf(sample, marker);
  const requestId = product.requestId && findFirst(sample, product.requestId);
  const detail = known === "passed-on" ? undefined : detailOf(sample, marker, product);
  const stated = marker.stated && detail !== undefined ? wordForReason(detail) : null;
  const word = stated ?? known;
  return {
    family,
    product: product.name,
    word,
    side: product.plainOnly && product.side === "user" && sample.scheme === "https" ? "either" : product.side,
    ...((marker.weak || stated) && { weak: true as const }),
    ...((product.tunnels || product.plainOnly) && { tunnels: true as const }),
    ...(requestId !== undefined && { requestId }),
    ...(product.statusPage !== undefined && { statusPage: product.statusPage }),
    ...(detail !== undefined && { detail }),
  };
}

/**
 * A family from the data of its products, which are made when a page is first looked at. One that wrote the page itself
 * goes before one that passed it on.
 */
// A bundle that reads only the notes of a family leaves its markers out.
// @__NO_SIDE_EFFECTS__
export function family(id: string, make: () => readonly Product[]): GatewayFamily {
  const products = lazily(make);
  return {
    id,
    get products() {
      return products().map(({ name }) => name);
    },
    recognise(sample) {
      const text = plainText(sample.body);
      let relayed: Recognition | null = null;
      for (const product of products()) {
        const found = recogniseProduct(id, product, sample, text);
        if (found && found.word !== "passed-on") return found;
        relayed ??= found;
      }
      return relayed;
    },
  };
}

/**
 * A reason that no list of the product's holds, read by what it speaks of; null where that is nothing known. A site's
 * gateway that finds no address looks for its own server's name.
 */
export function wordForReason(reason: string): GatewayWord | null {
  const word = statedReason(reason);
  return word === "name-not-found" ? "misconfigured" : word;
}

/** The usual words for the codes of a gateway that tells no more. */
export const BY_STATUS = { 502: "no-valid-answer", 503: "unavailable", 504: "origin-slow" } as const;
