import type { Sample } from "../gateways/gateway.ts";
import { sampleOf } from "../gateways/sample-of.ts";
import { type Answer, meaningOf, type Response } from "../http/answer.ts";
import { leadsTo } from "../http/portal-marks.ts";
import type { Signals } from "../incident/signals.ts";
import { holdsAllOf, likenessOf } from "../prose/same-page.ts";
import { remembered } from "../remembered.ts";
import { failingResponse, samplesOf, type WriterSignals } from "./writer.ts";

/** A page with the host that was asked for it, to be compared with that of another. */
export interface ComparedPage extends Sample {
  readonly host: string;
}

const NO_HEADERS: Sample["headers"] = [];
const pages = new WeakMap<Sample, ComparedPage>();

/** The same object every time, as of a sample, so that its words are read once. */
function compared(sample: Sample, headers: Sample["headers"], url: string): ComparedPage {
  const { hostname: host } = new URL(url);
  const known = pages.get(sample);
  if (known?.host === host && known.headers === headers) return known;
  const page = { ...sample, headers, host };
  pages.set(sample, page);
  return page;
}

/** An answer, to be compared. */
export const comparedPage = (answer: Response): ComparedPage =>
  compared(sampleOf(answer, answer.url), answer.headers, answer.url);

/** The failing page, with the header fields of the stranger's answer where it failed the same way. */
export function failingPage(signals: Pick<Signals, WriterSignals>): ComparedPage | null {
  const { incident, anonymous } = signals;
  // The tab's own document comes last; strangers speak for it where nobody can read it.
  const shown = samplesOf(signals).at(-1);
  if (!shown) return null;
  const answer = failingResponse(anonymous);
  return compared(shown, answer?.status === shown.status ? answer.headers : NO_HEADERS, incident.url);
}

const ledTo = remembered((page: ComparedPage): ReadonlySet<string> => new Set(leadsTo(page)));

/** Whether what comes in a site's place has the words of what comes in an unrelated one's, and at most as many more. */
export const repeats = (page: ComparedPage, there: ComparedPage): boolean =>
  likenessOf(page, there) === "page" || holdsAllOf(page, there);

/** Whether both pages lead their reader to the same third host. */
export function leadTogether(one: ComparedPage, other: ComparedPage): boolean {
  const led = ledTo(one);
  return [...ledTo(other)].some((host) => led.has(host));
}

/**
 * Whether an answer for this site is what came in an unrelated one's place as well, which is no page of this site's. One
 * that is served proves nothing by being shorter than what came there, nor without any words.
 */
export function comesInPlace(answer: Answer, there: Response | null): boolean {
  if (there === null || answer.kind !== "response") return false;
  const [here, other] = [comparedPage(answer), comparedPage(there)];
  return (
    likenessOf(here, other) !== null || holdsAllOf(here, other) || holdsAllOf(other, here) || leadTogether(here, other)
  );
}

/**
 * Whether the page, or the site's front page, comes through: then whoever stands before this site and an unrelated one
 * has not broken the way. `there` is what came in the unrelated site's place.
 */
export const letsSiteThrough = (
  { anonymous, root }: Pick<Signals, "anonymous" | "root">,
  there: Response | null,
): boolean =>
  [anonymous, root].some(
    (tried) => tried.state === "ok" && meaningOf(tried.value) === "works" && !comesInPlace(tried.value, there),
  );
