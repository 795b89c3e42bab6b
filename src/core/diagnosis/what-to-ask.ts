import { ACCEPT_PROBLEM_DETAILS, describesErrors } from "../gateways/problem-details.ts";
import { type Answer, meaningOf } from "../http/answer.ts";
import { hostKind } from "../http/host-kind.ts";
import { notSent, type Settled } from "../http/settled.ts";
import { mayBeWorkersOwn, throughPageWorker } from "../incident/answer-source.ts";
import { standsInTab } from "../incident/incident.ts";
import { isBack } from "../incident/reload.ts";
import type { SignalName, Signals } from "../incident/signals.ts";
import { mayHaveStatusPage } from "../verdict/status-pages.ts";
import { gatewayOf, mayBeUsersBox } from "../writer/writer.ts";
import { allowanceOf, mayGoOn } from "./allowance.ts";
import type { Question, Topic } from "./question.ts";
import type { AskingCheck, Diagnosis } from "./state.ts";

/**
 * Waits before the repetitions, in milliseconds, counted from the answer before. The second comes soon after the first,
 * for with it the side is mostly known; the third late, for what comes and goes shows in time.
 */
const REPETITION_WAITS_MS = [1_000, 1_200, 4_800] as const;
/** How often the page is asked for again at most. */
export const REPETITIONS = REPETITION_WAITS_MS.length;
/** No repetition begins later than this after the check, so that a slow site still gets its verdict in time. */
export const LAST_REPETITION_MS = 20_000;
/** How long whoever needs the header fields of the site's own answer waits for them once the page is known. */
const HEADERS_WAIT_MS = 1_500;
/** How often the site's own service worker is asked: one failure through it may be chance. */
export const THROUGH_WORKER = 2;

const NOT_NEEDED = notSent("not-needed");

const hasWorker = ({ incident }: Diagnosis): boolean =>
  incident.navigation !== null && throughPageWorker(incident.navigation.source);
const frontPage = (url: string): string => new URL("/", url).href;

/** A site that says that it is asked too often is not asked again. */
const isLimitedBy = (tried: Settled<Answer>): boolean => tried.state === "ok" && meaningOf(tried.value) === "limits";

/** Whether nothing more is to be asked again: three times, a site that limits us, or no time left. */
function isRepeated({ signals: { anonymous, retries }, state }: AskingCheck): boolean {
  return retries.length === REPETITIONS || state.isLate || isLimitedBy(retries.at(-1) ?? anonymous);
}

/** Over https an error proves the way, if the site's gateway has signed it and the page's own worker cannot have written it. */
function mayProveConnection({ signals: { incident, navigation } }: Diagnosis): boolean {
  return incident.url.startsWith("https:") && incident.status !== null && !mayBeWorkersOwn(navigation);
}

/** Such an error has come all the way, unless a box of the user's can have written it. */
const isConnectionProven = (check: Diagnosis): boolean =>
  mayProveConnection(check) && !mayBeUsersBox(gatewayOf(check.signals));

/**
 * Whether the way to the internet is in doubt; a host on the user's own network or computer needs none. Some boxes sign
 * the header fields alone, so the stranger's answer may open the question after the page.
 */
const isConnectionInDoubt = (check: Diagnosis): boolean =>
  hostKind(new URL(check.incident.url).hostname) === "public" && !isConnectionProven(check);

const mayHaveStatus = ({ incident, signals }: Diagnosis): boolean =>
  mayHaveStatusPage(incident.url) && !isBack(signals.reload);

/** The page is known, and the header fields of the site's answer are, or keep us waiting too long. */
const isSiteHeard = ({ known, state }: AskingCheck): boolean =>
  known.has("page") && (known.has("anonymous") || state.waits.headers === "over");

/**
 * Whether the browser's maker may be asked must not depend on what arrives first, the page or the site's answer: the
 * answer's header fields may name the gateway that passed an unsigned page on. A page that can prove nothing, or that a
 * box of the user's has signed, need not wait for them.
 */
const mayAskWayOut = (check: AskingCheck): boolean =>
  isSiteHeard(check) ||
  (check.known.has("page") && (!mayProveConnection(check) || gatewayOf(check.signals)?.side === "user"));

/** Signals of the site that need no request, or no further one. */
function settledSiteSignals(check: AskingCheck): Partial<Signals> {
  if (!mayGoOn(check)) return {};
  const { signals, incident } = check;
  const { anonymous, retries } = signals;
  const skipsRoot = hasWorker(check) || frontPage(incident.url) === incident.url || isLimitedBy(anonymous);
  const isWorkerHeard = !hasWorker(check) || signals.throughPageWorker.length === THROUGH_WORKER;
  return {
    ...(skipsRoot && { root: NOT_NEEDED }),
    ...(isWorkerHeard && { throughPageWorker: signals.throughPageWorker }),
    ...(isRepeated(check) && isWorkerHeard && { retries }),
  };
}

