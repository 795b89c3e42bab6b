import { GATEWAY_WEIGHTS } from "../evidence/gateway.ts";
import type { EvidenceId } from "../evidence/weights.ts";
import type { GatewayWord, Recognition } from "../gateways/gateway.ts";
import { type Answer, fromSharedCache, isChallenge, type Response } from "../http/answer.ts";
import { isChallengePage } from "../http/challenge-page.ts";
import { hostKind } from "../http/host-kind.ts";
import { statusBehind } from "../http/relay.ts";
import { parseVia } from "../http/via.ts";
import { mayBeWorkersOwn } from "../incident/answer-source.ts";
import type { Signals } from "../incident/signals.ts";
import { isLimited } from "../incident/status.ts";
import { type Message, type MessageKey, message } from "../message.ts";
import { type PageWord, pageWordOf } from "../writer/page-words.ts";
import {
  failingResponse,
  gatewayOf,
  networkStatus,
  overheardReason,
  samplesOf,
  statusInTab,
  statusMet,
  type WriterSignals,
} from "../writer/writer.ts";
import type { Check } from "./check.ts";
import { waitOf } from "./elapsed.ts";

type Spoken = Exclude<GatewayWord, "passed-on" | "maintenance">;

const SAYS = {
  "origin-down": "says-origin-down",
  "origin-slow": "says-origin-slow",
  "origin-invalid": "says-origin-invalid",
  "no-valid-answer": "says-no-valid-answer",
  // Where the box is the site's or nobody knows whose, all that it shows is that no answer came.
  unreached: "says-no-valid-answer",
  "name-not-found": "says-misconfigured",
  overload: "says-overload",
  "switched-off": "says-switched-off",
  unavailable: "says-unavailable",
  misconfigured: "says-misconfigured",
  "gateway-fault": "says-gateway-fault",
  "own-upstream-dead": "cut-off-box",
  blocked: "says-blocked",
} as const satisfies Record<Spoken, EvidenceId>;

/** The same known by hearsay. A bare "unavailable" by hearsay is no more than its status. */
const HINTS = {
  "origin-down": "hints-origin-down",
  "origin-slow": "hints-origin-slow",
  "origin-invalid": "hints-origin-invalid",
  "no-valid-answer": "hints-no-valid-answer",
  unreached: "hints-no-valid-answer",
  "name-not-found": "hints-misconfigured",
  overload: "hints-overload",
  "switched-off": "hints-switched-off",
  unavailable: null,
  misconfigured: "hints-misconfigured",
  "gateway-fault": "hints-gateway-fault",
  "own-upstream-dead": "cut-off-box",
  blocked: "hints-blocked",
} as const satisfies Record<Spoken, EvidenceId | null>;

const TEXTS = {
  "origin-down": "check_gateway_origin_down",
  "origin-slow": "check_gateway_origin_slow",
  "origin-invalid": "check_gateway_origin_invalid",
  "no-valid-answer": "check_gateway_no_valid_answer",
  unreached: "check_gateway_unreached",
  "name-not-found": "check_gateway_name_not_found",
  overload: "check_gateway_overload",
  "switched-off": "check_gateway_switched_off",
  unavailable: "check_gateway_unavailable",
  misconfigured: "check_gateway_misconfigured",
  "gateway-fault": "check_gateway_fault",
  "own-upstream-dead": "check_gateway_cut_off",
  blocked: "check_gateway_blocked",
} as const;

/** The words of a box that stands on the user's side: whose fault it is must not be read out of the place. */
const TEXTS_YOURS = {
  ...TEXTS,
  "origin-down": "check_gateway_yours_refused",
  "origin-slow": "check_gateway_yours_no_answer",
  "origin-invalid": "check_gateway_yours_no_answer",
  "no-valid-answer": "check_gateway_yours_no_answer",
  unreached: "check_gateway_yours_unreached",
  "name-not-found": "check_gateway_yours_name_not_found",
  misconfigured: "check_gateway_yours_distrusts",
  "gateway-fault": "check_gateway_yours_cut_off",
  "own-upstream-dead": "check_gateway_yours_cut_off",
  blocked: "check_gateway_yours_blocked",
} as const;

