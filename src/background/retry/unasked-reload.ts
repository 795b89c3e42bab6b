import type { TabLook } from "../../core/incident/page.ts";
import type { RetryEvent } from "../../core/retry/events.ts";
import { outcomeOf } from "../../core/retry/looked.ts";
import type { RetryPlan } from "../../core/retry/plan.ts";
import { lookAtTab } from "../../probes/tab-look.ts";
import { inputIn, wouldAsk } from "../../probes/typed-input.ts";
import { methodShown } from "../incidents.ts";
import { loadIfAtRest } from "../watch-reload.ts";
import { planNow } from "./plans.ts";

/** What already stands in the tab decides before anybody is asked. */
export const settles = (look: TabLook): boolean =>
  look.state === "gone" || look.state === "another-page" || outcomeOf(look) !== null;

/** Which document a look has found, by when it began; null for a page of the browser's own, or where none is there yet. */
export const documentIn = (look: TabLook): number | null => (look.state === "answered" ? look.startedAt : null);

/** Something is on its way into the tab: by the user's click, by a form they have sent, or by the page itself. */
const isMoving = (look: TabLook): boolean =>
  look.state === "loading" || (look.state === "answered" && look.loading === true);

/**
 * Loads a plan's tab again by itself, unless that could do harm. What the user has typed is worth more than a page that
 * is back a moment sooner, what they have set out for is theirs, no dialog is raised unasked, and what a form brought
 * is not asked for again. Whether anything is on its way is looked at last. `document` is what stood there when the plan
 * wrote down that it loads the tab: another one speaks for itself first. To find that out takes seconds, in which the user
 * may have stopped the plan.
 */
export async function reloadUnasked(
  { id, url }: Pick<RetryPlan, "id" | "url">,
  tabId: number,
  document: number | null,
): Promise<RetryEvent> {
  const asks = await wouldAsk(tabId);
  const input = await inputIn(tabId);
  const look = await lookAtTab(tabId, url);
  if (settles(look) || look.state === "asleep") return { type: "looked", look, beforehand: true };
  if (isMoving(look) || documentIn(look) !== document) return { type: "withheld", why: "on-its-way" };
  if (input === "typed" || asks) return { type: "stop", reason: "site-answers" };
  const method = await methodShown(tabId, url, look);
  // How another document was asked for is not known before its sentinel has spoken.
  if (method === "not-told" || input === "unknown") return { type: "withheld", why: "unknown" };
  if (method !== "GET") return { type: "stop", reason: "site-answers" };
  // A plan that has ended since takes no notice of this word.
  if ((await planNow(id))?.state.name !== "reloading") return { type: "withheld", why: "on-its-way" };
  const shown = await loadIfAtRest(tabId, url, document);
  return shown ? { type: "looked", look: shown } : { type: "withheld", why: "on-its-way" };
}
