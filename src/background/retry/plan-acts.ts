import type { Cause } from "../../core/evidence/causes.ts";
import { recognise } from "../../core/gateways/index.ts";
import { sampleOf } from "../../core/gateways/sample-of.ts";
import { type Answer, header, meaningOf } from "../../core/http/answer.ts";
import { parseRetryAfter } from "../../core/http/retry-after.ts";
import { isWaitingRoom } from "../../core/http/waiting-room.ts";
import type { TabLook } from "../../core/incident/page.ts";
import type { RetryEffect, RetryEvent } from "../../core/retry/events.ts";
import { isWatch, type RetryPlan } from "../../core/retry/plan.ts";
import { isSiteBack } from "../../core/retry/stop-reason.ts";
import { frontTabs } from "../../platform/tabs.ts";
import { sharedGet } from "../../probes/shared-get.ts";
import { lookAtTab } from "../../probes/tab-look.ts";
import { listenForInput } from "../../probes/typed-input.ts";
import { noteOutage } from "./outage-history.ts";
import { tellOutcome } from "./outcome.ts";
import { lookFor } from "./plan-tabs.ts";
import { isOpen, type Plans } from "./plans.ts";
import { reloadUnasked, settles } from "./unasked-reload.ts";

/** An effect and the plan that asked for it. */
export type Asked = readonly [plan: RetryPlan, effect: RetryEffect];

/** `ends` is the act whose outcome the event is. */
type Dispatch = (id: string, event: RetryEvent, ends?: RetryEffect) => Promise<void>;

/** What this worker has under way for a plan: a request, a load or a word, from the decision until its outcome is known. */
const acting = new Map<string, RetryEffect>();
export const isActing = (id: string): boolean => acting.has(id);

/** The word about a plan's end waits for no request that was under way when it came: it would come too late. */
const keyOf = (id: string, effect?: RetryEffect): string => (effect?.do === "tell" ? `tell ${id}` : id);

/** Takes on what a plan asked for; false while the like is under way for it. A look disturbs nothing. */
export function claim([{ id }, effect]: Asked): boolean {
  if (effect.do === "look") return true;
  const key = keyOf(id, effect);
  if (acting.has(key)) return false;
  acting.set(key, effect);
  return true;
}

/** It is over, or was never begun. Whatever else is under way for the plan by now stays. */
export function release(id: string, effect: RetryEffect | undefined): void {
  const key = keyOf(id, effect);
  if (acting.get(key) === effect) acting.delete(key);
}

/** Does what a plan asked for, after it was claimed and the plan has been written. */
export async function carryOut([plan, effect]: Asked, plans: Plans, dispatch: Dispatch): Promise<void> {
  if (effect.do === "look") return look(plan, dispatch);
  const act = effect.do === "probe" ? probe : effect.do === "reload" ? reload : tell;
  const outcome = await act(plan, plans, dispatch);
  if (outcome) await dispatch(plan.id, outcome, effect);
}

/** A tab that an earlier worker may have loaded. */
async function look(plan: RetryPlan, dispatch: Dispatch): Promise<void> {
  const found = await lookAtTab(plan.tabId, plan.url);
  await dispatch(plan.id, { type: "looked", look: found, lost: !acting.has(plan.id) });
}

/** Looks at the plan's tab, and follows it to another id. */
async function lookAt(plan: RetryPlan, plans: Plans, dispatch: Dispatch): Promise<{ tabId: number; look: TabLook }> {
  const others = Object.values(plans).filter((each) => isOpen(each) && each.id !== plan.id);
  const found = await lookFor(plan, new Set(others.map(({ tabId }) => tabId)));
  if (found.tabId !== plan.tabId) await dispatch(plan.id, { type: "found", tabId: found.tabId });
  // A browser that does not say when a tab was in front last (Chrome 120) is asked now and then.
  if (!plan.inFront && (await frontTabs()).has(found.tabId)) await dispatch(plan.id, { type: "in-front" });
  return found;
}

/** Causes that a gateway's own words are enough for, and that outages of another length follow from. */
const NAMED = { overload: "overload", maintenance: "maintenance", misconfigured: "misconfigured" } as const;

/** What the writer of a failing answer names as its cause, if that says how long it may last. */
function causeNamedBy(answer: Answer, url: string): Cause | null {
  if (answer.kind !== "response" || answer.status < 500) return null;
  const writer = recognise([sampleOf(answer, url)]);
  const word = writer && !writer.weak ? writer.word : null;
  return word !== null && word in NAMED ? NAMED[word as keyof typeof NAMED] : null;
}

async function probe(plan: RetryPlan, plans: Plans, dispatch: Dispatch): Promise<RetryEvent> {
  if (!isWatch(plan)) {
    const { tabId, look: found } = await lookAt(plan, plans, dispatch);
    if (settles(found)) return { type: "looked", look: found };
    // Frames may have come since.
    if (found.state === "answered") void listenForInput(tabId);
  }
  const tried = await sharedGet(plan.target);
  if (tried.state !== "ok") {
    return { type: "answered", meaning: tried.state === "not-sent" ? "not-sent" : "no-answer", floor: null };
  }
  const cause = causeNamedBy(tried.value, plan.target);
  if (cause && cause !== plan.cause) await dispatch(plan.id, { type: "judged", cause });
  const floor = parseRetryAfter(header(tried.value, "retry-after"), Date.now());
  return { type: "answered", meaning: isWaitingRoom(tried.value) ? "queues" : meaningOf(tried.value), floor };
}

async function reload(plan: RetryPlan, plans: Plans, dispatch: Dispatch): Promise<RetryEvent> {
  const { tabId, look: found } = await lookAt(plan, plans, dispatch);
  return settles(found) || found.state === "asleep" ? { type: "looked", look: found } : reloadUnasked(plan, tabId);
}

/** Said once; when it cannot be said the next alarm tries again. */
async function tell(plan: RetryPlan): Promise<RetryEvent | null> {
  const { state } = plan;
  if (state.name !== "closed") return null;
  try {
    if (isSiteBack(state.reason)) {
      const start = plan.failingSince ?? plan.createdAt;
      await noteOutage(plan.url, { start, end: state.at });
    }
    await tellOutcome(plan, state.reason);
    return { type: "told" };
  } catch (error) {
    console.warn("Faultline: a plan's last word could not be said; the next alarm tries again", error);
    return null;
  }
}
