import { orderOf } from "../checks/order.ts";
import type { Answer } from "../http/answer.ts";
import { isOneShot } from "../http/one-shot/one-shot.ts";
import type { Settled } from "../http/settled.ts";
import type { Incident } from "../incident/incident.ts";
import type { ReloadOutcome } from "../incident/reload.ts";
import { nothingAsked, type SignalName } from "../incident/signals.ts";
import type { Told } from "../incident/told.ts";
import { USUAL_CHECK_MS } from "../verdict/view.ts";
import { settledFromTheStart } from "./allowance.ts";
import { ask, withKnown } from "./asking.ts";
import type { Transition } from "./events.ts";
import type { Diagnosis } from "./state.ts";

/** What a check begins with. */
export interface Beginning {
  /** What a site that is asked too often has answered already, so that it need not be asked again. */
  readonly answer?: Settled<Answer> | null | undefined;
  /** What the user had said before a reload, and what that showed: the check begins with the two compared. */
  readonly seen?: { readonly told: Told; readonly reload: ReloadOutcome } | null;
}

/** What no question of a check's own brings: it is known before, the user says it, or asks others for it. */
const NOT_ASKED: readonly SignalName[] = [
  "incident",
  "navigation",
  "described",
  "impostorAnswer",
  "reload",
  "requests",
  "privateWindow",
  "otherDevice",
  "askedPlaces",
  "address",
];

/** A new check of an incident. Unless what the user has said is `seen` already, it finds that out first. */
export function begin(
  id: string,
  incident: Incident,
  { answer = null, seen = null }: Beginning,
  now: number,
): Transition {
  const { url, status, method, noticed, navigation, requests = null } = incident;
  // The user asked for this check, so an unknown method does not forbid a plain GET; a known form does.
  // What a page's program sent may have been anything.
  const mayAct = method === "POST" || (noticed === "requests" && method !== "GET");
  const isProtected = mayAct || isOneShot(url);
  const signals = { ...nothingAsked({ url, status, protected: isProtected }, navigation), requests };
  const bare: Diagnosis = {
    id,
    incident,
    startedAt: now,
    endsBy: now + USUAL_CHECK_MS,
    order: orderOf(signals),
    signals,
    known: new Set(NOT_ASKED),
    statusPageUrl: null,
    begun: null,
    unanswered: [],
    state: { name: "begun" },
  };
  const check = withKnown(bare, settledFromTheStart(incident, isProtected, answer));
  if (seen === null) return [check, [{ do: "hold-plan" }, { do: "recall" }]];
  const { begun, ...said } = seen.told;
  const [asking, effects] = ask({ ...check, begun, signals: { ...check.signals, ...said, reload: seen.reload } }, now);
  return [asking, [{ do: "hold-plan" }, ...effects]];
}
