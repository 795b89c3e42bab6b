import type { Response } from "../http/answer.ts";
import { speaksAsPortal } from "../http/portal-marks.ts";
import { mayBeWorkersOwn } from "../incident/answer-source.ts";
import type { Signals } from "../incident/signals.ts";
import {
  type ComparedPage,
  comparedPage,
  failingPage,
  leadTogether,
  letsSiteThrough,
  repeats,
} from "./compared-page.ts";
import { failingResponse, networkStatus, type WriterSignals } from "./writer.ts";

type Needs = WriterSignals | "root" | "reload";

/**
 * How a portal that shows at an unrelated address over plain http stands to the failing page:
 * - `writer`: it wrote that page as well.
 * - `apart`: the failure, or one of the front page, has come past it since, so it does not stand before this site.
 * - `unknown`: nothing, or something else than the failure, has come from the site since.
 */
export type PortalsPart = "writer" | "apart" | "unknown";

/**
 * A portal's page has the same words, leads to the same host, or says in the networks' own code or language that it
 * wants a log-in. Its sign at one address is also what a network leaves that filters that address alone. Sites may
 * write that language too, so what the portal itself wrote, if it can be read, must speak it as well.
 */
function isPortals(page: ComparedPage, portalAnswer: Response | null): boolean {
  if (page.status === 511) return true;
  if (portalAnswer === null) return speaksAsPortal(page.body);
  const there = comparedPage(portalAnswer);
  // What lets people in is no error, so a failing page that says the same has it from there.
  if (repeats(page, there) || leadTogether(page, there)) return true;
  return speaksAsPortal(page.body) && speaksAsPortal(there.body);
}

/** What a portal has to do with the failing page. Over https no portal can write. */
export function portalsPart(signals: Pick<Signals, Needs>, portalAnswer: Response | null): PortalsPart {
  const { incident, navigation, anonymous, root, reload } = signals;
  const isPlain = incident.url.startsWith("http:");
  const page = failingPage(signals);
  const status = networkStatus(signals);
  const isIts = status === 511 || (page !== null && page.status === status && isPortals(page, portalAnswer));
  if (isPlain && isIts) return letsSiteThrough(signals, portalAnswer) ? "apart" : "writer";
  if (reload === "fails" && !mayBeWorkersOwn(navigation)) return "apart";
  const isPast = [anonymous, root].some((tried) => {
    const answer = failingResponse(tried);
    return answer !== null && !(isPlain && isPortals(comparedPage(answer), portalAnswer));
  });
  return isPast ? "apart" : "unknown";
}
