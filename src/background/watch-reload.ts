import { reloadTab } from "../platform/tabs.ts";
import { lookAtTab } from "../probes/tab-look.ts";
import type { TabLook } from "../signals/page.ts";

const STEP_MS = 250;
/** Below the 30 s after which Firefox and Chromium stop an idle worker; what is slower is found by the alarm. */
const PATIENCE_MS = 25_000;

/** When this worker last loaded a tab again; a failure that began after it is that reload's own. */
const lastReload = new Map<number, number>();

/** Whether a navigation that began at `startedAt` came from our reload and not from the user. */
export function isOurReload(tabId: number, startedAt: number): boolean {
  const since = lastReload.get(tabId);
  return since !== undefined && startedAt >= since - 1_000 && startedAt < since + PATIENCE_MS;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Loads a tab again and watches it until it shows a new document or the browser's own
 * error page. Asking instead of listening keeps healthy tabs free of listeners. After 25 s: "loading".
 */
export async function reloadAndWatch(tabId: number, url: string, pastCache = false): Promise<TabLook> {
  const since = Date.now();
  lastReload.set(tabId, since);
  await reloadTab(tabId, pastCache).catch(() => undefined);
  const until = since + PATIENCE_MS;
  let stood = 0;
  while (Date.now() < until) {
    await pause(STEP_MS);
    const look = await lookAtTab(tabId, url);
    if (look.state === "gone" || look.state === "elsewhere") return look;
    if (look.state === "answered" && look.startedAt >= since - 1_000) return look;
    // The old error page stands for a moment before the tab is seen loading.
    stood = look.state === "error-page" || look.state === "unreadable" ? stood + 1 : 0;
    if (stood >= 4) return look;
  }
  return { state: "loading" };
}
