import type { Prose } from "./prose.ts";
import { FATES } from "./switched-off-words.ts";
import { unmarked } from "./unmarked.ts";

/** What can be switched off: the site, or what runs it. */
const THING = String.raw`(?:(?:web ?)?(?:site|page|app)|service|application|project|deployment|domain(?: name)?|space|store|shop|hosting|account|server|instance|workspace|blog|forum|environment|tenant|program|tunnel|subscription|plan|licen[cs]e|trial|[\w-]{1,60}(?:\.[\w-]{2,60}){1,4})`;
const OFF =
  "(?:suspended|paused|disabled|deactivated|discontinued|switched off|turned off|shut ?down|stopped|put to sleep|asleep|sleeping|hibernating|frozen|expired|terminated|cancell?ed|unpublished|archived|inactive|not active|unpaid|overdue|past due)(?! (?:responding|working|answering|serving|due to))";
const WORD = String.raw`[\w'"()-]{1,30}`;

/** Somebody has ended it: "this site has been suspended by its owner", "account suspended". */
const ENDED: readonly RegExp[] = [
  new RegExp(String.raw`\b${THING}(?: ${WORD}){0,3} (?:has been|have been|was|is|are|has)(?: ${WORD}){0,2} ${OFF}\b`),
  new RegExp(`^(?:${WORD} ){0,2}${THING}(?: ${WORD})? ${OFF}$`),
  new RegExp(`^${OFF} ${THING}$`),
  /\bpayment required$|\b(?:unpaid|overdue) (?:bill|invoice)\b/,
];

/** What a plan includes by the month or the day. What a limit lets through by the second is another thing. */
const SHARE =
  "(?:quotas?|bandwidth|data transfer|credits?|allowance|usage limits?|(?:traffic|transfer|usage|daily|monthly|hourly|free|plan|spend(?:ing)?|billing|invocation|request) (?:limits?|quotas?|cap)|(?:dyno|free|compute|instance|usage|plan|monthly) hours?(?: pool)?)";
const GONE = "(?:exceed(?:ed|s)?|reach(?:ed|ing)|exhausted|used up|ran out|run out|depleted|over)";
const USED_UP: readonly RegExp[] = [
  new RegExp(String.raw`\b${SHARE}(?: ${WORD}){0,4} ${GONE}\b`),
  new RegExp(
    String.raw`\b(?:exceed(?:ed|s)|reached|reaching|exhausted|used up|ran out of|run out of|out of)(?: ${WORD}){0,5} ${SHARE}\b`,
  ),
  /\bover (?:its )?(?:serving )?quota\b/,
];

/** Another reason, which explains the rest: work on the site, a rush, a fault. */
const OTHERWISE =
  /maintenance|wartung|mantenimiento|manuten|onderhoud|konserwac|обслужив|обслугов|технич|технічн|メンテ|保守|维护|維護|升级|점검|bakim|bakım|bao tri|pemeliharaan|udrzb|upgrad|updat|overload|(?:heavy|high) (?:load|demand|traffic)|attack|incident|migrat|unexpected|crash|exception|fatal/;
/** Said of somebody in particular, of a possibility, or of what is not so. */
const OPEN =
  /^(?:is|was|are|has|have|did|does|why) |\b(?:you|your|yours|if|may|might|perhaps|possibly|either|whether|unless|until|once|when|never|not (?:been|be)|could (?:be|have)|rate|memory|connections?|concurrent|upload|javascript|cookies?|browser|session|ihr|ihre|votre|vos|su cuenta|falls|wenn|si)\b|(?:^| )если /;

const saysSo = (sentence: string): boolean =>
  sentence.length <= 160 &&
  !OPEN.test(sentence) &&
  (ENDED.some((pattern) => pattern.test(sentence)) ||
    USED_UP.some((pattern) => pattern.test(sentence)) ||
    FATES.some(([thing, fate]) => thing.test(sentence) && fate.test(sentence)));

/** A page that says so says little else; a long one may speak of anything. */
const MOST_SAID = 40;

/**
 * Whether a failing page says that the site was switched off: suspended or paused by its owner or host, or stopped
 * because what its plan includes is used up. It must say so in a sentence, of the site and not of its reader, without
 * a condition, and name no other reason.
 */
export function saysSwitchedOff({ sentences }: Prose): boolean {
  if (sentences.length > MOST_SAID) return false;
  const said = sentences.map(unmarked);
  return said.some(saysSo) && !said.some((sentence) => OTHERWISE.test(sentence));
}
