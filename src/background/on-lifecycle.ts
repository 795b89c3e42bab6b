import { isOneShot } from "../core/http/one-shot/one-shot.ts";
import { pageUrl } from "../core/incident/incident.ts";
import { watchedPage } from "../core/protocol/protocol.ts";
import { openPage } from "../platform/lifecycle.ts";
import { dismissNotification } from "../platform/notifications.ts";
import { injectFile, openTab, openTabs, showTab } from "../platform/tabs.ts";
import { forgetOwnMark, setUpAutomaticMode } from "./automatic-mode.ts";
import { askGrantedStatusPages } from "./check/status-page-grants.ts";
import { inOrder } from "./in-order.ts";
import { giveBackLeftovers } from "./repair/give-back.ts";
import { retry } from "./retry/driver.ts";
import { setUpMenu } from "./ways-in.ts";

/** A new installation asks for the one grant, in a page that says what for; an update asks nothing. */
export async function onInstall(reason: "install" | "update" | "other"): Promise<void> {
  // The page first: a newcomer waits for nothing else. Where an administrator installs there may be no window for it.
  const welcome = async (): Promise<void> => {
    if (reason === "install") await openPage("src/pages/welcome/index.html");
  };
  await inOrder(welcome, setUpMenu, giveBackLeftovers, setUpAutomaticMode, forgetOwnMark, coverOpenTabs);
  await retry.tick();
}

/** The browser starts: Firefox has forgotten its alarms, plans have not been forgotten. */
export async function onStart(): Promise<void> {
  await inOrder(setUpMenu, giveBackLeftovers, setUpAutomaticMode);
  await retry.tick();
}

/** A grant was given, narrowed or taken back. What is taken back ends first. */
export async function onGrantsChanged(): Promise<void> {
  void askGrantedStatusPages();
  await inOrder(() => retry.endWithoutGrant(), setUpAutomaticMode, coverOpenTabs);
}

/** Pages open before a grant or an update have no sentinel; where no grant covers them this does nothing. */
async function coverOpenTabs(): Promise<void> {
  const tabs = await openTabs();
  await Promise.all(tabs.map((tabId) => injectFile(tabId, "sentinel.js")));
}

/** The notification's one action: to the tab, or to the page that was watched without one. */
export async function onNotificationClick(id: string): Promise<void> {
  const tabId = /^tab:(\d+)$/.exec(id)?.[1];
  const url = pageUrl(/^watch:(.+)$/.exec(id)?.[1]);
  if (tabId !== undefined) await showTab(Number(tabId)).catch(() => undefined);
  else if (url) await openTab(watchedPage(url, isOneShot(url)));
  await dismissNotification(id);
}
