import { hostKind } from "../incident/host-kind.ts";
import { cataloguedStatusPage } from "./catalogue.ts";
import { webUrl } from "./product.ts";

/** A page that may tell the state of the failing site. */
export interface Candidate {
  readonly url: string;
  readonly source: "link" | "catalogue" | "own-domain";
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
];
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
const MAX_LINKS = 4;

const isUnder = (host: string, domain: string): boolean => host === domain || host.endsWith(`.${domain}`);

function onStatusHost(host: string): boolean {
  return STATUS_HOSTS.some((service) => {
    const customer = host.endsWith(`.${service}`) ? host.slice(0, -service.length - 1) : "";
    return customer !== "" && !SERVICE_LABELS.has(customer);
  });
}

/** What a link leads to: null unless its host looks like a status page's. */
function fromLink(link: string, host: string, domain: string | null): Candidate | null {
  const href = link.length > 2_000 ? null : webUrl(link);
  if (href === null) return null;
  const url = new URL(href);
  const target = url.hostname;
  if (target === host || hostKind(target) !== "public" || url.username !== "" || url.password !== "") return null;
  const named = target.startsWith("status.");
  // What answers plain http here may be the very box that broke the page.
  const trusted = (named && domain !== null && isUnder(target, domain)) || onStatusHost(target);
  if (trusted && url.protocol === "https:") return { url: `${url.origin}/`, source: "link", readable: true };
  if (!trusted && !named && !/(?:^|\.)[^.]{1,60}status\.[a-z]{2,20}$/.test(target)) return null;
  // Queries can carry what the failing page knew of its visitor.
  return { url: `${url.origin}${url.pathname}`, source: "link", readable: false };
}

/**
 * Where the state of a failing site may be read, best first: status pages that the page itself links
 * to, the catalogue's, then `https://status.<domain>/`. One candidate a host, none for hosts whose
 * names are told to nobody. Only `readable` ones may be fetched: those of the catalogue, on the
 * site's own domain, or on a known status host that the page names.
 */
export function statusPageCandidates({ host, registrableDomain, links }: Question): readonly Candidate[] {
  const name = host.toLowerCase().replace(/\.$/, "");
  if (name === "" || hostKind(name) !== "public") return [];
  const claimed = registrableDomain?.toLowerCase() ?? "";
  const domain = claimed.includes(".") && isUnder(name, claimed) && !/^[\d.]+$/.test(claimed) ? claimed : null;

  const candidates = new Map<string, Candidate>();
  const add = (candidate: Candidate): void => {
    const key = new URL(candidate.url).hostname;
    if (key === name || candidates.get(key)?.readable) return;
    if (candidate.readable || !candidates.has(key)) candidates.set(key, candidate);
  };

  for (const link of links) {
    if (candidates.size >= MAX_LINKS) break;
    const candidate = fromLink(link, name, domain);
    if (candidate) add(candidate);
  }
  const catalogued = cataloguedStatusPage(name);
  if (catalogued) add({ url: catalogued, source: "catalogue", readable: true });
  const own = domain === null ? null : webUrl(`https://status.${domain}/`);
  if (own) add({ url: own, source: "own-domain", readable: true });
  return [...candidates.values()];
}
