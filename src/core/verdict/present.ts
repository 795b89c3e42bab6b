import type { Finding } from "../checks/check.ts";
import { waitInTab } from "../checks/elapsed.ts";
import { CHECKS, judge, observe, type RegisteredCheck } from "../checks/index.ts";
import { isShown } from "../evidence/claims.ts";
import type { FinalSide } from "../evidence/final-side.ts";
import { type ObservationId, reloadSettles, type TwinId } from "../evidence/twins.ts";
import { type Judgement, weigh } from "../evidence/weigh.ts";
import type { EvidenceId } from "../evidence/weights.ts";
import { foreignText } from "../foreign-text.ts";
import type { Recognition } from "../gateways/gateway.ts";
import { wishedWait } from "../gateways/stated-wait.ts";
import { type Answer, meaningOf } from "../http/answer.ts";
import { hops } from "../http/hops.ts";
import { hostKind } from "../http/host-kind.ts";
import { isOneShot } from "../http/one-shot/one-shot.ts";
import type { Settled } from "../http/settled.ts";
import type { Incident } from "../incident/incident.ts";
import type { SignalName, Signals } from "../incident/signals.ts";
import { isLimited } from "../incident/status.ts";
import type { BegunStep, StepId } from "../incident/told.ts";
import { type Message, message, underscored } from "../message.ts";
import { isWaitingRoom, isWaitingRoomPage } from "../prose/waiting-room.ts";
import { gatewayOf, networkStatus, statusInTab } from "../writer/writer.ts";
import { isOver } from "./after-reload.ts";
import { contactsOf } from "./contacts.ts";
import { limitedWords } from "./limited-words.ts";
import { namedWords } from "./named-words.ts";
import { nextStep } from "./next-step.ts";
import { pathOf, type Seen } from "./path.ts";
import { requestWords } from "./request-words.ts";
import { statusPagesOf } from "./status-pages.ts";
import type { CheckView, DetailsView, Row, StepView } from "./view.ts";
import { headlineWhileChecking, type VerdictView, type Words, type WordsContext, wordsFor } from "./words.ts";

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
  /** The step that the user has gone to do, or null. */
  readonly begun: BegunStep | null;
  /** The side that nothing outstanding can change, while the check runs; null or absent where there is none. */
  readonly finalSide?: FinalSide | null;
}

/** The question of a check. One without a text does not compile. */
const questionOf = (id: RegisteredCheck["id"]): Message => message(`check_${underscored(id)}_question`);

const works = (tried: Settled<Answer>): boolean => tried.state === "ok" && meaningOf(tried.value) === "works";

/** The moment before which the site wants no more requests, epoch milliseconds; null when it names none. */
const retryAfterOf = (tried: Settled<Answer>, url: string): number | null =>
  tried.state === "ok" ? wishedWait(tried.value, url, tried.at + tried.took) : null;

function wordsOf(
  judgement: Judgement,
  context: WordsContext,
  { noticed }: Pick<Incident, "noticed">,
  { requests }: Signals,
): Words {
  if (noticed === "named") return namedWords(judgement, context);
  const worst = requests?.failing[0];
  if (worst)
    return requestWords(judgement, context, { failed: worst.failed, isOwn: worst.host === requests?.pageHost });
  return isLimited(context.status) ? limitedWords(judgement, context) : wordsFor(judgement, context);
}

type Findings = ReadonlyMap<RegisteredCheck["id"], Finding>;

/** What the checks find whose signals are complete; once the time is over, what all of them find. */
function findingsOf(signals: Signals, { order, known, finishedAt }: Progress): Findings {
  const isComplete = (check: RegisteredCheck): boolean =>
    finishedAt !== null || check.requires.every((name) => known.has(name));
  return new Map(order.filter(isComplete).map((check) => [check.id, judge(check, signals)]));
}

/** The rows in their order; the question of a check stands while it runs, and while the user's own step is to answer it. */
const rowsOf = ({ order }: Progress, findings: Findings, step: StepId | null): readonly Row[] =>
  order.map(({ id }) => {
    const finding = findings.get(id);
    if (!finding) return { check: id, outcome: "running", says: questionOf(id) };
    if (id === step) return { check: id, outcome: "inconclusive", says: questionOf(id) };
    return { check: id, outcome: finding.outcome, says: finding.says };
  });

