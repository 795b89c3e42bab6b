/// <reference types="chrome" />
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { leaveSecondAddress, takeSecondAddress } from "../../lab/second-address.ts";
import { type Allowance, strays, told } from "../../lab/traffic/allowance.ts";
import { startTraffic, type Traffic } from "../../lab/traffic/traffic.ts";
import {
  ADDED,
  ADDRESS,
  ARCHIVE,
  ARCHIVE_QUESTION,
  BROWSERS_OWN,
  COPY,
  checking,
  GATEWAYS_STATUS_PAGE,
  IN_FIELDS,
  icons,
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
} from "../support/allowed.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { filesWith } from "../support/files-with.ts";
import { failing, healthy } from "../support/orders.ts";

/** Private ranges, names without a dot, and this machine: named to nobody. */
const UNNAMED = ["nas.home.arpa", "intranet", "192.168.1.20", "localhost", "127.0.0.1"] as const;

const secondAddress = takeSecondAddress();
let profile: string;
let lab: Lab;
let traffic: Traffic;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), "faultline-chromium-"));
  // Its fields name no gateway: who wrote an error is known only where a test has the shop say it.
  lab = await startLab({ gateway: "node" });
  traffic = await startTraffic(lab, secondAddress ?? undefined);
  traffic.alsoServes(UNNAMED);
  chromium = await startChromium(
    { ...lab, chromiumArgs: traffic.chromiumArgs },
    { privateWindows: true, profileFolder: profile },
  );
  await chromium.grant();
  ({ page, tabId } = await chromium.openTab());
});
afterAll(async () => {
  try {
    await chromium?.close();
    await traffic?.stop();
    await lab?.stop();
    await rm(profile, { recursive: true, force: true });
  } finally {
    if (secondAddress !== null) leaveSecondAddress(secondAddress);
  }
});
/** No plan of one phase may speak in the next. */
const startAfresh = () =>
  afterEach(async () => {
    await lab.upstream.behave(healthy());
    await page.close();
    ({ page, tabId } = await chromium.openTab());
    await until(() => chromium.ask(isIdle, null));
    await chromium.killWorker();
    traffic.take();
  });

/** Ends the phase: what left the browser in it must be what these lines say, and what Chromium sends by itself. */
const expectOnly = (...allowed: readonly Allowance[]) =>
  expect(strays(traffic.take(), [...allowed, ...BROWSERS_OWN.chromium])).toEqual([]);
const urlOf = ({ host, path, query }: PageOf, scheme = "https") => `${scheme}://${host}${path}?${query}`;
const badge = async (tab = tabId) => (await chromium.badge(tab)).text;
const asked = (what: Allowance) => strays(traffic.phase, [what]).every((line) => !line.startsWith("too little"));
const settled = (check: Page) => check.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
/** The status page is asked beside the check, and may answer after it. */
const statusSettled = (check: Page) =>
  check.waitForSelector("[data-check=status-page]:not([data-outcome=pending], [data-outcome=running])");
const click = async (check: Page, action: string) => {
  const button = await check.waitForSelector(`[data-action="${action}"]:not(:disabled)`, { timeout: 15_000 });
  await button?.evaluate((found) => (found as HTMLElement).click());
};
/** The longest that Faultline waits before its first request; silence is known only after that. */
const FIRST_REQUEST_MS = 5_500;
const silence = () =>
  expect(lab.nextRequest(({ mode }) => mode === "cors", FIRST_REQUEST_MS)).rejects.toThrow("no such request");

async function isIdle(): Promise<boolean> {
  const stored = (await chrome.storage.local.get("retry-plans"))["retry-plans"];
  // One that was left stands there for some seconds more, in case the browser quits.
  return Object.keys((stored as { value: object } | undefined)?.value ?? {}).length === 0;
}

async function fail(wanted: PageOf = ORDINARY, scheme = "https", behaviour = failing()): Promise<void> {
  await lab.upstream.behave(behaviour);
  await page.goto(urlOf(wanted, scheme));
  await until(async () => (await badge()) === "502");
}

async function openCheck(): Promise<Page> {
  const check = await chromium.openCheck(tabId);
  await settled(check);
  return check;
}

