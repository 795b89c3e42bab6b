import { isOneShot } from "../../core/http/one-shot/one-shot.ts";
import { type Incident, protectionOf } from "../../core/incident/incident.ts";
import { siteOf } from "../../core/incident/site.ts";
import { watchedPage, watchId } from "../../core/protocol/protocol.ts";
import { isWatch, type RetryPlan } from "../../core/retry/plan.ts";
import { withinRoom } from "../../core/retry/room.ts";
import { protectPlan, resumePlan, startPlan, startWatch } from "../../core/retry/start.ts";
import { isSiteBack } from "../../core/retry/stop-reason.ts";
import { originOf } from "../../core/retry/turns.ts";
import { retryOffBy } from "../../core/settings/retry-off.ts";
import { managedSettings, readSettings } from "../../platform/settings.ts";
import { update } from "../../platform/storage.ts";
import { frontTabs } from "../../platform/tabs.ts";
import { historyOf } from "./outage-history.ts";
import { tellDropped } from "./outcome.ts";
import { publishPlans, publishWatched } from "./plan-views.ts";
import {
  type EndedPlan,
  endedAs,
  endedPlans,
  forgetEnded,
  isOpen,
  isUntold,
  onDisk,
  PLANS,
  type Plans,
} from "./plans.ts";
import { armPlans } from "./retry-driver.ts";

interface Start {
  readonly isProtected: boolean;
  readonly floor: number | null;
  /** The user asks for it, also after having stopped it. */
  readonly wanted?: boolean;
}

/**
 * Starts a plan for an incident, or takes up the one that watches this page already: its pace, floor and
 * limits go on. That is one of this tab, one that the user's own reload ended, or one that looks for its tab
 * after a restart. One that the user stopped stays stopped. A plan for another address in the tab ends.
 */
export async function startRetry(incident: Incident, { isProtected, floor, wanted = false }: Start): Promise<void> {
  const { id, tabId, url } = incident;
  const { off, maxPerHour } = await retryLimits(wanted);
  const history = await historyOf(url);
  const ends = await endedPlans();
  const isInFront = (await frontTabs()).has(tabId);
  const plans = await put((all, now) => {
    const earlier = earlierOf(all, incident) ?? recalled(ends, incident);
    if (off && !(earlier && isOpen(earlier))) return all;
    // The same address may show what a form brought by now: then the tab is not to be loaded again.
    const mustProtect = isProtected && earlier?.touchesTab === true;
    if (earlier?.id === id && isOpen(earlier) && earlier.searching === null && !mustProtect) return all;
    const resumable = earlier && (isOpen(earlier) || wanted || endedAs(earlier) === "left");
    if (earlier && !resumable) return all;
    const others = Object.values(onDisk(all, now)).filter(
      // One that looks for its tab still bears an id of the session before.
      (plan) => plan !== earlier && (plan.tabId !== tabId || plan.searching !== null || isUntold(plan)),
    );
    const resume = mustProtect ? protectPlan : resumePlan;
    const siblings = siblingsOf(all, url);
    const plan = resumable
      ? {
          ...(isOpen(earlier) && !mustProtect
            ? earlier
            : resume({ ...earlier, floor: latest(floor, [earlier, ...siblings]) }, now, Math.random())),
          ...{ id, tabId, searching: null, inFront: earlier.inFront || isInFront },
        }
      : startPlan(
          {
            ...{ id, tabId, url, status: incident.status ?? 0, protected: isProtected, history, maxPerHour },
            inFront: isInFront,
            floor: latest(floor, siblings),
            failingSince: earliest(incident.since, siblings),
            flapping: cameBack(ends, url),
          },
          now,
          Math.random(),
        );
    return Object.fromEntries([...others, plan].map((each) => [each.id, each]));
  });
  const plan = plans[id];
  if (plan) await publishPlans([plan], plans);
  await armPlans();
}

/** What holds for a new plan. A click outweighs what the user has set himself, and not what an administrator has. */
async function retryLimits(wanted: boolean) {
  const settings = await readSettings();
  const offBy = retryOffBy(settings, (await managedSettings()).settings);
  return { off: offBy === "administrator" || (offBy === "user" && !wanted), maxPerHour: settings.retry.maxPerHour };
}

