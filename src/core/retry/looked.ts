/** What becomes of a plan by what its tab shows. */
import type { TabLook } from "../incident/page.ts";
import type { RetryEvent, Transition } from "./events.ts";
import type { RetryPlan } from "./plan.ts";
import { MOST_RELOADS } from "./schedule.ts";
import { wait, waitUntil } from "./start.ts";
import type { StopReason } from "./stop-reason.ts";

/** A reload that shows nothing new by now did not happen or hangs for good. */
const LOST_RELOAD_MS = 150_000;
/** What clocks of page and worker may differ by, where nothing but they can tell. */
const CLOCKS_MS = 1_000;

type Reloading = Extract<RetryPlan["state"], { name: "reloading" }>;

/** The plan is over; `seen`: by somebody else, who has seen what the tab shows. */
export const close = (plan: RetryPlan, at: number, reason: StopReason, seen?: boolean): Transition => [
  { ...plan, seen, state: { name: "closed", at, reason, told: false } },
  [{ do: "tell", outcome: reason }],
];

/**
 * What a look at the tab says by itself: the page is back, the site gives another answer, or neither. A 429
 * asks to wait like an error, and a hidden status (0) tells nothing.
 */
export function outcomeOf(look: TabLook): "recovered" | "refused" | null {
  if (look.state !== "answered" || look.status === 0 || look.status === 429 || look.status >= 500) return null;
  return look.status < 400 ? "recovered" : "refused";
}

/**
 * Whether a document stood in the tab before the plan tried anything: by which document that was. Only where that is not
 * written down do the clocks tell, and the page's may lag behind the worker's by as long as the machine has slept.
 */
function isEarlier({ state }: RetryPlan, startedAt: number): boolean {
  if (state.name === "probing") return startedAt < state.since;
  if (state.name !== "reloading") return false;
  if (state.document !== undefined) return startedAt === state.document;
  return startedAt < Math.max(state.since - CLOCKS_MS, state.before);
}

/** When a page came back that nobody has loaded for the plan; now, where its clock says what cannot be. */
const cameAt = ({ createdAt }: RetryPlan, startedAt: number, now: number): number =>
  startedAt >= createdAt && startedAt <= now ? startedAt : now;

/** Somebody has looked at the tab: what it shows may end the plan, or be what its load has come to. */
export function looked(
  plan: RetryPlan,
  event: Extract<RetryEvent, { type: "looked" }>,
  now: number,
  random: number,
): Transition {
  const { look, beforehand = false } = event;
  if (look.state === "gone" || look.state === "another-page") return close(plan, now, "left");
  const outcome = outcomeOf(look);
  if (outcome && look.state === "answered") {
    // What stands there before a try was brought back by somebody else, who has seen it.
    const isOthers = beforehand || isEarlier(plan, look.startedAt);
    const at = isOthers ? cameAt(plan, look.startedAt, now) : now;
    return close(plan, at, outcome === "recovered" && plan.queued ? "queued" : outcome, isOthers);
  }
  return plan.state.name === "reloading" ? loaded(plan, plan.state, event, now, random) : [plan, []];
}

/** The tab of a plan that loads it shows no answer that ends the plan. */
function loaded(
  plan: RetryPlan,
  state: Reloading,
  { look, lost = false }: Extract<RetryEvent, { type: "looked" }>,
  now: number,
  random: number,
): Transition {
  const { since, after } = state;
  // A sleeping tab is loaded by the browser, once the user comes back to it.
  if (look.state === "asleep") return close(plan, now, "site-answers");
  const isOld = look.state === "answered" && isEarlier(plan, look.startedAt);
  const isUnderWay = look.state === "loading" || (look.state === "answered" && look.loading === true);
  const failedAgain =
    look.state === "error-page" || look.state === "unreadable" || (look.state === "answered" && !isOld);
  if (lost && isOld && !isUnderWay && !state.made) return unseen(plan, state, now);
  if (!failedAgain && now - since < LOST_RELOAD_MS) {
    return [isUnderWay && !state.made ? { ...plan, state: { ...state, made: true } } : plan, []];
  }
  // Nobody has seen the page work, so the probes go on.
  if (after !== "answer") return [wait({ ...plan, good: 0 }, now, random), []];
  if (plan.reloads >= MOST_RELOADS) return close(plan, now, "gave-up");
  return [wait({ ...plan, good: 0 }, now, random, "reload"), []];
}

/**
 * Nothing is on its way into the tab, and nothing was seen to be, so the worker was killed before it came to load it. The
 * load counts where it was about to be made: whatever a tab shows, a plan loads it no oftener than it may.
 */
function unseen(plan: RetryPlan, { document, after }: Reloading, now: number): Transition {
  const isUnmade = document === undefined;
  if (!isUnmade && after === "answer" && plan.reloads >= MOST_RELOADS) return close(plan, now, "gave-up");
  const counted = isUnmade ? { ...plan, reloads: Math.max(0, plan.reloads - 1) } : plan;
  return [waitUntil(counted, now, now, after === "refusal" ? "probe" : "reload"), []];
}
