import type { Incident } from "../incident/incident.ts";
import type { ReloadOutcome } from "../incident/reload.ts";
import type { Signals } from "../incident/signals.ts";
import type { Told } from "../incident/told.ts";
import type { RetryEvent } from "../retry/events.ts";
import type { CheckView } from "../verdict/view.ts";
import type { Question, Reply, Topic, Wait } from "./question.ts";
import type { Diagnosis } from "./state.ts";

/** What can happen to a check. */
export type DiagnosisEvent =
  /** What the user has said of the incident by now, and, to a check that begins, whether a plan watches the tab. */
  | { readonly type: "told"; readonly told: Told; readonly hasPlan?: boolean }
  | { readonly type: "answered"; readonly reply: Reply }
  /** An act broke in a way that no answer has words for. */
  | { readonly type: "broke"; readonly topic: Topic }
  | { readonly type: "waited"; readonly wait: Wait }
  /** Second opinions, which the user asked for. */
  | { readonly type: "opinions"; readonly opinions: Pick<Signals, "askedPlaces" | "address"> }
  /** The user gave leave for a status page. */
  | { readonly type: "granted"; readonly url: string }
  /** The user loads the page again. */
  | { readonly type: "reloads" }
  /** What the tab showed then, or after a plan's load, which may be another status than before. */
  | { readonly type: "reloaded"; readonly incident: Incident; readonly reload: ReloadOutcome }
  /** Another check of the tab begins, or the tab shows something else. */
  | { readonly type: "superseded" };

/** What the driver is to do, in this order. */
export type DiagnosisEffect =
  /** The plans of the site wait, so that the two do not ask at once. */
  | { readonly do: "hold-plan" }
  /** Find out what the user has said of the incident, and whether a plan watches the tab. */
  | { readonly do: "recall" }
  | { readonly do: "ask"; readonly question: Question }
  | { readonly do: "wait"; readonly wait: Wait; readonly ms: number }
  | { readonly do: "keep" }
  | { readonly do: "show"; readonly view: CheckView }
  | {
      readonly do: "tell-plan";
      readonly event: Extract<RetryEvent, { type: "judged" | "announced" | "published" | "heard" }>;
    }
  | { readonly do: "free-plan" };

/** What an event makes of a check, and what the driver is to do then. */
export type Transition = readonly [check: Diagnosis, effects: readonly DiagnosisEffect[]];
