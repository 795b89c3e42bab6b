/** More sites than this are no person's list. */
export const MOST_SITES = 500;

/** Whether a pattern of the settings, `shop.example` or `*.shop.example`, is meant for a host. The latter also stands for `shop.example`. */
export const isFor = (pattern: string, host: string): boolean =>
  host === pattern.replace(/^\*\./, "") || (pattern.startsWith("*.") && host.endsWith(pattern.slice(1)));

/** Whether the pages of this address are not to be tried again by themselves. */
export const isRetryOff = ({ retryOffSites }: { readonly retryOffSites: readonly string[] }, url: string): boolean =>
  URL.canParse(url) && retryOffSites.some((pattern) => isFor(pattern, new URL(url).hostname));

/** The list with one site more; of a full one the oldest goes. */
export const withSite = (sites: readonly string[], site: string): readonly string[] =>
  [...sites.filter((known) => known !== site), site].slice(-MOST_SITES);
