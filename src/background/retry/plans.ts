import * as v from "valibot";
import { siteOf } from "../../core/incident/site.ts";
import { planSchema, type RetryPlan } from "../../core/retry/plan.ts";
import { isSiteBack, type StopReason } from "../../core/retry/stop-reason.ts";
import { originOf } from "../../core/retry/turns.ts";
import { readSettings } from "../../platform/settings.ts";
import { read, type StoredValue, update } from "../../platform/storage.ts";

export type Plans = Record<string, RetryPlan>;

/**
 * Survives the worker, the browser and updates: plans that go on, and those whose end is still to be told. A plan that
 * cannot be read is dropped alone.
 */
export const PLANS: StoredValue<Plans> = {
  key: "retry-plans",
  area: "local",
  version: 1,
  isOurs: true,
  initial: {},
  parse(raw) {
    if (typeof raw !== "object" || raw === null) return null;
    const plans = Object.values(raw).flatMap((plan) => {
      const { success, output } = v.safeParse(planSchema, plan);
      return success ? [output] : [];
    });
    return Object.fromEntries(plans.map((plan) => [plan.id, plan]));
  },
};

/** How long a plan that was left, stopped or came back is remembered, for a page that fails again. */
export const REMEMBERED_MS = 10 * 60_000;
/** How long the word about a plan's end is tried to be said. */
export const LAST_WORD_MS = 60 * 60_000;
/**
 * A browser that quits leaves every page first, and nothing else tells that from a user who does. A plan that was left
 * stays on the disk until the browser has outlived it by this much; one that has not finds it there at its next start.
 */
export const QUIT_MS = 15_000;

export const isOpen = ({ state }: RetryPlan): boolean => state.name !== "closed";
export const isUntold = ({ state }: RetryPlan): boolean => state.name === "closed" && !state.told;
export const endedAs = ({ state }: Pick<RetryPlan, "state">): StopReason | null =>
  state.name === "closed" ? state.reason : null;

/**
 * What stays on the disk: open plans, those whose end nobody has been told of, and for a while those that were left:
 * ten minutes where nobody knows yet whether the browser has quit since.
 */
export function onDisk(all: Plans, now: number, leftFor = REMEMBERED_MS): Plans {
  const stays = ({ state }: RetryPlan): boolean => {
    if (state.name !== "closed") return true;
    const ago = Math.abs(now - state.at);
    return state.told ? state.reason === "left" && ago < leftFor : ago < LAST_WORD_MS;
  };
  // The very same plans where all of them stay: a change that changes nothing is not written.
  if (Object.values(all).every(stays)) return all;
  return Object.fromEntries(Object.entries(all).filter(([, plan]) => stays(plan)));
}

const { url: _url, target: _target, ...entries } = planSchema.entries;
const endedSchema = v.object({ ...entries, origin: v.string() });

/** A plan that has ended, without its address. Its incident knows that, for as long as there is one. */
export type EndedPlan = v.InferOutput<typeof endedSchema>;

/** Whether a page that fails again after a plan ended so is another matter than a new one. */
const hasEcho = (reason: StopReason): boolean => reason === "left" || reason === "stopped" || isSiteBack(reason);
const MOST_ENDED = 500;

/** Memory only, and no more than ten minutes of it: for a page that fails again. Newest last. */
const ENDED: StoredValue<readonly EndedPlan[]> = {
  key: "ended-plans",
  area: "session",
  version: 1,
  isOurs: true,
  initial: [],
  parse: (raw) =>
    Array.isArray(raw) ? raw.flatMap((plan) => (v.is(endedSchema, plan) ? [v.parse(endedSchema, plan)] : [])) : null,
};

function withoutAddress({ url, target: _asked, ...plan }: RetryPlan): EndedPlan {
  const { origin } = new URL(url);
  // The id of a plan that watches a site without a tab is its address.
  return { ...plan, id: plan.id.endsWith(url) ? `watch:${origin}` : plan.id, origin };
}

const isRecent = ({ state }: EndedPlan, now: number): boolean =>
  state.name === "closed" && hasEcho(state.reason) && Math.abs(now - state.at) < REMEMBERED_MS;

/** Takes down how a plan ended, before it goes from the disk. Never rejects: what is not remembered begins anew. */
export async function rememberEnd(id: string): Promise<void> {
  try {
    const plan = Object.values(await read(PLANS)).find((one) => one.id === id);
    if (!plan || isOpen(plan)) return;
    const ended = withoutAddress(plan);
    const now = Date.now();
    await update(ENDED, (all) =>
      [...all.filter((one) => one.id !== ended.id), ended].filter((one) => isRecent(one, now)).slice(-MOST_ENDED),
    );
  } catch (error) {
    console.warn("Faultline: how a plan ended is not remembered", error);
  }
}

/** The plans that ended within the last ten minutes, of an id that stands twice the latest first. */
export async function endedPlans(): Promise<readonly EndedPlan[]> {
  // The disk first: what goes from there is in memory before.
  const plans = Object.values(await read(PLANS)).filter((plan) => !isOpen(plan));
  const ended = [...plans.map(withoutAddress), ...(await read(ENDED))];
  const now = Date.now();
  return ended.filter((plan) => isRecent(plan, now));
}

/** Forgets what is remembered of plans that ended too long ago; where a site is named, or all, of these as well. */
export async function forgetEnded(site?: string | null): Promise<void> {
  const now = Date.now();
  await update(ENDED, (all) => {
    const kept = all.filter(
      (plan) => isRecent(plan, now) && (site === undefined || (site !== null && siteOf(plan.origin) !== site)),
    );
    return kept.length < all.length ? kept : all;
  });
}

/** The plan that watches a tab, or null. One that looks for its tab bears the id that it had in another session. */
export async function planOf(tabId: number): Promise<RetryPlan | null> {
  return (
    Object.values(await read(PLANS)).find((plan) => plan.tabId === tabId && plan.searching === null && isOpen(plan)) ??
    null
  );
}

/** Whether a site may be asked by itself now: online, where that is not switched off, and after any time that it has named. */
export async function mayAsk(target: string): Promise<boolean> {
  if (!navigator.onLine || (await readSettings()).retry.off) return false;
  const origin = originOf({ target });
  const open = Object.values(await read(PLANS)).filter((plan) => originOf(plan) === origin);
  const ended = (await endedPlans()).filter((plan) => plan.origin === origin);
  return ![...open, ...ended].some(({ floor }) => (floor ?? 0) > Date.now());
}
