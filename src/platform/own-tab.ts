import { browser } from "./browser.ts";

/** The tab in which a page of ours stands; null where it stands in none, as in a popup or a side panel. */
export async function ownTab(): Promise<number | null> {
  return (await browser.tabs.getCurrent())?.id ?? null;
}
