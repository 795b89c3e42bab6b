import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { makeCertificate } from "../../lab/certificate.ts";
import { ORIGIN } from "../../lab/faults.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { PAGE_WORKER_PATH } from "../../lab/page-worker-script.ts";
import { readVerdict, readVerdictAfterReload } from "../../lab/popup-driver.ts";
import { runScenario } from "../../lab/run-scenario.ts";
import { killed, withPageWorker } from "../../lab/scenarios/behaviours.ts";
import { SCENARIOS } from "../../lab/scenarios/index.ts";
import { type Allowance, strays } from "../../lab/traffic/allowance.ts";
import { startTraffic, type Traffic } from "../../lab/traffic/traffic.ts";
import type { Behaviour } from "../../lab/upstream.ts";
import { WORKER_SHAPES, type WorkerShape } from "../../lab/worker-shapes.ts";
import {
  BROWSERS_OWN,
  icons,
  loads,
  MAKER,
  type PageOf,
  SHOP,
  STATUS_PAGE,
  watchingFront,
} from "../support/allowed.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

/** Without any grant, as after a click on the icon; all are played by `npm run lab`. */
const CHOSEN = [
  "worker-offline-cut-off",
  "worker-offline-site-silent",
  "worker-offline-and-back",
  "worker-stored-offline",
  "worker-wrapping-site-down",
];

describe("of pages that a site's own worker writes, keeps or spoils, the popup judges rightly", () => {
  it.each(CHOSEN)("%s", async (id) => {
    const scenario = SCENARIOS.find((known) => known.id === id);
    const installed = findBrowser("chromium");
    if (!scenario || !installed) throw new Error(`no scenario ${id}, or no Chromium`);
    const told = await runScenario(scenario, { installed, certificate: await makeCertificate() });
    const { right, headline, verdict, evidence, advice } = told;
    expect({ right, headline, verdict, evidence, advice }).toMatchObject({ right: true });
  });
});

const NEWS: PageOf = { host: SHOP, path: "/news", query: "" };

/** What a check asks where a worker took part: the page past it four times, and twice through it, which asks in its own name. */
const CHECKING: Allowance = { what: "the check's requests of the page", ...NEWS, least: 4, most: 6 };
const THROUGH_WORKER: Allowance = {
  what: "what the site's worker asks for the check",
  ...NEWS,
  origin: `${ORIGIN}${NEWS.path}`,
  least: 2,
  most: 2,
};
/** Chromium's own look for a newer worker, after each load. */
const NEWER_WORKER: Allowance = {
  what: "the browser's look for a newer worker",
  host: SHOP,
  path: PAGE_WORKER_PATH,
  origin: `${ORIGIN}${PAGE_WORKER_PATH}`,
  most: 4,
};

describe("with leave to watch all sites", () => {
  let lab: Lab;
  let traffic: Traffic;
  let chromium: Chromium;
  let page: Page;
  let tabId: number;

  beforeAll(async () => {
    lab = await startLab();
    traffic = await startTraffic(lab);
    chromium = await startChromium({ ...lab, chromiumArgs: traffic.chromiumArgs });
    await chromium.grant();
    ({ page, tabId } = await chromium.openTab());
  });
  afterAll(async () => {
    await chromium?.close();
    await traffic?.stop();
    await lab?.stop();
  });
  afterEach(async () => {
    await lab.set("recover");
    // The site hands out a worker that takes itself away.
    await page.goto(`${ORIGIN}/-/prepare/nothing`);
    await page.evaluate(async () => {
      for (const registration of await navigator.serviceWorker.getRegistrations()) await registration.unregister();
      for (const name of await caches.keys()) await caches.delete(name);
    });
    await page.close();
    ({ page, tabId } = await chromium.openTab());
    await chromium.killWorker();
  });

  /** Installs a worker of this shape, opens the page under it, and brings the check to its first verdict. */
  async function check(shape: WorkerShape, behaviour: () => Behaviour, status: number, afterwards?: () => Behaviour) {
    await lab.upstream.behave(withPageWorker(WORKER_SHAPES[shape])());
    await page.goto(`${ORIGIN}/-/prepare/page-worker`);
    await page.waitForSelector("html[data-ready=true]");
    await lab.upstream.behave(behaviour());
    traffic.take();
    await page.goto(`${ORIGIN}${NEWS.path}`).catch(() => undefined);
    await until(async () => (await chromium.badge(tabId)).text === String(status), 15_000);
    if (afterwards) await lab.upstream.behave(afterwards());
    const popup = await chromium.openCheck(tabId);
    return { popup, verdict: await readVerdict(popup) };
  }
  const healthy = (shape: WorkerShape) => withPageWorker(WORKER_SHAPES[shape]);
  const says = (popup: Page, row: string) => popup.$eval(`[data-check="${row}"]`, (element) => element.textContent);

  it.each<[WorkerShape, number]>([
    ["apologising", 503],
    ["preload", 502],
    ["pass-through", 502],
    ["offline-empty", 502],
  ])("takes the network's word for a site that is down behind a worker: %s", async (shape, status) => {
    const { verdict } = await check(shape, killed, status);
    expect(verdict).toMatchObject({ side: "server", cause: "origin-down" });
  });

  it("says of an offline page what it is, offers the load past the worker, and stays unsure once all works", async () => {
    const { popup, verdict } = await check("offline", killed, 503, healthy("offline"));
    expect(verdict).toMatchObject({ side: "unsure" });
    expect(verdict.text).toContain("written by the site’s helper in your browser, not by its server");
    expect(await says(popup, "gateway")).toContain("written by the site’s helper");
    expect(await says(popup, "connection")).toContain("Your connection works now.");
    expect(await says(popup, "cache")).not.toContain("saved copy");
    expect(await popup.$('[data-action="reload-past-cache"]')).not.toBeNull();
    expect((await readVerdictAfterReload(popup))?.side).toBe("unsure");
  });

  it("names the worker once the tab works past it", async () => {
    const { popup, verdict } = await check("broken", healthy("broken"), 503);
    expect(verdict).toMatchObject({ side: "unsure" });
    expect(await readVerdictAfterReload(popup)).toMatchObject({ side: "you", cause: "page-worker" });
  });

  it("asks the site, its status page and the browser's maker, and nobody else", async () => {
    const { popup } = await check("apologising", killed, 503);
    await popup.waitForSelector("[data-check=status-page]:not([data-outcome=pending], [data-outcome=running])");
    const allowed = [
      loads(1, NEWS),
      CHECKING,
      THROUGH_WORKER,
      watchingFront(),
      MAKER.chromium,
      STATUS_PAGE,
      NEWER_WORKER,
      icons(),
      ...BROWSERS_OWN.chromium,
    ];
    expect(strays(traffic.take(), allowed)).toEqual([]);
  });
});
