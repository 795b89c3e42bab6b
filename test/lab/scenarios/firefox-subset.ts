import { SCENARIOS } from "./index.ts";
import type { Scenario } from "./scenario.ts";

/** Scenarios that stand for the rest in Firefox: every gateway, each kind of fault, and user-side ones with their twins. */
const REPRESENTATIVE: readonly string[] = [
  "nginx-killed",
  "apache-hung",
  "haproxy-garbage",
  "varnish-truncated",
  "squid-killed",
  "caddy-rate-limit",
  "node-maintenance",
  "cloudflare-525",
  "page-only",
  "flapping",
  "page-worker",
  "page-worker-honest",
  "oversized-cookies",
  "oversized-cookies-site-down",
  "signed-in-visitors-served",
  "bad-cookie-small",
  "captive-portal-site-down",
  "own-machine-localhost",
  "lan-server-down",
];

const NO_STORED_ERROR = "Firefox shows no stored error for a navigation; it asks the site again";
const ONE_PROXY = "Firefox learns the lab's names from a proxy of its own, so a second one cannot be set in it";
const CHROMIUM_PACKAGE = "the lab's other extensions are packaged for Chromium";

/** Why a scenario cannot be played in Firefox; null when it can. */
function obstacle({ staging, truth }: Scenario): string | null {
  if (staging.prepareUrl?.endsWith("/cached-error") && truth.cause === "stale-cache") return NO_STORED_ERROR;
  if (staging.forwardProxy !== undefined) return ONE_PROXY;
  if (staging.otherExtension !== undefined) return CHROMIUM_PACKAGE;
  return null;
}

/** What is played in Firefox. */
export const IN_FIREFOX: readonly Scenario[] = SCENARIOS.filter(({ id }) => REPRESENTATIVE.includes(id));

/** Names above that no scenario has; a test wants none. */
export const MISSPELT: readonly string[] = REPRESENTATIVE.filter((id) => !SCENARIOS.some((known) => known.id === id));

/** What cannot be played there, with the reason. */
export const NOT_IN_FIREFOX: ReadonlyArray<{ readonly id: string; readonly reason: string }> = SCENARIOS.flatMap(
  (scenario) => {
    const reason = obstacle(scenario);
    return reason === null ? [] : [{ id: scenario.id, reason }];
  },
);
