import { CHECK_IDS, type CheckId } from "../../src/core/checks/check.ts";
import { causeForPlan } from "../../src/core/diagnosis/asking.ts";
import type { Cause, Side } from "../../src/core/evidence/causes.ts";
import { leastWaitFor } from "../../src/core/evidence/least-wait.ts";
import type { Judgement } from "../../src/core/evidence/weigh.ts";
import type { Entry, History } from "../../src/core/history/entry.ts";
import type { FormReturn } from "../../src/core/incident/form-return.ts";
import { type Message, message } from "../../src/core/message.ts";
import type { OpinionsView } from "../../src/core/places/opinions-view.ts";
import type { PlaceAnswer } from "../../src/core/places/place.ts";
import type { CopyAnswer } from "../../src/core/places/saved-copy.ts";
import type { NamedView } from "../../src/core/protocol/named.ts";
import type { Standing } from "../../src/core/protocol/standing.ts";
import type { RepairId } from "../../src/core/repair/repair.ts";
import type { RepairStep, RepairView } from "../../src/core/repair/view.ts";
import { forecastAt, type Ongoing } from "../../src/core/retry/forecast.ts";
import type { RetryView } from "../../src/core/retry/view.ts";
import { limitedWords } from "../../src/core/verdict/limited-words.ts";
import { namedWords } from "../../src/core/verdict/named-words.ts";
import { type PathView, pathOf } from "../../src/core/verdict/path.ts";
import { requestWords } from "../../src/core/verdict/request-words.ts";
import type { CheckView, Row, StepView } from "../../src/core/verdict/view.ts";
import { headlineWhileChecking, type VerdictView, type WordsContext, wordsFor } from "../../src/core/verdict/words.ts";
import { isOver } from "../../src/pages/popup/step.ts";
import type { FrontTab } from "../../src/platform/front-tab.ts";

/** One state of the popup as the parts behind it would give it. */
export interface Fixture {
  /** What comes of a click on the plan's buttons; what it says where absent. */
  readonly clicks?: "too-late" | "not-kept";
  readonly tab: Standing | "silent";
  /** The browser is Firefox, which says and offers some things in its own way; Chromium where absent. */
  readonly firefox?: true;
  readonly check?: CheckView;
  readonly opinions?: OpinionsView;
  /** What was asked by name, in the page for that; null where nothing was. */
  readonly named?: NamedView | null;
  /** The tab in front, for a side panel beside it. */
  readonly front?: FrontTab;
  readonly retry?: RetryView;
  readonly repair?: RepairView;
  /** What was found where the tab was led back to a form. */
  readonly formReturn?: FormReturn;
  /** What the archive said; null while it is being asked. */
  readonly copy?: CopyAnswer | null;
  readonly automatic: boolean;
  readonly grants?: boolean;
  /** What has failed before. */
  readonly history?: History;
  /** Hosts that are watched without a tab. */
  readonly watched?: readonly string[];
  /** What the user has set, and what the administrator has, as they stand in the stores. */
  readonly settings?: unknown;
  readonly managed?: unknown;
  /** Lengthens every text by a half, as other languages do. */
  readonly long?: boolean;
  readonly dir?: "ltr" | "rtl";
}

/** Times in a fixture are relative to the moment it is shown. */
export type MakeFixture = (now: number) => Fixture;

export const HOST = "shop.example";
const INCIDENT = "incident-1";

/** What the checks say in the commonest case. */
const SAYS: Record<CheckId, Message> = {
  connection: message("check_connection_works"),
  gateway: message("check_gateway_no_valid_answer", "nginx"),
  retry: message("check_retry_fails", "4"),
  cache: message("check_cache_not_used"),
  "page-worker": message("check_page_worker_none"),
  cookies: message("check_cookies_same"),
  "site-or-page": message("check_site_fails"),
  address: message("check_address_not_asked"),
  "status-page": message("check_status_green"),
  vantage: message("check_vantage_not_asked"),
  "private-window": message("check_private_window_not_asked"),
  "other-device": message("check_other_device_not_asked"),
  "page-requests": message("check_page_requests_page"),
};

const QUESTIONS: Record<CheckId, Message> = {
  connection: message("check_connection_question"),
  gateway: message("check_gateway_question"),
  retry: message("check_retry_question"),
  cache: message("check_cache_question"),
  "page-worker": message("check_page_worker_question"),
  cookies: message("check_cookies_question"),
  "site-or-page": message("check_site_or_page_question"),
  address: message("check_address_question"),
  "status-page": message("check_status_page_question"),
  vantage: message("check_vantage_question"),
  "private-window": message("check_private_window_question"),
  "other-device": message("check_other_device_question"),
  "page-requests": message("check_page_requests_question"),
};

type Outcomes = Partial<Record<CheckId, Row["outcome"]>>;

export const SETTLED: Outcomes = {
  connection: "pass",
  gateway: "fail",
  retry: "fail",
  cache: "pass",
  "page-worker": "not-applicable",
  cookies: "pass",
  "site-or-page": "fail",
  "status-page": "inconclusive",
  address: "not-applicable",
  vantage: "not-applicable",
  "private-window": "not-applicable",
  "other-device": "not-applicable",
  "page-requests": "not-applicable",
};

export function rows(outcomes: Outcomes, says: Partial<Record<CheckId, Message>> = {}): Row[] {
  return CHECK_IDS.map((check) => {
    const outcome = outcomes[check] ?? "running";
    return { check, outcome, says: outcome === "running" ? QUESTIONS[check] : (says[check] ?? SAYS[check]) };
  });
}

