import { pageUrl } from "../core/incident/incident.ts";
import { type Navigation, parseNavigation } from "../core/incident/navigation.ts";
import type { TabLook } from "../core/incident/page.ts";
import { getTab, inPage } from "../platform/tabs.ts";

/** Runs inside the page, so it stands alone; says what the sentinel would say. */
function readNavigation(): string {
  const [entry] = performance.getEntriesByType("navigation");
  let controlled: boolean | undefined;
  try {
    // A sandboxed document may not tell: see the sentinel.
    if (origin !== "null") controlled = Boolean(navigator.serviceWorker?.controller);
  } catch {
    // Not known.
  }
  return JSON.stringify({ entry, timeOrigin: performance.timeOrigin, controlled });
}

/** What a tab shows: a document with its navigation entry, or none that says anything. */
export type Shown = Navigation | "error-page" | "silent" | null;

/** A page that has been looked at before needs no longer to say that it is the same; milliseconds. */
const SECOND_LOOK_MS = 500;

/**
 * The navigation entry of a tab's document, for tabs that no sentinel watches. Null where scripts may not run; `silent`
 * where they may, and none answers within `patience` milliseconds, 5 s unless named.
 */
export async function tabNavigation(tabId: number, patience?: number): Promise<Shown> {
  const found = await inPage(tabId, readNavigation, { args: [], ...(patience === undefined ? {} : { patience }) });
  if (found.state === "error-page" || found.state === "silent") return found.state;
  return found.state === "ok" ? parseNavigation(found.value) : null;
}

/** Whether a tab shows what it showed a while ago, by the document that stands there. */
export async function showsStill(tabId: number, url: string, before: Shown): Promise<boolean> {
  const tab = await getTab(tabId);
  if (pageUrl(tab?.url ?? undefined) !== url) return false;
  const now = await tabNavigation(tabId, SECOND_LOOK_MS);
  return typeof now === "string" || now === null || typeof before === "string" || before === null
    ? now === before
    : now.startedAt === before.startedAt;
}

/** Whether the document that has just spoken stands in its tab; one that is too busy to say so has not gone. */
export async function isThere(tabId: number, { startedAt }: Navigation): Promise<boolean> {
  const now = await tabNavigation(tabId, SECOND_LOOK_MS);
  return now === "silent" || (typeof now === "object" && now?.startedAt === startedAt);
}

/** Looks at a tab before and after acting on it; `url` is the address it is supposed to show. */
export async function lookAtTab(tabId: number, url: string): Promise<TabLook> {
  const tab = await getTab(tabId);
  if (!tab) return { state: "gone" };
  const shown = pageUrl(tab.url ?? undefined);
  // An address that may not be seen is another page: settings, a store, a file, or a tab that only bears our id.
  if (shown !== url) return tab.loading && !tab.url ? { state: "loading" } : { state: "another-page" };
  // No script runs in a sleeping tab.
  if (tab.asleep) return { state: "asleep" };
  const found = await inPage(tabId, readNavigation, { args: [] });
  if (found.state === "error-page") return tab.loading ? { state: "loading" } : { state: "error-page" };
  const navigation = found.state === "ok" ? parseNavigation(found.value) : null;
  if (found.state !== "ok" || !navigation) return tab.loading ? { state: "loading" } : { state: "unreadable" };
  const { status, startedAt } = navigation;
  const look = { state: "answered", status, startedAt } as const;
  return tab.loading ? { ...look, loading: true } : look;
}
