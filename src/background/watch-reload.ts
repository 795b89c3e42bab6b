import { pageUrl } from "../core/incident/incident.ts";
import type { TabLook } from "../core/incident/page.ts";
import type { LoadKind } from "../core/incident/user-reload.ts";
import { pause } from "../platform/pause.ts";
import { getTab, openAnew, reloadTab } from "../platform/tabs.ts";
import { lookAtTab, tabNavigation } from "../probes/tab-look.ts";

const STEP_MS = 250;
/** Below the 30 s after which Firefox and Chromium stop an idle worker; what is slower is found by the alarm. */
const PATIENCE_MS = 25_000;

/** A user's click waits no longer to learn which document it loads away. */
const FIRST_LOOK_MS = 1_000;
/** What clocks of page and worker may differ by, where nothing but they can tell. */
const CLOCKS_MS = 1_000;

/** Which document a load takes away, by when it began; null for a page of the browser's own, undefined where none answers. */
type Before = number | null | undefined;

/** A load of a tab by us, and what it shows in the end, with the moment when that is seen. */
interface OwnLoad {
  readonly url: string;
  readonly before: Before;
  /** A plan's, and no click's. */
  readonly isPlans: boolean;
  readonly end: Promise<{ readonly look: TabLook; readonly at: number }>;
  /** What it showed; null while it is under way. */
  shown: TabLook | null;
}

/** A page that fails says so within moments of its load. */
const MOST = 100;

/** The last load of each tab by this worker, the oldest first. */
const loads = new Map<number, OwnLoad>();

/** Whether a document that fails came by our own load of the tab and not by the user's: it is another than before. */
export function isOurLoad(tabId: number, url: string, startedAt: number): boolean {
  const load = loads.get(tabId);
  if (load?.url !== url) return false;
  const { before, shown } = load;
  return shown === null ? before !== startedAt : shown.state === "answered" && shown.startedAt === startedAt;
}

/** The same of a load by a plan, and by no click. */
export const isPlansLoad = (tabId: number, url: string, startedAt: number): boolean =>
  loads.get(tabId)?.isPlans === true && isOurLoad(tabId, url, startedAt);

/** Whether a document goes because our own load takes it away. One that came to nothing has left it where it was. */
export function isOursToLeave(tabId: number, url: string, startedAt: number): boolean {
  const load = loads.get(tabId);
  if (load?.url !== url) return false;
  const { before, shown } = load;
  return before === undefined ? shown === null : before === startedAt && shown?.state !== "loading";
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
export async function loadAndWatch(tabId: number, url: string, kind: LoadKind): Promise<TabLook> {
  const found = await tabNavigation(tabId, FIRST_LOOK_MS);
  const before = found === "silent" ? undefined : found === "error-page" ? null : (found?.startedAt ?? null);
  return begin(tabId, url, kind, before, false);
}

async function begin(tabId: number, url: string, kind: LoadKind, before: Before, isPlans: boolean): Promise<TabLook> {
  const end = loadToEnd(tabId, url, kind, before);
  const load: OwnLoad = { url, before, isPlans, end, shown: null };
  // Behind all others, which came before.
  loads.delete(tabId);
  loads.set(tabId, load);
  const { look } = await end;
  load.shown = look;
  forgetOldest();
  return look;
}

/** Tabs that are closed do not always say so. What is under way stays. */
function forgetOldest(): void {
  const over = [...loads].filter(([, { shown }]) => shown !== null);
  for (const [tabId] of over.slice(0, -MOST)) loads.delete(tabId);
}

async function loadToEnd(tabId: number, url: string, kind: LoadKind, before: Before) {
  const since = Date.now();
  const isNew = (startedAt: number) => (before === undefined ? startedAt >= since - CLOCKS_MS : startedAt !== before);
  const begun = kind === "anew" ? openAnew(tabId, url) : reloadTab(tabId, kind === "past-cache");
  await begun.catch(() => undefined);
  const look = await watch(tabId, url, isNew);
  return { look, at: Date.now() };
}

/**
 * A plan loads a tab again that rests at an address; null where it does not, and then it is left alone. A load would throw
 * away whatever is on its way into the tab, so nothing lies between this look and the load. `before` is the document that
 * stands there, by when it began; null for a page of the browser's own.
 */
export async function loadIfAtRest(tabId: number, url: string, before: number | null): Promise<TabLook | null> {
  const tab = await getTab(tabId);
  if (!tab || tab.loading || pageUrl(tab.url ?? undefined) !== url) return null;
  return begin(tabId, url, "reload", before, true);
}

async function watch(tabId: number, url: string, isNew: (startedAt: number) => boolean): Promise<TabLook> {
  // Not by the clock, which may be set back meanwhile: this would look for days.
  const end = performance.now() + PATIENCE_MS;
  let stood = 0;
  while (performance.now() < end) {
    await pause(STEP_MS);
    const look = await lookAtTab(tabId, url);
    if (look.state === "gone" || look.state === "another-page") return look;
    if (look.state === "answered" && isNew(look.startedAt)) return look;
    // The old error page stands for a moment before the tab is seen loading.
    stood = look.state === "error-page" || look.state === "unreadable" ? stood + 1 : 0;
    if (stood >= 4) return look;
  }
  return { state: "loading" };
}