export const WAY: PathView = {
  you: "working",
  network: "working",
  gateway: "working",
  site: "broken",
  gatewayName: "nginx",
};
const NO_WAY: PathView = { you: "unknown", network: "unknown", gateway: "unknown", site: "unknown", gatewayName: null };

export interface Choice {
  readonly side: Side;
  readonly cause: Cause;
  readonly confidence: number;
  readonly alternatives?: readonly Cause[];
  readonly evidence?: Judgement["evidence"];
  readonly context?: Partial<WordsContext>;
  /** The words of a limit, of a site that was asked by its name, or of so many failed requests of a page that loaded. */
  readonly words?: "limited" | "named" | number;
}

/** What a real check has seen that names the site: strangers who fail again and again, over a way that works. */
const SEEN_OF_SITE = ["keeps-failing", "fails-without-cookies", "answered-over-https"] as const;
/** What shows a cause, where its words claim what only that shows. */
const SHOWS: Partial<Record<Cause, Judgement["evidence"]>> = {
  "origin-down": ["says-origin-down"],
  overload: ["says-overload"],
  maintenance: ["announces-maintenance"],
  "page-only": ["only-this-page"],
  transient: ["reload-works"],
  intermittent: ["fails-sometimes"],
  regional: ["fails-in-region"],
  "stale-cache": ["cached-error"],
  "page-worker": ["worker-bypassed"],
  cookies: ["fresh-session-works"],
  "local-proxy": ["same-writer-of-unrelated-page"],
  "captive-portal": ["portal-answered"],
  "own-machine": ["runs-here"],
  "stale-address": ["address-is-stale"],
  "blocked-address": ["places-served-refused-here"],
  "bot-check": ["challenge-page"],
};

/** A verdict with the real words for it. */
export function verdict({
  side,
  cause,
  confidence,
  alternatives = [],
  evidence: given,
  context,
  words,
}: Choice): VerdictView {
  const evidence = given ?? [...(SHOWS[cause] ?? []), ...(side === "server" ? SEEN_OF_SITE : [])];
  const judgement: Judgement = { side, cause, confidence, alternatives, evidence, openTwins: [] };
  const around: WordsContext = {
    host: HOST,
    gateway: "nginx",
    speaker: { isYours: false, word: null },
    inLine: false,
    isNear: false,
    status: 502,
    reloadOpen: false,
    mayBeForm: false,
    opensAnew: false,
    compares: false,
    step: null,
    servedSignedOut: false,
    ...context,
  };
  const said =
    typeof words === "number"
      ? requestWords(judgement, around, { failed: words, isOwn: false })
      : { limited: limitedWords, named: namedWords, usual: wordsFor }[words ?? "usual"](judgement, around);
  return { side, cause, confidence, alternatives, ...said };
}

/** The words of a side that is final while the rest still runs. */
export function finalVerdict(choice: Choice & { readonly side: "server" | "you" }): VerdictView {
  const evidence = choice.evidence ?? ["fails-without-cookies"];
  const judgement: Judgement = { alternatives: [], ...choice, evidence, openTwins: [] };
  return { ...verdict({ ...choice, evidence }), headline: headlineWhileChecking(judgement, choice, HOST) };
}

const SITE_DOWN = verdict({ side: "server", cause: "origin-down", confidence: 0.985 });

/** The way as a check draws it over a network that works; what is the user's keeps nobody else from the site. */
function wayOf(judged: VerdictView | null): PathView {
  const seen = { way: "works", answered: true, notThisUser: true, gatewayName: "nginx" } as const;
  const judgement = judged && { ...judged, evidence: [], openTwins: [] };
  return pathOf(judgement, { ...seen, siteAnswers: judged?.side === "you", isOver: isOver(judged) });
}

export function check(now: number, over: Partial<CheckView> = {}): CheckView {
  return {
    id: "check-1",
    tabId: 1,
    incidentId: INCIDENT,
    phase: "done",
    sideIsFinal: over.phase !== "checking",
    url: `https://${HOST}/basket/checkout?token=secret#pay`,
    host: HOST,
    status: 502,
    repeatable: true,
    fromForm: false,
    mayBeForm: false,
    private: false,
    worksOnce: false,
    about: "page",
    retryAfter: null,
    since: now - 6 * 60_000 - 12_000,
    loadedAt: now - 6 * 60_000 - 12_000,
    startedAt: now - 9_000,
    endsBy: now - 1_000,
    finishedAt: now - 1_500,
    rows: rows(SETTLED),
    verdict: SITE_DOWN,
    step: null,
    path: wayOf(over.verdict === undefined ? SITE_DOWN : over.verdict),
    details: {
      gateway: "nginx",
      gatewayFamily: "nginx",
      gatewayWord: "no-valid-answer",
      gatewayDetail: "connection_refused",
      gatewayStatusPage: "https://www.cloudflarestatus.com/",
      ownerMustAct: false,
      hops: ["app-1 (HTTP 1.1)", "edge-7 (cache miss, HTTP 1.1)", "cloudflare (FRA)"],
      requestId: "b7c1d0e2f9a84c33",
      protocol: "h2",
      waited: 38.4,
      answers: [
        { at: now - 8_000, what: message("tried", message("tried_page"), "502"), took: 41 },
        { at: now - 7_000, what: message("tried", message("tried_page"), "502"), took: 39 },
        { at: now - 5_000, what: message("tried", message("tried_page"), "502"), took: 44 },
        { at: now - 1_600, what: message("tried", message("tried_page"), "502"), took: 40 },
      ],
      statusPageUrl: "https://status.shop.example/",
      contacts: { mail: "help@shop.example", repository: { host: "github.com", name: "shop/site" } },
    },
    statusPages: { closed: null, quote: null },
    ...over,
  };
}

