/** What is known of one failing answer when looking for its writer. Header names are lower case. */
export interface Sample {
  readonly status: number;
  /** Empty when only the document is known, as for the tab's own answer. */
  readonly headers: ReadonlyArray<readonly [name: string, value: string]>;
  /** At most 16 KB, raw or as serialized by the browser: match on markers, not on exact bytes. */
  readonly body: string;
}

/** What the writer of an error page says about its cause, as far as it says anything. */
export type GatewayWord =
  | "origin-down"
  | "origin-slow"
  | "origin-invalid"
  /** Refused, reset or malformed: the page does not tell which. */
  | "no-valid-answer"
  | "overload"
  /** A bare "unavailable": a limit, a switch or a dead upstream. */
  | "unavailable"
  | "misconfigured"
  | "gateway-fault"
  /** The gateway is recognised, but it only passed on what the application wrote. */
  | "passed-on";

export interface Recognition {
  readonly family: string;
  /** Product name as its makers write it, for people. */
  readonly product: string;
  readonly word: GatewayWord;
  /** What a support desk asks for, when the answer carries one. */
  readonly requestId?: string;
}

/** One family of gateways: markers in, recognition out. Pure. Returns null for everybody else's pages. */
export interface GatewayFamily {
  readonly id: string;
  readonly product: string;
  recognise(sample: Sample): Recognition | null;
}

/** First value of a field, or "". */
export function field(sample: Sample, name: string): string {
  return sample.headers.find(([header]) => header === name)?.[1] ?? "";
}
