import { isLimited, isRetried } from "../../core/incident/status.ts";
import type { OpinionsView } from "../../core/places/opinions-view.ts";
import { headlineOf } from "../../core/protocol/headline.ts";
import { isOutlived } from "../../core/protocol/outlived.ts";
import { mayBeExtensions, type RepairId, repairFor } from "../../core/repair/repair.ts";
import type { RepairView } from "../../core/repair/view.ts";
import type { Forecast } from "../../core/retry/forecast.ts";
import { newsOf, type RetryView } from "../../core/retry/view.ts";
import { insteadOfTrying } from "../../core/verdict/instead.ts";
import { reopened } from "../../core/verdict/path.ts";
import { isSpared } from "../../core/verdict/spared.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { isOver, stepBeside, stepOf } from "./step.ts";

/** What a failing page's scene goes by. */
interface Shown {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly opinions: OpinionsView | null;
  readonly repair: RepairView | null;
  readonly automatic: boolean;
}

/** Which parts a failing page's scene has at this moment, and in which order. */
export type Scene = ReturnType<typeof sceneOf>;

/** Decides what of a failing page is shown, and what comes first. Pure: `now` in epoch milliseconds. */
export function sceneOf({ view, retry: plan, opinions, repair, automatic }: Shown, now: number, lang: string) {
  const checking = view.phase === "checking";
  const retry = newsOf(plan, view.loadedAt);
  const { mood, headline, why } = headlineOf(view, retry, lang, repair);
  const spared = isSpared(view, now);
  const step = stepBeside(stepOf(view, retry, repair), { opinions, spared, now });
  const back = mood === "back";
  // What the user can do comes right after the verdict; "nothing to do but wait" does not.
  const foremost = step !== null && (step.action !== null || mood !== "server");
  const instead = insteadOfTrying(view);
  return {
    ...{ checking, retry, mood, headline, why, step, back, foremost, instead },
    // Of failing requests, and of a site that is asked about by its name, no page stands in the tab that fails.
    isPage: view.about === "page",
    path: isOutlived(view, retry) ? reopened(view.path) : view.path,
    isLoadOffered: step?.action === "reload" || step?.action === "reload-past-cache",
    // Where it is the step itself it stands there, and a site that wants to be left alone is not asked again.
    mayCheckAgain: !spared && step?.action !== "check-again",
    // There is something better to do than to wait, or nothing to wait for, and nothing is being tried.
    settledHere: (foremost || isOver(step)) && retry.state === "none",
    // A plan can begin only where Faultline may ask the site by itself, of no private window, and for failures that pass.
    canKeep: automatic && !view.private && view.status !== null && isRetried(view.status),
    // How long outages last says nothing of what is the user's, or may be, nor of when it is their turn. A line more would
    // move what the user reads now.
    forecast: !checking && view.verdict?.side === "server" && instead === null ? forecastOf(retry, now) : null,
    // What a repair has found is newer than the verdict's advice, which has led to it, until a check has followed.
    isRepairing: repair !== null && repair.state !== "asking" && (repair.state !== "done" || repair.end === "unclear"),
    asked: step && !back && view.step && view.step.state !== "offered" ? view.step : null,
    // A plan waits that long by itself, and its countdown says so.
    waits: !back && !checking && retry.state === "none",
  };
}

/** When the site is likely back, where that is said: the worker says it anew with each try, and until then it may have passed. */
function forecastOf(retry: RetryView, now: number): Forecast | null {
  const forecast = "forecast" in retry ? retry.forecast : null;
  return forecast?.moments.every((moment) => moment > now) ? forecast : null;
}

/** The repair that the verdict calls for, once its side is final. Of what is back only the worker may bring the error again. */
export function offeredRepair(view: CheckView, { asked, back }: Pick<Scene, "asked" | "back">): RepairId | null {
  const { verdict, sideIsFinal, about } = view;
  if (asked || !verdict || !sideIsFinal || about !== "page") return null;
  const repair = mayBeExtensions(view) ? "name-extensions" : repairFor(verdict);
  return back && repair !== "remove-page-worker" ? null : repair;
}

/** Why nothing is tried by itself where it never is, whatever is granted. */
export function neverRepeated({ status, private: isPrivate }: CheckView) {
  if (status === null || isRetried(status)) return isPrivate ? "private" : null;
  return isLimited(status) ? "limited" : "error";
}
