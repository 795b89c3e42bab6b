import type { Cause } from "../evidence/causes.ts";
import { type Incident, protectionOf } from "../incident/incident.ts";
import { cameBackAt, type EndedPlan, recall } from "./ended.ts";
import { isWatch, type RetryPlan } from "./plan.ts";
import { endedAs, isOpen, isUntold, onDisk, openPlansOf, type Plans, watches } from "./plans.ts";
import { heldByAll } from "./siblings.ts";
import { freePlan, protectPlan, resumePlan, startPlan, startWatch } from "./start.ts";

/** What holds for a new plan, as the user, an administrator and the browser have it. */
export interface Terms {
  /** No plan begins. */
  readonly off: boolean;
  readonly maxPerHour: number | null;
  /** How long a plan goes on, in milliseconds: one of a tab, and one that watches without. */
  readonly lasts: { readonly tab: number; readonly watch: number };
  /** How long this site's earlier outages lasted, in seconds, oldest first. */
  readonly history: readonly number[];
}

/** A page for which a plan is to begin. */
export interface Start {
  readonly incident: Incident;
  /** The page is not to be asked for again. */
  readonly isProtected: boolean;
  /** No automatic request before this time, in epoch milliseconds. */
  readonly floor: number | null;
  /** What a check has found, or null: the new plan keeps the pace of such an outage. */
  readonly cause: Cause | null;
  /** The user asks for it, also after having stopped it. */
  readonly wanted: boolean;
  /** Its tab is the one in front of its window. */
  readonly isInFront: boolean;
  /** The plans that ended a few minutes ago. */
  readonly ends: readonly EndedPlan[];
  readonly terms: Terms;
}

/**
 * All plans once a plan has been started for an incident, or once the one that watches this page already has been taken
 * up: its pace, floor and limits go on. That is one of this tab, one that the user's own reload ended, or one that looks
 * for its tab after a restart. One that the user stopped stays stopped. A plan for another address in the tab ends. The
 * very same plans where nothing begins. `now` is in epoch milliseconds, `random` from 0 to 1.
 */
export function beginRetry(plans: Plans, start: Start, now: number, random: number): Plans {
  const { incident, isProtected, wanted, terms } = start;
  const { id, tabId } = incident;
  const earlier = earlierOf(plans, incident) ?? recall(start.ends, incident);
  const goesOn = earlier !== undefined && isOpen(earlier);
  if (terms.off && !goesOn) return plans;
  // The same address may show what a form brought by now, and the other way round.
  const turns = earlier !== undefined && earlier.touchesTab === isProtected;
  if (goesOn && earlier.id === id && earlier.searching === null && !turns) return plans;
  if (earlier && !goesOn && !wanted && endedAs(earlier) !== "left") return plans;
  const plan = earlier ? takenUp(plans, earlier, start, now, random) : startedAnew(plans, start, now, random);
  // One that looks for its tab still bears an id of the session before.
  const goes = (other: RetryPlan): boolean =>
    other === earlier || (other.tabId === tabId && other.searching === null && !isUntold(other));
  const others = onDisk(plans, now);
  const kept = Object.values(others).some(goes)
    ? Object.fromEntries(Object.entries(others).filter(([, other]) => !goes(other)))
    : others;
  return { ...kept, [plan.id]: plan };
}

/** The plan that this incident continues. */
function earlierOf(plans: Plans, { id, tabId, url }: Incident): RetryPlan | undefined {
  const samePage = Object.values(plans).filter((plan) => plan.url === url && isOpen(plan) && !isWatch(plan));
  return (
    plans[id] ?? samePage.find((plan) => watches(plan, tabId)) ?? samePage.find(({ searching }) => searching !== null)
  );
}

function takenUp(
  plans: Plans,
  earlier: RetryPlan,
  { incident: { id, tabId, url }, isProtected, floor, cause, isInFront }: Start,
  now: number,
  random: number,
): RetryPlan {
  const here = { id, tabId, searching: null, inFront: earlier.inFront || isInFront };
  const turns = earlier.touchesTab === isProtected;
  if (isOpen(earlier) && !turns) return { ...earlier, ...here };
  const siblings = siblingsOf(plans, url);
  const held = cause === null ? heldByAll(siblings) : undefined;
  const floored = { ...earlier, ...here, floor: latest(floor, [earlier, ...siblings]) };
  // A plan that was left has not heard it.
  const informed = held ? { ...floored, cause: held, isNamed: false } : floored;
  if (!turns) return resumePlan(informed, now, random);
  return (isProtected ? protectPlan : freePlan)(informed, now, random);
}

function startedAnew(plans: Plans, start: Start, now: number, random: number): RetryPlan {
  const { incident, isProtected, floor, cause, isInFront, ends, terms } = start;
  const { id, tabId, url, status, since } = incident;
  const siblings = siblingsOf(plans, url);
  const workedAt = cameBackAt(ends, url);
  const known = cause ?? heldByAll(siblings);
  return startPlan(
    {
      id,
      tabId,
      url,
      status: status ?? 0,
      protected: isProtected,
      history: terms.history,
      maxPerHour: terms.maxPerHour,
      lasts: terms.lasts.tab,
      inFront: isInFront,
      floor: latest(floor, siblings),
      failingSince: earliest(since, siblings),
      flapping: workedAt !== null,
      ...(known && { cause: known }),
      ...(workedAt !== null && { workedAt }),
    },
    now,
    random,
  );
}

/** A site that is to be watched without a tab: `url` is the page that is asked for, `id` what its plan is called. */
export interface WatchStart {
  readonly incident: Incident;
  readonly url: string;
  readonly id: string;
  /** What a check has found, or null. */
  readonly cause: Cause | null;
  readonly terms: Terms;
}

/** All plans once the site of an incident is watched, for as long as the terms say; the very same where it is already. */
export function beginWatch(
  plans: Plans,
  { incident, url, id, cause, terms }: WatchStart,
  now: number,
  random: number,
): Plans {
  const earlier = plans[id];
  if (terms.off || (earlier && isOpen(earlier))) return plans;
  const siblings = siblingsOf(plans, url);
  const known = cause ?? heldByAll(siblings);
  const plan = startWatch(
    {
      id,
      url,
      status: incident.status ?? 0,
      protected: protectionOf(incident) !== "none",
      history: terms.history,
      maxPerHour: terms.maxPerHour,
      lasts: terms.lasts.watch,
      floor: latest(null, siblings),
      failingSince: earliest(incident.since, siblings),
      ...(known && { cause: known }),
    },
    now,
    random,
  );
  return { ...onDisk(plans, now), [id]: plan };
}

const siblingsOf = (plans: Plans, url: string): RetryPlan[] => openPlansOf(plans, new URL(url).origin);

/** All plans of a site follow the age of one outage, and one floor. */
const earliest = (since: number, siblings: readonly RetryPlan[]): number =>
  Math.min(since, ...siblings.map(({ failingSince, createdAt }) => failingSince ?? createdAt));
const latest = (floor: number | null, siblings: readonly RetryPlan[]): number | null =>
  Math.max(floor ?? 0, ...siblings.map((plan) => plan.floor ?? 0)) || null;
