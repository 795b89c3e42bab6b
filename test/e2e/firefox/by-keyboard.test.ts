import type { Page } from "puppeteer-core";
import { afterEach, beforeAll, beforeEach, describe, it } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { handAt } from "../support/firefox-hand.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { type Desk, KEYBOARD_TASKS } from "../support/keyboard-tasks.ts";

declare const browser: WebExtension;
/** Present in Firefox's own window. */
declare const Services: { prefs: { setBoolPref(name: string, value: boolean): void } };

/**
 * The keys are those of a screen, and go the whole way through Firefox's own window. The popup's page stands in a tab, for
 * WebDriver does not list the toolbar's popup; `ways-in.test.ts` works that one by keys, and reads what it shows beside it.
 */
const session = useFirefox({ granted: true, onScreen: true });
const hand = handAt(session);
const KEYS = { Tab: "Tab", Enter: "Return" } as const;

let page: Page;

// A repair that Firefox asks the user about would end here, for nobody answers.
beforeAll(() =>
  session.firefox.system.run(
    (name) => Services.prefs.setBoolPref(name, true),
    "extensions.webextOptionalPermissionPrompts",
  ),
);
beforeEach(async () => {
  page = await session.firefox.browser.newPage();
});
afterEach(() => session.firefox.ask(() => browser.storage.local.remove("settings"), null));

const deskAt = (zoom: number): Desk => ({
  lab: session.lab,
  page,
  async openCheck() {
    const { firefox } = session;
    const check = await firefox.openCheck(await firefox.tabId(page));
    await firefox.ask(({ id, factor }) => browser.tabs.setZoom(id, factor), {
      id: await firefox.tabId(check),
      factor: zoom,
    });
    await check.waitForFunction((factor) => devicePixelRatio === factor, {}, zoom);
    return check;
  },
  press: (shown, key) => hand.press(shown, KEYS[key]),
});

describe.each([1, 2])("only by keyboard in Firefox, at a zoom of %i", (zoom) => {
  it.each(KEYBOARD_TASKS)("%s", (_what, task) => task(deskAt(zoom)));
});
