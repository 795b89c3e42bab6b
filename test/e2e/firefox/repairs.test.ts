import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import type { Fault } from "../../lab/faults.ts";
import { NAS, OTHER, SHOP, STATUS_PAGE } from "../../lab/names.ts";
import { openFault } from "../../lab/open-fault.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });

declare const browser: WebExtension;
/** Present in Firefox's own window. */
declare const Services: {
  readonly cookies: {
    readonly cookies: ReadonlyArray<{ host: string; path: string; name: string; originAttributes: object }>;
    add(...cookie: unknown[]): void;
  };
};

interface Crumb {
  readonly host: string;
  readonly path?: string;
  readonly name: string;
  readonly attributes?: object;
}

/** Puts cookies into the profile, out of reach of scripts, as sites would have set them. */
const bake = (crumbs: readonly Crumb[]): Promise<void> =>
  session.firefox.system.run((all) => {
    const day = Date.now() + 86_400_000;
    for (const { host, path = "/", name, attributes = {} } of all) {
      Services.cookies.add(
        host,
        path,
        name,
        "1",
        true,
        true,
        false,
        day,
        attributes,
        0,
        2,
        "partitionKey" in attributes,
      );
    }
  }, crumbs);

/** Every cookie of the profile as `host path name`, with the jar that it lies in. */
const jar = (): Promise<string[]> =>
  session.firefox.system.run(
    () =>
      Services.cookies.cookies.map(({ host, path, name, originAttributes }) => {
        const { partitionKey, userContextId } = originAttributes as Record<string, string | number>;
        return [host, path, name, partitionKey, userContextId].filter(Boolean).join(" ");
      }),
    null,
  );

/** Opens the fault's page, and the check of it; the popup asks for a reload where that is what settles it. */
async function check(fault: Fault, cause: string): Promise<{ page: Page; popup: Page }> {
  const { firefox } = session;
  const page = await firefox.browser.newPage();
  await openFault(page, fault);
  const popup = await firefox.openCheck(await firefox.tabId(page));
  await until("the verdict", async () => {
    if (await popup.$(`main[data-side="you"][data-cause="${cause}"]`)) return true;
    await popup
      .$eval('.step [data-action^="reload"]', (button) => (button as HTMLElement).click())
      .catch(() => undefined);
    return false;
  });
  return { page, popup };
}

async function press(popup: Page, action: string): Promise<void> {
  await popup.bringToFront();
  await (await popup.waitForSelector(`[data-action="${action}"]`))?.click();
}

/** The region stands before its words. */
const said = async (popup: Page) =>
  (await popup.waitForSelector(".repair [role=status]:not(:empty)"))?.evaluate(({ textContent }) => textContent ?? "");
const done = (popup: Page) => popup.waitForSelector('.repair[data-state="done"]');
const isGranted = (permission: "cookies" | "proxy" | "management") =>
  session.firefox.ask((name) => browser.permissions.contains({ permissions: [name] }), permission);

describe("cookies that break a page in Firefox", () => {
  it("are deleted after a word on how many go, and nothing else of the profile is", async () => {
    const fault = await session.lab.set("oversized-cookie");
    const { page, popup } = await check(fault, "cookies");
    await bake([
      { host: SHOP, name: "session" },
      { host: `.${SHOP}`, name: "session" },
      { host: SHOP, name: "__Host-csrf" },
      { host: SHOP, name: "chip", attributes: { partitionKey: `(https,${SHOP})` } },
      // Not sent with the page: of another path, of the same names elsewhere, of the shop as a frame of others, of a container.
      { host: SHOP, path: "/account", name: "session" },
      { host: STATUS_PAGE, name: "session" },
      { host: OTHER, name: "session" },
      { host: SHOP, name: "chip", attributes: { partitionKey: `(https,${OTHER})` } },
      { host: SHOP, name: "session", attributes: { userContextId: 1 } },
    ]);
    await page.evaluate(() => localStorage.setItem("basket", "full"));
    const before = await jar();

    await press(popup, "repair-delete-cookies");
    await popup.waitForSelector('.repair[data-state="counted"]');
    expect(await said(popup)).toMatch(
      /^9 cookies go: .*You’ll be signed out there\. Other sites of shop\.example share some/,
    );
    expect(await jar()).toEqual(before);
    expect(await isGranted("cookies")).toBe(false);
    await press(popup, "repair-finish");
    await done(popup);

    expect(await said(popup)).toContain("It works without the deleted cookies (9).");
    await popup.waitForSelector('main[data-standing="answered"]');
    expect(await page.evaluate(() => document.body.innerText)).toContain("Your cart");
    expect(await page.evaluate(() => localStorage.getItem("basket"))).toBe("full");
    expect((await jar()).sort()).toEqual(
      [
        `${SHOP} /account session`,
        `${STATUS_PAGE} / session`,
        `${OTHER} / session`,
        `${SHOP} / chip (https,${OTHER})`,
        `${SHOP} / session 1`,
      ].sort(),
    );
    expect(await isGranted("cookies")).toBe(false);
  });
});

describe("a site's own worker that keeps an error in Firefox", () => {
  it("is removed with its caches, and the workers and caches of others stay", async () => {
    const fault = await session.lab.set("page-worker");
    const neighbour = await session.firefox.browser.newPage();
    await neighbour.goto(`https://${NAS}/-/prepare/page-worker`);
    await neighbour.waitForSelector("html[data-ready=true]");
    const { page, popup } = await check(fault, "page-worker");
    await page.evaluate(() => localStorage.setItem("basket", "full"));
    const workers = (one: Page) =>
      one.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]);
    expect(await workers(page)).toEqual([1, 1]);

    await press(popup, "repair-remove-page-worker");
    await done(popup);

    expect(await said(popup)).toBe("shop.example works without its old helper.");
    expect(await workers(page)).toEqual([0, 0]);
    expect(await page.evaluate(() => localStorage.getItem("basket"))).toBe("full");
    expect(await workers(neighbour)).toEqual([1, 1]);
    // The cure lasts: an ordinary load works as well.
    await page.goto(fault.url);
    expect(await page.evaluate(() => document.body.innerText)).toContain("We have opened a second shop");
  });
});

describe("a proxy in Firefox's settings", () => {
  it("is named beside a page that reached nobody, and the leave is given back", async () => {
    const { firefox, lab } = session;
    const page = await firefox.browser.newPage();
    lab.world.connectivity = "no-internet";
    await page.goto("https://gone.example/").catch(() => undefined);
    const popup = await firefox.openCheck(await firefox.tabId(page));
    await popup.waitForSelector('main[data-standing="no-answer"]');
    await press(popup, "repair-name-proxy");
    await popup.waitForSelector('.repair[data-state="proxy"]');
    expect(await said(popup)).toContain(`Your browser goes through the proxy 127.0.0.1:${lab.ports.socks}.`);
    expect(await said(popup)).toContain("It is set in this browser’s settings.");
    expect(await popup.$eval(".address bdi", (address) => address.textContent)).toBe("about:preferences#general");
    expect(await isGranted("proxy")).toBe(false);
  });
});
