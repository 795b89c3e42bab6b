import { lazily } from "../../lazily.ts";
import { speaksOfMaintenance } from "../maintenance/notice.ts";
import type { Prose } from "../page/prose.ts";
import { isDenied } from "../sentence/denied.ts";
import { unmarked } from "../sentence/unmarked.ts";
import { FATES, isOfAnythingElse, SHARES } from "./words.ts";

/** What can be switched off: the site, or what it is rented by. */
const SITE = String.raw`(?:web ?)?(?:site|page)|web app|project|domain(?: name)?|space|store|shop|hosting|account|workspace|blog|forum|board|wiki|tenant|subscription|plan|licen[cs]e|trial|[\w-]{1,60}(?:\.[\w-]{2,60}){1,4}`;
/** What runs it. A crash stops that too, and a site has many of them. */
const RUNNING = "app|service|application|server|instance|program|environment|tunnel|deployment";
const THING = `(?:${SITE}|${RUNNING})`;
/** Only a person does this. */
const BY_HAND =
  "suspended|paused|deactivated|discontinued|put to sleep|asleep|sleeping|hibernating|frozen|expired|cancell?ed|unpublished|archived|unpaid|overdue|past due";
/** A crash does this to what runs. */
const STOPPED = "disabled|switched off|turned off|shut ?down|stopped|terminated|inactive|not active";
const NOT_OF_ITSELF =
  "(?! (?:responding|working|answering|serving|due to (?!non-?payment|unpaid|inactivity|abuse|violat|an? (?:unpaid|overdue|violation))))";
const OFF = `(?:${BY_HAND})${NOT_OF_ITSELF}`;
const SITE_OFF = `(?:${STOPPED})${NOT_OF_ITSELF}`;
const WORD = String.raw`[\w'"()-]{1,30}`;
/** A thing whose name another noun follows is that noun's, "the domain controller": what follows is a name, a remark, or more about the site. */
const FOLLOWS = String.raw`(?:of|for|at|on|in|from|by|with|that|which|you|currently|now|temporarily|permanently|also|hosted|registration|package|service|account|owner|has|[a-z_]{0,30}['"()\d-][\w'"()-]{0,30})`;
const NAMED = "(?:project|space|tenant|workspace|app|application|instance|deployment|environment|tunnel)";
/** Words between that name nothing that runs ("the shop server"), and not what a thing did of itself ("has stopped"). */
const WORD_OF_SITE = String.raw`(?!(?:has|${RUNNING})\b)${WORD}`;
const WAS = "(?:has been|have been|was|is|are)";
/** What has expired did so of itself; what has suspended something is somebody. */
const HAS_BEEN = "has(?: (?!been\\b)[\\w'-]{1,30}){0,2} been";
const SOMEBODY =
  "by (?:(?:its|the|this|our|an?) )?(?:(?!an?other)[a-z]{1,20} )?(?:owner|author|creator|developer|administrator|admin|host|provider|customer|user)(?!'s| (?:outage|fault|error|failure|problem|issue))";

