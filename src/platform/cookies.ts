import type { Cookies } from "webextension-polyfill";
import { isSentAtTop } from "../core/repair/sent-cookies.ts";
import { browser, isFirefox } from "./browser.ts";

/** Of every first party: Firefox asks for it where it isolates by first party, Chromium does not know the word. */
const ANY_FIRST_PARTY = isFirefox ? { firstPartyDomain: null as unknown as string } : {};

/** The jar of a tab: its private window's, its container's, or the ordinary one; null where the browser shows none. */
async function storeOf(tabId: number): Promise<string | null> {
  const stores = await browser.cookies.getAllCookieStores();
  return stores.find(({ tabIds }) => tabIds.includes(tabId))?.id ?? null;
}

/**
 * The cookies that a load of this address in this tab sends along, out of the tab's own jar. Needs `cookies`, and access to
 * the host and to each above it that has set some. Null where the browser shows no jar of the tab.
 */
export async function sentCookies(tabId: number, url: string): Promise<readonly Cookies.Cookie[] | null> {
  const storeId = await storeOf(tabId);
  if (storeId === null) return null;
  const all = await browser.cookies.getAll({ url, storeId, partitionKey: {}, ...ANY_FIRST_PARTY });
  return all.filter((cookie) => isSentAtTop(cookie, url));
}

/**
 * Deletes cookies, each as one that this address is sent: a host above it may have one of the same name that it is not
 * sent, and keeps that. One call takes all of a name in Chromium and one in Firefox, so there is a call for each. One that
 * the browser refuses to delete keeps no other; rejects where it refuses all.
 */
export async function deleteCookies(url: string, cookies: readonly Cookies.Cookie[]): Promise<void> {
  const refused: unknown[] = [];
  for (const { name, storeId, partitionKey, firstPartyDomain } of cookies) {
    const which = {
      url,
      name,
      storeId,
      ...(partitionKey ? { partitionKey } : {}),
      ...(isFirefox ? { firstPartyDomain } : {}),
    };
    await browser.cookies.remove(which).catch((error: unknown) => refused.push(error));
  }
  if (refused.length > 0 && refused.length === cookies.length) throw refused[0];
}
