/** What is known of one failing answer when looking for its writer. Header names are lower case. */
export interface Sample {
  readonly status: number;
  /** Empty when only the document is known, as for the tab's own answer. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  /** At most 16 KB, raw or as serialized by the browser: match on markers, not on exact bytes. */
  readonly body: string;
  /** How the page was asked for. Plain proxies cannot put a page of theirs into https. */
  readonly scheme?: "http" | "https";
}

/** What the writer of an error page says about its cause, as far as it says anything. */
export type GatewayWord =
  | "origin-down"
  | "origin-slow"
  | "origin-invalid"
  /** Refused, reset or malformed: the page does not tell which. */
  | "no-valid-answer"
  /** Nothing reached the site's server, be it the server, the way to it, or the writer's own way out. */
  | "unreached"
  /** The writer looked for a name and found no address: that of the site, where the writer is a box on the user's way. */
  | "name-not-found"
  | "overload"
  /** A bare "unavailable": a limit, a switch or a dead upstream. */
  | "unavailable"
  | "maintenance"
  /** Suspended, paused or out of what its plan includes. */
  | "switched-off"
  | "misconfigured"
  | "gateway-fault"
  /** The writer's own way out is dead: its parent proxy, its tunnel, its network. */
  | "own-upstream-dead"
  /** A rule of the writer's refuses this request. */
  | "blocked"
  /** The gateway is recognised, but it only passed on what the application wrote. */
  | "passed-on";

/**
 * Whose box it can be: `user` when the product has no use in front of a site (debugging tools, desktop
 * proxies, office gateways), `either` when it stands on both sides of the internet.
 */
export type BoxSide = "site" | "user" | "either";

export interface Recognition {
  readonly family: string;
  /** Product name as its makers write it, for people; null where what it calls itself is not fit to be shown. */
  readonly product: string | null;
  readonly word: GatewayWord;
  readonly side: BoxSide;
  /** Known by hearsay, not from the product's source, its documentation or a recording. */
  readonly weak?: true;
  /** It passes https on unopened unless told otherwise: what answers over https is not this box. */
  readonly tunnels?: true;
  /** What a support desk asks for, when the answer carries one. */
  readonly requestId?: string;
  /** The product's own public status page. */
  readonly statusPage?: string;
  /** The precise reason as the product names it: an error id, a code. Printable, at most 80 characters. */
  readonly detail?: string;
  /** By its own word nothing changes before whoever runs the site acts. */
  readonly ownerMustAct?: true;
}

/** One family of gateways: markers in, recognition out. Pure. Returns null for everybody else's pages. */
export interface GatewayFamily {
  readonly id: string;
  /** The products it can name. */
  readonly products: readonly string[];
  /** Statuses of its own errors that it describes in fields to whoever accepts problem details (RFC 9457). */
  readonly describes?: readonly number[];
  /** Seconds that it asks for at most in the Retry-After of its own errors, the same of everybody. */
  readonly patience?: number;
  recognise(sample: Sample): Recognition | null;
}

/** First value of a field, or "". */
export function field(sample: Sample, name: string): string {
  return sample.headers.find(([header]) => header === name)?.[1] ?? "";
}

/** Whether any occurrence of a field matches; `Via` and kin may be repeated. The pattern must be linear: values are hostile. */
export function fieldMatches(sample: Sample, name: string, pattern: RegExp): boolean {
  return sample.headers.some(([header, value]) => header === name && pattern.test(value));
}

/** A reason from outside made fit to be shown: printable ASCII on one line, at most 80 characters; undefined when nothing is left. */
export function cleanDetail(raw: string | undefined): string | undefined {
  const clean = (raw ?? "")
    .slice(0, 400)
    .replace(/<[^<>]{0,100}>|[^ -~]|[<>]/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, 80)
    .trim();
  return clean === "" ? undefined : clean;
}
