/** What sites answered that were asked about by name: kept in memory by the tab that shows it, apart from what stands there. */
import type { Address } from "../core/incident/typed-address.ts";
import { NAMED_VERSION, type NamedAnswer, type NamedView, namedIn, namedKey } from "../core/protocol/named.ts";
import { sessionKeys } from "../platform/storage.ts";
import { publish, published } from "../platform/views.ts";

/** Shows what came of a question; never rejects. `address` is null where what was typed is none. */
export async function showNamed(
  tabId: number,
  typed: string,
  address: Address | null,
  answer: NamedAnswer,
): Promise<void> {
  const value: NamedView = { typed, url: address?.url ?? null, host: address?.host ?? "", answer };
  await publish(namedKey(tabId), { version: NAMED_VERSION, value }).catch((error: unknown) =>
    console.warn("Faultline: what a site answers cannot be shown", error),
  );
}

/** Whether a tab shows what was asked by name, or did so before something else came into it. */
export const isNamedIn = async (tabId: number): Promise<boolean> => namedIn(await published(namedKey(tabId))) !== null;

/** Forgets what was asked in a tab that is gone. */
export const forgetNamed = (tabId: number): Promise<void> => publish(namedKey(tabId), undefined);

/** Every tab in which something was asked. */
export async function tabsOfNamed(): Promise<number[]> {
  return (await sessionKeys()).flatMap((key) => {
    const tabId = /^named:(\d{1,15})$/.exec(key)?.[1];
    return tabId === undefined ? [] : [Number(tabId)];
  });
}
