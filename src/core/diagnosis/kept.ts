import { orderOf } from "../checks/order.ts";
import { type Answer, onlyMeaning } from "../http/answer.ts";
import type { Settled } from "../http/settled.ts";
import type { Incident } from "../incident/incident.ts";
import { nothingAsked, type SignalName, type Signals } from "../incident/signals.ts";
import { USUAL_CHECK_MS } from "../verdict/view.ts";
import type { Diagnosis } from "./state.ts";

/** A check that has come to its end, with all that is needed to judge it anew. Plain data. */
export interface FinishedCheck {
  readonly id: string;
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly incident: Incident;
  readonly signals: Signals;
  readonly statusPageUrl: string | null;
}

/** What is kept of a check, as small as it can be judged anew; null while it has no verdict. */
export function finishedCheckOf({ state, signals, ...check }: Diagnosis): FinishedCheck | null {
  if (state.name !== "judged") return null;
  const { id, startedAt, incident, statusPageUrl } = check;
  return { id, startedAt, finishedAt: state.at, incident, signals: keptSignals(signals), statusPageUrl };
}

/** The check that was kept, as it was when its verdict stood. */
export function restored({ finishedAt, signals: kept, ...check }: FinishedCheck): Diagnosis {
  const { incident, startedAt } = check;
  const signals = { ...nothingAsked(kept.incident, incident.navigation), ...kept };
  return {
    ...check,
    endsBy: startedAt + USUAL_CHECK_MS,
    order: orderOf(signals),
    signals,
    known: new Set(Object.keys(signals) as SignalName[]),
    begun: null,
    unanswered: [],
    state: { name: "judged", at: finishedAt },
  };
}

/** Of an answer that is no failure, no recogniser reads the text. */
function withoutIdleBody(tried: Settled<Answer>): Settled<Answer> {
  if (tried.state !== "ok" || tried.value.kind !== "response" || tried.value.status >= 500) return tried;
  return { ...tried, value: { ...tried.value, body: "" } };
}

/**
 * The signals of a check that has ended, as small as they can be judged anew: the judgement is the same. Whole stay
 * only what may show who wrote the page (its document, the stranger's failing answer, an error page in an unrelated
 * address's place), at most 16 KB of text and 16 KB of header fields each. Links serve while the check runs only.
 */
function keptSignals(signals: Signals): Signals {
  const { page } = signals;
  return {
    ...signals,
    page: page.state === "ok" ? { ...page, value: { ...page.value, links: [] } } : page,
    anonymous: withoutIdleBody(signals.anonymous),
    retries: signals.retries.map(onlyMeaning),
    root: onlyMeaning(signals.root),
    throughPageWorker: signals.throughPageWorker.map(onlyMeaning),
  };
}
