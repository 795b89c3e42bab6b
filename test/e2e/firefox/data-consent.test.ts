import type { Page } from "puppeteer-core";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { agreeToSending } from "../support/firefox.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

declare const browser: WebExtension;
/** Present in Firefox's own window. */
declare const Services: { prefs: { setBoolPref(name: string, value: boolean): void } };
interface Prompt extends Element {
  readonly button: HTMLButtonElement;
  readonly secondaryButton: HTMLButtonElement;
}

const session = useFirefox({ granted: true });
const ARCHIVE = "archive.org";

/** The browser asks, as it asks users; every other test has a click of ours answer for them. */
beforeAll(() =>
  session.firefox.system.run(
    (name) => Services.prefs.setBoolPref(name, true),
    "extensions.webextOptionalPermissionPrompts",
  ),
);

/** Nothing has been agreed to, as in a browser that has not asked yet. */
beforeEach(() =>
  session.firefox.ask(
    async () => void (await browser.permissions.remove({ data_collection: ["browsingActivity", "locationInfo"] })),
    null,
  ),
);

/** A failing page's check, with what asks the archive shown as a person sees it before "Send". */
async function shown(): Promise<Page> {
  const { lab, firefox } = session;
  const { url } = await lab.set("kill-upstream");
  const page = await firefox.browser.newPage();
  await page.goto(url);
  const tab = await firefox.tabId(page);
  await until("the badge", async () => (await firefox.badge(tab)).text === "502");
  const check = await firefox.openCheck(tab);
  await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
  await press(check, "opinion-saved-copy");
  return check;
}

/** The click is the browser's own, so that it counts as a person's. */
async function press(check: Page, action: string): Promise<void> {
  const button = await check.waitForSelector(`[data-action="${action}"]:not(:disabled)`, { timeout: 15_000 });
  await button?.evaluate((found) => {
    for (let fold = found.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null)
      fold.open = true;
  });
  await check.bringToFront();
  await button?.click();
}

/** What Firefox's own prompt says, once it stands there. */
const prompt = () =>
  until("Firefox's question", () =>
    session.firefox.system.run(() => {
      const found = document.getElementById("addon-webext-permissions-notification");
      return found?.closest("panel")?.getAttribute("panelopen") === "true" ? found.textContent : null;
    }, null),
  );
const answer = (how: "button" | "secondaryButton") =>
  session.firefox.system.run((which) => {
    const found = document.getElementById("addon-webext-permissions-notification") as Prompt | null;
    found?.[which].click();
  }, how);
const consent = () =>
  session.firefox.ask(() => browser.permissions.contains({ data_collection: ["browsingActivity"] }), null);
const askedOfArchive = () => session.lab.requests.filter(({ host }) => host === ARCHIVE);

describe("the first question to somebody outside", () => {
  it("has Firefox ask the user, and is not sent when they decline", async () => {
    const check = await shown();
    expect(await consent()).toBe(false);
    await check.waitForSelector("[data-asks-first=saved-copy]");
    await press(check, "opinion-saved-copy-send");
    expect(await prompt()).toMatch(/Faultline/);
    expect(askedOfArchive()).toEqual([]);
    await answer("secondaryButton");
    const says = await check.waitForSelector("[data-refused=saved-copy]");
    expect(await says?.evaluate((found) => found.textContent)).toMatch(/^Nothing was sent/);
    expect(await consent()).toBe(false);
    expect(askedOfArchive()).toEqual([]);
  });

  it("is sent once they allow it", async () => {
    const check = await shown();
    await press(check, "opinion-saved-copy-send");
    await prompt();
    expect(askedOfArchive()).toEqual([]);
    await answer("button");
    await until("the archive to be asked", () => askedOfArchive().length === 1);
    expect(await consent()).toBe(true);
  });
});

describe("the next one", () => {
  it("is sent without a prompt, and without a word of one", async () => {
    const { system } = session.firefox;
    await agreeToSending(system, await session.firefox.ask(() => browser.runtime.id, null));
    const check = await shown();
    expect(await consent()).toBe(true);
    expect(await check.$("[data-asks-first]")).toBeNull();
    await press(check, "opinion-saved-copy-send");
    await until("the archive to be asked", () => askedOfArchive().length === 1);
  });
});
