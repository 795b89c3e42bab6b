import { SCENARIOS } from "./index.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Scenarios that stand for the rest in Firefox: every gateway, each kind of fault, user-side ones with their twins, and
 * whatever Firefox is likely to see otherwise.
 */
const REPRESENTATIVE: readonly string[] = [
  // Every gateway, by HTTP/1.1 and by HTTP/2.
  "nginx-killed",
  "apache-hung",
  "haproxy-garbage",
  "varnish-truncated",
  "squid-killed",
  "caddy-rate-limit",
  "node-maintenance",
  "nginx-killed-h2",
  "apache-garbage-h2",
  "haproxy-hung-h2",
  "varnish-killed-h2",
  "squid-maintenance-h2",
  "caddy-truncated-h2",
  "node-slow-h2",
  // TLS behind the gateway, and two of them.
  "apache-origin-expired",
  "node-origin-handshake-refused",
  "caddy-origin-unknown-authority",
  "nginx-origin-tls-sound",
  "nginx-before-haproxy-killed",
  "varnish-before-apache-impatient",
  "apache-before-caddy-killed",
  // What services and sites write; here the words reach the extension by Firefox's own reading of the page.
  "cloudflare-525",
  "edge-cloudflare-1101",
  "edge-fastly-no-healthy-ip",
  "edge-kin-unknown-504",
  "host-render-suspended",
  "host-linkerd-fail-fast",
  "host-werkzeug-503",
  "says-announced-turkish",
  "says-denied",
  "says-wait-go-duration",
  "refused-wordfence-here",
  "refused-wordfence-everywhere",
  "robot-test-captcha",
  "status-511-https",
  "status-530",
  // Bodies: Firefox shows empty ones, and treats broken, binary and saved ones in its own way.
  "body-empty-500",
  "body-json-500",
  "body-binary-500",
  "body-gzip-503",
  "body-gzip-broken-500",
  "body-long-500",
  "body-script-page-503",
  "truncated-page-200",
  // What comes and goes, and status pages.
  "page-only",
  "flapping",
  "transient",
  "rhythm-one-of-three",
  "rhythm-restarting",
  "rhythm-back-before-click",
  "rhythm-hung-page-only",
  "status-page-open-incident-green-site-down",
  "status-page-open-incident-green-cookies",
  // Workers, caches and cookies, each beside its twin.
  "page-worker",
  "page-worker-honest",
  "keeping-worker-apache",
  "keeping-worker-apache-down",
  "cached-error-still-failing",
  "kept-error-503-varnish-down",
  "oversized-cookies",
  "oversized-cookies-site-down",
  "big-cookies-node",
  "big-cookies-node-site-down",
  "signed-in-visitors-served",
  "bad-cookie-small",
  // Forms: Firefox tells of their method otherwise.
  "form-crash",
  "form-site-down",
  "form-big-cookies",
  "form-big-cookies-crash",
  "form-big-cookies-site-down",
  "one-time-site-down",
  // Portals, own machines and imitations.
  "captive-portal-511",
  "captive-portal-site-down",
  "captive-portal-503",
  "captive-portal-503-site-down",
  "captive-portal-nobody",
  "own-machine-localhost",
  "lan-server-down",
  "this-machine-crashed-500",
  "home-server-crashed-500",
  "imitated-portal",
  "imitated-privoxy",
];

const NO_STORED_ERROR = "Firefox shows no stored error for a navigation; it asks the site again";
const ONE_PROXY = "Firefox learns the lab's names from a proxy of its own, so a second one cannot be set in it";
const CHROMIUM_PACKAGE = "the lab's other extensions are packaged for Chromium";

const SAVED_AS_FILE = "Firefox saves such an answer as a file, so no page fails";

/** Why a scenario cannot be played in Firefox; null when it can. */
function obstacle({ id, staging, truth }: Scenario): string | null {
  if (id === "body-download-502") return SAVED_AS_FILE;
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
