import type { StatusNotice, StatusReport, StatusState } from "./model.ts";
import { byGravity, isTrouble, worst } from "./states.ts";

/**
 * A grave outage is written about several times a day, and its end within hours. What nobody has touched for
 * two days, a weekend's length, was forgotten, or is a limit that the site has learned to live with.
 */
const RECENT_MS = 48 * 3_600_000;
/** Clocks differ; what begins later than this is announced, not under way. */
const SKEW_MS = 10 * 60_000;

/** What failed. */
interface Subject {
  readonly host: string;
  /** For a gateway's own status page: the gateway's product name. Null for the site's page. */
  readonly gateway: string | null;
}

export interface Relevance {
  /** What the report says, by now, of what failed. */
  readonly here: StatusState;
  /** The gravest that it says of other parts. */
  readonly elsewhere: StatusState;
  /** The entry to quote: the gravest of what decided; of old ones only when there is nothing else. */
  readonly notice: StatusNotice | null;
  /** All entries under way that concern what failed. */
  readonly near: readonly StatusNotice[];
  /** All trouble on the page is too old to tell of today. */
  readonly isOld: boolean;
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that name a site as a whole. */
const GENERAL = new Set(
  wordsOf(`a the of our and all main core public production prod platform service services system systems server
    servers infrastructure network web website websites site sites webapp page pages homepage home frontpage app apps
    application applications online http https www global
    webseite webseiten seite sitio sito dienste сайт ウェブサイト サイト 网站 網站 웹사이트`),
);
/** Parts that the pages of a site's main host are made of. A host named after one part is not made of the others. */
const PARTS = wordsOf(`api apis dashboard console portal frontend backend front back end ui interface login auth
    authentication storefront database databases`);
/** What a content network or a host is, for those who stand behind it. */
const NETWORK = wordsOf(`cdn cache caching edge proxy traffic routing router delivery content load balancer balancers
    balancing hosting requests serving static`);

/** Whether the host is the site's main one rather than one part's; by length alone, since `co.uk` and kin are short. */
function isMainHost(host: string): boolean {
  const labels = host.replace(/^www\./, "").split(".");
  return labels.length <= ((labels.at(-2)?.length ?? 0) <= 3 && labels.length > 2 ? 3 : 2);
}

const madeOf =
  (known: ReadonlySet<string>) =>
  (component: string): boolean =>
    wordsOf(component).every((word) => known.has(word));

/** Tells which component names might fit, for a host or for the gateway before it: all that fit, and some more. */
export const mightFit = (host: string, name: string): ((component: string) => boolean) =>
  madeOf(new Set([...GENERAL, ...PARTS, ...NETWORK, ...wordsOf(host), ...wordsOf(name)]));

/**
 * Tells which component names can mean what failed: those made up of nothing but general words, the words of the
 * host, and the page's own name. "Shop API" is the shop's, "Shop newsletter" something else of it.
 */
function fitness({ host, gateway }: Subject, name: string | null): (component: string) => boolean {
  const parts = gateway === null ? (isMainHost(host) ? PARTS : []) : [...NETWORK, ...wordsOf(gateway)];
  const own = gateway === null ? wordsOf(host) : [];
  return madeOf(new Set([...GENERAL, ...parts, ...own, ...wordsOf(name ?? "")]));
}

const lastWord = ({ startedAt, updatedAt, endsAt }: StatusNotice): number | null =>
  startedAt === null && updatedAt === null && endsAt === null
    ? null
    : Math.max(startedAt ?? 0, updatedAt ?? 0, endsAt ?? 0);

/** What says when it was last true counts for two days; what does not say counts. */
const isRecent = (at: number | null, now: number): boolean => at === null || at >= now - RECENT_MS;

/** Not green, and readable. */
const saysMore = (state: StatusState): boolean => byGravity(state, "unknown") < 0;

const isUnderWay = (notice: StatusNotice, now: number): boolean =>
  (notice.startedAt ?? 0) <= now + SKEW_MS && isRecent(lastWord(notice), now);

/** Whether a title speaks of a component: all of the component's words begin words of it ("Delayed newsletters"). */
function mentions(title: string, component: string): boolean {
  const said = wordsOf(title);
  const named = wordsOf(component);
  return named.length > 0 && named.every((word) => said.some((other) => other.startsWith(word)));
}

/**
 * What of a report concerns the failing page, at a moment in epoch milliseconds. Trouble counts as `here` when a
 * component fits, when more than half of all components are in trouble, when a recent notice names a fitting
 * component or none at all, or when the page calls itself unwell for no reason that it lists. Pure.
 */
export function relevanceOf(report: StatusReport, subject: Subject, now: number): Relevance {
  const { components, unlisted = { count: 0, troubled: 0 }, notices, indicator } = report;
  const fits = fitness(subject, report.name);
  const open = notices.filter((notice) => isUnderWay(notice, now));
  const past = notices.filter((notice) => !isRecent(lastWord(notice), now));
  const names = (some: readonly StatusNotice[]) => new Set(some.flatMap(({ componentNames }) => componentNames));
  const [named, namedBefore] = [names(open), names(past)];

  const words = [report.updatedAt, ...notices.map(lastWord)].filter((at) => at !== null);
  const isLive = isRecent(words.length === 0 ? null : Math.max(...words), now);
  const counts = ({ name, state }: StatusReport["components"][number]): boolean =>
    state === "operational" || (isLive && (named.has(name) || !namedBefore.has(name)));

  const listed = components.filter(counts);
  const fitting = listed.filter(({ name }) => fits(name));
  const troubled = listed.filter(({ state }) => isTrouble(state)).length + unlisted.troubled;
  const isWide = fitting.length === 0 && isLive && troubled * 2 > components.length + unlisted.count;
  const mine = isWide ? listed : fitting;

  const concerns = ({ title, componentNames }: StatusNotice): boolean => {
    const about =
      componentNames.length > 0
        ? componentNames
        : components.map(({ name }) => name).filter((name) => mentions(title, name));
    return about.length === 0 || isWide || about.some(fits);
  };
  const near = open.filter(concerns);
  const far = open.filter((notice) => !near.includes(notice));

  const reasons = [...components.map(({ state }) => state), ...notices.map(({ impact }) => impact)];
  const isExplained = indicator !== null && reasons.some((reason) => byGravity(reason, indicator) <= 0);
  const isHeard = indicator === "operational" || indicator === "unknown" || (isLive && !isExplained);
  const voices = [
    ...mine.map(({ state }) => state),
    ...near.map(({ impact }) => impact),
    ...(indicator !== null && isHeard ? [indicator] : []),
  ];
  const here = voices.length > 0 ? worst(voices) : report.overall === "operational" ? "operational" : "unknown";
  const others = [
    ...listed.filter((component) => !mine.includes(component)).map(({ state }) => state),
    ...far.map(({ impact }) => impact),
  ];
  const elsewhere = others.length > 0 ? worst(others) : "operational";

  const isTold = [here, elsewhere].some(saysMore);
  const isOld =
    !isTold &&
    (past.some(({ impact }) => saysMore(impact)) ||
      components.some((component) => saysMore(component.state) && !counts(component)) ||
      (indicator !== null && saysMore(indicator)));
  const quotable = saysMore(here) ? near : saysMore(elsewhere) ? far : isOld ? past : [];
  const notice = quotable.find(({ impact }) => saysMore(impact)) ?? null;
  return { here, elsewhere, notice, near, isOld };
}

/**
 * Planned end of the maintenance that the failing page is in, epoch milliseconds: a floor for automatic tries.
 * The latest of several; null when there is none, when it should be over by now, or when the report tells of worse.
 */
export function maintenanceUntil(report: StatusReport, subject: Subject, now: number): number | null {
  const { here, near } = relevanceOf(report, subject, now);
  const ends = near.flatMap(({ impact, endsAt }) =>
    here === "maintenance" && impact === here && endsAt !== null && endsAt > now ? [endsAt] : [],
  );
  return ends.length === 0 ? null : Math.max(...ends);
}
