import type { Report } from "./report.ts";

/** Refusals of this visitor, and tests for robots, that are sent as a failure of the server's. */
export const BLOCKED_VISITORS: readonly Report[] = [
  {
    what: "a test for robots in front of the page",
    status: 503,
    body: "<html><head><title>Just a moment...</title></head><body><script>window._cf_chl_opt={}</script></body></html>",
    right: { side: "unsure", cause: "bot-check" },
  },
];