/** What a page's own words weigh, where no gateway names a reason. */
const IN_WORDS = {
  proof: "says-prove-you-are-human",
  refusal: "says-you-are-refused",
  maintenance: "announces-maintenance",
  "switched-off": "announces-switched-off",
  load: "announces-load",
} as const satisfies Record<PageWord, EvidenceId>;

const TEXTS_IN_WORDS = {
  proof: "check_gateway_proof",
  refusal: "check_gateway_refusal",
  maintenance: "check_gateway_maintenance",
  "switched-off": "check_gateway_page_switched_off",
  load: "check_gateway_load",
} as const satisfies Record<PageWord, MessageKey>;

/**
 * What the writer's word weighs. A box of the user's that failed by itself accuses itself; where it got as
 * far as the site, and the site refused, fell silent or broke off, the site is down for everybody and the box
 * is only the bearer of the news.
 */
function evidenceOf({ word, side, weak }: Recognition, url: string): EvidenceId | null {
  if (word === "passed-on") return null;
  if (word === "maintenance") return "announces-maintenance";
  const isPlain = /^http:/i.test(url);
  if (side === "user" && word === "blocked") return "blocked-by-own-box";
  if (side === "user" && (word === "own-upstream-dead" || word === "gateway-fault")) {
    return weak ? "hints-user-side-box" : "user-side-box";
  }
  const mayBeYours = side === "user" || (side === "either" && isPlain);
  if (word === "name-not-found" && mayBeYours) return "name-unknown-to-box";
  if (word === "misconfigured" && side === "user") return "site-distrusted-by-box";
  if (word === "unreached" && mayBeYours) {
    return weak ? "hints-user-side-box" : "unreached-through-box";
  }
  if (word === "own-upstream-dead" && isPlain) return "cut-off-box-in-plain-http";
  return (weak ? HINTS : SAYS)[word];
}

/** The page's service worker wrote the page in the tab, or may have. */
function writtenByWorker(
  navigation: Signals["navigation"],
): "written-by-page-worker" | "perhaps-written-by-page-worker" | null {
  if (!mayBeWorkersOwn(navigation)) return null;
  return navigation?.source === "page-worker" ? "written-by-page-worker" : "perhaps-written-by-page-worker";
}

const TEXTS_BY_WORKER = {
  "written-by-page-worker": "check_gateway_page_worker",
  "perhaps-written-by-page-worker": "check_gateway_perhaps_page_worker",
} as const satisfies Partial<Record<EvidenceId, MessageKey>>;

function textOf(writer: Recognition | null, byWorker: keyof typeof TEXTS_BY_WORKER | null): Message {
  if (!writer) return message(byWorker ? TEXTS_BY_WORKER[byWorker] : "check_gateway_unknown");
  const { word, side, product } = writer;
  if (word === "maintenance") return message("check_gateway_maintenance");
  if (word === "passed-on") return message("check_gateway_passed_on", product ?? message("gateway_unnamed"));
  return side === "user"
    ? message(TEXTS_YOURS[word], product ?? message("gateway_some_proxy"))
    : message(TEXTS[word], product ?? message("check_gateway_unnamed"));
}

function byStatus(status: number | null, url: string): EvidenceId[] {
  if (status === null) return [];
  if (status === 511 && url.startsWith("http:")) return ["status-511"];
  if (status === 502) return ["status-502"];
  if (status === 503) return ["status-503"];
  if (status === 504) return ["status-504"];
  if (isLimited(status)) return ["status-429"];
  if (status === 500 || status === 507) return ["status-500"];
  if ([501, 505, 506, 508, 510].includes(status)) return ["status-501"];
  if (status === 524 || status === 598) return ["status-524"];
  if (status === 509) return ["status-509"];
  if (status === 529) return ["status-529"];
  return ["status-other"];
}