/** Somebody has ended it: "this site has been suspended by its owner", "account suspended". */
const ended = lazily((): readonly RegExp[] => [
  new RegExp(
    String.raw`\b(?:${NAMED} ${WORD}|${THING})(?: ${FOLLOWS}(?: ${WORD}){0,2})? (?:(?:${WAS}|${HAS_BEEN})(?: ${WORD}){0,2} ${OFF}|has(?: ${WORD}){0,2} expired)\b`,
  ),
  new RegExp(
    String.raw`\b(?:${SITE})(?: (?!has\b)${FOLLOWS}(?: ${WORD_OF_SITE}){0,2})? ${WAS}(?: ${WORD_OF_SITE}){0,2} ${SITE_OFF}\b`,
  ),
  new RegExp(String.raw`\b(?:${RUNNING}) ${WAS}(?: ${WORD}){0,2} (?:${STOPPED}) ${SOMEBODY}\b`),
  new RegExp(
    String.raw`(?:^|\b(?:the|its|(?:site|shop|store|account|domain|hosting|web)(?:'s)?) )(?:owner|author|administrator|host|provider) (?:has |have )?(?:(?:closed|${BY_HAND}) (?:this|the) ${THING}|(?:${STOPPED}) (?:this|the) (?:${SITE}))\b`,
  ),
  /(?:^|\bthis |\b(?:free|evaluation|demo|hosting|day) )trial (?:has ended|is over|ended)\b/,
  /\b(?:trial period|subscription|licen[cs]e)(?: (?:of|for)(?: [\w'.-]{1,30}){1,3})? (?:has ended|has lapsed|is over|ended)\b/,
  /\b(?:domain(?: name)?|hosting|subscription) expired on\b/,
  new RegExp(
    String.raw`\b${THING}(?: ${WORD}){0,3} ${WAS}(?: ${WORD}){0,2} (?:taken (?:offline|down)|closed|locked) ${SOMEBODY}\b`,
  ),
  new RegExp(`^(?:${WORD} ){0,2}${THING}(?: ${FOLLOWS})? ${OFF}$`),
  new RegExp(`^(?:${WORD} ){0,2}(?:${SITE})(?: (?!has\\b)${FOLLOWS})? ${SITE_OFF}$`),
  new RegExp(String.raw`\b(?:this|the) ${THING} (?:has gone|went|has been put|was put|is put) to sleep\b`),
  new RegExp(
    String.raw`\b(?:${SITE}) (?:has been|is|was|has) (?:now )?(?:(?:permanently|for good|forever) (?:closed|shut ?down)|(?:closed|shut ?down) (?:permanently|for good|forever))\b`,
  ),
  /\b(?:domain(?: name)?|(?:web ?)?site)s? (?:has been|have been|was|is) seized\b/,
  new RegExp(`^${OFF} ${THING}$`),
  new RegExp(`^${SITE_OFF} (?:${SITE})$`),
  /\bpayment required$|\b(?:unpaid|overdue) (?:bill|invoice)\b/,
]);

/** What a plan includes by the month or the day. What a limit lets through by the second is another thing. */
const SHARE =
  "(?:quotas?|bandwidth|data transfer|credits?|allowance|usage limits?|(?:traffic|transfer|usage|daily|monthly|hourly|free|plan|spend(?:ing)?|billing|invocation|request) (?:limits?|quotas?|cap)|(?:dyno|free|compute|instance|usage|plan|monthly) hours?(?: pool)?)";
const GONE = "(?:exceed(?:ed|s)?|reach(?:ed|ing)|exhausted|used up|ran out|run out|depleted|over)";
const usedUp = lazily((): readonly RegExp[] => [
  new RegExp(String.raw`\b${SHARE}(?: ${WORD}){0,4} ${GONE}\b`),
  new RegExp(
    String.raw`\b(?:exceed(?:ed|s)|reached|reaching|exhausted|used (?:up|all)|ran out of|run out of|out of)(?: ${WORD}){0,5} ${SHARE}\b`,
  ),
  /\bover (?:its )?(?:serving )?quota\b/,
]);

/** Another reason, which explains the rest: work on the site, a rush, a fault. */
const OTHERWISE =
  /maintenance|wartung|mantenimiento|manuten|onderhoud|konserwac|обслужив|обслугов|технич|технічн|メンテ|保守|维护|維護|升级|점검|bakim|bakım|bao tri|pemeliharaan|udrzb|overload|(?:heavy|high) (?:load|demand|traffic)|attack|incident|migrat|unexpected|crash|exception|fatal|database|datenbank|base de d(?:ados|atos|onnees)|baz\w{0,3} dan|баз\S{0,3} дан|veritabani|データベース|데이터베이스|数据库|資料庫|(?:being|is) (?:restored|recovered)|wiederhergestellt|восстанавлива|восстановительн|відновлю|復旧|復元|恢复中|恢復中|抢修|搶修|복구|복원|障害|장애|故障/;
/** The same, unless it is what its owner can do: restore the site, upgrade the plan, update how they pay. */
const RENEWED = /upgrad|updat|(?:restor|recover|repair)(?:ing|e it| it)/;
const BY_OWNER = /\b(?:owner|author|you|your|plan|subscription|billing|payment|dashboard|control panel|console)\b/;
const BY_US = /\b(?:we|we're|we've|our|us|being)\b/;

const explainsRest = (sentence: string): boolean =>
  OTHERWISE.test(sentence) || (RENEWED.test(sentence) && (BY_US.test(sentence) || !BY_OWNER.test(sentence)));

/** Said of somebody in particular, of a possibility, or of what is not so. */
const OPEN =
  /^(?:is|was|are|has|have|did|does|why) |\b(?:you|your|yours|if|may|might|perhaps|possibly|either|whether|unless|until|once|when|never|not (?:been|be)|could (?:be|have)|rate|memory|connections?|concurrent|upload|javascript|cookies?|browser|session|ihr|ihre|votre|vos|[st]u cuenta|[st]ua conta|(?:tuo|suo) account|(?:ditt|din|dit) konto|twoje konto|vas ucet|hesab[ıi]n[ıi]z|akun anda|falls|wenn|si)\b|(?:^| )если |(?:^|[^а-яё])ваш|[您你]的(?:账|帳)|お客様のアカウント|고객님|귀하|حسابك|החשבון שלך|λογαριασμος σας|tai khoan cua ban|บัญชีของคุณ|आपक[ाेी]|আপনার/;

/** Whether a sentence, in lower case and without marks, says that what the site may use is used up. */
const isUsedUp = (sentence: string): boolean =>
  usedUp().some((pattern) => isSaid(pattern, sentence)) ||
  SHARES.some(([share, gone]) => share.test(sentence) && isSaid(gone, sentence));

/** Whether a sentence says so of the site, and not of its reader. Takes lower case. */
export function saysUsedUp(sentence: string): boolean {
  const said = unmarked(sentence);
  return said.length <= 160 && !OPEN.test(said) && !isOfAnythingElse(said) && isUsedUp(said);
}

/** That it is not so, between the site and its fate. Not to be active is a fate itself. */
const NOT = /\b(?:not(?! active)|never|no longer(?! (?:active|available)))\b/;

/** Whether a sentence says what a pattern finds, and does not deny it. */
function isSaid(pattern: RegExp, sentence: string): boolean {
  const found = pattern.exec(sentence);
  if (found === null) return false;
  const { index: from, 0: said } = found;
  return !NOT.test(said) && !isDenied(sentence, { from, to: from + said.length });
}

const saysSo = (sentence: string): boolean =>
  sentence.length <= 160 &&
  !OPEN.test(sentence) &&
  !isOfAnythingElse(sentence) &&
  (ended().some((pattern) => isSaid(pattern, sentence)) ||
    isUsedUp(sentence) ||
    FATES.some(([thing, fate]) => thing.test(sentence) && isSaid(fate, sentence)));

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
  return said.some(saysSo) && !said.some(explainsRest) && !sentences.some(speaksOfMaintenance);
}
