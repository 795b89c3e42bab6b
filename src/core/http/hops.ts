import { bytesOf } from "./address.ts";
import { type CacheStatus, parseCacheStatus } from "./cache-status.ts";
import { combined, type HeaderList, shown } from "./fields.ts";
import { addressKind } from "./host-kind.ts";
import { type ProxyStatus, parseProxyStatus } from "./proxy-status.ts";
import { parseVia, type ViaHop } from "./via.ts";

/** Boxes of the user's side that sign themselves in Via: they stand nearer than any network of the site's. */
const USER_SIDE = /Cisco-WSA|McAfee Web Gateway|Skyhigh|http_scan_byf|Websense|^squid\b/i;
/** An address as a host of Via: IPv6 in brackets, and perhaps a port. */
const ADDRESS = /^(?:\[([^\]]*)\]|([\d.]+))(?::\d+)?$/;

/** Whether a hop signs with a product of the user's side, or with an address that is no public one. */
function isUserSide({ by, comment }: ViaHop): boolean {
  if (USER_SIDE.test(comment ?? "") || USER_SIDE.test(by)) return true;
  const [, v6, v4] = ADDRESS.exec(by) ?? [];
  const bytes = bytesOf(v6 ?? v4 ?? "");
  return bytes !== null && addressKind(bytes) !== "public";
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function cacheWords({ hit, forwarded, forwardStatus }: CacheStatus): string[] {
  const words = hit ? ["cache hit"] : forwarded ? [`cache ${forwarded}`] : [];
  return forwardStatus === undefined ? words : [...words, `got ${forwardStatus}`];
}

const statusWords = ({ error, receivedStatus }: ProxyStatus): string[] => [
  ...(error ? [error] : []),
  ...(receivedStatus === undefined ? [] : [`got ${receivedStatus}`]),
];

const written = (name: string, words: readonly string[]): string =>
  words.length === 0 ? name : `${name} (${[...new Set(words)].join(", ")})`;

/** The edge that puts its own name in place of everybody's and signs with its data centre. */
function edgeOf(headers: HeaderList): string | null {
  const place = /^[0-9a-f]{16}-([A-Z]{3})$/.exec(combined(headers, "cf-ray"))?.[1];
  return place === undefined ? null : `cloudflare (${place})`;
}

interface Named {
  readonly name: string;
  readonly words: readonly string[];
}

/** Adds reports to the hops that they name; those that name no hop known so far come before them. */
function withReports(hops: readonly Named[], reports: readonly Named[]): Named[] {
  const unknown = reports.filter(({ name }) => !hops.some((hop) => same(hop.name, name)));
  return [
    ...unknown,
    ...hops.map((hop) => ({
      name: hop.name,
      words: [...hop.words, ...reports.filter(({ name }) => same(hop.name, name)).flatMap(({ words }) => words)],
    })),
  ];
}

const viaWords = ({ comment, protocol }: ViaHop): string[] => [
  ...(comment ? [comment] : []),
  `HTTP ${protocol}`.replace(/HTTP HTTP\//i, "HTTP "),
];

/**
 * The chain of hops as far as an answer's headers reveal it, as texts to show: the origin's side first,
 * nearest to the user last. Joins Via, Proxy-Status, Cache-Status, Server and the ray of Cloudflare's edge;
 * how the hops of different fields stand to each other is a guess where their names differ.
 */
export function hops(headers: HeaderList): string[] {
  const via = parseVia(headers);
  let chain: Named[] = via.map((hop) => ({ name: hop.by, words: viaWords(hop) }));
  chain = withReports(
    chain,
    parseCacheStatus(headers).map((cache) => ({ name: cache.name, words: cacheWords(cache) })),
  );
  chain = withReports(
    chain,
    parseProxyStatus(headers).map((status) => ({ name: status.name, words: statusWords(status) })),
  );

  const texts = chain.map(({ name, words }) => written(name, words));
  const edge = edgeOf(headers);
  const server = shown(combined(headers, "server"));
  const isNamed = chain.some(({ name }) => same(name, server)) || (edge !== null && same(server, "cloudflare"));
  const ordered = server === "" || isNamed ? texts : [server, ...texts];
  if (edge === null) return ordered;
  // Boxes of the user's come after the edge.
  const own = [...via].reverse().findIndex((hop) => !isUserSide(hop));
  const after = own === -1 ? via.length : own;
  return [...ordered.slice(0, ordered.length - after), edge, ...ordered.slice(ordered.length - after)];
}
