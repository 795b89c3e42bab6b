import type { TabLook } from "./page.ts";

/**
 * What happened when the tab itself was loaded again: the side with cookies of every contrast.
 * `works-past-cache`: loaded past the browser's cache and past the page's own service worker. `opens`: what a form had
 * been sent to was asked for by GET, and works so. That is no comparison: what failed was not sent again.
 */
export type ReloadOutcome = "not-tried" | "works" | "works-past-cache" | "opens" | "fails";

/**
 * What a look at the tab after its reload says of the page. Only a good answer shows that it works, and only
 * an error that it still fails: a sign-in, a 404, another address or nothing at all settle neither.
 */
export function reloadOutcome(look: TabLook, pastCache: boolean): ReloadOutcome {
  if (look.state === "error-page") return "fails";
  if (look.state !== "answered" || look.status === 0) return "not-tried";
  if (look.status >= 500 && look.status <= 599) return "fails";
  if (look.status >= 400) return "not-tried";
  return pastCache ? "works-past-cache" : "works";
}

/** The tab shows the page that failed again. */
export const isBack = (outcome: ReloadOutcome): boolean => outcome === "works" || outcome === "works-past-cache";

/** The tab no longer fails, whether or not what it shows can be compared with what failed. */
export const isServed = (outcome: ReloadOutcome): boolean => outcome === "opens" || isBack(outcome);
