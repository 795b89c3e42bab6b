import { describe, expect, it } from "vitest";
import { isChallengePage } from "../../../../src/core/http/challenge-page.ts";

const page = (inside: string) => `<html><head><title>Just a moment...</title></head><body>${inside}</body></html>`;

describe("isChallengePage", () => {
  it.each([
    ["Cloudflare's settings", 403, "<script>window._cf_chl_opt={cvId:'3'};</script>"],
    [
      "Cloudflare's script",
      503,
      `<script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1?ray=8"></script>`,
    ],
    ["AWS WAF's test", 202, "<script>window.gokuProps = {};</script>"],
    [
      "AWS WAF's loader",
      405,
      `<script>window.awsWafCookieDomainList = [];</script><script src="x/challenge.js"></script><script>AwsWafIntegration.getToken()</script>`,
    ],
    ["Imperva's protection from bots", 403, `<iframe src="/_Incapsula_Resource?CWUDNSAI=9&edet=15&cinfo=1"></iframe>`],
    ["DataDome", 403, `<script src="https://ct.captcha-delivery.com/c.js"></script>`],
    ["HUMAN", 403, `<div id="px-captcha"></div>`],
    ["Akamai", 403, `<div id="sec-if-cpt-container"></div>`],
    ["Kasada", 429, "<script>window.KPSDK={};</script>"],
    ["Vercel", 429, "<title>Vercel Security Checkpoint</title>"],
    ["a Turnstile on a refusal", 403, `<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>`],
    ["an hCaptcha on a limit", 429, `<script src="https://js.hcaptcha.com/1/api.js"></script>`],
    ["a reCAPTCHA on a refusal", 403, `<script src="https://www.google.com/recaptcha/api.js"></script>`],
  ])("knows %s", (_what, status, inside) => {
    expect(isChallengePage(status, page(inside))).toBe(true);
  });

  it.each([
    ["a plain refusal", 403, "<h1>Forbidden</h1>"],
    [
      "Cloudflare's quiet script, which ordinary pages carry too",
      403,
      `<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script><script>window.__CF$cv$params={}</script>`,
    ],
    ["AWS's script alone", 403, `<script src="https://x.token.awswaf.com/challenge.js"></script>`],
    ["Imperva's script in ordinary pages", 403, `<script src="/_Incapsula_Resource?SWJIYLWA=719d"></script>`],
    ["another code of Imperva's", 403, `<iframe src="/_Incapsula_Resource?CWUDNSAI=9&edet=150"></iframe>`],
    [
      "a form with a captcha on an outage's page",
      503,
      `<script src="https://challenges.cloudflare.com/turnstile/v0/api.js"></script>`,
    ],
    ["a form with a captcha at a sign-in", 401, `<script src="https://js.hcaptcha.com/1/api.js"></script>`],
    ["a page that answered 200", 200, "<script>window._cf_chl_opt={}</script>"],
    ["a page that is not there", 404, "<script>window._cf_chl_opt={}</script>"],
  ])("does not take %s for a test", (_what, status, inside) => {
    expect(isChallengePage(status, page(inside))).toBe(false);
  });
});
