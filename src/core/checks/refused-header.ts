import type { GatewayWord, Sample } from "../gateways/gateway.ts";
import { recognise } from "../gateways/index.ts";
import { nameless } from "../gateways/nameless.ts";
import { sampleOfPage } from "../gateways/sample-of.ts";
import type { Signals } from "../incident/signals.ts";
import { proseOf } from "../prose/page/prose.ts";
import { saysLittle } from "../prose/same-page.ts";
import { namesTrouble } from "../prose/trouble/notice.ts";
import { pageWordOf } from "../writer/page-words.ts";
import { SHORTEST_TIMER_MS, waitInTab } from "./elapsed.ts";

/** Of a header of the request. That of an answer is named so by gateways: "upstream sent too big header". */
const SAYS_SO =
  /\b(?:headers?|cookies?)\b.{0,60}\b(?:too (?:large|big|long)|over(?:sized?|flow)|exceed)|\b(?:too (?:large|big|long)|oversized?|exceed\w*)\b.{0,40}\b(?:headers?|cookies?)\b/;
const OF_AN_ANSWER = /\b(?:upstream|response|reply)\b/;

/** That the server ended the connection, which many do whose parser meets such a header; no matter who wrote the page. */
const SAYS_CUT_OFF =
  /\b(?:server|upstream|backend|origin|peer|host)\b.{0,40}\b(?:closed|reset|dropped|cut(?: off)?|ended|terminated|aborted)\b.{0,30}\bconnection\b|\bconnection\b.{0,40}\b(?:closed|reset|dropped|cut off|terminated|aborted)\b|\bempty (?:reply|response|answer) from\b/;
const ANOTHER_REASON = /\btime[ds]?[ -]?out|\bmaintenance\b|\brefused\b/;

/** An answer could not be had, or not be used: what a gateway says whose server cuts off such a request. */
const STATUSES: readonly number[] = [502, 503, 520];
/** What stands in place of its number: RFC 9110, sections 15.6.3 and 15.6.4. */
const STATUS_TITLES: ReadonlySet<string> = new Set(["bad gateway", "service unavailable"]);
const WORDS: readonly GatewayWord[] = ["no-valid-answer", "origin-invalid", "gateway-fault", "unavailable"];

const cutsOff = (said: string): boolean => SAYS_CUT_OFF.test(said) && !ANOTHER_REASON.test(said) && !namesTrouble(said);

/** Of all that a page says besides its status line, which names no reason. */
function saysCutOff({ body, status }: Sample): boolean {
  const reasons = proseOf(body).sentences.filter((said) => !said.startsWith(String(status)));
  return reasons.some(cutsOff) && reasons.every((said) => cutsOff(said) || STATUS_TITLES.has(said));
}

const saysSo = ({ body }: Sample): boolean =>
  proseOf(body).sentences.some((said) => SAYS_SO.test(said) && !OF_AN_ANSWER.test(said));

/** Whether nothing in the page shows that the header was taken, or never came so far. */
function leavesOpen(sample: Sample, url: string): boolean {
  if (!STATUSES.includes(sample.status)) return false;
  const host = new URL(url).hostname;
  const writer = recognise([sample]) ?? nameless(sample, host);
  if (pageWordOf(writer, [sample], sample.status) !== null) return false;
  if (writer === null || writer.word === "passed-on") return saysLittle({ ...sample, host }) || saysCutOff(sample);
  return writer.family !== "site-programs" && WORDS.includes(writer.word);
}

/**
 * Whether the page can be what refuses a header that is too large. The first hop does that or the server's own parser: at
 * once, and before any program of the site's runs. So it is not a page that took long, that says that the server was not
 * reached or kept silent, or that a program wrote. A page that the site's worker handed on is read as well, for here
 * its words only take away.
 */
export function mayBeRefusedHeader({
  incident,
  navigation,
  page,
}: Pick<Signals, "incident" | "navigation" | "page">): boolean {
  if (page.state !== "ok" || incident.status === null) return false;
  // The wait is unknown of any page that the site's worker answers in Firefox, and of one that left no navigation entry.
  // That is common, and here a wait only takes away: the stranger and the reload have to tell the cookies apart as well.
  const wait = waitInTab(navigation);
  if (wait !== null && wait >= SHORTEST_TIMER_MS) return false;
  const sample = sampleOfPage(page.value, incident.status, incident.url);
  return saysSo(sample) || leavesOpen(sample, incident.url);
}
