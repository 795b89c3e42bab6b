import { type Answer, onlyMeaning } from "../../core/http/answer.ts";
import type { Settled } from "../../core/http/settled.ts";
import type { Signals } from "../../core/incident/signals.ts";

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
export function keptSignals(signals: Signals): Signals {
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
