import { domainToStatusPageUrls } from "@sentry/status-page-list";
import { webUrl } from "./product.ts";

/** The package writes a service's domains as `example.com` and `*.example.com`, often only one of the two. */
const PAGES = new Map<string, string>(Object.entries(domainToStatusPageUrls));

/**
 * The catalogued status page for a host name: of the longest listed domain that the host is or lies
 * under. Null when none is. The catalogue ships with the extension, so looking tells nobody.
 */
export function cataloguedStatusPage(host: string): string | null {
  const name = host.toLowerCase().replace(/\.$/, "");
  const labels = name.length > 253 ? [] : name.split(".");
  for (let start = 0; start < labels.length - 1; start += 1) {
    const domain = labels.slice(start).join(".");
    const page = PAGES.get(domain) ?? (start > 0 ? PAGES.get(`*.${domain}`) : undefined);
    if (page !== undefined) return webUrl(page);
  }
  return null;
}
