import { browser } from "./browser.ts";

/** Registers for installation and update. Call it synchronously at start. */
export function onInstalled(listener: (reason: "install" | "update" | "other") => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    listener(reason === "install" || reason === "update" ? reason : "other");
  });
}

/** Registers for the start of the browser. Call it synchronously at start. */
export function onStartup(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** Opens one of our own pages in a tab, in front unless told otherwise; resolves with the tab's id, if it has one. */
export async function openPage(path: string, inFront = true): Promise<number | null> {
  const { id } = await browser.tabs.create({ url: browser.runtime.getURL(path), active: inFront });
  return id ?? null;
}

/** Calls back when the browser is online again, while this worker lives. */
export function onOnline(listener: () => void): void {
  globalThis.addEventListener?.("online", listener);
}
