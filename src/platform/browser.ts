/**
 * The one door to the browser. webextension-polyfill gives Chromium and Firefox one promise-based
 * API; everything else in this folder wraps the few calls Faultline needs.
 */
import browser from "webextension-polyfill";

export { browser };

/** What the polyfill's types do not know yet, or only one browser has. */
export const isFirefox = browser.runtime.getURL("").startsWith("moz-extension:");