describe("of an ordinary window leaves", () => {
  startAfresh();

  it("nothing at installation and at the grant", () => {
    expect(strays(traffic.all, BROWSERS_OWN.chromium)).toEqual([]);
  });

  it("nothing but the pages themselves while they work", async () => {
    await lab.upstream.behave(healthy());
    for (let round = 0; round < 3; round++) await page.goto(urlOf(ORDINARY));
    await page.reload();
    await silence();
    expectOnly(loads(4), icons());
  });

  it("at level 0 the failing page, without its cookies, until it works", async () => {
    await lab.upstream.behave(healthy("basket=full; Path=/; Secure"));
    await page.goto(urlOf(ORDINARY));
    traffic.take();
    await fail();
    await until(() => asked(watching(2)));
    await lab.upstream.behave(healthy());
    await until(async () => (await badge()) === "✓", 40_000);
    const seen = traffic.phase;
    expect(seen.filter(({ mode, cookie }) => mode === "navigate" && cookie.includes("basket"))).toHaveLength(2);
    expectOnly(loads(2), watching(2), icons());
  });

  it("at level 1 no more than the check's requests, the host's status page and, as nobody knows who wrote the error, the maker's test; after the popup only the plan's", async () => {
    await fail();
    const check = await openCheck();
    await statusSettled(check);
    await check.close();
    expectOnly(loads(1), ...checking(), STATUS_PAGE, MAKER.chromium, icons());

    await lab.upstream.behave(healthy());
    await until(async () => (await badge()) === "✓", 40_000);
    expectOnly(loads(1), watching(1));
  });

  it("at level 1 one request of the check's that asks a gateway which can do so for the error in fields, and nothing to the maker, as the site's gateway is known", async () => {
    const signed = { "cf-ray": "0123456789abcdef-FRA" };
    await fail(ORDINARY, "https", failing("<!doctype html><title>Sorry</title>", signed));
    const check = await openCheck();
    await statusSettled(check);
    await check.close();
    expectOnly(loads(1), IN_FIELDS, ...checking(ORDINARY, 3), STATUS_PAGE, GATEWAYS_STATUS_PAGE, icons());
  });

  it("over plain http also the maker's test, without parameters", async () => {
    await fail(ORDINARY, "http");
    const check = await openCheck();
    await statusSettled(check);
    await check.close();
    expectOnly(loads(1), ...checking(), STATUS_PAGE, MAKER.chromium, icons());
  });

  it("at level 2 only after the second click, and only what was shown", async () => {
    await fail();
    const check = await openCheck();
    await statusSettled(check);
    traffic.take();
    const answered = () => check.waitForSelector('.opinions[data-asking=""]', { timeout: 45_000 });

    for (const kind of ["places", "address"]) await click(check, `opinion-${kind}`);
    await check.waitForSelector('[data-action="opinion-address-send"]');
    expectOnly(watching(0), icons());

    // Each question is counted: one that the first click had sent already would be one too many here.
    await click(check, "opinion-places-send");
    await until(() => asked(PLACES[0] as Allowance));
    await answered();
    expectOnly(watching(0), ...PLACES, WHICH_ADDRESS, ONCE_MORE, icons());
    expect(lab.world.globalping.questions).toMatchObject([
      {
        locations: expect.arrayContaining([expect.objectContaining({ tags: ["eyeball-network"] })]),
        measurementOptions: { request: { path: "/" }, ipVersion: 4 },
      },
    ]);

    await click(check, "opinion-address-send");
    await until(() => asked(ADDRESS[0] as Allowance));
    await answered();
    expectOnly(watching(0), ...ADDRESS, icons());

    if (secondAddress !== null) {
      await click(check, "opinion-address-test");
      await click(check, "opinion-address-test-send");
      await until(() => asked(PLACES[0] as Allowance));
      await answered();
      expectOnly(watching(0), ...PLACES, icons());
    }

    lab.world.archive = { timestamp: COPY };
    await click(check, "opinion-saved-copy");
    await click(check, "opinion-saved-copy-send");
    await check.waitForSelector('[data-action="archived-copy"]');
    expectOnly(watching(0), ARCHIVE_QUESTION, icons());

    await click(check, "archived-copy");
    await until(() => asked(ARCHIVE));
    expectOnly(watching(0), ARCHIVE, icons("web.archive.org"), icons());
    await check.close();
  });

  it("the page's path only where the user adds it, and never its query", async () => {
    await fail(ADDED);
    const check = await openCheck();
    await statusSettled(check);
    traffic.take();
    await click(check, "opinion-places");
    const box = await check.waitForSelector(".opinion-sends input[type=checkbox]");
    await box?.evaluate((input) => (input as HTMLElement).click());
    await check.waitForFunction(
      (path) => document.querySelector(".opinion-sends code")?.textContent?.endsWith(path),
      {},
      ADDED.path,
    );
    await click(check, "opinion-places-send");
    await until(() => asked(PLACES[0] as Allowance));
    await check.waitForSelector('.opinions[data-asking=""]', { timeout: 45_000 });
    const bodies = traffic.phase.filter(({ method }) => method === "POST").map(({ body }) => body);
    expect(bodies.filter((body) => body.includes(`"path":"${ADDED.path}"`))).toHaveLength(1);
    expectOnly(watching(0, ADDED), ...PLACES, WHICH_ADDRESS, { ...ONCE_MORE, path: ADDED.path }, icons());
    await check.close();
  });

  it.each(UNNAMED)("nothing to anybody but %s itself, of a page there", async (host) => {
    const there = { ...ORDINARY, host };
    await fail(there, "http");
    const check = await openCheck();
    expect(await check.$(".opinions")).toBeNull();
    await check.close();
    expectOnly(loads(1, there), ...checking(there), icons(host));
  });
});

