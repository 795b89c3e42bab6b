import { getDomain } from "tldts";

/**
 * The domain that a site's owner registered ("shop.example" of "www.shop.example"), where its status
 * page is looked for; null for addresses without one. The public suffix list behind it is large, so this
 * file is only ever imported on demand: with the asking of status pages, and never by the worker.
 */
export function registrableDomain(url: string): string | null {
  return getDomain(url, { allowPrivateDomains: true });
}
