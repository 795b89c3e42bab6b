import type { Finding } from "../checks/check.ts";
import { judge, type RegisteredCheck } from "../checks/index.ts";
import type { Recognition } from "../gateways/gateway.ts";
import { gatewayOf } from "../gateways/writer.ts";
import { hops } from "../headers/hops.ts";
import type { Incident } from "../incident/incident.ts";
import { isOneShot } from "../incident/one-shot.ts";
import type { CheckView, DetailsView, Row } from "../protocol/view.ts";
import { type Answer, meaningOf } from "../signals/answer.ts";
import type { Settled } from "../signals/settled.ts";
import type { SignalName, Signals } from "../signals/signals.ts";
import { message } from "../texts/message.ts";
import { pathOf } from "./path.ts";
import { weigh } from "./weigh.ts";
import { wordsFor } from "./words.ts";

/** The course of a check, as far as it has come. Times are epoch milliseconds. */
export interface Progress {
  readonly id: string;
  /** The checks as the rows show them. */
  readonly order: readonly RegisteredCheck[];
  readonly startedAt: number;
  readonly endsBy: number;
  readonly finishedAt: number | null;
  /** Signals that are complete; checks that need others are still running. */
  readonly known: ReadonlySet<SignalName>;
  /** Address to show beside the status page's own words. */
  readonly statusPageUrl: string | null;
}

const QUESTIONS = {
  connection: "check_connection_question",
  gateway: "check_gateway_question",
  retry: "check_retry_question",
  cache: "check_cache_question",
  "page-worker": "check_page_worker_question",
  cookies: "check_cookies_question",
  "site-or-page": "check_site_or_page_question",
  "status-page": "check_status_page_question",
} as const;

const works = (tried: Settled<Answer>): boolean => tried.state === "ok" && meaningOf(tried.value) === "works";

/** Any answer to a stranger that is not the failure itself: the page, a redirect, a refusal, a cache's copy. */
const answersOtherwise = (tried: Settled<Answer>): boolean =>
  tried.state === "ok" && !["fails", "limits", "challenges"].includes(meaningOf(tried.value));

/**
 * Everything the popup shows of a check, from the signals at hand: runs the checks whose signals are
 * complete, weighs their evidence, and chooses the words. Pure, so that every step of the way can be
 * shown, and the last word is computed exactly like the first.
 */
export function present(incident: Incident, signals: Signals, progress: Progress): CheckView {
  const findings = new Map<string, Finding>();
  const rows: Row[] = progress.order.map((check) => {
    const complete = check.requires.every((name) => progress.known.has(name));
    if (!complete && progress.finishedAt === null) {
      return { check: check.id, outcome: "running", says: message(QUESTIONS[check.id]) };
    }
    const finding = judge(check, signals);
    findings.set(check.id, finding);
    return { check: check.id, outcome: finding.outcome, says: finding.says };
  });

  const evidence = [...findings.values()].flatMap((finding) => finding.evidence);
  const siteAnswers = [signals.anonymous, ...signals.retries, signals.root].some(works);
  // While a stranger got another answer and the tab has not been loaded since, the fault may be anyone's.
  const differs = [signals.anonymous, ...signals.retries].some(answersOtherwise);
  const reloadOpen = differs && !evidence.includes("fails-sometimes") && signals.reload === "not-tried";
  // A stranger asked to sign in or served by a cache, and a tab that fails again: a dead account system or a bad
  // cookie, and from here both look the same, whatever the gateway says. Unless strangers meet it elsewhere too.
  const accountOpen =
    evidence.includes("stranger-sent-elsewhere-while-failing") || evidence.includes("stranger-served-by-shared-cache");
  const twinOpen = reloadOpen || (accountOpen && !evidence.includes("whole-site"));
  const judgement = evidence.length > 0 ? weigh(evidence, twinOpen) : null;
  const recognised = gatewayOf(signals);
  const gatewayName = recognised?.product ?? null;
  const { host } = new URL(incident.url);
  const context = {
    host,
    gateway: recognised?.side === "user" ? message("cause_gateway_yours", recognised.product) : gatewayName,
    status: incident.status,
    reloadOpen,
    reloadIsSafe: incident.method === "GET" && !isOneShot(incident.url),
  };
  const { connectivity } = signals;
  return {
    id: progress.id,
    tabId: incident.tabId,
    incidentId: incident.id,
    phase: progress.finishedAt === null ? "checking" : "done",
    url: incident.url,
    host,
    status: incident.status,
    since: incident.since,
    startedAt: progress.startedAt,
    endsBy: progress.endsBy,
    finishedAt: progress.finishedAt,
    rows,
    verdict: judgement && {
      side: judgement.side,
      cause: judgement.cause,
      alternatives: judgement.alternatives,
      confidence: judgement.confidence,
      ...wordsFor(judgement, context),
    },
    path: pathOf(judgement, {
      online: connectivity.state === "ok" ? ["online", "opaque"].includes(connectivity.value) : null,
      answered: incident.status !== null,
      siteAnswers,
      gatewayName,
    }),
    details: detailsOf(incident, signals, progress, recognised),
  };
}

function detailsOf(
  incident: Incident,
  signals: Signals,
  { statusPageUrl }: Progress,
  gateway: Recognition | null,
): DetailsView {
  const { anonymous } = signals;
  const asked = [
    ["page", anonymous],
    ...signals.retries.map((tried) => ["page", tried] as const),
    ["/", signals.root],
    ...signals.throughPageWorker.map((tried) => ["page, through its service worker", tried] as const),
  ] as const;
  return {
    gateway: gateway?.product ?? null,
    gatewayFamily: gateway?.family ?? null,
    gatewayWord: gateway?.word ?? null,
    gatewayDetail: gateway?.detail ?? null,
    // What only passed an error on has no part in it.
    gatewayStatusPage: gateway && gateway.word !== "passed-on" ? (gateway.statusPage ?? null) : null,
    requestId: gateway?.requestId?.slice(0, 200) ?? null,
    hops: anonymous.state === "ok" && anonymous.value.kind === "response" ? hops(anonymous.value.headers) : [],
    protocol: incident.navigation?.protocol || null,
    waited: incident.navigation?.waited ?? null,
    answers: asked
      .flatMap(([what, tried]) =>
        tried.state === "not-sent" ? [] : [{ at: tried.at, what: `${what}: ${resultOf(tried)}`, took: tried.took }],
      )
      .sort((a, b) => a.at - b.at),
    statusPageUrl,
  };
}

function resultOf(tried: Exclude<Settled<Answer>, { state: "not-sent" }>): string {
  if (tried.state === "failed") return tried.reason === "timeout" ? "no answer in time" : "no answer";
  return tried.value.kind === "redirect" ? "redirect" : String(tried.value.status);
}
