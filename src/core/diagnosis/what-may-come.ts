import { timesOf } from "../checks/elapsed.ts";
import { type Answer, type Meaning, meaningOf } from "../http/answer.ts";
import { notSent, type Settled } from "../http/settled.ts";
import { standsInTab } from "../incident/incident.ts";
import type { ReloadOutcome } from "../incident/reload.ts";
import type { Connectivity, SignalName, Signals } from "../incident/signals.ts";
import { mayGoOn } from "./allowance.ts";
import type { AskingCheck } from "./state.ts";
import { REPETITIONS, repetitionAccepts, THROUGH_WORKER } from "./what-to-ask.ts";

/**
 * The signals that may still change, each with what it may come to: as many values as checks can tell apart, or `anything`
 * where those are too many to be tried one by one.
 */
export type MayCome = { readonly [Name in SignalName]?: readonly Signals[Name][] | "anything" };

const NOTHING = { at: 0, took: 0 } as const;
const NOT_HEARD: readonly Settled<never>[] = [
  { state: "failed", reason: "network", ...NOTHING },
  notSent("not-needed"),
];

const response = (url: string, status: number, ...headers: ReadonlyArray<readonly [string, string]>): Answer => ({
  kind: "response",
  url,
  status,
  headers,
  body: "",
  truncated: false,
});

/**
 * One answer for each meaning, for of all answers but the first checks read no more than that, and the time that they
 * took. A failure is the tab's own: that of another status is what another meaning could be, and less.
 */
const answersFor = ({ url, status }: Signals["incident"]): Readonly<Record<Meaning, Answer>> => ({
  works: response(url, 200),
  fails: response(url, status !== null && status >= 500 ? status : 500),
  limits: response(url, 429),
  refuses: response(url, 403),
  challenges: response(url, 403, ["cf-mitigated", "challenge"]),
  redirects: { kind: "redirect", url },
  "shared-cache": response(url, 200, ["age", "1"]),
});

/** Long enough to be like no other time. */
const VERY_LONG_MS = 1_000_000;

/**
 * In milliseconds, for times that are alike or short tell something: at once, as long as the shortest or the longest
 * before, much longer.
 */
function timesLike({ navigation, anonymous, retries }: Signals): readonly number[] {
  const before = timesOf(navigation, [anonymous, ...retries]);
  return [...new Set([0, ...(before.length > 0 ? [Math.min(...before), Math.max(...before)] : []), VERY_LONG_MS])];
}

/** All that can become of one request: one of these answers, of which failures take each of these times, or none. */
const settledAs = (answers: readonly Answer[], times: readonly number[]): ReadonlyArray<Settled<Answer>> => [
  ...answers.flatMap((value) =>
    (meaningOf(value) === "fails" ? times : [0]).map((took) => ({ state: "ok", value, at: 0, took }) as const),
  ),
  ...NOT_HEARD,
];

const WAYS: readonly Connectivity[] = ["online", "opaque", "captive-portal", "impostor", "no-internet"];
const WAYS_OUT: ReadonlyArray<Settled<Connectivity>> = [
  ...WAYS.map((value) => ({ state: "ok", value, ...NOTHING }) as const),
  ...NOT_HEARD,
];
/** What the plan's load may show, which is never past the cache. */
const LOADED: readonly ReloadOutcome[] = ["not-tried", "works", "fails"];

/** The lists that begin so and go on to this length, with each of the values in each further place. */
function continued<T>(begun: readonly T[], length: number, values: readonly T[]): ReadonlyArray<readonly T[]> {
  if (begun.length >= length) return [begun];
  return values.flatMap((value) => continued([...begun, value], length, values));
}

/** Whether the tab's plan may still load the page again by itself. */
const mayLoad = (check: AskingCheck): boolean =>
  check.state.mayLoad &&
  standsInTab(check.incident) &&
  mayGoOn(check) &&
  (check.unanswered.includes("plan") || (check.state.asked.plan ?? 0) === 0);

/**
 * What a check that asks may still hear. What the user may yet say or ask of others is not among it: that is news, not an
 * answer which is outstanding. A new signal does not compile until it has its line.
 */
export function whatMayCome(check: AskingCheck): MayCome {
  const { signals, known } = check;
  const { incident, retries, throughPageWorker } = signals;
  const one = answersFor(incident);
  const answers = settledAs(Object.values(one), [0]);
  // Checks tell no more apart in a repetition: a challenge counts as a limit there, a refusal and a copy as a redirect.
  const repetitions = settledAs([one.works, one.fails, one.limits, one.redirects], timesLike(signals));
  const unless = <T>(isKnown: boolean, values: T): T | null => (isKnown ? null : values);
  const all: { readonly [Name in SignalName]: readonly Signals[Name][] | "anything" | null } = {
    incident: null,
    navigation: null,
    page: unless(known.has("page"), "anything"),
    anonymous: unless(known.has("anonymous"), "anything"),
    retries: unless(known.has("retries"), continued(retries, REPETITIONS, repetitions)),
    described: unless(known.has("retries") || repetitionAccepts(check) === null, "anything"),
    root: unless(known.has("root"), answers),
    throughPageWorker: unless(known.has("throughPageWorker"), continued(throughPageWorker, THROUGH_WORKER, answers)),
    connectivity: unless(known.has("connectivity"), WAYS_OUT),
    // It comes with the word on the way.
    impostorAnswer: unless(known.has("connectivity"), "anything"),
    statusPage: unless(known.has("statusPage"), "anything"),
    gatewayStatus: unless(known.has("gatewayStatus"), "anything"),
    reload: unless(!mayLoad(check), [...new Set([signals.reload, ...LOADED])]),
    askedPlaces: null,
    address: null,
    privateWindow: null,
    otherDevice: null,
    requests: null,
  };
  return Object.fromEntries(Object.entries(all).filter(([, values]) => values !== null));
}
