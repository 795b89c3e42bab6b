import { type IpVersion, ipVersionOf } from "../../core/http/address.ts";
import { isInside } from "../../core/http/compare-addresses.ts";
import { isFresh } from "../../core/http/settled.ts";
import { mayBeNamed, targetOf } from "../../core/places/request.ts";
import type { RequestOf } from "../../core/protocol/protocol.ts";
import { mayBeSent } from "../../platform/data-consent.ts";
import { ownAddresses, type Reached, reachedAddress } from "../../platform/reached-address.ts";
import { readSettings } from "../../platform/settings.ts";
import { bareFetch } from "../../probes/bare-fetch.ts";
import { askResolvers } from "../../probes/dns.ts";

/** For how long the site may take to answer, in milliseconds. */
const PATIENCE_MS = 10_000;

/** What a popup remembers of its look, so that two questions in a row ask the site once. */
export interface Memory {
  last: { readonly url: string; readonly at: number; readonly reached: Reached } | null;
}

/** An anonymous request of this page, whose only purpose is to see which address answers. */
async function lookUp(url: string, memory: Memory): Promise<Reached> {
  const { last } = memory;
  if (last?.url === url && isFresh(last.at, Date.now())) return last.reached;
  const at = Date.now();
  const ask = () => bareFetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
  const reached = await reachedAddress(url, ask);
  memory.last = reached.ip === null ? null : { url, at, reached };
  return reached;
}

/**
 * The version of IP by which this browser reaches the site, seen by one request for its front page; null where the
 * browser does not tell. Nobody is asked about a host that is named to nobody, nor where others may not be asked.
 */
export async function usedIpVersion(url: string, memory: Memory): Promise<IpVersion | null> {
  const { remoteOpinions } = await readSettings();
  if (!remoteOpinions || !mayBeNamed(url)) return null;
  const { ip } = await lookUp(targetOf(url, false), memory);
  return ip === null ? null : ipVersionOf(ip);
}

/**
 * The address to compare. What this browser's resolver says stands in for it where nothing answered, but not behind a
 * proxy, which resolves for itself; an address inside the user's own network comes first, for it ends the comparison.
 */
function addressOf({ ip, behindProxy }: Reached, own: readonly string[]): string | null {
  return [ip, ...own].find(isInside) ?? ip ?? (behindProxy ? null : (own[0] ?? null));
}

/**
 * Sees which address answers this browser, and asks public resolvers where the name leads. Null, and nobody is asked,
 * for a host that is named to nobody and where others may not be asked at all, or not without a consent that the browser
 * keeps, be it only since a moment ago. Where
 * what answers cannot be told or is in the user's own network, there is nothing to compare, and the resolvers are not
 * asked. It runs in the popup, for a listener that sees which address answered would wake the worker for every page.
 */
export async function askAddress(
  url: string,
  memory: Memory,
): Promise<Omit<RequestOf<"opinion/address">, "tabId" | "incidentId"> | null> {
  const { remoteOpinions, resolvers: endpoints } = await readSettings();
  if (!remoteOpinions || !mayBeNamed(url) || !(await mayBeSent("address"))) return null;
  const { hostname } = new URL(url);
  const [answered, own] = await Promise.all([lookUp(targetOf(url, false), memory), ownAddresses(hostname)]);
  const reached = addressOf(answered, own);
  const at = Date.now();
  const resolvers = reached === null || isInside(reached) ? [] : await askResolvers(hostname, endpoints);
  return { reached, resolvers, at, took: Date.now() - at };
}
