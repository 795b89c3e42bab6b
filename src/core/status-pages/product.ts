import type { StatusState } from "./model.ts";

/** One open incident or maintenance as a product's parser reads it: nothing cut, nothing cleaned. */
export interface SaidNotice {
  readonly title: unknown;
  readonly impact: StatusState;
  readonly startedAt?: unknown;
  readonly updatedAt?: unknown;
  readonly endsAt?: unknown;
  readonly url?: unknown;
  readonly names?: readonly string[];
}

/** One incident that the page says is over, neither announced work nor a mere note; nothing cut, nothing cleaned. */
export interface SaidPast {
  readonly title?: unknown;
  readonly startedAt: unknown;
  readonly endedAt: unknown;
  readonly names?: readonly string[];
}

/** What a product's parser reads out of a page. */
export interface Said {
  /** Where the page says that it stands. */
  readonly url?: unknown;
  readonly name?: unknown;
  /** Where it asks to be told of trouble. */
  readonly contact?: unknown;
  readonly indicator?: StatusState | null;
  readonly components?: ReadonlyArray<{ readonly name: string; readonly state: StatusState }>;
  /** Open incidents and maintenances; one whose impact is maintenance is a maintenance. */
  readonly notices?: readonly SaidNotice[];
  /** Of those that are over, all that have a beginning and an end. */
  readonly past?: readonly SaidPast[];
  readonly updatedAt?: unknown;
  /** For sources that tell what happened, but not what is. */
  readonly tellsNoState?: boolean;
}

/** What was fetched of one status page. */
export interface Material {
  /** The page's own address. */
  readonly page: URL;
  /** Start of the page's own document; "" when it was not asked for. */
  readonly html: string;
  /** What the endpoints answered, in their order; "" for no usable answer. */
  readonly answers: readonly string[];
  /** Host of the failing page, for which a long list keeps its place; left out where the page is not the site's. */
  readonly host?: string;
  /** Registrable domain of the page's own address, on which its own links may lie; null or left out where it has none. */
  readonly domain?: string | null;
  /** Registrable domain of the failing page's host; left out where it is not known, or lies on the page's own. */
  readonly siteDomain?: string | null;
}

/** One product that runs status pages, or one vendor's own board: how to know it, where to ask, how to read it. Pure. */
export interface StatusProduct {
  readonly id: string;
  /**
   * Where it always stands: a host, a host with the beginning of a path, or `.domain` for the hosts below a
   * domain. A page elsewhere is recognised by its marks, or by what it answers.
   */
  readonly at?: readonly string[];
  /** What its documents carry and others' do not. Must be linear: documents are hostile. */
  readonly marks?: RegExp;
  /** Fixed hosts, beside the page's own, that may be asked. */
  readonly apiHosts?: readonly string[];
  /** Hosts of its makers', beside the page's own, that its links lead through. */
  readonly linkHosts?: readonly string[];
  /**
   * At most two addresses to ask, all of them, absolute or on the page's own host. None where the document itself is read, where what is needed is
   * not known, or where nobody may read without an account: such a page is only linked.
   */
  endpoints(page: URL, html: string): readonly string[];
  /** What the page says, or null when this is none of the product's. */
  parse(material: Material): Said | null;
}

/** First group of the first match, percent-encoded for use in a path; "" for none. */
export const found = (pattern: RegExp, text: string): string => encodeURIComponent(pattern.exec(text)?.[1] ?? "");