const failing: Standing = { kind: "failing", incidentId: INCIDENT };
/** Sooner than a cause bears no plan asks. */
const waiting = (now: number, known: Partial<Ongoing> = {}): Extract<RetryView, { state: "waiting" }> => ({
  state: "waiting",
  due: now + Math.max(42_500, leastWaitFor(known.cause ?? "unknown") * 1_000),
  attempts: 3,
  watching: "page",
  usual: null,
  forecast: forecastAt(now, { since: now - 4 * 60_000, status: 502, ...known }),
});

/** A failing page, checked, with a plan that waits. */
export function incident(now: number, over: Partial<CheckView> = {}, rest: Partial<Fixture> = {}): Fixture {
  const view = check(now, over);
  return {
    tab: failing,
    check: view,
    retry: waiting(now, { cause: causeForPlan(view.verdict) ?? undefined }),
    automatic: true,
    ...rest,
  };
}

/** A page that a form led to: its plan looks at the front page, and never sends the form again. */
const answersForm =
  (rest: Partial<Fixture>): MakeFixture =>
  (now) =>
    incident(
      now,
      { fromForm: true, repeatable: false },
      { retry: { ...waiting(now), watching: "front-page" }, ...rest },
    );

export const running = (now: number, over: Partial<CheckView>): Partial<CheckView> => ({
  phase: "checking",
  finishedAt: null,
  since: now - 2_000,
  startedAt: now - 2_000,
  endsBy: now + 6_000,
  ...over,
});

export const plain = (tab: Fixture["tab"], rest: Partial<Fixture> = {}): Fixture => ({
  tab,
  automatic: true,
  ...rest,
});

/** What a site shows that serves strangers. */
const SERVED: Partial<Record<CheckId, Message>> = {
  retry: message("check_retry_works", "4"),
  cookies: message("check_cookies_only_with"),
  "site-or-page": message("check_site_works"),
};

const PORTAL_SAYS = { connection: message("check_connection_portal") };

/** A page of one user-side cause, and how far its repair has come; null while it is only offered. */
export const repairable =
  (
    cause: Cause,
    step: RepairStep | null,
    id: RepairId = "delete-cookies",
    inVain: readonly RepairId[] = [],
    rest: Partial<Fixture> = {},
  ) =>
  (now: number): Fixture =>
    incident(
      now,
      {
        verdict: verdict({ side: "you", cause, confidence: 0.975 }),
        rows: rows({ ...SETTLED, retry: "pass", cookies: "fail", "site-or-page": "pass" }, SERVED),
      },
      { retry: { state: "none" }, ...(step ? { repair: { ...repairOf(now, id, step), inVain } } : {}), ...rest },
    );

export const repairOf = (now: number, id: RepairId, step: RepairStep): RepairView => ({
  id,
  url: `https://${HOST}/basket/checkout?token=secret`,
  at: now,
  ...step,
});

/** Names that strangers gave themselves, one of which would turn a line around. */
const EXTENSIONS = { names: ["Dark Pages", "Shop Helper \u202eevil", "Tab Butler"], more: 0 };

/** It fails only with what this browser sends along: a private window settles it. */
const account = (state: StepView["state"]): Partial<CheckView> => ({
  verdict: verdict({
    side: "unsure",
    cause: "signed-in",
    confidence: 0.5,
    alternatives: ["cookies"],
    evidence: ["fails-only-with-cookies"],
    context: { step: "private-window" },
  }),
  step: { id: "private-window", state },
  path: { ...WAY, you: "unknown", site: "working" },
  rows: rows(
    { ...SETTLED, retry: "pass", cookies: "fail", "site-or-page": "pass", "private-window": "inconclusive" },
    { ...SERVED, "private-window": QUESTIONS["private-window"] },
  ),
});

/** Refused by a rule, whose it is nobody says: another network settles it. */
const elsewhere = (state: StepView["state"]): Partial<CheckView> => ({
  verdict: verdict({
    side: "unsure",
    cause: "blocked-address",
    confidence: 0.55,
    alternatives: ["bot-check"],
    evidence: ["says-blocked"],
    context: { step: "other-device" },
  }),
  step: { id: "other-device", state },
  rows: rows({ ...SETTLED, "other-device": "inconclusive" }, { "other-device": QUESTIONS["other-device"] }),
});

const API = "api.shop.example";
const API_FAILS = [{ host: API, failed: 3, statuses: [502] }] as const;
export const answered = (over: Partial<Extract<Standing, { kind: "answered" }>> = {}): Standing => ({
  kind: "answered",
  host: HOST,
  status: 200,
  recovered: false,
  incidentId: null,
  requests: null,
  ...over,
});
const ALL_WELL = { hosts: [], origin: null } as const;
const LONG_HOST =
  "a-very-long-subdomain-for-customers-of-the-north.internal-shop-frontend.eu-central-1.hosting.example";
const HOSTILE = '<img src=x onerror="document.title=1">';

const place = (
  city: string,
  country: string,
  continent: string,
  latitude: number,
  longitude: number,
  result: PlaceAnswer["result"],
  status: number | null = null,
): PlaceAnswer => ({
  city,
  country,
  continent,
  network: "Example Net",
  latitude,
  longitude,
  result,
  status,
  took: status === null ? null : 100 + Math.round(Math.abs(longitude) * 9),
  address: "198.51.100.7",
});

