import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Allowance, strays, told } from "../../lab/traffic/allowance.ts";
import { startTraffic, type Traffic } from "../../lab/traffic/traffic.ts";
import {
  ARCHIVE,
  ARCHIVE_QUESTION,
  BROWSERS_OWN,
  CONTAINED,
  COPY,
  checking,
  GATEWAYS_STATUS_PAGE,
  IN_FIELDS,
  loads,
  MAKER,
  ONCE_MORE,
  ORDINARY,
  type PageOf,
  PLACES,
  PRIVATE,
  SECRETS,
  SHOP,
  STATUS_PAGE,
  WHICH_ADDRESS,
  watching,
  watchingFront,
} from "../support/allowed.ts";
import { filesWith } from "../support/files-with.ts";
import { type Firefox, startFirefox } from "../support/firefox.ts";
import { plansOf } from "../support/firefox-plans.ts";
import { until } from "../support/firefox-until.ts";
import { failing, healthy } from "../support/orders.ts";

declare const browser: WebExtension;

/** Private ranges, names without a dot, and this machine: named to nobody. */
const UNNAMED = ["nas.home.arpa", "intranet", "192.168.1.20", "localhost", "127.0.0.1"] as const;

let profile: string;
let lab: Lab;
let traffic: Traffic;
let firefox: Firefox;
let page: Page;
let tabId: number;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), "faultline-firefox-profile-"));
  // Its fields name no gateway: who wrote an error is known only where a test has the shop say it.
  lab = await startLab({ gateway: "node" });
  traffic = await startTraffic(lab);
  traffic.alsoServes(UNNAMED);
  firefox = await startFirefox(
    { ...lab, firefoxPrefs: traffic.firefoxPrefs },
    { privateWindows: true, profileFolder: profile },
  );
  await firefox.grantAll();
  await openTab();
});
afterAll(async () => {
  await firefox?.close();
  await traffic?.stop();
  await lab?.stop();
  await rm(profile, { recursive: true, force: true });
});

async function openTab(): Promise<void> {
  page = await firefox.browser.newPage();
  tabId = await firefox.tabId(page);
}
/** No plan of one phase may speak in the next. */
const startAfresh = () =>
  afterEach(async () => {
    await lab.upstream.behave(healthy());
    for (const open of await firefox.browser.pages()) if (open !== firefox.console) await open.close();
    await until("the plans to end", async () => (await plansOf(firefox)).length === 0);
    await openTab();
    traffic.take();
  });

/** Ends the phase: what left the browser in it must be what these lines say, and what Firefox sends by itself. */
const expectOnly = (...allowed: readonly Allowance[]) =>
  expect(strays(traffic.take(), [...allowed, ...BROWSERS_OWN.firefox])).toEqual([]);
const urlOf = ({ host, path, query }: PageOf, scheme = "https") => `${scheme}://${host}${path}?${query}`;
const badgeSays = (text: string, tab = tabId) =>
  until(`the badge to say "${text}"`, async () => (await firefox.badge(tab)).text === text, 40_000);
const asked = (what: Allowance) =>
  until(what.what, () => strays(traffic.phase, [what]).every((line) => !line.startsWith("too little")), 40_000);
/** The status page is asked beside the check, and may answer after it. */
async function settled(check: Page): Promise<void> {
  await check.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
  await check.waitForSelector("[data-check=status-page]:not([data-outcome=pending], [data-outcome=running])");
}
const click = async (check: Page, action: string) => {
  const button = await check.waitForSelector(`[data-action="${action}"]:not(:disabled)`, { timeout: 15_000 });
  await button?.evaluate((found) => (found as HTMLElement).click());
};
/** The longest that Faultline waits before its first request; silence is known only after that. */
const FIRST_REQUEST_MS = 5_500;
const silence = () =>
  expect(lab.nextRequest(({ mode }) => mode === "cors", FIRST_REQUEST_MS)).rejects.toThrow("no such request");

async function fail(wanted: PageOf = ORDINARY, scheme = "https", behaviour = failing()): Promise<void> {
  await lab.upstream.behave(behaviour);
  await page.goto(urlOf(wanted, scheme));
  await badgeSays("502");
}

async function openCheck(tab = tabId): Promise<Page> {
  const check = await firefox.openCheck(tab);
  await settled(check);
  return check;
}

