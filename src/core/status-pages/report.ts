import { foreignText } from "../foreign-text.ts";
import { unmarked } from "../prose/sentence/unmarked.ts";
import { PLANNED } from "./feed-words.ts";
import { mightFit } from "./fitness.ts";
import type { PastIncident, StatusNotice, StatusReport } from "./model.ts";
import type { Material, Said, SaidNotice, SaidPast, StatusProduct } from "./product.ts";
import { byGravity, isTrouble, worst } from "./states.ts";
import { webUrl } from "./web-url.ts";

const MOST_COMPONENTS = 100;
/** Of those, how many may be listed for their name although others are graver. */
const MOST_FITTING = 50;
/** How many names are looked at for that, the gravest first. */
const MOST_LOOKED_AT = 2_000;
const MOST_NOTICES = 20;
const MOST_NAMES = 20;
const MOST_PAST = 20;
/** What was over within a minute is a note that was written afterwards. */
const SHORTEST_PAST_MS = 60_000;
/** Two days, in which 99 of 100 real outages end: what stood for longer had been forgotten, or was no outage. */
const LONGEST_PAST_MS = 48 * 3_600_000;
const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(2100, 0);

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", apos: "'" };

/** Words from outside as plain text on one line: no tags, no control characters, at most `most` characters. */
export function plain(text: unknown, most = 200): string {
  if (typeof text !== "string") return "";
  const words = text
    .slice(0, 4_000)
    .replace(/<!\[CDATA\[|\]\]>/g, " ")
    .replace(/<[^<>]{0,500}>/g, " ")
    .replace(/&(amp|lt|gt|quot|#39|apos);/g, (_, name: string) => ENTITIES[name] ?? " ");
  return foreignText(words, most);
}

/**
 * A moment as epoch milliseconds, from ISO 8601 or RFC 822 text, or from a number of seconds or milliseconds.
 * A text without a time zone is taken as UTC, as servers mean it. Null for anything before 2000 or after 2099.
 */
export function moment(value: unknown): number | null {
  let at = Number.NaN;
  if (typeof value === "number" || (typeof value === "string" && /^\d{9,13}(?:\.\d+)?$/.test(value))) {
    at = Number(value) < 1e11 ? Number(value) * 1_000 : Number(value);
  } else if (typeof value === "string" && value.length < 60) {
    const bare = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(value);
    at = Date.parse(bare ? `${bare[1]}T${bare[2]}Z` : value);
  }
  return at >= EARLIEST && at < LATEST ? Math.round(at) : null;
}

type Linked = (url: unknown) => string | null;

/**
 * Which addresses a page may call its own: those on its host and below its registrable domain, and those of its
 * product. Anything else would put a stranger's choice of host into the popup as the site's word.
 */
function linksOf({ linkHosts = [] }: StatusProduct, { page, domain = null }: Material): Linked {
  const isOwn = (host: string): boolean =>
    host === page.hostname ||
    linkHosts.includes(host) ||
    (domain !== null && (host === domain || host.endsWith(`.${domain}`)));
  return (url) => {
    const href = typeof url === "string" && url.length <= 500 ? webUrl(url) : null;
    if (href === null || href.length > 500) return null;
    const { hostname, protocol, username, password } = new URL(href);
    const isSafe = protocol === "https:" || protocol === page.protocol;
    return isSafe && username + password === "" && isOwn(hostname) ? href : null;
  };
}

/** The site's domain: as it was given, or the page's own where the failing host lies on it. */
function siteDomainOf({ host = "", domain = null, siteDomain = null }: Material): string | null {
  if (siteDomain !== null) return siteDomain;
  return domain !== null && (host === domain || host.endsWith(`.${domain}`)) ? domain : null;
}

const namesOf = (names: readonly string[] = []): readonly string[] =>
  names
    .slice(0, MOST_NAMES * 5)
    .map((name) => plain(name, 120))
    .filter((name) => name !== "")
    .slice(0, MOST_NAMES);

/**
 * The incidents whose beginning and end can be meant, the last one first; work that was planned is none. Where not all
 * have room, those that might concern the failing page come first.
 */
function pastOf(said: readonly SaidPast[], fits: (name: string) => boolean): readonly PastIncident[] {
  const byEnd = (a: { readonly endedAt: number }, b: { readonly endedAt: number }): number => b.endedAt - a.endedAt;
  const sorted = said
    .flatMap(({ title, startedAt, endedAt, names }) => {
      const [from, to] = [moment(startedAt), moment(endedAt)];
      if (from === null || to === null || to - from < SHORTEST_PAST_MS || to - from > LONGEST_PAST_MS) return [];
      return [{ title, startedAt: from, endedAt: to, names }];
    })
    .sort(byEnd)
    // Words are cleaned for as many as may be looked at: a page of a megabyte lists thousands.
    .slice(0, MOST_LOOKED_AT)
    .flatMap(({ title, names, ...times }): PastIncident[] => {
      const words = plain(title);
      const isPlanned = PLANNED.test(unmarked(words).toLowerCase());
      return isPlanned ? [] : [{ title: words, ...times, componentNames: namesOf(names) }];
    });
  const fitting = sorted.filter(({ componentNames }) => componentNames.length === 0 || componentNames.some(fits));
  return [...new Set([...fitting, ...sorted])].slice(0, MOST_PAST).sort(byEnd);
}

const noticeOf = (said: SaidNotice, linked: Linked): StatusNotice => ({
  kind: said.impact === "maintenance" ? "maintenance" : "incident",
  title: plain(said.title),
  impact: said.impact,
  startedAt: moment(said.startedAt),
  updatedAt: moment(said.updatedAt),
  endsAt: moment(said.endsAt),
  url: linked(said.url),
  componentNames: namesOf(said.names),
});

type Component = StatusReport["components"][number];

/** The gravest of some components; where not all have room, those that might mean the failing page come first. */
function listedOf(components: readonly Component[], fits: (name: string) => boolean): readonly Component[] {
  const sorted = [...components].sort((a, b) => byGravity(a.state, b.state));
  if (sorted.length <= MOST_COMPONENTS) return sorted;
  const fitting = sorted
    .slice(0, MOST_LOOKED_AT)
    .filter(({ name }) => fits(plain(name, 120)))
    .slice(0, MOST_FITTING);
  return [...new Set([...fitting, ...sorted])].slice(0, MOST_COMPONENTS).sort((a, b) => byGravity(a.state, b.state));
}

const troubledOf = (components: readonly Component[]): number =>
  components.filter(({ state }) => isTrouble(state)).length;

/**
 * Puts what a product said into the common model: texts plain and short, lists bounded with the gravest first
 * (of equals the page's own order, which is the newest first), links on the page's own domain, overall the worst of
 * everything said. The components that may mean the failing host are kept.
 */
export function reportOf(product: StatusProduct, material: Material, said: Said): StatusReport {
  const { indicator = null, components = [] } = said;
  const linked = linksOf(product, material);
  const notices = [...(said.notices ?? [])]
    .sort((a, b) => byGravity(a.impact, b.impact))
    .slice(0, MOST_NOTICES)
    .map((notice) => noticeOf(notice, linked));
  const name = plain(said.name, 120);
  const contact = plain(said.contact, 320);
  const siteDomain = siteDomainOf(material);
  const fits = mightFit(material.host ?? "", name);
  const listed = listedOf(components, fits);
  const past = pastOf(said.past ?? [], fits);
  const count = components.length - listed.length;
  const states = [...components.map(({ state }) => state), ...notices.map(({ impact }) => impact)];
  return {
    product: product.id,
    url: linked(said.url) ?? material.page.href,
    name: name || null,
    ...(contact === "" ? {} : { contact }),
    ...(siteDomain === null ? {} : { siteDomain }),
    overall: said.tellsNoState ? "unknown" : worst(indicator === null ? states : [indicator, ...states]),
    indicator,
    title: notices.find(({ title }) => title !== "")?.title ?? null,
    components: listed.map((component) => ({ name: plain(component.name, 120), state: component.state })),
    ...(count > 0 ? { unlisted: { count, troubled: troubledOf(components) - troubledOf(listed) } } : {}),
    notices,
    ...(past.length === 0 ? {} : { past }),
    updatedAt: moment(said.updatedAt),
  };
}
