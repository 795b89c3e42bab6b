/** Types of find-browser.mjs for the tests and the lab. */
export type Engine = "chromium" | "firefox";
export interface FoundBrowser {
  readonly name: string;
  readonly path: string;
  readonly engine: Engine;
}
export function findBrowser(engine?: Engine): FoundBrowser | null;
