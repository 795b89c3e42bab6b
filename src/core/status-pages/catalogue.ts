import * as v from "valibot";
import { webUrl } from "./web-url.ts";

/** Where the catalogue lies in the package; the build takes it from `@sentry/status-page-list`. */
export const CATALOGUE_PATH = "status-pages.json";

/** Status pages by domain; a service's domains are written `example.com` and `*.example.com`, often only one of the two. */
export type Catalogue = Readonly<Record<string, string>>;

const catalogueSchema = v.record(v.string(), v.string());

/** The packaged catalogue as read; an empty one when it is anything else. */
export const catalogueOf = (json: unknown): Catalogue => (v.is(catalogueSchema, json) ? json : {});

/**
 * The catalogued status page for a host name: of the longest listed domain that the host is or lies
 * under. Null when none is. The catalogue ships with the extension, so looking tells nobody.
 */
export function cataloguedStatusPage(catalogue: Catalogue, host: string): string | null {
  const listed = (domain: string) => (Object.hasOwn(catalogue, domain) ? catalogue[domain] : undefined);
  const name = host.toLowerCase().replace(/\.$/, "");
  const labels = name.length > 253 ? [] : name.split(".");
  for (let start = 0; start < labels.length - 1; start += 1) {
    const domain = labels.slice(start).join(".");
    const page = listed(domain) ?? (start > 0 ? listed(`*.${domain}`) : undefined);
    if (page !== undefined) return webUrl(page);
  }
  return null;
}
