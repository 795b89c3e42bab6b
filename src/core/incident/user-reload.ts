import type { Incident, Method } from "./incident.ts";
import type { TabLook } from "./page.ts";
import { isBack, type ReloadOutcome, reloadOutcome } from "./reload.ts";
import { isLimited } from "./status.ts";
import { isContrast, type Told } from "./told.ts";

/** How a tab is loaded again: as the user would, past the cache and the page's worker, or always by GET. */
export type LoadKind = "reload" | "past-cache" | "anew";

/**
 * How the user's reload is done: the side with cookies of every contrast. A page that may have come from a form is opened
 * anew, by GET, so that no form is sent twice and like is compared with like.
 */
export function loadFor(method: Method, pastCache: boolean): LoadKind {
  if (method !== "GET") return "anew";
  return pastCache ? "past-cache" : "reload";
}

/** The load that follows on what the tab shows, or null: opened by GET by then, going past cache and worker sends no form again. */
export const nextLoad = (kind: LoadKind, pastCache: boolean, look: TabLook): LoadKind | null =>
  pastCache && kind === "anew" && reloadOutcome(look, false) === "fails" ? "past-cache" : null;

/** What the user's reload of a failing page came to. */
type ReloadEnd =
  | { readonly end: "back"; readonly outcome: ReloadOutcome }
  /** It failed again, with this status and, by now, this method. */
  | { readonly end: "fails"; readonly status: number | null; readonly method: Method }
  | { readonly end: "nothing-yet" }
  /** Another page, or another answer. */
  | { readonly end: "left" };

/** What the tab shows after these loads, the first of them first. */
export function reloadEnd(
  { status, method }: Pick<Incident, "status" | "method">,
  kinds: readonly LoadKind[],
  look: TabLook,
): ReloadEnd {
  const limitedAgain = isLimited(status) && look.state === "answered" && isLimited(look.status);
  const outcome = limitedAgain ? "fails" : reloadOutcome(look, kinds.at(-1) === "past-cache");
  if (isBack(outcome)) return { end: "back", outcome: method === "POST" && kinds[0] === "anew" ? "opens" : outcome };
  if (outcome !== "fails") return { end: look.state === "loading" ? "nothing-yet" : "left" };
  return {
    end: "fails",
    status: look.state === "answered" ? look.status : status,
    method: kinds[0] === "anew" ? "GET" : method,
  };
}

/**
 * What a check has of a reload that failed: it `takes` it where its answers are of a moment ago. Where what works
 * elsewhere waited for this reload, a new check `compares` the two. Otherwise a new one `begins` without it, for a reload
 * counts only after the check's own answers. So it does where the failure is another `incident` by now.
 */
export function checkAfterReload(
  continues: boolean,
  isComparable: boolean,
  told: Pick<Told, "privateWindow" | "otherDevice">,
): "takes" | "compares" | "begins" {
  if (!continues) return "begins";
  if (isComparable) return "takes";
  return isContrast(told.privateWindow) || isContrast(told.otherDevice) ? "compares" : "begins";
}
