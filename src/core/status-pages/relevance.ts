import { fitness, mentions, type Subject } from "./fitness.ts";
import type { StatusNotice, StatusReport, StatusState } from "./model.ts";
import { byGravity, isTrouble, worst } from "./states.ts";

/**
 * A grave outage is written about several times a day, and its end within hours. What nobody has touched for
 * two days, a weekend's length, was forgotten, or is a limit that the site has learned to live with.
 */
const RECENT_MS = 48 * 3_600_000;
/** Clocks differ; what begins later than this is announced, not under way. */
const SKEW_MS = 10 * 60_000;

type Component = StatusReport["components"][number];
type Fits = (component: string) => boolean;

export interface Relevance {
  /** What the report says, by now, of what failed. */
  readonly here: StatusState;
  /** The gravest that it says of the site's other parts. */
  readonly otherParts: StatusState;
  /** The entry to quote: the gravest of what decided; of old ones only when there is nothing else. */
  readonly notice: StatusNotice | null;
  /** All entries under way that concern what failed. */
  readonly near: readonly StatusNotice[];
  /** All trouble on the page is too old to tell of today. */
  readonly isOld: boolean;
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

/** The notices by their times. What is announced for later is neither under way nor past. */
function sortByTime(notices: readonly StatusNotice[], now: number) {
  return {
    underWay: notices.filter((notice) => isUnderWay(notice, now)),
    past: notices.filter((notice) => !isRecent(lastWord(notice), now)),
  };
}

/** Whether the page as a whole was touched lately. */
function isKeptUp({ updatedAt, notices }: StatusReport, now: number): boolean {
  const words = [updatedAt, ...notices.map(lastWord)].filter((at) => at !== null);
  return isRecent(words.length === 0 ? null : Math.max(...words), now);
}

const namesIn = (notices: readonly StatusNotice[]): ReadonlySet<string> =>
  new Set(notices.flatMap(({ componentNames }) => componentNames));

interface Components {
  /** Those that mean what failed. */
  readonly mine: readonly Component[];
  readonly others: readonly Component[];
  /** Those whose trouble is too old to count. */
  readonly outdated: readonly Component[];
  /** So much is in trouble that every part is meant, since none is known to fit. */
  readonly isWide: boolean;
}

/** The components whose state counts today, by whether they mean what failed. Trouble of an old notice is as old. */
function classifyComponents(
  { components, unlisted = { count: 0, troubled: 0 } }: StatusReport,
  { underWay, past }: ReturnType<typeof sortByTime>,
  isLive: boolean,
  fits: Fits,
): Components {
  const [named, namedBefore] = [namesIn(underWay), namesIn(past)];
  const counts = ({ name, state }: Component): boolean =>
    state === "operational" || (isLive && (named.has(name) || !namedBefore.has(name)));
  const counting = components.filter(counts);
  const fitting = counting.filter(({ name }) => fits(name));
  const troubled = counting.filter(({ state }) => isTrouble(state)).length + unlisted.troubled;
  const isWide = fitting.length === 0 && isLive && troubled * 2 > components.length + unlisted.count;
  const mine = isWide ? counting : fitting;
  return {
    mine,
    others: counting.filter((component) => !mine.includes(component)),
    outdated: components.filter((component) => !counts(component)),
    isWide,
  };
}

/** Tells which entries concern what failed: those that name a fitting component, or none at all. */
export const concerning =
  (components: readonly Component[], fits: Fits) =>
  ({ title, componentNames }: Pick<StatusNotice, "title" | "componentNames">): boolean => {
    const about =
      componentNames.length > 0
        ? componentNames
        : components.map(({ name }) => name).filter((name) => mentions(title, name));
    return about.length === 0 || about.some(fits);
  };

/** The notices under way, by whether they concern what failed; where everything is in trouble, all do. */
function classifyNotices(
  underWay: readonly StatusNotice[],
  components: readonly Component[],
  isWide: boolean,
  fits: Fits,
) {
  const near = isWide ? underWay : underWay.filter(concerning(components, fits));
  return { near, far: underWay.filter((notice) => !near.includes(notice)) };
}

/** All that some components and notices say. */
const statesOf = (components: readonly Component[], notices: readonly StatusNotice[]): StatusState[] => [
  ...components.map(({ state }) => state),
  ...notices.map(({ impact }) => impact),
];

/** The page's word for the site as a whole, unless it is old or something that the page lists explains it; else null. */
function unexplainedWord({ indicator, components, notices }: StatusReport, isLive: boolean): StatusState | null {
  if (indicator === null || indicator === "operational" || indicator === "unknown") return indicator;
  const reasons = statesOf(components, notices);
  const isExplained = reasons.some((reason) => byGravity(reason, indicator) <= 0);
  return isLive && !isExplained ? indicator : null;
}

/** All that a report says, sorted by whether it concerns what failed and whether it is of today. */
interface Classified {
  readonly mine: readonly Component[];
  readonly others: readonly Component[];
  readonly near: readonly StatusNotice[];
  readonly far: readonly StatusNotice[];
  /** Trouble that is too old to count. */
  readonly old: { readonly components: readonly Component[]; readonly notices: readonly StatusNotice[] };
  readonly isLive: boolean;
}

function classify(report: StatusReport, subject: Subject, now: number): Classified {
  const fits = fitness(subject, report);
  const isLive = isKeptUp(report, now);
  const byTime = sortByTime(report.notices, now);
  const { mine, others, outdated, isWide } = classifyComponents(report, byTime, isLive, fits);
  const { near, far } = classifyNotices(byTime.underWay, report.components, isWide, fits);
  return { mine, others, near, far, old: { components: outdated, notices: byTime.past }, isLive };
}

function conclude(report: StatusReport, { mine, others, near, far, old, isLive }: Classified): Relevance {
  const ownWord = unexplainedWord(report, isLive);
  const voices = [...statesOf(mine, near), ...(ownWord === null ? [] : [ownWord])];
  const silent = report.overall === "operational" ? "operational" : "unknown";
  const here = voices.length > 0 ? worst(voices) : silent;
  const otherVoices = statesOf(others, far);
  const otherParts = otherVoices.length > 0 ? worst(otherVoices) : "operational";

  const isTold = saysMore(here) || saysMore(otherParts);
  const wasTold = statesOf(old.components, old.notices).some(saysMore) || saysMore(report.indicator ?? "operational");
  const isOld = !isTold && wasTold;
  const quotable = saysMore(here) ? near : saysMore(otherParts) ? far : isOld ? old.notices : [];
  const notice = quotable.find(({ impact }) => saysMore(impact)) ?? null;
  return { here, otherParts, notice, near, isOld };
}

/**
 * What of a report concerns the failing page, at a moment in epoch milliseconds. Trouble counts as `here` when a
 * component fits, when more than half of all components are in trouble, when a recent notice names a fitting
 * component or none at all, or when the page calls itself unwell for no reason that it lists. Pure.
 */
export const relevanceOf = (report: StatusReport, subject: Subject, now: number): Relevance =>
  conclude(report, classify(report, subject, now));

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
