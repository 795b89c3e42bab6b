import type { RetryEvent, Transition } from "./events.ts";
import { isAwaited, lateAnswer } from "./late-answer.ts";
import { judgedAs, namedAs } from "./learned-cause.ts";
import { announced, publishedAs } from "./learned-times.ts";
import { close, looked, outcomeOf } from "./looked.ts";
import { enteredAt, withClock } from "./moments.ts";
import { isWatch, type RetryPlan, showsRecovery } from "./plan.ts";
import { LAST_TRY_MS, LOOK_AGAIN_MS, MOST_RELOADS, REFUSED_RELOAD_WAIT_MS } from "./schedule.ts";
import { wait, waitUntil } from "./start.ts";
import { BETWEEN_RELOADS_MS, LONGEST_TURN_MS } from "./turns.ts";

/** Between the two good answers of a site that comes and goes. */
const CONFIRM_MS = 4_000;
/** A reload by a sibling's good answer comes no oftener than this. */
const SIBLING_REST_MS = 2 * 60_000;
/** A due time missed by this much means that the machine slept. */
const SLEPT_MS = 90_000;
/** How long a tab is looked for after a restart. */
const SEARCH_MS = 3 * 60_000;
/** The good answer that a withheld load rests on holds this long. */
const HELD_FRESH_MS = 30_000;
/** A lost probe may be repeated this long after it was sent. */
const LOST_WAIT_MS = 1_000;

const probe = (plan: RetryPlan, now: number): Transition => [
  { ...plan, attempts: plan.attempts + 1, state: { name: "probing", since: now } },
  [{ do: "probe" }],
];

const reload = (plan: RetryPlan, now: number, after: "answer" | "refusal" | "sibling" = "answer"): Transition => [
  {
    ...plan,
    reloads: plan.reloads + 1,
    lastReloadAt: now,
    state: {
      name: "reloading",
      since: now,
      before: enteredAt(plan),
      after,
      loadedBefore: plan.lastReloadAt,
      heldSince: plan.state.name === "waiting" ? plan.state.heldSince : undefined,
    },
  },
  [{ do: "reload" }],
];

/**
 * The whole retry plan as a function: pure, total, and the only place that decides. `now` is in epoch
 * milliseconds, `random` from 0 to 1. A closed plan stays closed.
 */
export function reduce(before: RetryPlan, event: RetryEvent, now: number, random: number): Transition {
  const plan = withClock(before, now);
  if (plan.state.name === "closed") return closed(plan, plan.state, event);
  if (event.type === "stop") return close(plan, now, event.reason);
  // What the tab shows is so, however late it is seen.
  const isSettled = event.type === "looked" && outcomeOf(event.look) !== null;
  if (now >= plan.deadline && !isSettled) return late(plan, event, now);
  return live(plan, event, now, random);
}

/**
 * The deadline is the end, except for a plan whose machine slept through it: that gets time for a last try, which
 * comes in its turn, for the other plans of the origin slept too.
 */
function late(plan: RetryPlan, event: RetryEvent, now: number): Transition {
  const { state } = plan;
  if (event.type !== "tick" || state.name !== "waiting" || plan.overslept || now - state.due < SLEPT_MS) {
    return close(plan, now, "deadline");
  }
  return [{ ...plan, overslept: true, deadline: now + LAST_TRY_MS }, []];
}

function live(plan: RetryPlan, event: RetryEvent, now: number, random: number): Transition {
  const { state } = plan;
  switch (event.type) {
    case "tick":
      return tick(plan, event.offline, now, random);
    case "now":
      if (state.name !== "waiting") return [plan, []];
      return state.next === "reload" ? reload(plan, now, state.after) : probe(plan, now);
    case "answered":
      return isAwaited(plan, event) ? answered(plan, event, now, random) : lateAnswer(plan, event, now, random);
    case "lost":
      if (state.name !== "probing") return [plan, []];
      return [waitUntil(plan, now, Math.max(now, state.since + LOST_WAIT_MS, plan.floor ?? 0)), []];
    case "sibling":
      return state.name === "waiting" ? sibling(plan, state, event, now, random) : [plan, []];
    case "heard":
      if (event.meaning === "fails" && !plan.touchesTab) return [{ ...plan, targetFailed: true }, []];
      // A floor is the site's own word, and holds for all that happens by itself.
      if (state.name !== "waiting" || state.next === "reload" || (plan.floor ?? 0) > now) return [plan, []];
      return ["works", "redirects", "shared-cache"].includes(event.meaning) && plan.touchesTab
        ? goodAnswer(plan, now, random, event.times)
        : [plan, []];
    case "judged":
      return [judgedAs(plan, event.cause, now, random), []];
    case "named":
      return [namedAs(plan, event.cause), []];
    case "announced":
      return [announced(plan, event.end, now, random), []];
    case "published":
      return [publishedAs(plan, event.lengths), []];
    case "loads":
      return [state.name === "reloading" ? { ...plan, state: { ...state, document: event.document } } : plan, []];
    case "looked":
      return looked(plan, event, now, random);
    case "withheld":
      return state.name === "reloading" ? withheld(plan, state, event.why, now, random) : [plan, []];
    case "in-front":
      return [{ ...plan, inFront: true }, []];
    case "restarted":
      return [isWatch(plan) ? plan : { ...plan, searching: now }, []];
    case "found":
      return [{ ...plan, tabId: event.tabId, searching: null }, []];
    case "stop":
    case "told":
      return [plan, []];
  }
}

