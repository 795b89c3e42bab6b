import { browser } from "./browser.ts";
import { pause } from "./pause.ts";

/** What a function returned in the frames of a tab; null where it threw. Frames in which no script may run are missing. */
export type InFrames<T> =
  | { readonly state: "ok"; readonly frames: readonly (T | null)[] }
  /** No script runs in the tab's page: the browser's own pages, its error page among them, stores. */
  | { readonly state: "refused" }
  /** Some frame has not answered: it is busy, frozen, or stands in a dialog. */
  | { readonly state: "silent" };

const PATIENCE_MS = 5_000;

/**
 * Runs a self-contained function in every frame of a tab in which scripts may run, at once. `asPage` runs it in the
 * world of the page's own scripts, which could have changed what is called there.
 */
export async function inFrames<T>(tabId: number, func: () => T, { asPage = false } = {}): Promise<InFrames<T>> {
  try {
    const run = browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func,
      injectImmediately: true,
      world: asPage ? "MAIN" : "ISOLATED",
    });
    const answers = await Promise.race([run, pause(PATIENCE_MS)]);
    if (!answers) return { state: "silent" };
    return { state: "ok", frames: answers.map(({ result }) => (result ?? null) as T | null) };
  } catch {
    return { state: "refused" };
  }
}
