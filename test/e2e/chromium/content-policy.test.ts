import type { CDPSession, Page, Target } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { readVerdict } from "../../lab/popup-driver.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { ALL_REFUSED, tryForbidden } from "../support/forbidden-acts.ts";

let lab: Lab;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

/** What the browser has told the console of breaches of the policy, since the target was loaded. */
async function breachesOf(session: CDPSession): Promise<string[]> {
  const breaches: string[] = [];
  session.on("Log.entryAdded", ({ entry }) => {
    if (/content security policy/i.test(entry.text)) breaches.push(entry.text);
  });
  // The browser first sends what it has kept from before.
  await session.send("Log.enable");
  return breaches;
}
const workerTarget = (): Promise<Target> =>
  chromium.browser.waitForTarget(
    (target) => target.type() === "service_worker" && target.url().includes(chromium.extensionId),
  );
const openOwn = async (path: string): Promise<Page> => {
  const page = await chromium.browser.newPage();
  await page.goto(`chrome-extension://${chromium.extensionId}/src/pages/${path}/index.html`);
  await page.waitForSelector("h1");
  return page;
};

test("pages and worker do all of their work within their policy, and what is beyond it is refused", async () => {
  const inWelcome = await breachesOf(await chromium.console.createCDPSession());
  const inWorker = await breachesOf(await (await workerTarget()).createCDPSession());
  await chromium.grant();
  await lab.set("kill-upstream");
  const { page } = await chromium.openTab();
  await page.goto("http://shop.example/cart");
  const popup = await chromium.clickIcon(page);
  const inPopup = await breachesOf(await popup.createCDPSession());
  expect(await readVerdict(popup)).toMatchObject({ side: "server" });
  // The tab's own request, and those of the worker.
  expect(lab.requests.filter(({ by, path }) => by === "gateway" && path === "/cart").length).toBeGreaterThan(1);
  // The styles of its own are in force, and so are those that scripts set.
  expect(await popup.$eval("main", (main) => getComputedStyle(main).display)).not.toBe("inline");
  // A popup closes when another tab comes to the front.
  const options = await openOwn("options");
  const inOptions = await breachesOf(await options.createCDPSession());
  const inOthers: string[] = [];
  for (const path of ["history", "site", "full", "rehearsal"]) {
    const other = await openOwn(path);
    inOthers.push(...(await breachesOf(await other.createCDPSession())));
    await other.close();
  }
  expect({ inWelcome, inWorker, inPopup, inOptions, inOthers }).toEqual({
    inWelcome: [],
    inWorker: [],
    inPopup: [],
    inOptions: [],
    inOthers: [],
  });

  // The counter-check: the same ears hear of what nobody may do here.
  const request = await options.evaluate(() => {
    for (const [name, url] of [
      ["img", "http://shop.example/pixel.png"],
      ["iframe", "http://shop.example/"],
    ] as const) {
      const foreign = document.createElement(name);
      foreign.src = url;
      document.body.append(foreign);
    }
    return fetch("http://shop.example/").then(() => "done", String);
  });
  // Pages that show no failing site ask nobody, whatever the worker may.
  expect(request).toMatch(/^TypeError/);
  expect(await options.evaluate(tryForbidden)).toEqual(ALL_REFUSED);
  await until(() =>
    ["img-src", "frame-src", "connect-src"].every((kind) => inOptions.some((text) => text.includes(kind))),
  );
  const worker = await (await workerTarget()).worker();
  const asked = await worker?.evaluate(() => fetch("data:,x").then(String, String));
  expect(asked).toMatch(/TypeError/);
  await until(() => inWorker.some((text) => text.includes("connect-src")));
});
