/** Where a cause can be fixed. */
export type Side = "server" | "you" | "unsure";

/**
 * The closed list of causes, each with its side and its prior: the share of all 5xx pages that
 * people meet which it explains. Nearly all are the server's. The shares are estimates from the
 * documented causes of gateway errors; what matters is their order of magnitude, since every
 * user-side verdict must overcome a prior of well under one in a hundred. They sum to 1.
 */
export const CAUSES = {
  "origin-down": { side: "server", prior: 0.22 },
  overload: { side: "server", prior: 0.18 },
  "origin-slow": { side: "server", prior: 0.14 },
  transient: { side: "server", prior: 0.12 },
  "origin-invalid": { side: "server", prior: 0.1 },
  maintenance: { side: "server", prior: 0.04 },
  misconfigured: { side: "server", prior: 0.05 },
  "gateway-fault": { side: "server", prior: 0.05 },
  "page-only": { side: "server", prior: 0.04 },
  intermittent: { side: "server", prior: 0.025 },
  // Suspended, paused, over its quota: it ends by somebody's hand or with the month, however often it is asked.
  "switched-off": { side: "server", prior: 0.01 },
  regional: { side: "server", prior: 0.005 },
  // A dead backend for signed-in users and a cookie that breaks one user look the same from one
  // browser; neither may win by its prior alone ("Twins" in docs/how-it-decides.md).
  "signed-in": { side: "server", prior: 0.004 },
  cookies: { side: "you", prior: 0.004 },
  "local-proxy": { side: "you", prior: 0.003 },
  "stale-cache": { side: "you", prior: 0.002 },
  "page-worker": { side: "you", prior: 0.001 },
  "own-machine": { side: "you", prior: 0.001 },
  "captive-portal": { side: "you", prior: 0.001 },
  "blocked-address": { side: "you", prior: 0.0008 },
  extension: { side: "you", prior: 0.0005 },
  "stale-address": { side: "you", prior: 0.0005 },
  offline: { side: "you", prior: 0.0002 },
  "bot-check": { side: "unsure", prior: 0.001 },
  unknown: { side: "unsure", prior: 0.001 },
} as const satisfies Record<string, { side: Side; prior: number }>;

/** An unsure verdict may lean to the site from this probability on; it never leans to the user. */
export const LEANING = 0.6;

export type Cause = keyof typeof CAUSES;

export const CAUSE_IDS = Object.keys(CAUSES) as Cause[];
