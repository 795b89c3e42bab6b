import type { StatusReport } from "../signals/signals.ts";

/** One product that runs status pages: where its machine-readable summary lies, and how to read it. Pure. */
export interface StatusProduct {
  readonly id: string;
  /** Address of the summary for a status page at this address. */
  endpoint(page: URL): string;
  /** Whether parsed JSON has the shape of this product's summary. */
  recognise(json: unknown): boolean;
  /** The summary in the common model, or null when it is not one. `url` is the page that was asked. */
  parse(json: unknown, url: string): StatusReport | null;
}

/** The address in normal form when it is http or https, else null. */
export function webUrl(url: unknown): string | null {
  if (typeof url !== "string" || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === "http:" || protocol === "https:" ? href : null;
}
