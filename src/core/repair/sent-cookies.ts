/** The parts of a stored cookie that say whether a request carries it, and by which it is deleted. */
interface StoredCookie {
  readonly name: string;
  readonly storeId: string;
  /** Of a cookie that counts only below one site: which. Null or absent for all others. */
  readonly partitionKey?:
    | { readonly topLevelSite?: string | undefined; readonly hasCrossSiteAncestor?: boolean | undefined }
    | null
    | undefined;
  /** Firefox with isolation by first party: of which site it is a part; empty or absent otherwise. */
  readonly firstPartyDomain?: string | undefined;
}

/** The host itself and those above it, the nearest first, up to the domain that its owner registered. */
export function cookieHosts(hostname: string, registrable: string | null): string[] {
  if (registrable === null || !hostname.endsWith(`.${registrable}`)) return [hostname];
  const labels = hostname.split(".");
  const above = labels.length - registrable.split(".").length;
  return Array.from({ length: above + 1 }, (_, index) => labels.slice(index).join("."));
}

/**
 * The domain whose other hosts are sent some of these cookies as well, the widest there is: with them a sign-in goes that may
 * hold at all of these. Null where every cookie is the host's own.
 */
export function sharedDomain(
  cookies: ReadonlyArray<{ readonly domain: string; readonly hostOnly: boolean }>,
): string | null {
  const domains = cookies.flatMap(({ domain, hostOnly }) => (hostOnly ? [] : [domain.replace(/^\./, "")]));
  // All stand above one host, or are it, so that the shortest is the widest.
  return domains.sort((a, b) => a.length - b.length)[0] ?? null;
}

const isAtOrBelow = (host: string, above: string): boolean => host === above || host.endsWith(`.${above}`);

/**
 * Whether a request for the page itself, at the top of a tab, carries this cookie. The browser has chosen by domain, path
 * and scheme already, and lists the cookies of every partition: a page at the top has those of its own site alone (CHIPS,
 * "Partitioned" cookies), not those that it was given as a frame of others.
 */
export function isSentAtTop({ partitionKey, firstPartyDomain }: StoredCookie, url: string): boolean {
  const { hostname, protocol } = new URL(url);
  if (firstPartyDomain && !isAtOrBelow(hostname, firstPartyDomain)) return false;
  const site = partitionKey?.topLevelSite;
  if (!site) return true;
  if (partitionKey?.hasCrossSiteAncestor === true || !URL.canParse(site)) return false;
  const top = new URL(site);
  return top.protocol === protocol && isAtOrBelow(hostname, top.hostname);
}
