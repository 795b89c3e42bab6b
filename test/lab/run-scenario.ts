import type { Page } from "puppeteer-core";
import type { Side } from "../../src/verdict/causes.ts";
import { behindProxy, portTable } from "./browser-settings.ts";
import type { Certificate } from "./certificate.ts";
import { type EvidenceRow, readRows } from "./evidence.ts";
import type { ForwardProxy } from "./forward-proxies/forward-proxy.ts";
import { startForwardProxy } from "./forward-proxies/index.ts";
import { grade } from "./grade.ts";
import { type Lab, startLab } from "./lab.ts";
import { builtExtension, type InstalledBrowser, launchInLab } from "./launch.ts";
import { installQuietly, openPopup, type PopupVerdict, readVerdict, readVerdictAfterReload } from "./popup-driver.ts";
import type { Scenario, Staging } from "./scenarios/scenario.ts";
import type { Run } from "./score/run.ts";
import { anyOfThreeWorks } from "./three-retries.ts";

/** A run with all that a reader needs to understand it. */
export interface Told extends Run {
  readonly right: boolean;
  readonly note: string;
  readonly headline: string;
  readonly alternatives: readonly string[];
  /** The checklist of the check itself; after a reload that works the popup has none. */
  readonly evidence: readonly EvidenceRow[];
  /** What it said before the reload that it asked for; null when it asked for none. */
  readonly beforeReload: string | null;
  readonly seconds: number;
}

const SIDES: readonly string[] = ["server", "you", "unsure", "none"];
const sideOf = (word: string): Side | "none" => {
  if (!SIDES.includes(word)) throw new Error(`the popup names no side: "${word}"`);
  return word as Side | "none";
};

/** Sets the lab up, brings the browser there, and lets the app fail. */
async function stage(lab: Lab, page: Page, staging: Staging, url: string): Promise<void> {
  const { prepareUrl, whilePreparing, behaviour, afterwards, statusPage, connectivity } = staging;
  lab.world.statusPage = statusPage ?? "operational";
  lab.world.connectivity = connectivity ?? "online";
  await lab.upstream.behave((whilePreparing ?? behaviour)());
  if (prepareUrl !== undefined) {
    await page.goto(prepareUrl);
    await page.waitForSelector("html[data-ready=true]");
  }
  if (whilePreparing !== undefined) await lab.upstream.behave(behaviour());
  // An empty error page and an address that nobody answers are failures to the driver as well.
  // A page that is cut off in the middle never counts as loaded.
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: 8_000 }).catch(() => undefined);
  await page.waitForFunction(() => location.href !== "about:blank");
  if (afterwards !== undefined) await lab.upstream.behave(afterwards());
}

const startProxy = (
  lab: Lab,
  certificate: Certificate,
  plan: Staging["forwardProxy"],
): Promise<ForwardProxy> | null => {
  if (plan === undefined) return null;
  const table = portTable(lab.ports);
  return startForwardProxy(plan, { certificate, sitePort: lab.upstream.port, portOf: (name) => table.get(name) });
};

/** Whether three plain requests would have found the page; null where there was no page to ask for. */
function askThrice(lab: Lab, proxy: ForwardProxy | null, url: URL, verdict: PopupVerdict): Promise<boolean | null> {
  if (verdict.side === "none") return Promise.resolve(null);
  if (proxy !== null) {
    return anyOfThreeWorks({ port: proxy.port, host: url.host, path: url.href.replace("https:", "http:") });
  }
  return anyOfThreeWorks({ port: lab.ports.gatewayHttp, host: url.host, path: url.pathname });
}

/**
 * Plays one scenario in a lab and a profile of its own, and drives the real popup to its last word. When
 * `ending` fires the browser is closed, and what was under way rejects.
 */
export async function runScenario(
  { id, gateway, fault, held, truth, staging }: Scenario,
  installed: InstalledBrowser,
  certificate: Certificate,
  ending?: AbortSignal,
): Promise<Told> {
  const lab = await startLab({ gateway: staging.program, limited: staging.limited ?? false, certificate });
  let proxy: ForwardProxy | null = null;
  try {
    proxy = await startProxy(lab, certificate, staging.forwardProxy);
    const seen = proxy === null ? lab : { ...lab, chromiumArgs: behindProxy(lab.chromiumArgs, proxy.port, proxy.past) };
    const browser = await launchInLab(seen, installed, { headless: true });
    const close = () => void browser.close().catch(() => undefined);
    ending?.addEventListener("abort", close, { once: true });
    try {
      const extensionId = await installQuietly(browser, builtExtension("chromium"));
      const page = await browser.newPage();
      const url = typeof staging.url === "string" ? staging.url : staging.url(lab);
      await stage(lab, page, staging, url);
      const began = performance.now();
      const popup = await openPopup(browser, page, extensionId);
      const first = await readVerdict(popup);
      const checked = await readRows(popup);
      const second = first.side === "unsure" ? await readVerdictAfterReload(popup) : null;
      const verdict = second ?? first;
      const seconds = (performance.now() - began) / 1000;
      const afterwards = await readRows(popup);
      const evidence = afterwards.some(({ outcome }) => outcome === "pending") ? checked : afterwards;
      const { right, note } = grade(truth, verdict);
      return {
        id,
        gateway,
        fault,
        held,
        truth: { side: truth.side, cause: truth.cause, needsAnotherBrowser: truth.needsAnotherBrowser === true },
        verdict: { side: sideOf(verdict.side), cause: verdict.cause, confidence: Number(verdict.confidence) },
        causeRight: right,
        anyRetryWorks: await askThrice(lab, proxy, new URL(url), verdict),
        right,
        note,
        headline: verdict.headline,
        alternatives: verdict.alternatives,
        evidence,
        beforeReload: second === null ? null : `${first.side} ${first.cause}`,
        seconds,
      };
    } finally {
      ending?.removeEventListener("abort", close);
      await browser.close().catch(() => undefined);
    }
  } finally {
    await proxy?.stop();
    await lab.stop();
  }
}