/** What needs no question as things stand, beside what is known. */
export function settledNow(check: AskingCheck): Partial<Signals> {
  const { known } = check;
  const isProven = known.has("page") && !known.has("connectivity") && !isConnectionInDoubt(check);
  const settled: Partial<Signals> = {
    ...settledSiteSignals(check),
    ...(isProven && { connectivity: NOT_NEEDED }),
    ...(isSiteHeard(check) && !mayHaveStatus(check) && { statusPage: NOT_NEEDED, gatewayStatus: NOT_NEEDED }),
  };
  return Object.fromEntries(Object.entries(settled).filter(([name]) => !known.has(name as SignalName)));
}

/** How long to wait before the page is asked for again; null where it is not, or that is waited for already. */
function repetitionWait(check: AskingCheck): number | null {
  const isBusy = check.unanswered.includes("repetition") || check.state.waits.repetition !== undefined;
  if (isBusy || !mayGoOn(check) || isRepeated(check)) return null;
  return REPETITION_WAITS_MS[check.signals.retries.length] ?? null;
}

/** The first repetition asks a gateway that can describe its errors in fields to do so; all others ask as browsers do. */
export function repetitionAccepts({ signals: { anonymous, retries } }: AskingCheck): string | null {
  const isAsked = retries.length === 0 && anonymous.state === "ok" && describesErrors(anonymous.value);
  return isAsked ? ACCEPT_PROBLEM_DETAILS : null;
}

/** The waits that begin now, in milliseconds. */
export function dueWaits(check: AskingCheck): ReadonlyArray<{ readonly wait: "repetition" | "headers"; ms: number }> {
  const { known, state } = check;
  const repetition = repetitionWait(check);
  const isHeaderless = known.has("page") && !known.has("anonymous") && state.waits.headers === undefined;
  return [
    ...(repetition === null ? [] : [{ wait: "repetition", ms: repetition } as const]),
    ...(isHeaderless ? [{ wait: "headers", ms: HEADERS_WAIT_MS } as const] : []),
  ];
}

interface Rule {
  /** How often it is asked at most. */
  readonly times: number;
  /** The question as soon as it is due, else null. One that waits for its answer is not due. */
  readonly due: (check: AskingCheck) => Question | null;
}

/**
 * What a check asks, when, and how often at most, in the order in which questions that are due at once are asked. The
 * site itself hears of `stranger`, `page-worker`, `front-page` and `repetition`: six requests at most, for a page with a
 * worker asks that twice instead of the front page.
 */
const RULES: { readonly [About in Topic]: Rule } = {
  page: { times: 1, due: ({ known }) => (known.has("page") ? null : { of: "page" }) },
  stranger: {
    times: 1,
    due: ({ known, incident: { url } }) => (known.has("anonymous") ? null : { of: "stranger", url }),
  },
  "page-worker": {
    times: THROUGH_WORKER,
    due(check) {
      // The second time after all repetitions, so that what lies between the two shows.
      const isNext = check.signals.throughPageWorker.length === 0 || isRepeated(check);
      if (!hasWorker(check) || !mayGoOn(check) || !check.known.has("page") || !isNext) return null;
      return { of: "page-worker", url: check.incident.url };
    },
  },
  "front-page": {
    times: 1,
    due(check) {
      const isTurn = allowanceOf(check) === "front-page" || mayGoOn(check);
      return isTurn && !check.known.has("root") ? { of: "front-page", url: frontPage(check.incident.url) } : null;
    },
  },
  repetition: {
    times: REPETITIONS,
    due: (check) =>
      check.state.waits.repetition === "over"
        ? { of: "repetition", url: check.incident.url, accept: repetitionAccepts(check) }
        : null,
  },
  "way-out": {
    times: 1,
    due: (check) => (mayAskWayOut(check) && isConnectionInDoubt(check) ? { of: "way-out" } : null),
  },
  "status-pages": {
    times: 1,
    due: (check) =>
      isSiteHeard(check) && !check.known.has("statusPage") ? { of: "status-pages", granted: null } : null,
  },
  plan: { times: 1, due: planQuestion },
};

const TOPICS = Object.keys(RULES) as Topic[];

/**
 * A stranger is not met by the failure any more: if a plan watches the tab it may load the page again, which brings it
 * back or shows that it fails only here. Without a plan that step is the user's, and the popup offers it, unless they
 * have just done it.
 */
function planQuestion(check: AskingCheck): Question | null {
  const { anonymous, retries } = check.signals;
  // A plan watches the page in a tab, and nothing of a request's answer is the page's.
  if (!check.state.mayLoad || !standsInTab(check.incident) || !mayGoOn(check)) return null;
  if (!check.known.has("retries") || !check.known.has("root")) return null;
  const meanings = [anonymous, ...retries].flatMap((tried) => (tried.state === "ok" ? [meaningOf(tried.value)] : []));
  const last = meanings.at(-1);
  if (last === undefined || last === "fails") return null;
  const times = meanings.length - 1 - meanings.findLastIndex((meaning) => meaning !== last);
  return { of: "plan", meaning: last, times };
}

/** The questions to be asked now. */
export const dueQuestions = (check: AskingCheck): Question[] =>
  TOPICS.flatMap((topic) => {
    const { times, due } = RULES[topic];
    const mayAsk = !check.unanswered.includes(topic) && (check.state.asked[topic] ?? 0) < times;
    return (mayAsk && due(check)) || [];
  });
