import { afterAll, expect, vi } from "vitest";
import { forgetImpureModules } from "./fresh-modules.ts";
// Before any list of random values is described.
import "./random-cases.ts";

// Files of tests run one after the other in one process: each begins with modules, clocks and globals of its own. One of
// pure code loads nothing that could have a state.
const isOfPureCode = /\/test\/unit\/core\//.test(expect.getState().testPath ?? "");
if (!isOfPureCode) forgetImpureModules();

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
