/** The ways to Faultline beside its icon: keys, the context menu, and a keyword in the address bar. */
import { webPage } from "../core/incident/incident.ts";
import { typedAddress } from "../core/incident/typed-address.ts";
import { message, underscored } from "../core/message.ts";
import { translate } from "../platform/i18n.ts";
import { openPage } from "../platform/lifecycle.ts";
import { type MenuClick, type MenuEntry, setMenu } from "../platform/menus.ts";
import { openPopup } from "../platform/popup.ts";
import { hasSidePanel, isSidebarOpen, openSidePanel } from "../platform/side-panel.ts";
import { openFullView } from "../platform/windows.ts";
import { checkByName, SITE_PAGE } from "./by-name.ts";
import { retry } from "./retry/driver.ts";
import { planOf } from "./retry/plans.ts";

/** The entries of the context menu, as they follow each other. Never rejects: nothing that a start does waits for a menu. */
export async function setUpMenu(): Promise<void> {
  const entries: MenuEntry<"full" | "panel" | "site" | "link">[] = [
    { id: "full", title: translate(message("menu_open_full")), on: "icon" },
    ...(hasSidePanel() ? [{ id: "panel", title: translate(message("menu_open_panel")), on: "icon" } as const] : []),
    { id: "site", title: translate(message("menu_check_site")), on: "icon" },
    { id: "link", title: translate(message("menu_check_link")), on: "link" },
  ];
  await setMenu(entries).catch((error: unknown) => console.warn("Faultline: the context menu is not set", error));
}

export async function onMenuClick({ id, linkUrl, tabId }: MenuClick): Promise<void> {
  if (id === "panel" && tabId !== null) return openSidePanel(tabId).catch(() => undefined);
  if (id === "full" && tabId !== null) await openPage(`src/pages/full/index.html?tab=${tabId}`);
  if (id === "site") await openPage(SITE_PAGE);
  const link = id === "link" ? webPage(linkUrl ?? undefined) : null;
  // A link may act when it is asked for: whether the site is up its front page tells as well.
  if (link) await checkByName(new URL("/", link).href);
}

/**
 * "Try now" asks a plan to; where none watches the tab, the popup says what there is to do, or the same in a window of its
 * own where the browser opens no popup by a key. A sidebar that stands open says it already, for it follows the tab in front.
 */
export async function onKeys(name: string, tabId: number | null): Promise<void> {
  if (name !== "retry-now") return;
  const plan = tabId === null ? null : await planOf(tabId);
  if (plan && tabId !== null) await retry.tell(tabId, { type: "now" });
  else if (await isSidebarOpen()) return;
  else if (!(await openPopup()) && tabId !== null) await openFullView(tabId);
}

/**
 * What the address bar says while something is typed behind the keyword, in the words of the page that opens then: read
 * here, and told to nobody.
 */
export function saysOf(typed: string): string {
  const address = typedAddress(typed);
  if (address.is === "address") return translate(message("omnibox_ask", address.host));
  const { problem } = address;
  return translate(message(problem === "empty" ? "omnibox_default" : `site_problem_${underscored(problem)}`));
}

export const onTyped = (typed: string, inFront: boolean): Promise<void> => checkByName(typed, inFront);
