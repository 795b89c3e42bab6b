/** The name by which a site is known, from its host as addresses write it: without "www." and without a port. */
export const siteOfHost = (host: string): string => host.replace(/:\d+$/, "").replace(/^www\./, "");

/** The same of an address that can be read. */
export const siteOf = (url: string): string => siteOfHost(new URL(url).host);
