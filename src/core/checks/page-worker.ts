import { type Meaning, meaningOf } from "../http/answer.ts";
import { isSilent } from "../http/settled.ts";
import { mayBeWorkersOwn, throughPageWorker as tookPart } from "../incident/answer-source.ts";
import { message } from "../message.ts";
import type { Check } from "./check.ts";

/**
 * Does the site's own service worker in this browser keep the error alive? Failing twice through it while the
 * same address works past it points at the worker. It is no proof: a worker that asks the network anew may add
 * cookies, so a dead account system looks the same. Loading the tab past the worker, cookies and all, decides.
 */
export const pageWorker: Check<
  "incident" | "navigation" | "anonymous" | "retries" | "throughPageWorker" | "connectivity" | "reload"
> = {
  id: "page-worker",
  requires: ["incident", "navigation", "anonymous", "retries", "throughPageWorker", "connectivity", "reload"],
  gives: ["no-page-worker", "worker-bypassed", "worker-fails-alone", "worker-not-to-blame", "silence-past-page-worker"],
  judge({ incident, navigation, anonymous, retries, throughPageWorker, connectivity, reload }) {
    if (!navigation || navigation.source === "unknown") {
      return { outcome: "inconclusive", says: message("check_page_worker_unknown"), evidence: [] };
    }
    if (!tookPart(navigation.source)) {
      return { outcome: "pass", says: message("check_page_worker_none"), evidence: ["no-page-worker"] };
    }
    const untested = {
      outcome: "inconclusive",
      says: message("check_page_worker_untested"),
      evidence: [],
    } as const;
    if (incident.protected) return untested;
    const past = [anonymous, ...retries];
    const isCutOff = connectivity.state === "ok" && connectivity.value === "no-internet";
    if (mayBeWorkersOwn(navigation) && isCutOff && past.length >= 2 && past.every(isSilent)) {
      return { outcome: "pass", says: message("check_page_worker_silence"), evidence: ["silence-past-page-worker"] };
    }
    const meanings = (tried: ReadonlyArray<typeof anonymous>): Meaning[] =>
      tried.flatMap((one) => (one.state === "ok" ? [meaningOf(one.value)] : []));
    const outside = meanings(past);
    const inside = meanings(throughPageWorker);
    const all = (seen: Meaning[], meaning: Meaning) => seen.length >= 2 && seen.every((one) => one === meaning);
    if (all(inside, "fails") && all(outside, "works")) {
      return reload === "works-past-cache"
        ? { outcome: "fail", says: message("check_page_worker_proven"), evidence: ["worker-bypassed"] }
        : { outcome: "fail", says: message("check_page_worker_fails"), evidence: ["worker-fails-alone"] };
    }
    if (all(inside, "fails") && all(outside, "fails")) {
      return { outcome: "pass", says: message("check_page_worker_same"), evidence: ["worker-not-to-blame"] };
    }
    return untested;
  },
  observe: ({ navigation }) => (mayBeWorkersOwn(navigation) ? ["page-worker-may-have-written"] : []),
};
