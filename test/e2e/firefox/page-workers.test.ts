import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ORIGIN } from "../../lab/faults.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { PAGE_WORKER_PATH } from "../../lab/page-worker-script.ts";
import { readVerdict, readVerdictAfterReload } from "../../lab/popup-driver.ts";
import { killed, withPageWorker } from "../../lab/scenarios/behaviours.ts";
import { type Allowance, strays } from "../../lab/traffic/allowance.ts";
import { startTraffic, type Traffic } from "../../lab/traffic/traffic.ts";
import type { Behaviour } from "../../lab/upstream.ts";
import { WORKER_SHAPES, type WorkerShape } from "../../lab/worker-shapes.ts";
import { BROWSERS_OWN, icons, MAKER, type PageOf, SHOP, STATUS_PAGE, watchingFront } from "../support/allowed.ts";
import { type Firefox, startFirefox } from "../support/firefox.ts";
import { until } from "../support/firefox-until.ts";

const NEWS: PageOf = { host: SHOP, path: "/news", query: "" };

let lab: Lab;
let traffic: Traffic;
let firefox: Firefox;

beforeAll(async () => {
  lab = await startLab();
  traffic = await startTraffic(lab);
  firefox = await startFirefox({ ...lab, firefoxPrefs: traffic.firefoxPrefs });
  await firefox.grantAll();
});
afterAll(async () => {
  await firefox?.close();
  await traffic?.stop();
  await lab?.stop();
});

const healthy = (shape: WorkerShape) => withPageWorker(WORKER_SHAPES[shape]);

/** Installs a worker of this shape, opens the page under it, and brings the check to its first verdict. */
async function check(shape: WorkerShape, behaviour: () => Behaviour, status: number, afterwards?: () => Behaviour) {
  for (const open of await firefox.browser.pages()) if (open !== firefox.console) await open.close();
  await firefox.forgetSite(SHOP);
  await lab.upstream.behave(healthy(shape)());
  const page = await firefox.browser.newPage();
  await page.goto(`${ORIGIN}/-/prepare/page-worker`);
  await page.waitForSelector("html[data-ready=true]");
  await lab.upstream.behave(behaviour());
  traffic.take();
  await page.goto(`${ORIGIN}${NEWS.path}`);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === String(status));
  if (afterwards) await lab.upstream.behave(afterwards());
  const popup = await firefox.openCheck(tab);
  return { popup, verdict: await readVerdict(popup) };
}
const says = (popup: Page, row: string) => popup.$eval(`[data-check="${row}"]`, (element) => element.textContent);

describe("of pages that a site's own worker writes, keeps or hands on, Firefox", () => {
  it.each<[WorkerShape, number]>([
    ["pass-through", 502],
    ["preload", 502],
    ["wrapping", 502],
    ["apologising", 503],
    ["offline-empty", 503],
  ])("takes the network's word where the site is down: %s", async (shape, status) => {
    const { verdict } = await check(shape, killed, status);
    expect(verdict).toMatchObject({ side: "server", cause: "origin-down" });
  });

  it.each<[WorkerShape, number]>([
    ["offline", 503],
    ["offline-json", 500],
    ["offline-empty", 503],
  ])("stays unsure once all works again, whatever the page says: %s", async (shape, status) => {
    const { popup, verdict } = await check(shape, killed, status, healthy(shape));
    expect(verdict).toMatchObject({ side: "unsure" });
    expect(await says(popup, "gateway")).toContain("may have been written by the site’s helper");
    expect(await says(popup, "connection")).toContain("Your connection works now.");
    expect((await readVerdictAfterReload(popup))?.side).toBe("unsure");
  });

  it("does not take a worker that leaves the page alone for its writer", async () => {
    const { popup, verdict } = await check("idle", killed, 502);
    expect(verdict).toMatchObject({ side: "server", cause: "origin-down" });
    expect(await says(popup, "page-worker")).toContain("No helper of the site");
  });

  it("asks the site, its status page and the browser's maker, and nobody else", async () => {
    const { popup } = await check("apologising", killed, 503);
    await popup.waitForSelector("[data-check=status-page]:not([data-outcome=pending], [data-outcome=running])");
    const allowed: readonly Allowance[] = [
      { what: "what the site's worker asks for itself", ...NEWS, origin: `${ORIGIN}${NEWS.path}`, least: 1, most: 3 },
      { what: "the check's requests of the page", ...NEWS, least: 4, most: 6 },
      watchingFront(),
      MAKER.firefox,
      STATUS_PAGE,
      {
        what: "the browser's look for a newer worker",
        host: SHOP,
        path: PAGE_WORKER_PATH,
        most: 4,
      },
      icons(),
      ...BROWSERS_OWN.firefox,
    ];
    expect(strays(traffic.take(), allowed)).toEqual([]);
  });
});
