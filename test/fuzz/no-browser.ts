/**
 * Code of the worker can be loaded where there is no browser: the polyfill looks for one while it is loaded, and never
 * again. To be imported before anything else that imports from `src/platform`.
 */
const there = globalThis as { browser?: unknown; chrome?: unknown };
const runtime = { id: "faultline", getURL: (path: string) => `chrome-extension://faultline/${path}` };
there.browser = { runtime };
there.chrome = { runtime };
await import("../../src/platform/browser.ts");
delete there.browser;
delete there.chrome;

export {};
