/**
 * Gives webextension-polyfill the one export that is asked of it. It is written for CommonJS and for plain scripts. Taken
 * as CommonJS, the bundler's code looks at every property of what it exports, which is the browser's own object: Chromium
 * then builds all of its API, for 3 ms at every wake of the worker. Run as a plain script it leaves its result in
 * `globalThis.browser`.
 */
export const polyfillModule = {
  name: "polyfill-module",
  /** @type {(code: string, id: string) => { code: string, map: null } | null} */
  transform(code, id) {
    if (!/\/webextension-polyfill\/dist\/browser-polyfill\.js$/.test(id)) return null;
    return { code: `${code}\nexport default globalThis.browser;`, map: null };
  },
};