/** The plan that this incident continues. */
function earlierOf(all: Plans, { id, tabId, url }: Incident): RetryPlan | undefined {
  const samePage = Object.values(all).filter((plan) => plan.url === url && isOpen(plan) && !isWatch(plan));
  return (
    all[id] ??
    samePage.find((plan) => plan.tabId === tabId && plan.searching === null) ??
    samePage.find(({ searching }) => searching !== null)
  );
}

/** The plan of this very incident that ended a few minutes ago, with the address that it no longer bears. */
function recalled(ends: readonly EndedPlan[], { id, url }: Incident): RetryPlan | undefined {
  const ended = ends.find((plan) => plan.id === id);
  if (!ended) return undefined;
  const { origin: _origin, ...plan } = ended;
  return { ...plan, url, target: plan.touchesTab ? url : new URL("/", url).href };
}

function siblingsOf(all: Plans, url: string): RetryPlan[] {
  const { origin } = new URL(url);
  return Object.values(all).filter((plan) => isOpen(plan) && originOf(plan) === origin);
}

/** All plans of a site follow the age of one outage, and one floor. */
const earliest = (since: number, siblings: readonly RetryPlan[]): number =>
  Math.min(since, ...siblings.map(({ failingSince, createdAt }) => failingSince ?? createdAt));
const latest = (floor: number | null, siblings: readonly RetryPlan[]): number | null =>
  Math.max(floor ?? 0, ...siblings.map((plan) => plan.floor ?? 0)) || null;

/** The site came back a few minutes ago and fails again. */
const cameBack = (ends: readonly EndedPlan[], url: string): boolean =>
  ends.some((plan) => isSiteBack(endedAs(plan)) && plan.origin === new URL(url).origin);

/** Watches the site of an incident for a week, also when its tab is closed: "Tell me when it's back". */
export async function startWatching(incident: Incident): Promise<void> {
  const { status } = incident;
  const url = watchedPage(incident.url, isOneShot(incident.url));
  const id = watchId(url);
  const { off, maxPerHour } = await retryLimits(true);
  if (off) return;
  const history = await historyOf(url);
  const plans = await put((all, now) => {
    const earlier = all[id];
    if (earlier && isOpen(earlier)) return all;
    const protectedPage = protectionOf(incident) !== "none";
    const siblings = siblingsOf(all, url);
    const floor = latest(null, siblings);
    const start = { id, url, status: status ?? 0, protected: protectedPage, floor, history, maxPerHour };
    const failingSince = earliest(incident.since, siblings);
    return { ...onDisk(all, now), [id]: startWatch({ ...start, failingSince }, now, Math.random()) };
  });
  await publishWatched(Object.values(plans));
  await armPlans();
}

/**
 * Forgets the plans that have ended, of one site or of all (null), and what those that go on know of its earlier
 * outages.
 */
export async function forgetPast(site: string | null): Promise<void> {
  await forgetEnded(site);
  const isMeant = ({ url }: RetryPlan): boolean => site === null || siteOf(url) === site;
  const plans = await update(PLANS, (all) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([id, plan]) => {
        if (!isMeant(plan)) return [[id, plan]];
        return isOpen(plan) ? [[id, { ...plan, history: undefined }]] : [];
      }),
    ),
  );
  await publishPlans(Object.values(plans).filter(isOpen), plans);
  await armPlans();
}

/** Writes new plans. Where room is short the oldest go, and that is said. */
async function put(change: (all: Plans, now: number) => Plans): Promise<Plans> {
  let gone: RetryPlan[] = [];
  const plans = await update(PLANS, (all) => {
    const now = Date.now();
    const changed = change(all, now);
    if (changed === all) return all;
    const { kept, dropped } = withinRoom(Object.values(changed));
    if (dropped.length === 0) return changed;
    gone = dropped.filter(isOpen).map((plan) => ({ ...plan, state: closedNow(now) }));
    return Object.fromEntries(kept.map((plan) => [plan.id, plan]));
  });
  if (gone.length > 0) {
    await publishPlans(gone, plans);
    await tellDropped(gone.length);
  }
  return plans;
}

const closedNow = (at: number) => ({ name: "closed", at, reason: "dropped", told: true }) as const;
