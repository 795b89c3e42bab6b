import type { Cause } from "../evidence/causes.ts";
import { type Claim, isShown } from "../evidence/claims.ts";
import type { Judgement } from "../evidence/weigh.ts";
import { type Message, message, underscored } from "../message.ts";

/** Not every text takes part in the folk-advice game: these are causes that people are not sent in a wrong direction for. */
const WITHOUT_FOLK_ADVICE = [
  "transient",
  "regional",
  "signed-in",
  "extension",
  "offline",
  "bot-check",
  "unknown",
] as const satisfies readonly Cause[];
type WithFolkAdvice = Exclude<Cause, (typeof WITHOUT_FOLK_ADVICE)[number]>;

/** Whether a cause has a "no need to ..." of its own. */
export const hasFolkAdvice = (cause: Cause): cause is WithFolkAdvice => !WITHOUT_FOLK_ADVICE.some((id) => id === cause);

/** What the "no need to ..." of a cause claims, where that is not cookies and router alike. */
const CLAIMED: Partial<Record<WithFolkAdvice, Claim>> = {
  "stale-cache": "not-the-cookies",
  "page-worker": "not-the-cookies",
  cookies: "works-without-cookies",
  "local-proxy": "not-the-cookies",
  "captive-portal": "not-the-cookies",
  "stale-address": "not-the-cookies",
  "blocked-address": "not-the-cookies",
  "own-machine": "runs-here",
};

/** The "no need to ..." of a cause, as far as the evidence shows it. A cause without a text does not compile. */
export function notNeeded(cause: WithFolkAdvice, evidence: Judgement["evidence"], host: string): Message | null {
  const whole = message(`cause_${underscored(cause)}_not_needed`, host);
  const claim = CLAIMED[cause];
  if (claim) return isShown(claim, evidence) ? whole : null;
  const isCookieless = isShown("not-the-cookies", evidence);
  const isPastRouter = isShown("not-the-router", evidence);
  if (isCookieless && isPastRouter) return whole;
  if (isCookieless) return message("not_needed_cookies");
  return isPastRouter ? message("not_needed_router") : null;
}
