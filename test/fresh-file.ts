import { afterAll, vi } from "vitest";

// Files of tests run one after the other in one process: each begins with modules, clocks and globals of its own.
vi.resetModules();
afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
