import { pageUrl } from "../core/incident/incident.ts";
import type { TabLook } from "../core/incident/page.ts";
import type { LoadKind } from "../core/incident/user-reload.ts";
import { pause } from "../platform/pause.ts";
import { getTab, openAnew, reloadTab } from "../platform/tabs.ts";
import { lookAtTab } from "../probes/tab-look.ts";

const STEP_MS = 250;
/** Below the 30 s after which Firefox and Chromium stop an idle worker; what is slower is found by the alarm. */
const PATIENCE_MS = 25_000;

/** A load of a tab by us, and what it shows in the end, with the moment when that is seen. */
interface OwnLoad {
  readonly url: string;
  readonly since: number;
  /** A plan's, and no click's. */
  readonly isPlans: boolean;
  readonly end: Promise<{ readonly look: TabLook; readonly at: number }>;
}

/** The last load of each tab by this worker. */
const loads = new Map<number, OwnLoad>();

/** Whether a navigation that began at `startedAt` came from our own load of the tab and not from the user. */
export function isOurLoad(tabId: number, url: string, startedAt: number): boolean {
  const load = loads.get(tabId);
  return load?.url === url && startedAt >= load.since - 1_000 && startedAt < load.since + PATIENCE_MS;
}

/**
 * What a tab's last load showed, if it was a plan's and was seen to its end at `after` or later. One that is under way is
 * waited for, 25 s at most.
 */
export async function planLook(tabId: number, after: number): Promise<TabLook | null> {
  const load = loads.get(tabId);
  if (!load?.isPlans) return null;
  const { look, at } = await load.end;
  return at >= after ? look : null;
}

export const forgetLoads = (tabId: number): void => void loads.delete(tabId);

/**
 * Loads a tab again and watches it until it shows a new document or the browser's own error page. Asking
 * instead of listening keeps healthy tabs free of listeners. After 25 s: "loading".
 */
export const loadAndWatch = (tabId: number, url: string, kind: LoadKind): Promise<TabLook> =>
  begin(tabId, url, kind, false);

async function begin(tabId: number, url: string, kind: LoadKind, isPlans: boolean): Promise<TabLook> {
  const since = Date.now();
  const end = loadToEnd(tabId, url, kind, since);
  loads.set(tabId, { url, since, isPlans, end });
  return (await end).look;
}

async function loadToEnd(tabId: number, url: string, kind: LoadKind, since: number) {
  const begun = kind === "anew" ? openAnew(tabId, url) : reloadTab(tabId, kind === "past-cache");
  await begun.catch(() => undefined);
  const look = await watch(tabId, url, since);
  return { look, at: Date.now() };
}

/**
 * A plan loads a tab again that rests at an address; null where it does not, and then it is left alone. A load would throw
 * away whatever is on its way into the tab, so nothing lies between this look and the load.
 */
export async function loadIfAtRest(tabId: number, url: string): Promise<TabLook | null> {
  const tab = await getTab(tabId);
  if (!tab || tab.loading || pageUrl(tab.url ?? undefined) !== url) return null;
  return begin(tabId, url, "reload", true);
}

async function watch(tabId: number, url: string, since: number): Promise<TabLook> {
  // Not by the clock, which may be set back meanwhile: this would look for days.
  const end = performance.now() + PATIENCE_MS;
  let stood = 0;
  while (performance.now() < end) {
    await pause(STEP_MS);
    const look = await lookAtTab(tabId, url);
    if (look.state === "gone" || look.state === "another-page") return look;
    if (look.state === "answered" && look.startedAt >= since - 1_000) return look;
    // The old error page stands for a moment before the tab is seen loading.
    stood = look.state === "error-page" || look.state === "unreadable" ? stood + 1 : 0;
    if (stood >= 4) return look;
  }
  return { state: "loading" };
}