describe("of a private window", () => {
  startAfresh();

  /** Everything that the extension keeps on disk. */
  const onDisk = () => chromium.ask(async () => JSON.stringify(await chrome.storage.local.get(null)), null);
  const inMemory = () => chromium.ask(async () => JSON.stringify(await chrome.storage.session.get(null)), null);

  async function openPrivately(url: string): Promise<{ tab: number; shown: Page }> {
    const tab = await chromium.ask(async (address) => {
      const opened = await chrome.windows.create({ incognito: true, url: address });
      return opened?.tabs?.[0]?.id;
    }, url);
    if (tab === undefined) throw new Error("no private window has opened");
    const target = await chromium.browser.waitForTarget((one) => one.url() === url);
    return { tab, shown: await target.asPage() };
  }

  it("nothing leaves and nothing is kept before a click; then the check runs, and still nothing is kept", async () => {
    const before = await onDisk();
    await chromium.ask(() => {
      chrome.storage.onChanged.addListener((changes, area) => {
        if (area === "local") document.documentElement.dataset.written = Object.keys(changes).join(" ");
      });
    }, null);
    await lab.upstream.behave(failing());
    const { tab, shown } = await openPrivately(urlOf(PRIVATE));
    await until(async () => (await badge(tab)) === "502");
    await silence();
    expectOnly(loads(1, PRIVATE), icons());
    expect(await inMemory()).not.toContain("mr-private");

    const check = await chromium.clickIcon(shown);
    await settled(check);
    await statusSettled(check);
    expectOnly(...checking(PRIVATE), STATUS_PAGE, MAKER.chromium, icons());
    await shown.close();
    await silence();
    expectOnly();
    expect(await onDisk()).toBe(before);
    expect(await chromium.ask(() => document.documentElement.dataset.written ?? "nothing", null)).toBe("nothing");
  });

  it("nothing leaves either where Chromium puts its own page in the place of an empty answer", async () => {
    await lab.upstream.behave(failing(""));
    const { shown } = await openPrivately(urlOf(PRIVATE));
    await silence();
    expectOnly(loads(1, PRIVATE), icons());
    await shown.close();
  });
});

/** A site that is asked about by its name alone. */
const NAMED = "mr-named.example";

it("of a site asked about by its name hear that site and the browser's maker, and our page names it in no title", async () => {
  const { page: site } = await chromium.openTab();
  await site.goto(`chrome-extension://${chromium.extensionId}/src/pages/site/index.html`);
  await site.type("#site", NAMED);
  await site.keyboard.press("Enter");
  await site.waitForSelector("main:not([data-answer=nothing], [data-answer=asking])", { timeout: 30_000 });
  expect(await site.title()).toBe("Check a site");
  expectOnly({ what: "the question", host: NAMED, path: "/", most: 2 }, { ...MAKER.chromium, least: 0 });
  await site.close();
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
    await chromium.close();
    expect(await filesWith(profile, "mr-private")).toEqual([]);
    expect((await filesWith(profile, NAMED)).filter((file) => /History|Extension/.test(file))).toEqual([]);
    const ordinary = await filesWith(profile, "mrs-miller");
    expect(ordinary.filter((file) => file.includes("Local Extension Settings"))).not.toEqual([]);
  });
});
