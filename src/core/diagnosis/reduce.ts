import { descriptionOf } from "../gateways/problem-details.ts";
import type { Answer } from "../http/answer.ts";
import { notSent, type Settled } from "../http/settled.ts";
import { mayBeWorkersOwn } from "../incident/answer-source.ts";
import type { Signals } from "../incident/signals.ts";
import { isContrast, type OtherDevice, type PrivateWindow, type Told } from "../incident/told.ts";
import type { StatusAnswers } from "../status-pages/model.ts";
import { USUAL_CHECK_MS } from "../verdict/view.ts";
import { mayGoOn } from "./allowance.ts";
import { ask, conclude, judge, proceed, WHOLE_CHECK_MS, withKnown } from "./asking.ts";
import type { DiagnosisEffect, DiagnosisEvent, Transition } from "./events.ts";
import type { Reply, Topic, Wait } from "./question.ts";
import { type AskingCheck, closedStatusPage, type Diagnosis, isAsking } from "./state.ts";
import { statusPageWords } from "./status-page-words.ts";
import { viewOf } from "./view.ts";
import { LAST_REPETITION_MS } from "./what-to-ask.ts";

/** How many more answers of the site's a check waits for after the first: a slow site makes it longer. */
const ANSWERS_TO_COME = 5;

type EventOf<T extends DiagnosisEvent["type"]> = Extract<DiagnosisEvent, { type: T }>;

const show = (check: Diagnosis): Transition => [check, [{ do: "show", view: viewOf(check) }]];

/**
 * The whole check as a function: pure, total, and the only place that decides what is asked, what is shown and when it
 * is over. `now` is in epoch milliseconds. One that was superseded stays so and says nothing.
 */
export function reduce(check: Diagnosis, event: DiagnosisEvent, now: number): Transition {
  const { name } = check.state;
  if (name === "superseded") return [check, []];
  switch (event.type) {
    case "told":
      return told(check, event, now);
    case "answered":
      return check.unanswered.includes(event.reply.to) ? answered(check, event.reply, now) : [check, []];
    case "broke":
      return check.unanswered.includes(event.topic) ? broke(check, event.topic, now) : [check, []];
    case "waited":
      return isAsking(check) ? waited(check, event.wait, now) : [check, []];
    case "opinions":
      return weighed({ ...check, signals: { ...check.signals, ...event.opinions } }, now);
    case "granted":
      return granted(check, event.url);
    case "reloads":
      if (name !== "judged") return [check, []];
      return show({ ...check, state: { name: "reloading" }, endsBy: now + USUAL_CHECK_MS });
    case "reloaded":
      return name === "reloading" || name === "judged" ? reloaded(check, event, now) : [check, []];
    case "superseded":
      return [
        { ...check, unanswered: [], state: { name: "superseded" } },
        name === "begun" || name === "asking" ? [{ do: "free-plan" }] : [],
      ];
  }
}

const withoutOpen = <C extends Diagnosis>(check: C, topic: Topic): C => ({
  ...check,
  unanswered: check.unanswered.filter((asked) => asked !== topic),
});

/** Weighs a verdict anew; any other check will take in with its next step what has come. */
const weighed = (check: Diagnosis, now: number): Transition =>
  check.state.name === "judged" ? judge(check, now) : [check, []];

function told(before: Diagnosis, { told: said, hasPlan }: EventOf<"told">, now: number): Transition {
  const check = { ...before, signals: { ...before.signals, ...compared(before, said) }, begun: said.begun };
  switch (check.state.name) {
    case "begun":
      return ask(check, now, hasPlan);
    case "judged":
      return judge(check, now);
    default:
      return show(check);
  }
}

/**
 * What the user says beside what they had said. That it works elsewhere is compared with this tab as it is from now on,
 * so a reload from before no longer counts. Any other answer leaves a comparison that was made as it is, and so does
 * the lapse of the word that was compared.
 */
function compared({ signals: before }: Diagnosis, said: Told) {
  const isCompared = before.reload !== "not-tried";
  const unlapsed = <Word extends PrivateWindow | OtherDevice>(now: Word, then: Word): Word =>
    now === "not-asked" && isContrast(then) && isCompared ? then : now;
  const privateWindow = unlapsed(said.privateWindow, before.privateWindow);
  const otherDevice = unlapsed(said.otherDevice, before.otherDevice);
  const isNewContrast =
    (privateWindow !== before.privateWindow && isContrast(privateWindow)) ||
    (otherDevice !== before.otherDevice && isContrast(otherDevice));
  return { privateWindow, otherDevice, reload: isNewContrast ? "not-tried" : before.reload } as const;
}

/** What is known by now is still worth a verdict. */
function broke(before: Diagnosis, topic: Topic, now: number): Transition {
  const check = withoutOpen(before, topic);
  return isAsking(check) ? conclude(check, now) : [check, []];
}