/** What is known of the page and of what can settle the verdict, as far as the words depend on it. */
function contextOf(
  { url, method }: Incident,
  signals: Signals,
  verdict: Pick<WordsContext, "reloadOpen" | "step"> & { readonly twins: readonly TwinId[] },
): WordsContext {
  const recognised = gatewayOf(signals);
  const isYours = recognised?.side === "user";
  const product = recognised?.product ?? null;
  const { host, hostname } = new URL(url);
  return {
    host,
    gateway: isYours && product ? message("cause_gateway_yours", product) : product,
    speaker: { isYours, word: recognised?.word ?? null },
    inLine: queuesVisitors(signals),
    isNear: hostKind(hostname) !== "public",
    status: networkStatus(signals),
    reloadOpen: verdict.reloadOpen,
    mayBeForm: method !== "GET",
    opensAnew: signals.reload === "opens",
    compares: verdict.twins.includes("recovered-or-only-this-tab"),
    step: verdict.step,
    servedSignedOut: signals.privateWindow === "works-signed-out",
  };
}

/** A judgement with its words. */
function verdictOf(judgement: Judgement, context: WordsContext, incident: Incident, signals: Signals): VerdictView {
  const { side, cause, alternatives, confidence } = judgement;
  return { side, cause, alternatives, confidence, ...wordsOf(judgement, context, incident, signals) };
}

/** Whether the site has answered a stranger well. */
function siteAnswers({ anonymous, retries, root, incident }: Signals): boolean {
  // The front page's health is not that of a page that nobody may ask for again.
  const front = incident.protected ? [] : [root];
  return [anonymous, ...retries, ...front].some(works);
}

/**
 * Everything the popup shows of a check, from the signals at hand: runs the checks whose signals are
 * complete, weighs their evidence, and chooses the words. Pure, so that every step of the way can be
 * shown, and the last word is computed exactly like the first.
 */
export function present(incident: Incident, signals: Signals, progress: Progress): CheckView {
  const isDone = progress.finishedAt !== null;
  const findings = findingsOf(signals, progress);
  const judgement = judged([...findings.values()], observe(progress.order, signals));
  const twins = judgement?.openTwins ?? [];
  const isNamed = incident.noticed === "named";
  const reloadOpen = !isNamed && reloadSettles(twins);
  const { finalSide = null } = progress;
  // Findings of checks that still run may be certain already, so the side that is shown may be less sure than it.
  const stands = !isDone && finalSide !== null && judgement?.side === finalSide.side ? finalSide : null;
  const step =
    judgement && isDone && !reloadOpen && !isNamed ? nextStep(judgement, incident, signals, judgedWhole) : null;
  const recognised = gatewayOf(signals);
  const context = contextOf(incident, signals, { reloadOpen, step, twins });
  const { host, mayBeForm } = context;
  const worksOnce = isOneShot(incident.url);
  const evidence = [...findings.values()].flatMap((finding) => finding.evidence);
  return {
    id: progress.id,
    tabId: incident.tabId,
    incidentId: incident.id,
    phase: isDone ? "done" : "checking",
    sideIsFinal: isDone || stands !== null,
    url: incident.url,
    host,
    status: incident.status,
    repeatable: incident.method !== "POST" && !worksOnce,
    fromForm: incident.method === "POST" && signals.requests === null,
    mayBeForm,
    worksOnce,
    private: incident.private,
    about: signals.requests ? "requests" : isNamed ? "site" : "page",
    retryAfter: retryAfterOf(signals.anonymous, signals.incident.url),
    since: incident.since,
    loadedAt: incident.navigation?.startedAt ?? null,
    startedAt: progress.startedAt,
    endsBy: progress.endsBy,
    finishedAt: progress.finishedAt,
    rows: rowsOf(progress, findings, step),
    verdict: judgement && {
      ...verdictOf(judgement, context, incident, signals),
      ...(stands && { headline: headlineWhileChecking(judgement, stands, host) }),
    },
    step: step && { id: step, state: stateOf(step, progress) },
    path: pathOf(judgement, {
      way: wayOf(evidence, incident),
      answered: cameOverNetwork(signals),
      siteAnswers: siteAnswers(signals),
      isOver: judgement !== null && isOver(judgement, context),
      notThisUser: isShown("not-this-user", evidence),
      gatewayName: recognised?.product ?? null,
    }),
    details: detailsOf(incident, signals, progress, recognised),
    statusPages: statusPagesOf(signals, {
      gateway: recognised,
      finding: findings.get("status-page") ?? null,
      url: progress.statusPageUrl,
    }),
  };
}

