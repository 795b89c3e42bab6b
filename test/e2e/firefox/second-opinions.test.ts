import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { Globalping, type Meeting } from "../../lab/globalping.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { builtExtension } from "../../lab/launch.ts";
import { leaveSecondAddress, takeSecondAddress } from "../../lab/second-address.ts";
import { ownLoopback } from "../../lab/this-process.ts";
import { type Firefox, startFirefox } from "../support/firefox.ts";
import { systemOf } from "../support/firefox-system.ts";
import { until } from "../support/firefox-until.ts";
import { onUsualPorts, type UsualPorts } from "../support/usual-ports.ts";

declare const browser: WebExtension;
/** Present in Firefox's own window. */
declare const Services: {
  prefs: { setStringPref(name: string, value: string): void };
  dns: { clearCache(all: boolean): void };
};
declare const ChromeUtils: {
  importESModule(url: string): {
    ExtensionData: { formatPermissionStrings(info: object): { readonly msgs: readonly string[] } };
  };
};

const SHOP = "https://shop.example";
/** Where everybody else is led. */
const NEW_ADDRESS = "198.51.100.7";
const OUTSIDE = ["api.globalping.io", "dns.google", "cloudflare-dns.com", "web.archive.org"];
/** Where Firefox on Linux reads what administrators set. */
const POLICIES = "/etc/firefox/policies";
const WORKS: Meeting = { status: 200, address: NEW_ADDRESS };
const FAILS: Meeting = { status: 502, body: "<center>nginx</center>" };

let lab: Lab;
beforeAll(async () => {
  process.env.TZ = "Europe/Berlin";
  lab = await startLab();
});
afterAll(() => lab?.stop());
beforeEach(async () => {
  lab.world.globalping = new Globalping();
  lab.world.addresses = [NEW_ADDRESS];
  await lab.set("kill-upstream");
  lab.clearRequests();
});

const outside = () => lab.requests.filter(({ host }) => OUTSIDE.includes(host));

/** A failing page of the shop, and its popup once the verdict stands. */
async function open(firefox: Firefox): Promise<Page> {
  for (const page of await firefox.browser.pages()) if (page !== firefox.console) await page.close();
  const page = await firefox.browser.newPage();
  await page.goto(`${SHOP}/cart?q=secret`).catch(() => undefined);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  const check = await firefox.openCheck(tab);
  await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
  return check;
}

const click = async (check: Page, action: string): Promise<void> => {
  const button = await check.waitForSelector(`[data-action="${action}"]:not(:disabled)`, { timeout: 15_000 });
  await button?.evaluate((found) => (found as HTMLElement).click());
};
const says = (check: Page, row: string) =>
  check.$eval(`[data-check=${row}]`, (found) => `${(found as HTMLElement).dataset.outcome} ${found.textContent ?? ""}`);
const verdict = (check: Page) => check.$eval("main", (main) => `${main.dataset.side} ${main.dataset.cause}`);

/** Asks one question as a person does; resolves with what its row says then. */
async function ask(check: Page, kind: "places" | "address" | "address-test"): Promise<string> {
  const row = kind === "places" ? "vantage" : "address";
  const before = await says(check, row);
  await click(check, `opinion-${kind}`);
  await click(check, `opinion-${kind}-send`);
  await until("another word", async () => (await says(check, row)) !== before, 45_000);
  await check.waitForSelector('.opinions[data-asking=""]');
  return says(check, row);
}

describe("behind a proxy", () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await startFirefox(lab);
    await firefox.grantAll();
  });
  afterAll(() => firefox?.close());

  it("places are asked on the second click alone, for the front page, without cookies", async () => {
    lab.world.globalping.meets = () => FAILS;
    const check = await open(firefox);
    await click(check, "opinion-places");
    await check.waitForSelector(".opinion-sends");
    expect(outside()).toEqual([]);
    await click(check, "opinion-places-leave");
    expect(await ask(check, "places")).toMatch(/^fail /);
    expect(await verdict(check)).toMatch(/^server origin-/);
    expect(lab.world.globalping.questions).toMatchObject([
      { target: "shop.example", measurementOptions: { request: { method: "GET", path: "/" } } },
    ]);
    expect(new Set(outside().map(({ host }) => host))).toEqual(new Set(["api.globalping.io"]));
    expect(outside().filter(({ cookie }) => cookie !== "")).toEqual([]);
  });

  it("the address cannot be told, Firefox's resolver is not taken for the proxy's, and no other is asked", async () => {
    const check = await open(firefox);
    expect(await ask(check, "address")).toMatch(/^inconclusive .*can’t be told/);
    expect(outside()).toEqual([]);
  });

  it("neither dns nor captivePortal adds a line to what Firefox asks at installation", async () => {
    const { permissions } = JSON.parse(readFileSync(join(builtExtension("firefox"), "manifest.json"), "utf8"));
    const lines = (asked: readonly string[]) =>
      systemOf(firefox.browser).run((all) => {
        const { ExtensionData } = ChromeUtils.importESModule("resource://gre/modules/Extension.sys.mjs");
        const info = { permissions: { origins: [], permissions: all, data_collection: ["none"] }, appName: "Firefox" };
        return [...ExtensionData.formatPermissionStrings(info).msgs];
      }, asked);
    expect(permissions).toEqual(expect.arrayContaining(["dns", "captivePortal"]));
    expect(await lines(permissions)).toEqual([]);
    expect(await lines([...permissions, "webNavigation"])).toHaveLength(1);
  });
});