const AROUND_THE_WORLD = [
  place("Berlin", "DE", "EU", 52.5, 13.4, "down", 502),
  place("Frankfurt am Main", "DE", "EU", 50.1, 8.7, "down", 502),
  place("Paris", "FR", "EU", 48.9, 2.4, "blocked", 403),
  place("Boston", "US", "NA", 42.4, -71.1, "works", 200),
  place("Tokyo", "JP", "AS", 35.7, 139.7, "works", 200),
];

export const NOT_ASKED = { state: "not-sent", reason: "not-needed" } as const;

/** Second opinions as they stand after a question to five places. */
export const opinions = (now: number, over: Partial<OpinionsView> = {}): OpinionsView => ({
  incidentId: INCIDENT,
  asking: null,
  live: [],
  measurement: "m1",
  withPath: false,
  askedPlaces: {
    state: "ok",
    at: now - 3_000,
    took: 2_000,
    value: { home: { country: "DE", continent: "EU" }, ipVersion: 4, places: AROUND_THE_WORLD, here: NOT_ASKED },
  },
  address: NOT_ASKED,
  refusal: null,
  ...over,
});

/** Others may be asked of it, and their offers stand open. */
const ASKABLE = { verdict: verdict({ side: "unsure", cause: "unknown", confidence: 0.4 }) } as const;
const ANSWERED = answered({ requests: ALL_WELL });

/** As the store has them. */
const OWN_SETTINGS = {
  vantage: { base: "https://ping.example/v1", token: "token-of-mine-1a2b" },
  statusPages: { "*.shop.example": "https://status.shop.example/", "mail.example": "https://mail-status.example/" },
  retryOffSites: ["bank.example", "*.corp.example"],
  askUnasked: ["ping.example", "dns.google"],
};
const ORGANISATION = {
  vantage: { base: "https://ping.corp.example/v1", token: "never to be shown" },
  resolvers: [{ name: "Corp", url: "https://dns.corp.example/resolve" }],
  statusPages: { "*.corp.example": "https://status.corp.example/" },
  connectivity: { secure: "https://up.corp.example/", plain: "http://up.corp.example/", expect: "up" },
  retry: { maxPerHour: 12 },
  retryOffSites: ["*.corp.example"],
  deadlines: { tabHours: 2, watchDays: 3 },
  notifications: { shown: true, sound: false },
  askUnasked: ["dns.corp.example"],
  history: false,
  helpDesk: { address: "help@corp.example", label: "IT help desk" },
};

/** Failures of every kind, with all that can stand on a line. */
export function failures(now: number): History {
  const entry = (id: string, minutesAgo: number, over: Partial<Entry>): Entry => ({
    id,
    host: HOST,
    status: 502,
    since: now - minutesAgo * 60_000,
    until: now - minutesAgo * 60_000 + 240_000,
    ended: "back",
    side: "server",
    cause: "origin-down",
    says: "It’s not\u00a0you. shop.example is down.",
    marks: [],
    ...over,
  });
  return [
    entry("a", 4_000, { until: now - 3_980 * 60_000, side: null, cause: null, says: null, ended: "left" }),
    entry("b", 900, { host: LONG_HOST, side: "you", cause: "stale-cache", says: HOSTILE }),
    entry("c", 300, { side: "unsure", cause: "unknown", says: "We can’t tell yet whose side it is on." }),
    entry("d", 7, {
      until: null,
      ended: null,
      marks: [
        [now - 400_000, "fails"],
        [now - 360_000, "no-answer"],
        [now - 300_000, "paused"],
        [now - 200_000, "refused"],
        [now - 120_000, "answers"],
        [now - 110_000, "tab-fails"],
        [now - 60_000, "stopped"],
        [now - 20_000, "back"],
      ],
    }),
  ];
}