describe("of an ordinary window leaves", () => {
  startAfresh();

  it("nothing at installation and at the grant", () => {
    expect(strays(traffic.all, BROWSERS_OWN.firefox)).toEqual([]);
  });

  it("nothing but the pages themselves while they work", async () => {
    await lab.upstream.behave(healthy());
    for (let round = 0; round < 3; round++) await page.goto(urlOf(ORDINARY));
    await page.reload();
    await silence();
    expectOnly(loads(4));
  });

  it("at level 0 the failing page, without its cookies, until it works", async () => {
    await lab.upstream.behave(healthy("basket=full; Path=/; Secure"));
    await page.goto(urlOf(ORDINARY));
    traffic.take();
    await fail();
    await asked(watching(2));
    await lab.upstream.behave(healthy());
    await badgeSays("✓");
    const withCookies = traffic.phase.filter(({ mode, cookie }) => mode === "navigate" && cookie.includes("basket"));
    expect(withCookies).toHaveLength(2);
    expectOnly(loads(2), watching(2));
  });

  it("at level 1 no more than the check's requests, the host's status page and, as nobody knows who wrote the error, the maker's test; after the popup only the plan's", async () => {
    await fail();
    const check = await openCheck();
    await check.close();
    expectOnly(loads(1), ...checking(), STATUS_PAGE, MAKER.firefox);

    await lab.upstream.behave(healthy());
    await badgeSays("✓");
    expectOnly(loads(1), watching(1));
  });

  it("at level 1 one request of the check's that asks a gateway which can do so for the error in fields, and nothing to the maker, as the site's gateway is known", async () => {
    const signed = { "cf-ray": "0123456789abcdef-FRA" };
    await fail(ORDINARY, "https", failing("<!doctype html><title>Sorry</title>", signed));
    const check = await openCheck();
    await check.close();
    expectOnly(loads(1), IN_FIELDS, ...checking(ORDINARY, 3), STATUS_PAGE, GATEWAYS_STATUS_PAGE);
  });

  it("over plain http also the maker's test, without parameters", async () => {
    await fail(ORDINARY, "http");
    const check = await openCheck();
    await check.close();
    expectOnly(loads(1), ...checking(), watchingFront(), STATUS_PAGE, MAKER.firefox);
  });

  it("at level 2 only after the second click, and only what was shown", async () => {
    await fail();
    const check = await openCheck();
    traffic.take();
    const answered = () => check.waitForSelector('.opinions[data-asking=""]', { timeout: 45_000 });

    for (const kind of ["places", "address"]) await click(check, `opinion-${kind}`);
    await check.waitForSelector('[data-action="opinion-address-send"]');
    expectOnly(watching(0));

    // Each question is counted: one that the first click had sent already would be one too many here.
    await click(check, "opinion-places-send");
    await asked(PLACES[0] as Allowance);
    await answered();
    expectOnly(watching(0), ...PLACES, WHICH_ADDRESS, ONCE_MORE);
    // Behind this proxy it cannot be told either by which version of IP the site is reached.
    const [question] = lab.world.globalping.questions;
    expect(question).toMatchObject({
      locations: expect.arrayContaining([expect.objectContaining({ tags: ["eyeball-network"] })]),
      measurementOptions: { request: { path: "/" } },
    });
    expect(question?.measurementOptions).not.toHaveProperty("ipVersion");

    await click(check, "opinion-address-send");
    // Behind this proxy the address cannot be told, so that there is nothing to compare with the resolvers.
    await asked(WHICH_ADDRESS);
    await answered();
    expectOnly(watching(0), WHICH_ADDRESS);

    lab.world.archive = { timestamp: COPY };
    await click(check, "opinion-saved-copy");
    await click(check, "opinion-saved-copy-send");
    await check.waitForSelector('[data-action="archived-copy"]');
    expectOnly(watching(0), ARCHIVE_QUESTION);

    await click(check, "archived-copy");
    await asked(ARCHIVE);
    expectOnly(watching(0), ARCHIVE);
  });

  it.each(UNNAMED)("nothing to anybody but %s itself, of a page there", async (host) => {
    const there = { ...ORDINARY, host };
    await fail(there, "http");
    const check = await firefox.openCheck(tabId);
    await check.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
    expect(await check.$(".opinions")).toBeNull();
    await check.close();
    expectOnly(loads(1, there), ...checking(there), watchingFront(host));
  });
});

