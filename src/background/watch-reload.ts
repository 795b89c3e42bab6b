import { lookAtTab } from "../probes/tab-look.ts";
import type { TabLook } from "../signals/page.ts";

const STEP_MS = 250;
/** Below the 30 s after which Firefox and Chromium stop an idle worker; what is slower is found by the alarm. */
const PATIENCE_MS = 25_000;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Watches a tab after a reload that began at `since` until it shows a new document or the browser's own
 * error page. Asking instead of listening keeps healthy tabs free of listeners. After 25 s: "loading".
 */
export async function watchReload(tabId: number, url: string, since: number): Promise<TabLook> {
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
