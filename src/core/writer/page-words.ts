import type { Recognition, Sample } from "../gateways/gateway.ts";
import type { Signals } from "../incident/signals.ts";
import { announcesMaintenance } from "../prose/maintenance/notice.ts";
import { eachOnce } from "../prose/page/prose.ts";
import { asksForProof, refusesVisitor } from "../prose/refusal/notice.ts";
import { statedIn } from "../prose/stated.ts";
import { saysSwitchedOff } from "../prose/switched-off/notice.ts";
import { saysSiteBlocked } from "../prose/switched-off/site-blocked.ts";
import { reportsLoad } from "../prose/trouble/load-notice.ts";
import { reportsTrouble } from "../prose/trouble/notice.ts";
import { isWaitingRoomPage } from "../prose/waiting-room.ts";
import { saysWayPaused } from "../prose/way-paused.ts";
import { remembered } from "../remembered.ts";
import { gatewayOf, samplesOf, statusMet, type WriterSignals } from "./writer.ts";

/**
 * What a failing page says in words that any site can use, whoever wrote it:
 * - `proof`: its reader is to show that they are a person.
 * - `refusal`: it is its reader who is refused.
 * - `maintenance`: it is closed for maintenance just now.
 * - `switched-off`: it was suspended or paused, or has used up what its plan includes.
 * - `load`: more people want it than it can serve, or it lets them in by turns.
 */
export type PageWord = "proof" | "refusal" | "maintenance" | "switched-off" | "load";

const tellsWayPaused = remembered(({ body }: Sample): boolean => saysWayPaused(eachOnce(statedIn(body))));

/** Whether the failing page tells of its reader's own way, which says nothing of the site. */
export const mayBeOfTheWay = (signals: Pick<Signals, WriterSignals>): boolean =>
  samplesOf(signals).some(tellsWayPaused);

/** What this answer says. */
const wordOf = remembered((sample: Sample): PageWord | null => {
  const { status, body } = sample;
  const page = statedIn(body);
  const prose = eachOnce(page);
  if (asksForProof(prose)) return "proof";
  const isSiteBlocked = saysSiteBlocked(prose);
  if (!isSiteBlocked && refusesVisitor(prose)) return "refusal";
  if (tellsWayPaused(sample)) return null;
  const isFull = reportsLoad(prose) || isWaitingRoomPage(body);
  // A page that names two reasons announces neither. A site that is closed answers 503 (RFC 9110 section 15.6.4).
  if (announcesMaintenance(page)) return status === 503 && !isFull && !reportsTrouble(prose) ? "maintenance" : null;
  if (isFull) return "load";
  return (isSiteBlocked || saysSwitchedOff(page)) && !reportsTrouble(prose) ? "switched-off" : null;
});

/**
 * Whether a gateway tells more than the page's own words. A site's firewall that signs its block says what the page
 * says. What was read out of the sentences of a page that nobody signed is a guess, and those sentences are the page's
 * own. Where a box of the user's says either, it is known whose it is, which tells more.
 */
const namesReason = ({ family, word, side }: Recognition): boolean =>
  word !== "passed-on" && word !== "unavailable" && (side === "user" || (word !== "blocked" && family !== "nameless"));

const isAboutReader = (word: PageWord): boolean => word === "proof" || word === "refusal";

/**
 * The page's own words, where they are all that is said of the reason: a gateway that names one is believed before them.
 * What refuses or tests a probe need not do so to the person, so that must be the tab's own answer, of this status.
 */
export function pageWordOf(
  writer: Recognition | null,
  samples: readonly Sample[],
  status: number | null,
): PageWord | null {
  if (writer !== null && namesReason(writer)) return null;
  const words = samples.flatMap((sample) => {
    const word = wordOf(sample);
    return word === null || (isAboutReader(word) && sample.status !== status) ? [] : [word];
  });
  return words.find(isAboutReader) ?? words[0] ?? null;
}

/** Whether the failing page says that it is its reader who is refused. */
export const refusesReader = (signals: Pick<Signals, WriterSignals>): boolean =>
  pageWordOf(gatewayOf(signals), samplesOf(signals), statusMet(signals)) === "refusal";