/** One request feeds all plans of an origin. */
function sibling(
  plan: RetryPlan,
  state: Extract<RetryPlan["state"], { name: "waiting" }>,
  event: Extract<RetryEvent, { type: "sibling" }>,
  now: number,
  random: number,
): Transition {
  if (event.says === "answers") {
    // A page that is back in a tab needs no second word to somebody who only wanted to know.
    if (!plan.touchesTab)
      return close(plan, now, isWatch(plan) && event.seen === plan.url ? "recovered" : "site-answers");
    const rested = event.seen !== null || plan.lastReloadAt === null || now - plan.lastReloadAt >= SIBLING_REST_MS;
    const hasTurn = state.next === "reload" && state.after === "sibling";
    // One reload is kept for a good answer to this very page.
    if (hasTurn || !rested || plan.reloads >= MOST_RELOADS - 1) return [plan, []];
    return [waitUntil({ ...plan, floor: null }, now, now + event.place * BETWEEN_RELOADS_MS, "reload"), []];
  }
  const floor = Math.max(plan.floor ?? 0, event.floor ?? 0) || null;
  const lastReloadAt = Math.max(plan.lastReloadAt ?? 0, event.reloadedAt ?? 0) || null;
  const informed = { ...plan, floor, lastReloadAt, good: event.good };
  // The pace of its own failing loads is slow enough for any site.
  if (state.next === "reload" && state.after === "answer") {
    return [{ ...informed, state: { ...state, due: Math.max(state.due, floor ?? 0) } }, []];
  }
  if (event.seen && state.next === "probe") return [informed, []];
  if (event.due === null) return [wait(informed, now, random), []];
  return [waitUntil(informed, now, Math.max(event.due, floor ?? 0)), []];
}

/** A closed plan stays closed; all that is left is to see to it that somebody is told. */
function closed(
  plan: RetryPlan,
  state: Extract<RetryPlan["state"], { name: "closed" }>,
  event: RetryEvent,
): Transition {
  if (state.told) return [plan, []];
  if (event.type === "told") return [{ ...plan, state: { ...state, told: true } }, []];
  return [plan, event.type === "tick" ? [{ do: "tell", outcome: state.reason }] : []];
}

function tick(plan: RetryPlan, offline: boolean, now: number, random: number): Transition {
  const { state } = plan;
  if (plan.searching !== null) return now - plan.searching < SEARCH_MS ? [plan, []] : close(plan, now, "left");
  if (state.name === "waiting") {
    if (offline || now < state.due) return [plan, []];
    return state.next === "reload" ? reload(plan, now, state.after) : probe(plan, now);
  }
  if (state.name === "probing") {
    return now - state.since < LONGEST_TURN_MS ? [plan, []] : [wait(plan, now, random), []];
  }
  return [plan, [{ do: "look" }]];
}

function answered(
  plan: RetryPlan,
  { meaning, floor }: Extract<RetryEvent, { type: "answered" }>,
  now: number,
  random: number,
): Transition {
  const informed = { ...plan, floor: floor ?? plan.floor, queued: meaning === "queues", good: 0 };
  switch (meaning) {
    case "fails":
    case "limits":
    case "no-answer":
      return [wait({ ...informed, targetFailed: true }, now, random), []];
    case "not-sent":
      return [wait({ ...informed, attempts: Math.max(0, plan.attempts - 1), good: plan.good }, now, 1), []];
    case "refuses":
    case "challenges": {
      // Only the probe is known to be refused; the tab, with all that it sends, may do better. Rarely.
      const rested = plan.lastReloadAt === null || now - plan.lastReloadAt >= REFUSED_RELOAD_WAIT_MS;
      // One reload is kept for a good answer.
      const left = plan.reloads < MOST_RELOADS - 1 && now >= (informed.floor ?? 0);
      return plan.touchesTab && rested && left ? reload(informed, now, "refusal") : [wait(informed, now, random), []];
    }
    default:
      return goodAnswer({ ...informed, good: plan.good }, now, random);
  }
}

/** What has just come back and failed again is asked once more before it is believed. */
function goodAnswer(plan: RetryPlan, now: number, random: number, times = 1): Transition {
  const seen = { ...plan, good: plan.good + times };
  if (plan.flapping && seen.good < 2) {
    return [waitUntil(seen, now, Math.max(now + CONFIRM_MS * (0.75 + random / 2), seen.floor ?? 0)), []];
  }
  if (plan.touchesTab) return reload(seen, now);
  return close(seen, now, showsRecovery(plan) ? "site-answers" : "front-page-works");
}

/**
 * The load was not made, so it counts for nothing and is tried again in a moment. Once the answer that it rests on is
 * old a new one is asked for; where nobody can tell by then what a reload would lose, the tab is left to the user.
 */
function withheld(
  plan: RetryPlan,
  { since, after, loadedBefore, heldSince = since }: Extract<RetryPlan["state"], { name: "reloading" }>,
  why: "on-its-way" | "unknown",
  now: number,
  random: number,
): Transition {
  const unmade = { ...plan, reloads: Math.max(0, plan.reloads - 1), lastReloadAt: loadedBefore ?? null };
  if (now - heldSince >= HELD_FRESH_MS) {
    return why === "unknown" ? close(unmade, now, "site-answers") : [wait(unmade, now, random), []];
  }
  // Whether the tab is refused as well is not worth more than the usual pace.
  if (after === "refusal") return [wait(unmade, now, random), []];
  const due = Math.max(now + LOOK_AGAIN_MS, unmade.floor ?? 0);
  return [{ ...unmade, state: { name: "waiting", since: now, due, next: "reload", after, heldSince } }, []];
}
