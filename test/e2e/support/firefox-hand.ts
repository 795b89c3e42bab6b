import type { Page } from "puppeteer-core";
import type { Browser as WebExtension } from "webextension-polyfill";
import type { Session } from "./firefox-session.ts";
import { readUnlisted, type Unlisted } from "./firefox-unlisted.ts";
import { until } from "./firefox-until.ts";

/** Which entries stand in a menu is the browser's; no menu of it is longer. */
const MOST_ENTRIES = 40;
/** Tab leads around in a page, which has fewer stops. */
const MOST_STOPS = 40;

declare const browser: WebExtension;
/** Present in Firefox's own window. */
declare const gURLBar: { readonly focused: boolean; readonly value: string };
declare const mozInnerScreenX: number;
declare const mozInnerScreenY: number;
declare const ChromeUtils: {
  importESModule(url: string): {
    CustomizableUI: { AREA_NAVBAR: string; addWidgetToArea(id: string, area: string): void };
  };
};
interface Menu extends Element {
  readonly state: "closed" | "showing" | "open" | "hiding";
}

/** What a person does at a Firefox on a screen, by keys and a mouse that Firefox takes for real ones. */
export interface Hand {
  /** Presses a key over the page in front, and resolves when that page has heard of it. */
  press(page: Page, key: string): Promise<void>;
  /** Opens a tab, and types into its address bar. */
  typeAddress(text: string): Promise<void>;
  /** What the rows below the address bar say. */
  rows(): Promise<string[]>;
  /** Chooses an entry of the menu that is open, by its name. */
  choose(entry: string): Promise<void>;
  /** Opens the menu of the extension's icon in the toolbar, where it is put for that. */
  openIconMenu(): Promise<void>;
  /** Goes on with Tab in a page that WebDriver does not list, until this has the focus. */
  tabTo(where: Unlisted, selector: string): Promise<void>;
}

/** The hand at the browser of a session that has a screen. */
export const handAt = (session: Session): Hand => ({
  press: (page, key) => pressOver(session, page, key),
  async typeAddress(text) {
    const { firefox, screen } = session;
    await screen.press("ctrl+t");
    // Only then: a new tab takes the focus when it has opened, and what is typed sooner stands elsewhere.
    await until("an empty address bar", () => firefox.system.run(() => gURLBar.focused && gURLBar.value === "", null));
    await screen.type(text);
    await until("what was typed", () => firefox.system.run((typed) => gURLBar.value === typed, text));
  },
  rows: () => session.firefox.system.run(rowsBelow, null),
  choose: (entry) => choose(session, entry),
  openIconMenu: () => openIconMenu(session),
  tabTo: (where, selector) => tabTo(session, where, selector),
});

async function pressOver({ screen }: Session, page: Page, key: string): Promise<void> {
  // Keys come to the browser by another way than questions do, so the page itself tells when one was there.
  await page.evaluate(() => {
    const isHeard = new Promise<true>((resolve) =>
      addEventListener("keyup", () => resolve(true), { once: true, capture: true }),
    );
    Object.assign(window, { isHeard });
  });
  await screen.press(key);
  await page.evaluate(() => (window as unknown as { isHeard: Promise<true> }).isHeard);
}

const rowsBelow = (): string[] =>
  [...document.querySelectorAll("#urlbar-results .urlbarView-row")].map(({ textContent }) => textContent);

/** The name of the entry that the keys stand on in the menu that is open: "" on none, null while no menu is open. */
function activeEntry(): string | null {
  const menus = [...document.querySelectorAll("menupopup")] as unknown as Menu[];
  const open = menus.find(({ state }) => state === "open");
  return open ? (open.querySelector("[_moz-menuactive]")?.getAttribute("label") ?? "") : null;
}

async function choose({ firefox, screen }: Session, entry: string): Promise<void> {
  const active = () => firefox.system.run(activeEntry, null);
  let stands = await until("an open menu", async () => {
    const name = await active();
    return name === null ? null : { name };
  });
  for (let presses = 0; presses < MOST_ENTRIES; presses++) {
    if (stands.name === entry) return screen.press("Return");
    const { name: before } = stands;
    await screen.press("Up");
    stands = await until("another entry", async () => {
      const name = await active();
      return name !== null && name !== before && { name };
    });
  }
  throw new Error(`the menu has no entry “${entry}”`);
}

/** Puts the icon into the toolbar as "Pin to Toolbar" does, and tells where it lies on the screen once it is drawn. */
function iconInToolbar(id: string): { x: number; y: number } | null {
  const { CustomizableUI } = ChromeUtils.importESModule(
    "moz-src:///browser/components/customizableui/CustomizableUI.sys.mjs",
  );
  const icon = `${id.replaceAll(/[^a-z0-9_-]/gi, "_")}-browser-action`;
  if (!document.querySelector(`#nav-bar #${icon}`)) CustomizableUI.addWidgetToArea(icon, CustomizableUI.AREA_NAVBAR);
  const { left, top, width, height } = document.getElementById(icon)?.getBoundingClientRect() ?? new DOMRect();
  return width === 0 ? null : { x: mozInnerScreenX + left + width / 2, y: mozInnerScreenY + top + height / 2 };
}

async function openIconMenu({ firefox, screen }: Session): Promise<void> {
  const id = await firefox.ask(() => browser.runtime.id, null);
  // It has come to rest once it lies where it lay.
  let before = "";
  const { x, y } = await until("the icon in the toolbar", async () => {
    const place = await firefox.system.run(iconInToolbar, id);
    const isAtRest = before === JSON.stringify(place);
    before = JSON.stringify(place);
    return isAtRest && place;
  });
  await screen.rightClick(x, y);
}

async function tabTo({ firefox, screen }: Session, where: Unlisted, selector: string): Promise<void> {
  // A panel that has not taken the focus yet has the first Tab do it: that is a press as well, and its page hears of none.
  const focused = async () => {
    const inWindow = await firefox.system.run(
      () => `${document.activeElement?.id} ${document.activeElement?.className}`,
      null,
    );
    const inPage = await readUnlisted(firefox.system, where, whatHasFocus, selector);
    return inPage && { name: `${inWindow} ${inPage.name}`, isWanted: inPage.isWanted };
  };
  for (let presses = 1; presses <= MOST_STOPS; presses++) {
    const before = await focused();
    await screen.press("Tab");
    const now = await until("the focus on something else", async () => {
      const found = await focused();
      return found !== null && found.name !== before?.name && found;
    });
    if (now.isWanted) return;
  }
  throw new Error(`${selector} is not reached with ${MOST_STOPS} presses`);
}

/** Runs beside the page, so it stands alone. The name is none that a countdown within changes. */
function whatHasFocus({ activeElement }: Document, selector: string): { name: string; isWanted: boolean } {
  const active = activeElement as HTMLElement | null;
  const own = active?.dataset.action ?? (active?.localName === "body" ? "" : active?.textContent);
  return { name: `${active?.localName} ${own}`, isWanted: active?.matches(selector) ?? false };
}