/** Whether the page in the tab, or a stranger's answer, is that of a waiting room. */
const queuesVisitors = ({ anonymous, page }: Signals): boolean =>
  (anonymous.state === "ok" && isWaitingRoom(anonymous.value)) ||
  (page.state === "ok" && isWaitingRoomPage(page.value.html));

/** What was shown of the way. To a host of the user's own network the internet plays no part. */
function wayOf(evidence: readonly EvidenceId[], { url, status }: Incident): Seen["way"] {
  if (isShown("way-fails", evidence)) return "fails";
  const isNear = hostKind(new URL(url).hostname) !== "public" && status !== null;
  return isNear || isShown("way-works", evidence) ? "works" : "unknown";
}

/** Whether an answer came from outside this browser: not from its cache, and not from the site's program in it. */
function cameOverNetwork(signals: Signals): boolean {
  const { navigation, anonymous, retries, root } = signals;
  const isOwn = navigation?.source === "browser-cache" || statusInTab(signals) === null;
  return !isOwn || [anonymous, ...retries, root].some(({ state }) => state === "ok");
}

/** What the evidence at hand and the observations come to. Null without any evidence. */
const judged = (findings: readonly Finding[], observations: readonly ObservationId[]): Judgement | null => {
  const evidence = findings.flatMap((finding) => finding.evidence);
  return evidence.length > 0 ? weigh(evidence, observations) : null;
};

/** The judgement once every check has had its say. */
const judgedWhole = (signals: Signals): Judgement | null =>
  judged(
    CHECKS.map((check) => judge(check, signals)),
    observe(CHECKS, signals),
  );

/** How far the user is with the step that is offered to them. */
export function stateOf(step: StepId, { begun }: Pick<Progress, "begun">): StepView["state"] {
  if (begun?.id !== step) return "offered";
  return begun.byHand ? "by-hand" : "begun";
}

/** More of what strangers write is of no use to a support desk. */
const MOST_QUOTED = 200;

const quoted = (text: string | undefined): string | null => (text ? foreignText(text, MOST_QUOTED) || null : null);

function detailsOf(
  incident: Incident,
  signals: Signals,
  { statusPageUrl }: Progress,
  gateway: Recognition | null,
): DetailsView {
  const { anonymous } = signals;
  const page = message("tried_page");
  const asked = [
    [page, anonymous],
    ...signals.retries.map((tried) => [page, tried] as const),
    ["/", signals.root],
    ...signals.throughPageWorker.map((tried) => [message("tried_page_worker"), tried] as const),
  ] as const;
  return {
    gateway: gateway?.product ?? null,
    gatewayFamily: gateway?.family ?? null,
    gatewayWord: gateway?.word ?? null,
    gatewayDetail: quoted(gateway?.detail),
    // What only passed an error on has no part in it.
    gatewayStatusPage: gateway && gateway.word !== "passed-on" ? (gateway.statusPage ?? null) : null,
    ownerMustAct: gateway?.ownerMustAct === true,
    requestId: quoted(gateway?.requestId),
    hops: (anonymous.state === "ok" && anonymous.value.kind === "response" ? hops(anonymous.value.headers) : []).map(
      (hop) => foreignText(hop, MOST_QUOTED),
    ),
    protocol: incident.navigation?.protocol || null,
    waited: waitInTab(incident.navigation),
    answers: asked
      .flatMap(([what, tried]) =>
        tried.state === "not-sent"
          ? []
          : [{ at: tried.at, what: message("tried", what, resultOf(tried)), took: tried.took }],
      )
      .sort((a, b) => a.at - b.at),
    statusPageUrl,
    contacts: contactsOf(signals),
  };
}

/** What a request came to: a status, which reads alike in every language, or a text. */
function resultOf(tried: Exclude<Settled<Answer>, { state: "not-sent" }>): string | Message {
  if (tried.state === "failed")
    return message(tried.reason === "timeout" ? "tried_no_answer_in_time" : "tried_no_answer");
  return tried.value.kind === "redirect" ? message("tried_redirect") : String(tried.value.status);
}
