import { beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { makeCertificate } from "../../lab/certificate.ts";
import { limiter } from "../../lab/limiter.ts";
import { runScenario, type Told } from "../../lab/run-scenario.ts";
import { SCENARIOS } from "../../lab/scenarios/index.ts";

/**
 * A handful of the lab's scenarios that stand for the rest: every real gateway, user-side faults beside their twins, a
 * proxy and a page that imitates one, a portal, what stands in the way of plain http alone, a network that filters one
 * address, a page without an incident. `npm run lab` plays them all.
 */
const CHOSEN = [
  "apache-killed",
  "haproxy-garbage",
  "varnish-killed",
  "squid-truncated",
  "caddy-rate-limit",
  "cloudflare-525",
  "cloudflare-own-page-500",
  "cloudflare-own-page-526",
  "cached-error-red-unrelated",
  "cached-error-still-failing",
  "page-worker-honest",
  "oversized-cookies-site-down",
  "signed-in-visitors-served",
  "own-machine-localhost",
  "forward-mitmproxy-open",
  "forward-mitmproxy-dead-granted",
  "imitated-mitmproxy-granted",
  "imitated-fiddler",
  "imitated-portal",
  "way-empty-for-all-plain",
  "way-portal-filter",
  "no-internet-nobody",
];

const chosen = SCENARIOS.filter(({ id }) => CHOSEN.includes(id));
const played = new Map<string, Promise<Told>>();

beforeAll(async () => {
  const installed = findBrowser("chromium");
  if (!installed) throw new Error("no Chromium here");
  const certificate = await makeCertificate();
  const limited = limiter(2);
  for (const scenario of chosen) {
    const told = limited(() => runScenario(scenario, { installed, certificate }));
    // Each test looks at its own; a failure must not end the others before that.
    told.catch(() => undefined);
    played.set(scenario.id, told);
  }
});

describe("of the fault lab, the popup judges rightly", () => {
  it("all that were chosen, and no name is misspelt", () => {
    expect(chosen.map(({ id }) => id).sort()).toEqual([...CHOSEN].sort());
  });

  it.each(chosen)("$id: $fault", async ({ id }) => {
    const told = await played.get(id);
    const { headline, evidence, alternatives, verdict } = told ?? {};
    expect({ right: told?.right, headline, verdict, alternatives, evidence }).toMatchObject({ right: true });
  });
});
