import * as v from "valibot";
import { siteOf } from "../../core/incident/site.ts";
import { type EndedPlan, endedSchema, endOf, endsOf, isRecentEnd } from "../../core/retry/ended.ts";
import type { RetryEvent } from "../../core/retry/events.ts";
import { withClock } from "../../core/retry/moments.ts";
import { planSchema, type RetryPlan } from "../../core/retry/plan.ts";
import { isOpen, onDisk, type Plans, planOfTab, QUIT_MS } from "../../core/retry/plans.ts";
import { type Change, reduceAll } from "../../core/retry/reduce-all.ts";
import { type Fitted, fitted } from "../../core/retry/room.ts";
import { originOf } from "../../core/retry/turns.ts";
import { isRetryOff } from "../../core/settings/sites.ts";
import { readSettings } from "../../platform/settings.ts";
import { read, type StoredValue, update, updateWith } from "../../platform/storage.ts";
import { frontTabs } from "../../platform/tabs.ts";

/**
 * Survives the worker, the browser and updates: plans that go on, and those whose end is still to be told. A plan that
 * cannot be read is dropped alone.
 */
export const PLANS: StoredValue<Plans> = {
  key: "retry-plans",
  area: "local",
  version: 1,
  readsLater: true,
  isOurs: true,
  initial: {},
  parse(raw) {
    if (typeof raw !== "object" || raw === null) return null;
    const plans = Object.values(raw).flatMap((plan) => {
      const { success, output } = v.safeParse(planSchema(), plan);
      return success ? [output] : [];
    });
    return Object.fromEntries(plans.map((plan) => [plan.id, plan]));
  },
};

const MOST_ENDED = 500;

/** Memory only, and no more than ten minutes of it: for a page that fails again. Newest last. */
export const ENDED: StoredValue<readonly EndedPlan[]> = {
  key: "ended-plans",
  area: "session",
  version: 1,
  isOurs: true,
  initial: [],
  parse: (raw) =>
    Array.isArray(raw)
      ? raw.flatMap((plan) => (v.is(endedSchema(), plan) ? [v.parse(endedSchema(), plan)] : []))
      : null,
};

/** Takes down how a plan ended, before it goes from the disk. Never rejects: what is not remembered begins anew. */
export async function rememberEnd(id: string): Promise<void> {
  try {
    const plan = Object.values(await read(PLANS)).find((one) => one.id === id);
    if (!plan || isOpen(plan)) return;
    const ended = endOf(plan);
    const now = Date.now();
    await update(ENDED, (all) =>
      [...all.filter((one) => one.id !== ended.id), ended].filter((one) => isRecentEnd(one, now)).slice(-MOST_ENDED),
    );
  } catch (error) {
    console.warn("Faultline: how a plan ended is not remembered", error);
  }
}

/** The plans that ended within the last ten minutes, of an id that stands twice the latest first. */
export async function endedPlans(): Promise<readonly EndedPlan[]> {
  // The disk first: what goes from there is in memory before.
  const written = endsOf(await read(PLANS));
  const now = Date.now();
  return [...written, ...(await read(ENDED))].filter((plan) => isRecentEnd(plan, now));
}

/** Forgets what is remembered of plans that ended too long ago; where a site is named, or all (null), of these as well. */
export async function forgetEnded(site?: string | null): Promise<void> {
  const now = Date.now();
  await update(ENDED, (all) => {
    const kept = all.filter(
      (plan) => isRecentEnd(plan, now) && (site === undefined || (site !== null && siteOf(plan.origin) !== site)),
    );
    return kept.length < all.length ? kept : all;
  });
}

/**
 * Forgets the plans that have ended, of one site or of all (null), and what those that go on know of its earlier
 * outages, published ones too: a forecast then starts from nothing. Gives back the plans that are left.
 */
export async function forgetPast(site: string | null): Promise<Plans> {
  const ended = forgetEnded(site);
  // Both are forgotten, whichever of them fails.
  ended.catch(() => undefined);
  const plans = await update(PLANS, (all) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([id, plan]) => {
        if (site !== null && siteOf(plan.url) !== site) return [[id, plan]];
        return isOpen(plan) ? [[id, { ...plan, history: undefined, published: undefined }]] : [];
      }),
    ),
  );
  await ended;
  return plans;
}

const NOBODY: ReadonlySet<number> = new Set();

/** Writes what an event changes, of its plan and of the others of the origin. */
export async function writeEvent(id: string, event: RetryEvent): Promise<Change> {
  const feedsOthers = event.type === "answered" || event.type === "looked" || event.type === "heard";
  const front = feedsOthers ? await frontTabs().catch(() => NOBODY) : NOBODY;
  const random = Math.random();
  return updateWith(PLANS, (all) => {
    // The time at which its turn has come: others may have written since it was asked for.
    const change = reduceAll(all, id, event, { now: Date.now(), random, front });
    return { value: change.plans, result: change };
  });
}

/** What a new plan changes among all; see `beginRetry`. */
export type PlansChange = (plans: Plans, now: number, random: number) => Plans;

/** Writes a new plan. Where room is short the oldest have to go, and are given back as dropped. */
export function writeStart(change: PlansChange): Promise<Fitted> {
  const random = Math.random();
  return updateWith(PLANS, (all) => {
    const now = Date.now();
    const begun = change(all, now, random);
    const result = begun === all ? { plans: all, dropped: [] } : fitted(begun, now);
    return { value: result.plans, result };
  });
}

/** Nothing that is over stays on the disk: no address outlives its plan there. */
export async function tidyDisk(now: number): Promise<void> {
  const all = await read(PLANS);
  if (onDisk(all, now, QUIT_MS) !== all) await update(PLANS, (current) => onDisk(current, now, QUIT_MS));
}

/**
 * After the clock was set back every plan's moments move along, and are written so: moved anew with each look, what was
 * due in a minute would always be due in a minute.
 */
export async function followClock(now: number): Promise<void> {
  const moved = (all: Plans): Plans => {
    const plans = Object.entries(all).map(([id, plan]) => [id, withClock(plan, now)] as const);
    return plans.every(([id, plan]) => plan === all[id]) ? all : Object.fromEntries(plans);
  };
  const all = await read(PLANS);
  if (moved(all) !== all) await update(PLANS, moved);
}

/** The plan that watches a tab, or null. */
export const planOf = async (tabId: number): Promise<RetryPlan | null> => planOfTab(await read(PLANS), tabId);

/** A plan as it is by now, for acts that take seconds: it may have been ended meanwhile. Null where it is gone. */
export const planNow = async (id: string): Promise<RetryPlan | null> => (await read(PLANS))[id] ?? null;

/** The plan that goes on for this page in this tab, also while it looks for the tab; or null. */
export const planOfPage = async ({ tabId, url }: Pick<RetryPlan, "tabId" | "url">): Promise<RetryPlan | null> =>
  Object.values(await read(PLANS)).find((plan) => isOpen(plan) && plan.tabId === tabId && plan.url === url) ?? null;

/** Whether a site may be asked by itself now: online, where that is not switched off, and after any time that it has named. */
export async function mayAsk(target: string): Promise<boolean> {
  const settings = await readSettings();
  if (!navigator.onLine || settings.retry.off || isRetryOff(settings, target)) return false;
  const origin = originOf({ target });
  const open = Object.values(await read(PLANS)).filter((plan) => originOf(plan) === origin);
  const ended = (await endedPlans()).filter((plan) => plan.origin === origin);
  return ![...open, ...ended].some(({ floor }) => (floor ?? 0) > Date.now());
}
