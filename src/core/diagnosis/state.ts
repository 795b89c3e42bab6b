import type { RegisteredCheck } from "../checks/index.ts";
import { meaningOf } from "../http/answer.ts";
import { isFresh } from "../http/settled.ts";
import type { Incident } from "../incident/incident.ts";
import { isServed } from "../incident/reload.ts";
import type { SignalName, Signals } from "../incident/signals.ts";
import type { BegunStep } from "../incident/told.ts";
import { closedPageOf } from "../verdict/status-pages.ts";
import type { Topic } from "./question.ts";

/** What a check asks, and how often at most, says `what-to-ask.ts`; none of its questions waits twice at once for an answer. */
interface Asking {
  readonly name: "asking";
  /** How often each question was asked; absent for never. */
  readonly asked: Readonly<Partial<Record<Topic, number>>>;
  readonly waits: Readonly<{ [Name in "repetition" | "headers"]?: "running" | "over" | undefined }>;
  /** A plan may load the tab while this check runs; one that begins meanwhile waits for its end. */
  readonly mayLoad: boolean;
  /** Too much time has passed for a further repetition. */
  readonly isLate: boolean;
}

/**
 * The check of one tab as data: what is known so far, and what is still asked.
 *
 * ```
 *  begun ──what the user has said──▶ asking ──all answered, out of patience, broken──▶ judged
 *                                                                                   ▲    │
 *                                                                  what the tab shows    the user loads it again
 *                                                                                   │    ▼
 *                                                                                  reloading
 *
 *  judged ──the user's word, second opinions, a status page, a plan's load of the tab──▶ judged anew
 *  from every state: another check of the tab begins, the tab shows something else ──▶ superseded
 * ```
 *
 * An answer that comes after the verdict changes nothing, but for what the user asked others and for status pages,
 * which may be slow or need the user's leave. What comes while the page loads again waits for what that shows.
 */
export interface Diagnosis {
  readonly id: string;
  readonly incident: Incident;
  /** Epoch milliseconds, as `endsBy`. */
  readonly startedAt: number;
  /** When it will be finished at the latest, as far as can be told. */
  readonly endsBy: number;
  /** The checks as the rows show them. */
  readonly order: readonly RegisteredCheck[];
  readonly signals: Signals;
  /** Signals that are complete. */
  readonly known: ReadonlySet<SignalName>;
  /** The site's status page, to be shown; null when only guessed. */
  readonly statusPageUrl: string | null;
  /** The step that the user has gone to do, or null. */
  readonly begun: BegunStep | null;
  /** What is asked and not answered yet. */
  readonly unanswered: readonly Topic[];
  readonly state:
    | { readonly name: "begun" }
    | Asking
    | { readonly name: "judged"; readonly at: number }
    | { readonly name: "reloading" }
    | { readonly name: "superseded" };
}

/** A check while it asks. */
export type AskingCheck = Diagnosis & { readonly state: Asking };

/** Whether a check asks, or waits for answers. */
export const isAsking = (check: Diagnosis): check is AskingCheck => check.state.name === "asking";

/** The status page that may be asked only with the user's leave for its host, or null. */
export const closedStatusPage = ({ signals, statusPageUrl }: Diagnosis): string | null =>
  closedPageOf(signals, statusPageUrl);

/** Whether its answers are of a moment ago, so that what the tab shows now can be compared with them. */
export const isComparable = ({ state, startedAt }: Diagnosis, now: number): boolean =>
  state.name === "judged" && isFresh(startedAt, now);

/** Whether the last stranger that it asked was served. */
export function endedServed({ signals: { anonymous, retries } }: Diagnosis): boolean {
  const last = [anonymous, ...retries].findLast(({ state }) => state === "ok");
  return last?.state === "ok" && meaningOf(last.value) === "works";
}

/** Whether it still asks, or has asked a moment ago: what the user says stands beside answers of the same minutes. */
export const isUpToDate = ({ state, startedAt }: Diagnosis, now: number): boolean =>
  state.name !== "judged" || isFresh(startedAt, now);

/** Whether it ended a moment ago with the page's coming back. */
export const broughtBack = (check: Diagnosis, now: number): boolean =>
  isComparable(check, now) && isServed(check.signals.reload);
