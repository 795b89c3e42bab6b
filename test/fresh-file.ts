import { afterAll, expect, vi } from "vitest";
// Before any list of random values is described.
import "./random-cases.ts";

// Files of tests run one after the other in one process: each begins with modules, clocks and globals of its own. What
// is pure has no state that another file could have left there, and need not be loaded again.
const isOfPureCode = /\/test\/unit\/core\//.test(expect.getState().testPath ?? "");
if (!isOfPureCode) vi.resetModules();

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