function answered(before: Diagnosis, reply: Reply, now: number): Transition {
  const check = withoutOpen(before, reply.to);
  if (reply.to === "status-pages") return statusPages(check, reply.answers, now);
  return isAsking(check) ? proceed(withReply(check, reply), now) : [check, []];
}

function withReply(check: AskingCheck, reply: Exclude<Reply, { to: "status-pages" }>): AskingCheck {
  const { signals } = check;
  switch (reply.to) {
    case "page":
      return withKnown(check, { page: reply.settled });
    case "stranger":
      return withEnd(withKnown(check, { anonymous: reply.settled }));
    case "front-page":
      return withKnown(check, { root: reply.settled });
    case "repetition":
      return { ...check, signals: withRepetition(signals, reply.settled) };
    case "page-worker":
      return {
        ...check,
        signals: { ...signals, throughPageWorker: [...signals.throughPageWorker, reply.settled] },
      };
    case "way-out": {
      const { settled } = reply;
      if (settled.state !== "ok") return withKnown(check, { connectivity: settled });
      const { impostorAnswer, connectivity } = settled.value;
      return withKnown(check, { impostorAnswer, connectivity: { ...settled, value: connectivity } });
    }
    case "plan":
      return { ...check, signals: { ...signals, reload: reply.reload ?? signals.reload } };
  }
}

/** A repetition beside what is known, and what describes the failure, if it is the one that was asked to. */
function withRepetition(signals: Signals, settled: Settled<Answer>): Signals {
  const { anonymous, retries, described } = signals;
  const isFirst = retries.length === 0 && anonymous.state === "ok" && settled.state === "ok";
  return {
    ...signals,
    retries: [...retries, settled],
    described: isFirst ? descriptionOf(anonymous.value, settled.value) : described,
  };
}

/** When it will be over, going by how long the site took to answer. */
function withEnd(check: AskingCheck): AskingCheck {
  const { anonymous } = check.signals;
  if (!mayGoOn(check)) return check;
  const took = anonymous.state === "not-sent" ? 0 : anonymous.took;
  const usual = USUAL_CHECK_MS + ANSWERS_TO_COME * took;
  return { ...check, endsBy: check.startedAt + Math.min(WHOLE_CHECK_MS, usual) };
}

/**
 * After the verdict they are weighed too, for they may be slow. A plan hears when an announced maintenance is to end, and
 * how long the site's last incidents took.
 */
function statusPages(before: Diagnosis, { site, gateway, url }: StatusAnswers, now: number): Transition {
  const check = { ...withKnown(before, { statusPage: site, gatewayStatus: gateway }), statusPageUrl: url };
  const [after, effects] = isAsking(check) ? proceed(check, now) : weighed(check, now);
  const words = statusPageWords(check).map((event): DiagnosisEffect => ({ do: "tell-plan", event }));
  return [after, [...words, ...effects]];
}

/** Of several who tell of one leave the first is heeded: then the page is asked, and once it has answered it is not closed. */
function granted(check: Diagnosis, url: string): Transition {
  if (closedStatusPage(check) !== url || check.unanswered.includes("status-pages")) return [check, []];
  const asked: Diagnosis = { ...check, unanswered: [...check.unanswered, "status-pages"] };
  return [asked, [{ do: "ask", question: { of: "status-pages", granted: url } }]];
}

function waited(check: AskingCheck, wait: Wait, now: number): Transition {
  if (wait === "patience") return conclude(check, now);
  const { state } = check;
  if (state.waits[wait] !== "running") return [check, []];
  const isLate = wait === "repetition" && now - check.startedAt > LAST_REPETITION_MS;
  const waits = { ...state.waits, [wait]: isLate ? undefined : "over" };
  return proceed({ ...check, state: { ...state, waits, isLate: state.isLate || isLate } }, now, false);
}

/** The answers of a moment ago hold, so the site is not asked again. */
function reloaded(
  before: Diagnosis,
  { incident, reload }: Extract<DiagnosisEvent, { type: "reloaded" }>,
  now: number,
): Transition {
  const { status } = incident;
  // The browser's own error page does not say how it came.
  const navigation = incident.navigation ?? before.signals.navigation;
  // What a worker wrote is not the network's word, and the reverse: the document that was read is not this one.
  const isSameWriter = mayBeWorkersOwn(navigation) === mayBeWorkersOwn(before.signals.navigation);
  const signals: Signals = {
    ...before.signals,
    incident: { ...before.signals.incident, status },
    navigation,
    page: isSameWriter ? before.signals.page : notSent("not-needed"),
    reload,
  };
  return judge({ ...before, incident, signals }, now);
}