describe("where nothing may be kept,", () => {
  startAfresh();

  /** Everything that the extension keeps on disk. */
  const onDisk = () => firefox.ask(async () => JSON.stringify(await browser.storage.local.get(null)), null);
  const inMemory = () => firefox.ask(async () => JSON.stringify(await browser.storage.session.get(null)), null);

  const openPrivately = (url: string) =>
    firefox.ask(async (address) => {
      const { tabs = [] } = await browser.windows.create({ incognito: true, url: address });
      return tabs[0]?.id ?? -1;
    }, url);

  it.each([
    ["a private window", openPrivately],
    ["a container's tab", (url: string) => firefox.openInContainer(url)],
  ] as const)(
    "in %s, nothing leaves before a click; then the check runs, and still nothing is kept",
    async (_, open) => {
      // What has ended lies there for some seconds more.
      await until("plans that have ended are gone", async () => !(await onDisk()).includes('"name":"closed"'), 40_000);
      const before = await onDisk();
      await firefox.ask(() => {
        document.documentElement.dataset.written = "";
        browser.storage.onChanged.addListener((changes, area) => {
          if (area === "local") document.documentElement.dataset.written += Object.keys(changes).join(" ");
        });
      }, null);
      const wanted = open === openPrivately ? PRIVATE : CONTAINED;
      await lab.upstream.behave(failing());
      const tab = await open(urlOf(wanted));
      await badgeSays("502", tab);
      await silence();
      expectOnly(loads(1, wanted));
      expect(await inMemory()).not.toContain(wanted.path);

      const check = await openCheck(tab);
      expectOnly(...checking(wanted), STATUS_PAGE, MAKER.firefox);
      // Nor is anything offered that would come to nothing here.
      expect(await check.$('[data-action="retry-keep"], [data-action="retry-watch"]')).toBeNull();
      expect(await check.$eval(".next", ({ textContent }) => textContent)).toContain("private windows and containers");
      await check.close();
      await firefox.ask((id) => browser.tabs.remove(id), tab);
      await silence();
      expectOnly();
      expect(await onDisk()).toBe(before);
      expect(await firefox.ask(() => document.documentElement.dataset.written, null)).toBe("");
    },
  );
});

/** A site that is asked about by its name alone. */
const NAMED = "mr-named.example";

it("of a site asked about by its name hear that site and the browser's maker, and our page names it in no title", async () => {
  const site = await firefox.openExtensionPage("src/pages/site/index.html");
  await site.waitForSelector("#site");
  await site.type("#site", NAMED);
  await site.click("[data-action=site-check]");
  await site.waitForSelector("main:not([data-answer=nothing], [data-answer=asking])", { timeout: 30_000 });
  expect(await site.title()).toBe("Check a site");
  expectOnly({ what: "the question", host: NAMED, path: "/", most: 2 }, { ...MAKER.firefox, least: 0 });
});

describe("in the end", () => {
  it("nobody but the site was told its paths, queries and cookies", () => {
    const others = told(traffic.all, SHOP, SECRETS).filter(
      (line) => !UNNAMED.some((host) => line.includes(`//${host}/`)),
    );
    // The archive is the one place that hears a path, on a click that shows it.
    const isArchive = (line: string) => /\/\/(web\.archive\.org\/web\/|archive\.org\/wayback\/)/.test(line);
    expect(others.filter((line) => !isArchive(line))).toEqual([]);
    expect(told(traffic.all, "nobody", SECRETS).length).toBeGreaterThan(0);
  });

  it("nobody was told of private hosts", () => {
    const others = traffic.all.filter(({ host }) => host !== SHOP && !UNNAMED.some((unnamed) => unnamed === host));
    expect(told(others, "nobody", UNNAMED)).toEqual([]);
  });

  it("the profile on disk holds nothing of the private window, and the extension's part the ordinary one's plan", async () => {
    await firefox.browser.close();
    expect(await filesWith(profile, "mr-private")).toEqual([]);
    expect(await filesWith(profile, NAMED)).toEqual([]);
    const ordinary = await filesWith(profile, "mrs-miller");
    expect(ordinary.filter((file) => file.includes("moz-extension"))).not.toEqual([]);
  });
});
