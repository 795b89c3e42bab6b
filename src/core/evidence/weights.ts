import { CACHE_WEIGHTS } from "./cache.ts";
import { COOKIE_WEIGHTS } from "./cookies.ts";
import { GATEWAY_WEIGHTS } from "./gateway.ts";
import { NETWORK_WEIGHTS } from "./network.ts";
import { OPINION_WEIGHTS } from "./opinions.ts";
import { PAGE_WORKER_WEIGHTS } from "./page-worker.ts";
import { REPETITION_WEIGHTS } from "./repetition.ts";
import { SCOPE_WEIGHTS } from "./scope.ts";
import { STATUS_PAGE_WEIGHTS } from "./status-pages.ts";
import { STEP_WEIGHTS } from "./steps.ts";
import { TRACE_WEIGHTS } from "./traces.ts";
import type { Weight } from "./weight.ts";

/**
 * Every piece of evidence that a check may give, from one file for each mechanism. Ids are stable; checks name them,
 * only these tables weigh them. Of two that are equally strong in one group the first counts.
 */
export const WEIGHTS = {
  ...NETWORK_WEIGHTS,
  ...GATEWAY_WEIGHTS,
  ...TRACE_WEIGHTS,
  ...REPETITION_WEIGHTS,
  ...CACHE_WEIGHTS,
  ...PAGE_WORKER_WEIGHTS,
  ...COOKIE_WEIGHTS,
  ...SCOPE_WEIGHTS,
  ...STATUS_PAGE_WEIGHTS,
  ...OPINION_WEIGHTS,
  ...STEP_WEIGHTS,
} as const satisfies Record<string, Weight>;

export type EvidenceId = keyof typeof WEIGHTS;
