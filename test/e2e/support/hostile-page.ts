/** Elements that bear every name that the sentinel could look for, one each: two of a name would be a list, not an element. */
export const SHADOWS = ["faultline", "browser", "chrome", "performance", "prerendering", "addEventListener", "runtime"]
  .map((name) => `<form name="${name}" id="${name}"></form>`)
  .join("");

/** Runs in the page: its scripts make up every event that the sentinel listens to, thousands of times. */
export function makeUpEvents(): void {
  for (let time = 0; time < 5_000; time++) {
    dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true }));
    dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    document.dispatchEvent(new Event("prerenderingchange", { bubbles: true }));
  }
}
