import { hostKind } from "../http/host-kind.ts";
import { type Catalogue, cataloguedStatusPage } from "./catalogue.ts";
import { webUrl } from "./web-url.ts";

/** A page that may tell the state of the failing site. */
export interface Candidate {
  readonly url: string;
  readonly source: "mapping" | "link-header" | "link" | "catalogue" | "own-domain" | "gateway";
  /** The extension may fetch it; others are only shown as links. */
  readonly readable: boolean;
}

interface Question {
  /** Host name of the failing page. */
  readonly host: string;
  /** Registrable domain of the host by the public suffix list; null where it has none. */
  readonly registrableDomain: string | null;
  /** Addresses of links in the failing document. */
  readonly links: readonly string[];
  /** Targets of the failing answer's `Link: rel="status"` (RFC 8631), resolved. */
  readonly statusLinks?: readonly string[];
  readonly catalogue: Catalogue;
  /** The user's or their administrator's own knowledge: `example.com`, or `*.example.com` with all hosts below it. */
  readonly mapping?: Readonly<Record<string, string>>;
}

/** Services that give each customer a host below their own. */
const STATUS_HOSTS = [
  "statuspage.io",
  "instatus.com",
  "betteruptime.com",
  "status.io",
  "statuspal.io",
  "openstatus.dev",
  "freshstatus.io",
  "hund.io",
  "statuscast.com",
  "checkly-status-page.com",
  "checkly-dashboards.com",
];
/** The one service whose customers share a host: their key is the path. */
const SHARED_HOST = "stats.uptimerobot.com";
const SHARED_KEY = /^\/[A-Za-z0-9]{6,12}$/;
/** Hosts of the services themselves, which "powered by" links lead to. */
const SERVICE_LABELS = new Set([
  "www",
  "api",
  "app",
  "cdn",
  "manage",
  "dashboard",
  "docs",
  "help",
  "support",
  "status",
]);

/** An error page names one or two; a hostile one may name thousands. */
const MOST_LINKS = 4;

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

function onStatusHost(host: string): boolean {
  return STATUS_HOSTS.some((service) => {
    const customer = host.endsWith(`.${service}`) ? host.slice(0, -service.length - 1) : "";
    return customer !== "" && !SERVICE_LABELS.has(customer);
  });
}

/** A web page at a public host other than the failing one, without a name and a password; else null. */
function publicUrl(link: string, host: string): URL | null {
  const href = link.length > 2_000 ? null : webUrl(link);
  if (href === null) return null;
  const url = new URL(href);
  const isPublic = hostKind(url.hostname) === "public" && url.username === "" && url.password === "";
  return isPublic && url.hostname !== host ? url : null;
}

/** What a link leads to: null unless its host looks like a status page's. */
function fromLink(link: string, host: string, domain: string | null): Candidate | null {
  const url = publicUrl(link, host);
  if (!url) return null;
  const target = url.hostname;
  if (url.protocol === "https:" && target === SHARED_HOST && SHARED_KEY.test(url.pathname)) {
    return { url: `${url.origin}${url.pathname}`, source: "link", readable: true };
  }
  const named = target.startsWith("status.");
  // What answers plain http here may be the very box that broke the page.
  const trusted = (named && domain !== null && isUnder(target, domain)) || onStatusHost(target);
  if (trusted && url.protocol === "https:") return { url: `${url.origin}/`, source: "link", readable: true };
  if (!trusted && !named && !/(?:^|\.)[^.]{1,60}status\.[a-z]{2,20}$/.test(target)) return null;
  // Queries can carry what the failing page knew of its visitor.
  return { url: `${url.origin}${url.pathname}`, source: "link", readable: false };
}

/** What the answer itself calls its status: the relation says what it is, so its host may have any name. */
function fromHeader(link: string, host: string, domain: string | null): Candidate | null {
  const url = publicUrl(link, host);
  if (!url) return null;
  const trusted = (domain !== null && isUnder(url.hostname, domain)) || onStatusHost(url.hostname);
  const readable = trusted && url.protocol === "https:";
  return { url: readable ? `${url.origin}/` : `${url.origin}${url.pathname}`, source: "link-header", readable };
}

/** What was set for a host: the longest pattern that fits it. Plain http only on the organisation's own network. */
function fromMapping(mapping: Readonly<Record<string, string>>, host: string): Candidate | null {
  const fits = (pattern: string): boolean => {
    const domain = pattern.toLowerCase().replace(/^\*\./, "");
    return host === domain || (pattern.startsWith("*.") && isUnder(host, domain));
  };
  const [entry] = Object.entries(mapping)
    .filter(([pattern]) => fits(pattern))
    .sort(([a], [b]) => b.length - a.length);
  const href = entry ? webUrl(entry[1]) : null;
  if (href === null) return null;
  const { protocol, hostname } = new URL(href);
  const isSafe = protocol === "https:" || hostKind(hostname) !== "public";
  return isSafe && hostname !== host ? { url: href, source: "mapping", readable: true } : null;
}

/**
 * Where the state of a failing site may be read, best first: what the user says, what the answer's header and then
 * its document name, the catalogue's page, then `https://status.<domain>/`. One candidate a host; for hosts whose
 * names are told to nobody, only what was set for them. Only `readable` ones may be fetched: those of the user, of the catalogue, on the
 * site's own domain, or on a known status host that the page names.
 */
export function statusPageCandidates(question: Question): readonly Candidate[] {
  const { host, registrableDomain, links, catalogue, statusLinks = [], mapping = {} } = question;
  const name = host.toLowerCase().replace(/\.$/, "");
  if (name === "") return [];
  // The names of private hosts are told to nobody; the page that was set for one is asked for itself.
  if (hostKind(name) !== "public") return [fromMapping(mapping, name)].filter((one) => one !== null);
  const claimed = registrableDomain?.toLowerCase() ?? "";
  const domain = claimed.includes(".") && isUnder(name, claimed) && !/^[\d.]+$/.test(claimed) ? claimed : null;

  const candidates = new Map<string, Candidate>();
  const add = (candidate: Candidate | null): void => {
    if (!candidate) return;
    const key = new URL(candidate.url).hostname;
    if (key === name || candidates.get(key)?.readable) return;
    if (candidate.readable || !candidates.has(key)) candidates.set(key, candidate);
  };

  add(fromMapping(mapping, name));
  for (const link of statusLinks.slice(0, MOST_LINKS)) add(fromHeader(link, name, domain));
  for (const link of links) {
    if (candidates.size >= MOST_LINKS) break;
    add(fromLink(link, name, domain));
  }
  const catalogued = cataloguedStatusPage(catalogue, name);
  if (catalogued) add({ url: catalogued, source: "catalogue", readable: true });
  const own = domain === null ? null : webUrl(`https://status.${domain}/`);
  if (own) add({ url: own, source: "own-domain", readable: true });
  return [...candidates.values()];
}