/** Firefox finds every name at one address, and goes there by itself. */
const ledTo = (address: string) => ({
  ...lab,
  firefoxPrefs: { ...lab.firefoxPrefs, "network.proxy.type": 0, "network.dns.forceResolve": address },
});

const taken = takeSecondAddress();
if (taken === null) console.warn("skipped: where Firefox is led, since this machine may not take on another address");
describe.skipIf(taken === null)("without a proxy", () => {
  const SECOND_ADDRESS = taken ?? "";
  let firefox: Firefox;
  let network: UsualPorts | undefined;
  /** Where every name leads from now on. */
  const lead = (address: string) =>
    systemOf(firefox.browser).run((to) => {
      Services.prefs.setStringPref("network.dns.forceResolve", to);
      Services.dns.clearCache(true);
    }, address);
  beforeAll(async () => {
    network = await onUsualPorts(lab.ports, [SECOND_ADDRESS, ownLoopback()]);
    firefox = await startFirefox(ledTo(SECOND_ADDRESS));
    await firefox.grantAll();
  });
  afterAll(async () => {
    await firefox?.close();
    await network?.stop();
    leaveSecondAddress(SECOND_ADDRESS);
  });

  it("a stale address is settled step by step, as in Chromium", async () => {
    lab.world.globalping.meets = (_at, { target }) => (target === SECOND_ADDRESS ? FAILS : WORKS);
    expect(await firefox.ask(async () => (await browser.dns.resolve("shop.example")).addresses, null)).toEqual([
      SECOND_ADDRESS,
    ]);
    const check = await open(firefox);
    await ask(check, "places");
    expect(await verdict(check)).toMatch(/^unsure/);
    expect(await ask(check, "address")).toMatch(/^inconclusive /);
    expect(await check.$eval(".opinions", (part) => part.textContent ?? "")).toContain(SECOND_ADDRESS);
    expect(await ask(check, "address-test")).toMatch(/^fail /);
    expect(await verdict(check)).toBe("you stale-address");
  });

  it("nobody outside is asked about a site inside the user's own network", async () => {
    await lead(ownLoopback());
    const check = await open(firefox);
    expect(await ask(check, "address")).toMatch(/^not-applicable .*inside your own network/);
    expect(await check.$('[data-action="opinion-places"]')).toBeNull();
    expect(outside()).toEqual([]);
    await lead(SECOND_ADDRESS);
  });

  it("what its resolver says stands in where the site answers nothing any more", async () => {
    const check = await open(firefox);
    network?.silenceShop();
    expect(await ask(check, "address")).toMatch(/^inconclusive .*sent to another address/);
    expect(await check.$eval(".opinions .details", (part) => part.textContent ?? "")).toContain(SECOND_ADDRESS);
  });
});

/** Only an administrator may set what an administrator sets. */
const isAdministrator = ((): boolean => {
  try {
    mkdirSync(POLICIES, { recursive: true });
    writeFileSync(join(POLICIES, "policies.json"), "{}", { flag: "wx" });
    rmSync(join(POLICIES, "policies.json"));
    return true;
  } catch {
    console.warn(`skipped: managed settings, since ${POLICIES} may not be written or is in use`);
    return false;
  }
})();

describe.skipIf(!isAdministrator)("where an administrator forbids it", () => {
  const policy = join(POLICIES, "policies.json");
  it("nobody outside is asked, not even by a message to the background", async () => {
    // Every Firefox on this machine reads it as it starts, so it speaks to an installation that no other test has.
    const id = `faultline-${process.pid}@faultline.example`;
    writeFileSync(
      policy,
      JSON.stringify({ policies: { "3rdparty": { Extensions: { [id]: { remoteOpinions: false } } } } }),
    );
    let firefox: Firefox | undefined;
    try {
      firefox = await startFirefox(lab, { addonId: id });
      await firefox.grantAll();
      expect(await firefox.ask(() => browser.storage.managed.get(null), null)).toEqual({ remoteOpinions: false });
      const check = await open(firefox);
      const tabId = Number(new URL(await check.evaluate(() => location.href)).searchParams.get("tab"));
      expect(await check.$(".opinions")).toBeNull();
      await firefox.ask(
        (tab) =>
          browser.runtime.sendMessage({
            type: "opinion/places",
            request: { tabId: tab, home: { country: "DE", continent: "EU" }, withPath: false },
          }),
        tabId,
      );
      expect(outside()).toEqual([]);
    } finally {
      rmSync(policy, { force: true });
      await firefox?.close();
    }
  });
});
