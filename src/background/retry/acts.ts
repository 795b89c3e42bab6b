import { floorOf } from "../../core/gateways/stated-wait.ts";
import { meaningOf } from "../../core/http/answer.ts";
import type { TabLook } from "../../core/incident/page.ts";
import { isWaitingRoom } from "../../core/prose/waiting-room.ts";
import type { RetryEvent } from "../../core/retry/events.ts";
import { isWatch, type RetryPlan } from "../../core/retry/plan.ts";
import { isOpen, type Plans } from "../../core/retry/plans.ts";
import { isSiteBack } from "../../core/retry/stop-reason.ts";
import { namedCause } from "../../core/writer/named-cause.ts";
import { hasSite } from "../../platform/permissions.ts";
import { frontTabs } from "../../platform/tabs.ts";
import { sharedGet } from "../../probes/shared-get.ts";
import { listenForInput } from "../../probes/typed-input.ts";
import { judgeByAnswer } from "../card/first-words.ts";
import { noteOutage } from "./outage-history.ts";
import { tellOutcome } from "./outcome.ts";
import { lookFor } from "./plan-tabs.ts";
import { planNow } from "./plans.ts";
import { documentIn, reloadUnasked, settles } from "./unasked-reload.ts";

/** An act of a plan's: it yields what it learns on its way, and goes on once that is written; its outcome ends it. */
export type Act = AsyncGenerator<RetryEvent, RetryEvent, void>;

/** Looks at the plan's tab, and follows it to another id. */
async function* lookAt(plan: RetryPlan, plans: Plans): AsyncGenerator<RetryEvent, { tabId: number; look: TabLook }> {
  const others = Object.values(plans).filter((each) => isOpen(each) && each.id !== plan.id);
  const found = await lookFor(plan, new Set(others.map(({ tabId }) => tabId)));
  if (found.tabId !== plan.tabId) yield { type: "found", tabId: found.tabId };
  // A browser that does not say when a tab was in front last (Chrome 120) is asked now and then.
  if (!plan.inFront && (await frontTabs()).has(found.tabId)) yield { type: "in-front" };
  return found;
}

/** Whether a plan's request may go out once its turn has come: the user may have stopped it, or taken their grant back. */
async function mayAskFor({ id, url }: RetryPlan): Promise<boolean> {
  const plan = await planNow(id);
  return plan !== null && isOpen(plan) && hasSite(url);
}

/** Asks the site, unless what stands in the tab has decided already. */
export async function* probe(plan: RetryPlan, plans: Plans): Act {
  if (!isWatch(plan)) {
    const { tabId, look } = yield* lookAt(plan, plans);
    if (settles(look)) return { type: "looked", look, beforehand: true };
    // Frames may have come since.
    if (look.state === "answered") void listenForInput(tabId);
  }
  const { target: asked } = plan;
  const tried = await sharedGet(asked, () => mayAskFor(plan));
  void judgeByAnswer(plan, plans, tried);
  if (tried.state !== "ok") {
    return { type: "answered", meaning: tried.state === "not-sent" ? "not-sent" : "no-answer", floor: null, asked };
  }
  yield { type: "named", cause: namedCause(tried.value, asked) };
  const floor = floorOf(tried.value, asked, Date.now());
  return { type: "answered", meaning: isWaitingRoom(tried.value) ? "queues" : meaningOf(tried.value), floor, asked };
}

/** Loads the plan's tab again, unless what stands in it has decided already, or that could do harm. */
export async function* reload(plan: RetryPlan, plans: Plans): Act {
  const { tabId, look } = yield* lookAt(plan, plans);
  if (settles(look) || look.state === "asleep") return { type: "looked", look, beforehand: true };
  // Before all else, so that nothing lies between the last look at the tab and its load.
  const document = documentIn(look);
  yield { type: "loads", document };
  return reloadUnasked(plan, tabId, document);
}

/** Says how a plan has ended, and keeps how long the outage was. Null where that failed: the next alarm tries again. */
export async function notifyOfEnd(plan: RetryPlan): Promise<RetryEvent | null> {
  const { state } = plan;
  if (state.name !== "closed") return null;
  try {
    if (isSiteBack(state.reason)) {
      await noteOutage(plan.url, { start: plan.failingSince ?? plan.createdAt, end: state.at });
    }
    await tellOutcome(plan, state.reason);
    return { type: "told" };
  } catch (error) {
    console.warn("Faultline: a plan's last word could not be said; the next alarm tries again", error);
    return null;
  }
}
