import type { Browser } from "webextension-polyfill";

/**
 * The one door to the browser. Chromium and Firefox give Manifest V3 one promise-based API under two names, so no
 * polyfill stands in between, which was 2.7 KB to read at every start of the worker; only what answers a message is
 * told apart, in `messages.ts`.
 */
const given = globalThis as typeof globalThis & { readonly browser?: Browser; readonly chrome: Browser };
export const browser: Browser = given.browser ?? given.chrome;

/** What the types do not know yet, or only one browser has. */
export const isFirefox = browser.runtime.getURL("").startsWith("moz-extension:");

/** Version of this extension, as in the manifest. */
export const version = (): string => browser.runtime.getManifest().version;
