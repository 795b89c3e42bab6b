import type { Server } from "node:net";
import type { Page } from "puppeteer-core";
import { portTable } from "./browser-settings.ts";
import type { Certificate } from "./certificate.ts";
import { gatherCrowd } from "./crowd.ts";
import type { ForwardProxy } from "./forward-proxies/forward-proxy.ts";
import { startForwardProxy } from "./forward-proxies/index.ts";
import { type Lab, type LabOptions, startLab } from "./lab.ts";
import { atSecondAddress, placesOutside } from "./places.ts";
import type { PopupVerdict } from "./popup-driver.ts";
import { closeServer } from "./ports.ts";
import type { Level2, Staging } from "./scenarios/scenario.ts";
import { anyOfThreeWorks } from "./three-retries.ts";

/** The lab of one scenario, with what stands around it. */
export interface Stage {
  readonly lab: Lab;
  readonly proxy: ForwardProxy | null;
  /** Where the shop's name leads in this browser, when that is another server than everybody's. */
  readonly astray: Lab | null;
  /** The address of the machine astray that is no loopback; null where it has none. */
  readonly astrayAddress: string | null;
  readonly url: string;
  /** Sets the world up, brings the browser there, and lets the app fail. */
  perform(page: Page): Promise<void>;
  /** Whether three plain requests would have found the page; null where there was no page to ask for. */
  askThrice(verdict: Pick<PopupVerdict, "side">): Promise<boolean | null>;
  stop(): Promise<void>;
}

/** Sends a form to this address, from a page of its site that no fault breaks. */
async function sendForm(page: Page, url: string, loaded: NonNullable<Parameters<Page["goto"]>[1]>): Promise<void> {
  await page.goto(new URL("/-/prepare/nothing", url).href);
  const sent = page.waitForNavigation(loaded).catch(() => undefined);
  await page.evaluate((action) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "post", action });
    document.body.append(form);
    form.submit();
  }, url);
  await sent;
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

/**
 * Builds up what a scenario needs, as far as that can be done before there is a browser. `secondAddress` is one that
 * this machine has taken on: what others are asked of a machine astray needs it.
 */
export async function buildStage(
  staging: Staging,
  certificate: Certificate,
  level2: Level2 | null = null,
  secondAddress: string | null = null,
): Promise<Stage> {
  const { program, limited = false, crowd = 0, http2 = false, front, originTls } = staging;
  const options: LabOptions = {
    gateway: program,
    limited,
    queued: crowd > 0,
    http2,
    certificate,
    ...(front && { front }),
    ...(originTls && { originTls }),
  };
  const lab = await startLab(options);
  let proxy: ForwardProxy | null = null;
  let astray: Lab | null = null;
  const astrayAddress = staging.astray && level2 !== null ? secondAddress : null;
  let disperse = () => {};
  let doors: readonly Server[] = [];
  const stop = async () => {
    disperse();
    await Promise.all(doors.map(closeServer));
    await proxy?.stop();
    await astray?.stop();
    await lab.stop();
  };
  try {
    proxy = await startProxy(lab, certificate, staging.forwardProxy);
    if (staging.astray) astray = await startLab(options);
    if (astray !== null && astrayAddress !== null) doors = await atSecondAddress(astray, astrayAddress);
  } catch (error) {
    await stop();
    throw error;
  }
  if (level2 !== null) {
    lab.world.globalping.meets = placesOutside({
      lab,
      astray: astray === null || astrayAddress === null ? null : { lab: astray, address: astrayAddress },
      nearIsAstray: level2.nearIsAstray === true,
    });
  }
  /** The site as this browser sees it. */
  const site = astray ?? lab;
  const url = typeof staging.url === "string" ? staging.url : staging.url(lab);

  return {
    lab,
    proxy,
    astray,
    astrayAddress,
    url,
    async perform(page) {
      const { prepareUrl, whilePreparing, behaviour, afterwards, isCutOff, statusPage, connectivity } = staging;
      for (const { world } of [lab, site]) {
        world.statusPage = statusPage ?? "operational";
        world.connectivity = connectivity ?? "online";
      }
      await site.upstream.behave((whilePreparing ?? behaviour)());
      if (prepareUrl !== undefined) {
        await page.goto(prepareUrl);
        await page.waitForSelector("html[data-ready=true]");
      }
      if (whilePreparing !== undefined) await site.upstream.behave(behaviour());
      if (isCutOff) await site.stopGateway();
      if (crowd > 0) disperse = await gatherCrowd(crowd, site.ports.gatewayHttp, new URL(url).host);
      // An empty error page and an address that nobody answers are failures to the driver as well.
      // A page that is cut off in the middle never counts as loaded.
      const loaded = { waitUntil: "domcontentloaded", timeout: 8_000 } as const;
      if (staging.form) await sendForm(page, url, loaded);
      else await page.goto(url, loaded).catch(() => undefined);
      await page.waitForFunction(() => location.href !== "about:blank");
      if (afterwards !== undefined) await site.upstream.behave(afterwards());
    },
    async askThrice({ side }) {
      if (side === "none") return null;
      const { host, href, pathname } = new URL(url);
      if (proxy !== null) return anyOfThreeWorks({ port: proxy.port, host, path: href.replace("https:", "http:") });
      return anyOfThreeWorks({ port: site.ports.gatewayHttp, host, path: pathname });
    },
    stop,
  };
}