/** The states of the popup, by name; those of a plan, of a cure and of each cause stand in files of their own. */
export const states: Readonly<Record<string, MakeFixture>> = {
  "checking-first": (now) => ({
    tab: failing,
    automatic: true,
    retry: { state: "none" },
    check: check(
      now,
      running(now, {
        startedAt: now,
        since: now,
        endsBy: now + 8_000,
        rows: rows({ connection: "running", gateway: "running" }),
        verdict: null,
        path: NO_WAY,
        status: null,
      }),
    ),
  }),
  "checking-early": (now) =>
    incident(
      now,
      running(now, {
        rows: rows({
          connection: "pass",
          gateway: "fail",
          retry: "running",
          cache: "pass",
          "page-worker": "not-applicable",
        }),
        verdict: verdict({ side: "unsure", cause: "origin-down", confidence: 0.7 }),
      }),
      { retry: { state: "none" } },
    ),
  "checking-late": (now) =>
    incident(
      now,
      running(now, {
        startedAt: now - 6_500,
        endsBy: now + 1_500,
        rows: rows({ ...SETTLED, "status-page": "running" }),
      }),
    ),
  "checking-final": (now) =>
    incident(
      now,
      running(now, {
        sideIsFinal: true,
        rows: rows({ ...SETTLED, retry: "running", "status-page": "running" }),
        verdict: finalVerdict({ side: "server", cause: "origin-down", confidence: 0.985 }),
      }),
      { retry: { state: "none" } },
    ),
  "checking-final-you": (now) =>
    incident(
      now,
      running(now, {
        sideIsFinal: true,
        rows: rows({ ...SETTLED, connection: "fail", retry: "running", "status-page": "running" }, PORTAL_SAYS),
        verdict: finalVerdict({
          side: "you",
          cause: "captive-portal",
          confidence: 0.98,
          evidence: ["portal-answered"],
        }),
      }),
      { retry: { state: "none" } },
    ),
  "server-sure": (now) => incident(now),
  "status-red": (now) =>
    incident(
      now,
      {
        rows: rows(
          { ...SETTLED, "status-page": "fail" },
          { "status-page": message("check_status_red", "Checkout fails for some customers") },
        ),
        statusPages: {
          closed: null,
          quote: {
            url: "https://status.shop.example/incidents/1",
            startedAt: now - 52 * 60_000,
            updatedAt: now - 3 * 60_000,
            readAt: now - 2_000,
          },
        },
      },
      { retry: waiting(now, { published: [5_400, 1_800, 12_600] }) },
    ),
  "status-green": (now) =>
    incident(now, {
      statusPages: {
        closed: null,
        quote: { url: "https://status.shop.example/", startedAt: null, updatedAt: null, readAt: now - 2_000 },
      },
    }),
  "status-closed": (now) =>
    incident(now, {
      rows: rows(SETTLED, { "status-page": message("check_status_closed") }),
      statusPages: { closed: "https://shopstatus.example/", quote: null },
    }),
  "server-almost": (now) =>
    incident(now, {
      status: 504,
      verdict: verdict({
        side: "server",
        cause: "origin-slow",
        confidence: 0.93,
        alternatives: ["overload"],
        context: { gateway: "Cloudflare" },
      }),
      path: { ...WAY, gatewayName: "Cloudflare" },
    }),
  "server-probably": (now) =>
    incident(now, {
      status: 503,
      verdict: verdict({
        side: "server",
        cause: "overload",
        confidence: 0.84,
        alternatives: ["maintenance", "origin-down"],
        context: { gateway: null },
      }),
      path: { ...WAY, gateway: "unknown", gatewayName: null },
    }),
  "server-switched-off": (now) =>
    incident(now, {
      status: 503,
      verdict: verdict({ side: "server", cause: "switched-off", confidence: 0.99, context: { gateway: "Render" } }),
      path: { ...WAY, gatewayName: "Render" },
    }),
  "server-gateway": (now) =>
    incident(now, {
      status: 520,
      verdict: verdict({
        side: "server",
        cause: "gateway-fault",
        confidence: 0.98,
        context: { gateway: "Amazon CloudFront" },
      }),
      path: {
        you: "working",
        network: "working",
        gateway: "broken",
        site: "unknown",
        gatewayName: "Amazon CloudFront",
      },
    }),
  "server-transient": (now) =>
    incident(
      now,
      { verdict: verdict({ side: "server", cause: "transient", confidence: 0.97 }), path: { ...WAY, site: "working" } },
      { retry: { state: "none" } },
    ),
  "you-stale-cache": (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "you", cause: "stale-cache", confidence: 0.99 }),
        rows: rows(
          { ...SETTLED, retry: "pass", cache: "fail", "site-or-page": "pass" },
          {
            cache: message("check_cache_stale"),
            retry: message("check_retry_works", "4"),
            "site-or-page": message("check_site_works"),
          },
        ),
      },
      { retry: { state: "none" } },
    ),
  "you-cookies": (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "you", cause: "cookies", confidence: 0.96 }),
        rows: rows({ ...SETTLED, retry: "pass", cookies: "fail", "site-or-page": "pass" }, SERVED),
      },
      { retry: { state: "none" } },
    ),
  "repair-offered": repairable("cookies", null),
  "repair-counted": repairable("cookies", { state: "counted", cookies: 9, shared: "shop.example", lacked: [] }),
  "repair-counted-one": repairable("cookies", { state: "counted", cookies: 1, shared: null, lacked: [] }),
  "repair-counted-none": repairable("cookies", { state: "counted", cookies: 0, shared: null, lacked: [] }),
  "repair-working": repairable("cookies", { state: "working", lacked: [] }),
  "repair-refused": repairable("cookies", { state: "by-hand", why: "refused" }),
  "repair-failed": repairable("cookies", { state: "by-hand", why: "failed" }),
  "repair-no-help": (now) =>
    incident(
      now,
      {},
      { repair: repairOf(now, "delete-cookies", { state: "done", end: "fails", cookies: 9, byHand: false }) },
    ),
  "repair-no-help-unsure": (now) =>
    incident(now, account("offered"), {
      retry: { state: "none" },
      repair: repairOf(now, "delete-cookies", { state: "done", end: "fails", cookies: 9, byHand: false }),
    }),
  "repair-works": (now) =>
    plain(answered({ recovered: true }), {
      repair: repairOf(now, "delete-cookies", { state: "done", end: "works", cookies: 9, byHand: false }),
    }),
  "repair-leads-on": (now) =>
    plain(answered({ requests: ALL_WELL }), {
      repair: repairOf(now, "delete-cookies", { state: "done", end: "leads-on", cookies: 9, byHand: false }),
    }),
  "repair-worker": (now) => ({
    ...repairable("page-worker", null)(now),
    retry: { state: "stopped", reason: "recovered", at: now - 2_000, attempts: 0 },
  }),
  "repair-worker-works": (now) =>
    plain(answered({ recovered: true }), {
      repair: repairOf(now, "remove-page-worker", { state: "done", end: "works", cookies: 0, byHand: false }),
    }),
  "repair-address": repairable("stale-address", null),
  "repair-address-by-hand": repairable("stale-address", { state: "by-hand", why: "only-by-hand" }, "forget-addresses"),
  "repair-proxy": repairable("local-proxy", null),
  "repair-proxy-setters": repairable(
    "local-proxy",
    { state: "proxy", dead: false, setting: null, setters: { names: ["Swift VPN"], more: 0 } },
    "name-proxy",
  ),
  "repair-extensions": repairable("cookies", { state: "extensions", found: EXTENSIONS }, "name-extensions", [
    "delete-cookies",
  ]),
  "repair-proxy-dead": (now) =>
    plain(
      { kind: "no-answer", host: HOST, answersNow: false, network: "dead-proxy", private: false },
      {
        firefox: true,
        retry: waiting(now),
        repair: repairOf(now, "name-proxy", {
          state: "proxy",
          dead: true,
          setting: { kind: "fixed", by: "extension", server: "proxy.office.example:3128" },
          setters: null,
        }),
      },
    ),
  "you-portal": (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "you", cause: "captive-portal", confidence: 0.98 }),
      },
      { retry: { state: "none" } },
    ),
  "you-own-machine": (now) =>
    incident(
      now,
      {
        host: "localhost:8080",
        url: "http://localhost:8080/basket/checkout",
        verdict: verdict({
          side: "you",
          cause: "own-machine",
          confidence: 0.99,
          context: { host: "localhost:8080" },
        }),
        rows: rows(
          { ...SETTLED, connection: "not-applicable" },
          { connection: message("check_connection_own_machine") },
        ),
      },
      { retry: { state: "none" } },
    ),
  "unsure-reload": (now) =>
    incident(now, {
      verdict: verdict({
        side: "unsure",
        cause: "transient",
        confidence: 0.5,
        alternatives: ["cookies", "signed-in"],
        evidence: ["works-anonymously"],
        context: { reloadOpen: true },
      }),
      path: { ...WAY, you: "unknown", site: "working" },
      rows: rows(
        { ...SETTLED, retry: "pass", cookies: "inconclusive", "site-or-page": "pass" },
        {
          retry: message("check_retry_works", "4"),
          cookies: message("check_cookies_reload_open"),
          "site-or-page": message("check_site_works"),
        },
      ),
    }),
  "unsure-reload-form": (now) =>
    incident(
      now,
      {
        verdict: verdict({
          side: "unsure",
          cause: "transient",
          confidence: 0.5,
          evidence: ["works-anonymously"],
          context: { reloadOpen: true, mayBeForm: true },
        }),
        path: { ...WAY, you: "unknown", site: "working" },
      },
      {
        retry: {
          state: "waiting",
          due: now + 107_000,
          attempts: 5,
          watching: "front-page",
          usual: null,
          forecast: forecastAt(now, { since: now - 90 * 60_000, status: 503 }),
        },
      },
    ),
  "unsure-account": (now) => incident(now, account("offered")),
  "step-private-window": (now) => incident(now, account("begun"), { retry: { state: "none" } }),
  "step-private-window-by-hand": (now) => incident(now, account("by-hand"), { retry: { state: "none" } }),
  "unsure-compares": (now) =>
    incident(now, {
      verdict: verdict({
        side: "unsure",
        cause: "cookies",
        confidence: 0.5,
        alternatives: ["signed-in"],
        evidence: ["works-anonymously"],
        context: { reloadOpen: true, compares: true },
      }),
      path: { ...WAY, you: "unknown", site: "working" },
      rows: rows(
        {
          ...SETTLED,
          retry: "pass",
          cookies: "inconclusive",
          "site-or-page": "pass",
          "private-window": "inconclusive",
        },
        { ...SERVED, "private-window": message("check_private_window_uncompared") },
      ),
    }),
  "unsure-network": (now) => incident(now, elsewhere("offered")),
  "step-other-device": (now) => incident(now, elsewhere("begun"), { retry: { state: "none" } }),
  "step-other-device-long-address": (now) =>
    incident(now, { ...elsewhere("begun"), url: `https://${HOST}/search?q=${"word+".repeat(200)}` }),
  "unsure-only-here": (now) =>
    incident(now, {
      verdict: verdict({ side: "unsure", cause: "regional", confidence: 0.6, evidence: ["works-on-other-device"] }),
      rows: rows({ ...SETTLED, "other-device": "fail" }, { "other-device": message("check_other_device_works") }),
    }),
  "opinions-asking": (now) =>
    incident(
      now,
      { verdict: verdict({ side: "unsure", cause: "blocked-address", confidence: 0.6 }) },
      {
        opinions: opinions(now, {
          asking: "places",
          askedPlaces: NOT_ASKED,
          live: AROUND_THE_WORLD.map((one, index) =>
            index < 2 ? one : { ...one, result: "pending", status: null, took: null },
          ),
        }),
      },
    ),
  "opinions-regional": (now) =>
    incident(
      now,
      {
        verdict: verdict({
          side: "server",
          cause: "regional",
          confidence: 0.98,
          evidence: ["fails-in-region", "keeps-failing"],
        }),
        rows: rows({ ...SETTLED, vantage: "fail" }, { vantage: message("check_vantage_region") }),
      },
      { opinions: opinions(now) },
    ),
  "opinions-address": (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "unsure", cause: "stale-address", confidence: 0.6, evidence: ["places-served"] }),
        rows: rows(
          { ...SETTLED, vantage: "pass", address: "inconclusive" },
          { vantage: message("check_vantage_only_here", "5"), address: message("check_address_differs") },
        ),
      },
      {
        opinions: opinions(now, {
          askedPlaces: {
            state: "ok",
            at: now,
            took: 1,
            value: {
              home: { country: "DE", continent: "EU" },
              ipVersion: 4,
              places: AROUND_THE_WORLD.map((one) => ({ ...one, result: "works", status: 200, took: 240 })),
              here: NOT_ASKED,
            },
          },
          address: {
            state: "ok",
            at: now,
            took: 1,
            value: {
              reached: "203.0.113.9",
              tested: null,
              resolvers: [
                { name: "dns.google", answer: { exists: true, addresses: ["198.51.100.7", "2001:db8:51:100::7"] } },
                { name: "cloudflare-dns.com", answer: null },
              ],
            },
          },
        }),
      },
    ),
  "opinions-inside": (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "unsure", cause: "unknown", confidence: 0.4 }),
        rows: rows(SETTLED, { address: message("check_address_inside") }),
      },
      {
        opinions: opinions(now, {
          askedPlaces: NOT_ASKED,
          measurement: null,
          address: { state: "ok", at: now, took: 1, value: { reached: "10.1.2.3", tested: null, resolvers: [] } },
        }),
      },
    ),
  "opinions-limit": (now) =>
    incident(
      now,
      { verdict: verdict({ side: "unsure", cause: "blocked-address", confidence: 0.6 }) },
      {
        opinions: opinions(now, {
          askedPlaces: NOT_ASKED,
          measurement: null,
          refusal: { of: "places", reason: "limit", retryAt: now + 1_500_000 },
        }),
      },
    ),
  "unsure-open": (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "unsure", cause: "unknown", confidence: 0.4 }),
        path: { ...WAY, you: "unknown", gateway: "unknown", gatewayName: null, site: "unknown" },
      },
      { retry: { state: "stopped", reason: "deadline", at: now, attempts: 140 } },
    ),
  "bot-check": (now) =>
    incident(
      now,
      {
        status: 503,
        verdict: verdict({ side: "unsure", cause: "bot-check", confidence: 0.97 }),
      },
      { retry: { state: "stopped", reason: "refused", at: now, attempts: 1 } },
    ),
  limited: (now) =>
    incident(
      now,
      {
        status: 429,
        retryAfter: now + 5 * 60_000,
        verdict: verdict({
          side: "unsure",
          cause: "blocked-address",
          confidence: 0.6,
          alternatives: ["overload"],
          evidence: ["status-429", "limited-without-cookies"],
          words: "limited",
        }),
        rows: rows(
          { ...SETTLED, retry: "not-applicable", "site-or-page": "not-applicable" },
          { gateway: message("check_gateway_limited"), cookies: message("check_cookies_limited") },
        ),
      },
      { retry: { state: "none" }, automatic: false },
    ),
  "limited-spares": (now) =>
    incident(
      now,
      {
        status: 429,
        verdict: verdict({
          side: "unsure",
          cause: "transient",
          confidence: 0.8,
          evidence: ["limit-spares-strangers"],
          context: { reloadOpen: true },
          words: "limited",
        }),
        path: { ...WAY, you: "unknown", site: "working" },
      },
      { retry: { state: "none" } },
    ),
  "error-500": (now) =>
    incident(
      now,
      {
        status: 500,
        verdict: verdict({
          side: "server",
          cause: "origin-invalid",
          confidence: 0.98,
          context: { gateway: null, status: 500 },
        }),
        path: { ...WAY, gateway: "working", gatewayName: null },
        rows: rows(SETTLED, { gateway: message("check_gateway_unknown") }),
      },
      { retry: { state: "none" } },
    ),
  requests: (now) => ({
    ...incident(
      now,
      {
        host: API,
        url: `https://${API}/items`,
        about: "requests",
        since: now - 9_000,
        verdict: verdict({
          side: "server",
          cause: "origin-down",
          confidence: 0.98,
          context: { host: API },
          words: 3,
        }),
        rows: rows(
          { ...SETTLED, cache: "inconclusive", "page-worker": "inconclusive", "page-requests": "fail" },
          {
            cache: message("check_cache_unknown"),
            "page-worker": message("check_page_worker_unknown"),
            "page-requests": message("check_page_requests_many", "200", "3", API, "502"),
          },
        ),
      },
      { retry: { state: "none" } },
    ),
    tab: answered({ incidentId: INCIDENT, requests: { hosts: API_FAILS, origin: null } }),
  }),
  "requests-grant": () => plain(answered({ requests: { hosts: API_FAILS, origin: `*://${API}/*` } })),
  "requests-plain": () =>
    plain(answered({ requests: { hosts: [{ host: "192.168.1.1", failed: 1, statuses: [500] }], origin: null } })),
  "answered-403": () => plain(answered({ status: 403 }), { automatic: false }),
  challenge: () => plain({ kind: "challenge", host: HOST, status: 403 }),
  trying: (now) =>
    incident(now, {}, { retry: { state: "trying", attempts: 4, watching: "page", usual: null, forecast: null } }),
  stopped: (now) => incident(now, {}, { retry: { state: "stopped", reason: "stopped", at: now, attempts: 4 } }),
  "off-user": (now) => incident(now, {}, { retry: { state: "none" }, settings: { retry: { off: true } } }),
  "off-administrator": (now) => incident(now, {}, { retry: { state: "none" }, managed: { retry: { off: true } } }),
  back: (now) => incident(now, {}, { retry: { state: "stopped", reason: "recovered", at: now - 1_000, attempts: 5 } }),
  "back-form": (now) =>
    incident(now, {}, { retry: { state: "stopped", reason: "site-answers", at: now - 1_000, attempts: 5 } }),
  "form-front-page": (now) =>
    incident(
      now,
      {
        repeatable: false,
        verdict: verdict({
          side: "unsure",
          cause: "page-only",
          confidence: 0.9,
          evidence: ["front-page-works", "says-origin-down", "oversized-cookies-untried"],
        }),
        rows: rows(
          { ...SETTLED, retry: "not-applicable", cookies: "inconclusive", "site-or-page": "pass" },
          {
            retry: message("check_retry_protected"),
            cookies: message("check_cookies_oversized_untried"),
            "site-or-page": message("check_site_works_page_untried"),
          },
        ),
      },
      { retry: { state: "stopped", reason: "front-page-works", at: now - 1_000, attempts: 1 } },
    ),
  "back-plain": () => plain(answered({ recovered: true, requests: ALL_WELL })),
  idle: () => plain(answered({ requests: ALL_WELL })),
  "idle-by-click": () => plain(answered({ requests: ALL_WELL }), { automatic: false }),
  "help-desk": (now) => incident(now, {}, { managed: ORGANISATION }),
  "no-others": () => plain(ANSWERED, { managed: { remoteOpinions: false } }),
  "options-own": () => plain(ANSWERED, { automatic: false, settings: OWN_SETTINGS }),
  "options-managed": () => plain(ANSWERED, { settings: OWN_SETTINGS, managed: ORGANISATION }),
  "options-wrong": () =>
    plain(ANSWERED, {
      managed: { vantage: { base: "ping" }, statusPages: { "erp.corp": "javascript:0" }, helpDesk: 7 },
    }),
  "grant-refused": () => plain(answered({ requests: ALL_WELL }), { automatic: false, grants: false }),
  "by-click": (now) => incident(now, {}, { automatic: false, retry: { state: "none" } }),
  "no-answer-online": () =>
    plain({ kind: "no-answer", host: HOST, answersNow: false, network: "online", private: false }),
  "no-answer-offline": () =>
    plain({ kind: "no-answer", host: HOST, answersNow: false, network: "no-internet", private: false }),
  "no-answer-portal": () =>
    plain({ kind: "no-answer", host: HOST, answersNow: false, network: "captive-portal", private: false }),
  "no-answer-unknown": () =>
    plain({ kind: "no-answer", host: HOST, answersNow: false, network: "unknown", private: false }),
  "no-answer-over": () => plain({ kind: "no-answer", host: HOST, answersNow: true, network: "online", private: false }),
  "no-answer-waiting": (now) =>
    plain(
      { kind: "no-answer", host: HOST, answersNow: false, network: "online", private: false },
      { retry: waiting(now) },
    ),
  "form-page": answersForm({}),
  "form-nowhere": answersForm({ formReturn: "nowhere" }),
  ...Object.fromEntries(
    (["as-left", "filled", "empty", "no-fields", "asks-to-send", "not-shown"] as const).map((formReturn) => [
      `form-${formReturn}`,
      () => plain(ANSWERED, { formReturn }),
    ]),
  ),
  "parts-on": (now) => ({ ...(states.requests?.(now) ?? incident(now)), settings: { liveParts: [HOST] } }),
  "copy-asking": (now) => incident(now, ASKABLE, { copy: null }),
  "copy-found": (now) =>
    incident(now, ASKABLE, {
      copy: { state: "found", copy: { at: now - 17 * 86_400_000, timestamp: "20261112093015" } },
    }),
  "copy-none": (now) => incident(now, ASKABLE, { copy: { state: "none" } }),
  "copy-failed": (now) => incident(now, ASKABLE, { copy: { state: "failed" } }),
  unreadable: () => plain({ kind: "unreadable" }),
  "too-long": () => plain({ kind: "too-long" }),
  "needs-grant": () => plain({ kind: "needs-grant", host: HOST, origin: `https://${HOST}/*` }),
  silent: () => plain("silent"),
  "long-host": (now) =>
    incident(now, {
      host: LONG_HOST,
      url: `https://${LONG_HOST}/`,
      verdict: verdict({
        side: "server",
        cause: "origin-down",
        confidence: 0.98,
        context: { host: LONG_HOST, gateway: "Application Load Balancer of the Northern Region" },
      }),
      path: { ...WAY, gatewayName: "Application Load Balancer of the Northern Region" },
    }),
  // A host comes out of an address that was parsed, and so is one in every state.
  hostile: (now) =>
    incident(now, {
      url: `https://${HOST}/${HOSTILE}`,
      verdict: verdict({
        side: "server",
        cause: "origin-down",
        confidence: 0.98,
        context: { host: HOSTILE, gateway: HOSTILE },
      }),
      path: { ...WAY, gatewayName: HOSTILE },
      details: {
        gateway: HOSTILE,
        gatewayFamily: "fastly",
        gatewayWord: "origin-down",
        gatewayDetail: HOSTILE,
        gatewayStatusPage: "javascript:alert(1)",
        ownerMustAct: false,
        hops: [HOSTILE, `${HOSTILE}\u202e`],
        requestId: `${HOSTILE}\u202e${"x".repeat(200)}`,
        protocol: HOSTILE,
        waited: 1,
        answers: [{ at: now, what: message("tried", HOSTILE, HOSTILE), took: 1 }],
        statusPageUrl: "javascript:alert(1)",
        contacts: { mail: null, repository: null },
      },
    }),
  "long-texts": (now) => incident(now, {}, { long: true, automatic: false }),
  "long-texts-you": (now) => ({ ...(states["you-stale-cache"]?.(now) ?? incident(now)), long: true }),
  "history-full": (now) => plain(ANSWERED, { history: failures(now) }),
  "history-rtl": (now) => plain(ANSWERED, { history: failures(now), dir: "rtl" }),
  "history-off": () => plain(ANSWERED, { managed: { history: false } }),
  timeline: (now) => incident(now, {}, { history: failures(now) }),
  "right-to-left": (now) => incident(now, {}, { dir: "rtl" }),
};
