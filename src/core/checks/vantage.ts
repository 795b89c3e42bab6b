import type { EvidenceId } from "../evidence/weights.ts";
import { meaningOf } from "../http/answer.ts";
import type { Signals } from "../incident/signals.ts";
import { isLimited } from "../incident/status.ts";
import { message } from "../message.ts";
import type { AskedPlaces } from "../places/second-opinion.ts";
import { splitOf } from "../places/split.ts";
import { gatewayOf, statusMet, type WriterSignals } from "../writer/writer.ts";
import type { Check } from "./check.ts";

type Needs = WriterSignals | "askedPlaces";

/**
 * How the very address that the places were asked for stands from here. A refusal or a challenge may be meant
 * for the probe alone, so it is neither.
 */
export function seenFromHere({ here }: AskedPlaces): "fails" | "answers" | "unknown" {
  if (here.state !== "ok") return "unknown";
  const meaning = meaningOf(here.value);
  if (meaning === "fails" || meaning === "limits") return "fails";
  return meaning === "refuses" || meaning === "challenges" ? "unknown" : "answers";
}

/**
 * What it means that others are served. Only a refusal in so many words makes it the user's address, and only by
 * a gateway of the site's: a firewall that offices have as well may be the office's own, and an overloaded server
 * behind a balancer that sends everybody always to the same one looks like a limit.
 */
function servedAtOtherPlaces(signals: Pick<Signals, Needs>): EvidenceId {
  const writer = gatewayOf(signals);
  if (writer?.side === "user") return "places-served";
  if ((writer?.word === "blocked" && writer.side === "site") || isLimited(statusMet(signals)))
    return "places-served-refused-here";
  return writer?.word === "overload" ? "places-served-limited-here" : "places-served";
}

/** Does the site fail elsewhere too: for everyone, around here, or for this network alone? */
export const vantage: Check<Needs> = {
  id: "vantage",
  requires: ["incident", "navigation", "page", "anonymous", "described", "askedPlaces"],
  gives: [
    "fails-everywhere",
    "fails-in-region",
    "fails-in-some-places",
    "places-served",
    "works-far-away",
    "works-by-other-ip-version",
    "places-served-limited-here",
    "places-served-refused-here",
  ],
  judge(signals) {
    const { askedPlaces } = signals;
    if (askedPlaces.state === "not-sent") {
      return { outcome: "not-applicable", says: message("check_vantage_not_asked"), evidence: [] };
    }
    if (askedPlaces.state === "failed") {
      return { outcome: "inconclusive", says: message("check_vantage_no_answer"), evidence: [] };
    }
    const { reach, works, down } = splitOf(askedPlaces.value.places, askedPlaces.value);
    const [working, all] = [String(works), String(works + down)];
    const seen = seenFromHere(askedPlaces.value);
    if (reach === "undecided") {
      return { outcome: "inconclusive", says: message("check_vantage_undecided"), evidence: [] };
    }
    // It works from here by now, or the page alone fails: then other places add nothing.
    if (seen === "answers") {
      return { outcome: "inconclusive", says: message("check_vantage_answers_here"), evidence: [] };
    }
    switch (reach) {
      case "everyone":
        return { outcome: "fail", says: message("check_vantage_everyone", all), evidence: ["fails-everywhere"] };
      case "your-region":
        return { outcome: "fail", says: message("check_vantage_region"), evidence: ["fails-in-region"] };
      case "some-places":
        return {
          outcome: "fail",
          says: message("check_vantage_some_places", working, all),
          evidence: ["fails-in-some-places"],
        };
    }
    if (seen === "unknown") {
      return { outcome: "inconclusive", says: message("check_vantage_here_unknown", working), evidence: [] };
    }
    if (reach === "far-away-works") {
      return { outcome: "pass", says: message("check_vantage_works_far", working), evidence: ["works-far-away"] };
    }
    if (reach === "other-version-works") {
      return {
        outcome: "pass",
        says: message("check_vantage_other_version", working),
        evidence: ["works-by-other-ip-version"],
      };
    }
    return {
      outcome: "pass",
      says: message("check_vantage_only_here", working),
      evidence: [servedAtOtherPlaces(signals)],
    };
  },
};