/** Words that name one reason; of the rest the number may still tell which it is. */
const NAMES_ONE: readonly GatewayWord[] = [
  "origin-down",
  "origin-slow",
  "name-not-found",
  "overload",
  "switched-off",
  "misconfigured",
  "gateway-fault",
  "own-upstream-dead",
];

/** A 500 and its kin say that something runs which failed, and nothing of the reason that the page states. */
const namesReason = (id: EvidenceId): boolean => id !== "status-500" && id !== "status-501";

/** Servers test a probe where they let a person pass: only a challenge with the status that the tab met is the tab's as well. */
const challengesTab = (answer: Answer, status: number | null): boolean =>
  answer.kind === "response" &&
  answer.status === status &&
  (isChallenge(answer) || isChallengePage(answer.status, answer.body));

/** The document in the tab is itself the test. */
const testsTab = (signals: Pick<Signals, WriterSignals>): boolean => {
  const status = statusInTab(signals);
  return signals.page.state === "ok" && status !== null && isChallengePage(status, signals.page.value.html);
};

/** What the answer's headers tell of those who passed it on. */
function placeOf(failing: Response, url: string): EvidenceId[] {
  const evidence: EvidenceId[] = [];
  const behind = statusBehind(failing.headers);
  if (behind !== null && behind >= 500) evidence.push("origin-wrote-it");
  if (fromSharedCache(failing)) evidence.push("kept-by-shared-cache");
  const last = parseVia(failing.headers).at(-1)?.by.replace(/:\d+$/, "") ?? "";
  // A single label is a pseudonym: "varnish" is no machine of anybody's.
  if (/^http:/i.test(url) && last.includes(".") && hostKind(last) === "private") evidence.push("user-side-via");
  return evidence;
}

/** Who wrote the failing answer, and what does it say of the cause? */
export const gateway: Check<WriterSignals | "navigation"> = {
  id: "gateway",
  requires: ["incident", "navigation", "page", "anonymous", "described"],
  gives: [
    "written-by-page-worker",
    "perhaps-written-by-page-worker",
    ...(Object.keys(GATEWAY_WEIGHTS) as (keyof typeof GATEWAY_WEIGHTS)[]),
    "waited-for-timeout",
    "origin-wrote-it",
    "kept-by-shared-cache",
    "user-side-via",
  ],
  judge(signals) {
    const { incident, navigation, anonymous } = signals;
    const failing = failingResponse(anonymous);
    const samples = samplesOf(signals);
    const met = statusMet(signals);
    const isTest = testsTab(signals) || (anonymous.state === "ok" && challengesTab(anonymous.value, met));
    // A limit is the site's own word, whoever in front of it keeps the count; a test in its clothes is none.
    const status = networkStatus(signals);
    if (isLimited(status)) {
      const evidence = isTest ? (["challenge-page"] as const) : byStatus(status, incident.url);
      return { outcome: "fail", says: message("check_gateway_limited"), evidence };
    }
    const byWorker = writtenByWorker(navigation);
    const writer = gatewayOf(signals);
    const inWords = isTest ? null : pageWordOf(writer, samples, met);
    // The page's clear words go before what is read between its lines.
    const heard = (inWords ? null : overheardReason(signals, writer)) ?? writer;
    const given = heard && evidenceOf(heard, incident.url);
    const byNumber = byStatus(status, incident.url);
    const evidence: EvidenceId[] = given && NAMES_ONE.includes(heard.word) ? byNumber.filter(namesReason) : byNumber;
    if (byWorker) evidence.push(byWorker);
    if (isTest) evidence.push("challenge-page");
    if (inWords) evidence.push(IN_WORDS[inWords]);
    if (given) evidence.push(given);
    evidence.push(...waitOf(navigation, failing), ...(failing ? placeOf(failing, incident.url) : []));
    return {
      outcome: writer || inWords ? "fail" : "inconclusive",
      says: inWords ? message(TEXTS_IN_WORDS[inWords]) : textOf(writer, byWorker),
      evidence,
    };
  },
};
