import { afterAll, vi } from "vitest";
// Before any list of random values is described.
import "./random-cases.ts";

// Files of tests run one after the other in one process: each begins with modules, clocks and globals of its own.
vi.resetModules();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
