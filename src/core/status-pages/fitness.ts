import { lazily } from "../lazily.ts";
import type { StatusReport } from "./model.ts";

/** What failed. */
export interface Subject {
  readonly host: string;
  /** For a gateway's own status page: the gateway's product name. Null for the site's page. */
  readonly gateway: string | null;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The words of a text, which are taken apart when they are first asked for. */
const words = (text: string): (() => readonly string[]) => lazily(() => text.split(/\s+/));

/** Words that name a site as a whole. */
const GENERAL =
  words(`a the of our and all main core public production prod platform service services system systems server
    servers infrastructure network web website websites site sites webapp page pages homepage home frontpage app apps
    application applications online http https www global
    webseite webseiten seite sitio sito dienste сайт ウェブサイト サイト 网站 網站 웹사이트`);
/** Parts that the pages of a site's main host are made of. A host named after one part is not made of the others. */
const PARTS = words(`api apis dashboard console portal frontend backend front back end ui interface login auth
    authentication storefront database databases`);
/** What a content network or a host is, for those who stand behind it. */
const NETWORK = words(`cdn cache caching edge proxy traffic routing router delivery content load balancer balancers
    balancing hosting requests serving static`);

/** Whether the host is the site's main one rather than one part's. Where nobody knows its domain, by length: `co.uk` and kin are short. */
function isMainHost(host: string, domain: string | null): boolean {
  const bare = host.replace(/^www\./, "");
  if (domain !== null) return bare === domain;
  const labels = bare.split(".");
  return labels.length <= ((labels.at(-2)?.length ?? 0) <= 3 && labels.length > 2 ? 3 : 2);
}

const madeOf =
  (known: ReadonlySet<string>) =>
  (component: string): boolean =>
    wordsOf(component).every((word) => known.has(word));

/** Tells which component names might fit, for a host or for the gateway before it: all that fit, and some more. */
export const mightFit = (host: string, name: string): ((component: string) => boolean) =>
  madeOf(new Set([...GENERAL(), ...PARTS(), ...NETWORK(), ...wordsOf(host), ...wordsOf(name)]));

/**
 * Tells which component names can mean what failed: those made up of nothing but general words, the words of the
 * host, and the page's own name. "Shop API" is the shop's, "Shop newsletter" something else of it.
 */
export function fitness(
  { host, gateway }: Subject,
  { name, siteDomain }: Pick<StatusReport, "name" | "siteDomain">,
): (component: string) => boolean {
  const parts =
    gateway === null ? (isMainHost(host, siteDomain ?? null) ? PARTS() : []) : [...NETWORK(), ...wordsOf(gateway)];
  const own = gateway === null ? wordsOf(host) : [];
  return madeOf(new Set([...GENERAL(), ...parts, ...own, ...wordsOf(name ?? "")]));
}

/** Whether a title speaks of a component: all of the component's words begin words of it ("Delayed newsletters"). */
export function mentions(title: string, component: string): boolean {
  const said = wordsOf(title);
  const named = wordsOf(component);
  return named.length > 0 && named.every((word) => said.some((other) => other.startsWith(word)));
}
