import { holdsCaptchaForm } from "./captcha-form.ts";
import { type Pattern, passage } from "./passage.ts";

/** Statuses that tests for robots come with; each also has honest uses, so that the page must show it. */
const TESTING = new Set([202, 401, 403, 405, 429]);

/**
 * What only the page of a test itself holds. Cloudflare and AWS put scripts of the same names into ordinary
 * pages too (`/cdn-cgi/challenge-platform/.../jsd/`, `challenge.js`), so those alone are no marker.
 */
const TEST_PAGES: readonly Pattern[] = [
  // Cloudflare's interstitial.
  /\b_cf_chl_opt\s{0,4}=|\/cdn-cgi\/challenge-platform\/[\w/]{0,40}\/orchestrate\//,
  // The same in its older form, a 503.
  /\bid="cf-browser-verification\b|\/cdn-cgi\/l\/chk_(?:jschl|captcha)\b/,
  // AWS WAF.
  /\bwindow\.gokuProps\s{0,4}=/,
  passage(/\bawsWafCookieDomainList\b/, 4_000, /\bAwsWafIntegration\b/),
  // Imperva: code 15 is its protection from bots.
  /\/_Incapsula_Resource\?[^"'<>?]{0,400}\bedet=15(?!\d)/,
  // By hearsay from here on: DataDome, HUMAN (PerimeterX), Akamai, Kasada, Vercel, DDoS-Guard.
  /\b(?:geo|ct|interstitial)\.captcha-delivery\.com\b/,
  /\bid=["']?px-captcha\b|\bcaptcha\.px-c(?:dn|loud)\.net\b/,
  /\bid=["']?sec-if-cpt-container\b/,
  /\bwindow\.KPSDK\s{0,4}=/,
  /<title>Vercel Security Checkpoint<\/title>/i,
  /\/\.well-known\/ddos-guard\/js-challenge\//,
  // Anubis, go-away, SiteGround, LiteSpeed, Amazon's shop, Sucuri, F5.
  /\/\.within\.website\/x\/(?:cmd\/anubis|xess)\b|\bid="anubis_challenge"/,
  /\/\.well-known\/[\w./-]{0,60}\/go-away\//,
  /\/\.well-known\/(?:sgcaptcha|captcha)\//,
  /\/\.lsrecap\/recaptcha\b/,
  /\/errors\/validateCaptcha\b/,
  /\bsucuri_cloudproxy_js\b/,
  /\bwindow\.bobcmn\b|\/TSPD\/[\w?=&]{1,80}/,
];

/** Widgets that sites also put into forms: a test only where they stand on a refusal. */
const WIDGETS: readonly RegExp[] = [
  /\bchallenges\.cloudflare\.com\/turnstile\//,
  /\b(?:js\.)?hcaptcha\.com\/1\/(?:api|secure-api)\.js\b/,
  /\b(?:google\.com|recaptcha\.net)\/recaptcha\/(?:api|enterprise)\.js\b/,
];

/**
 * Whether the document that stands in the tab is a test for robots: an interstitial with any error status, a
 * failure that asks for the answer to a picture and for nothing else, or a widget on a page that refuses. `html` is the start of the document, at most 16 KB. Markers by each maker's
 * own pages as far as they are documented or recorded; a page of 200 is never called one.
 */
export function isChallengePage(status: number, html: string): boolean {
  const isFailure = status >= 500 && status <= 599;
  if (!TESTING.has(status) && !isFailure) return false;
  if (TEST_PAGES.some((marker) => marker.test(html))) return true;
  if (isFailure && holdsCaptchaForm(html)) return true;
  const refuses = status === 403 || status === 429;
  return refuses && WIDGETS.some((marker) => marker.test(html));
}

/** Whether a status makes it worth looking for a test in the page, below the failures that get a check anyway. */
export const mayTestRobots = (status: number): boolean => TESTING.has(status);
