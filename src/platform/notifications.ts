import { browser, isFirefox } from "./browser.ts";
import { hasNotifications } from "./permissions.ts";
import { readSettings } from "./settings.ts";

/** Whether the browser lets an extension say that a notification makes no sound; Firefox rejects what it does not know. */
export const canSilence = !isFirefox;

/**
 * Shows a notification when that is allowed and wanted. Firefox takes no buttons, so a click on it is the one action.
 */
export async function notify(id: string, title: string, text: string): Promise<void> {
  if (!(await hasNotifications()) || !browser.notifications) return;
  const { shown, sound } = (await readSettings()).notifications;
  if (!shown) return;
  await browser.notifications.create(id, {
    type: "basic",
    iconUrl: browser.runtime.getURL("icons/faultline-128.png"),
    title,
    message: text,
    ...(sound || !canSilence ? {} : { silent: true }),
  });
}

/** Registers for clicks. The API exists only once granted, so this is called again after a grant. */
export function onNotificationClicked(listener: (id: string) => void): void {
  const event = browser.notifications?.onClicked;
  if (event && !event.hasListener(listener)) event.addListener(listener);
}

export async function dismissNotification(id: string): Promise<void> {
  await browser.notifications?.clear(id);
}

/** Takes those of our notifications back that still stand and are meant. */
export async function dismissNotifications(isMeant: (id: string) => boolean): Promise<void> {
  const standing = Object.keys((await browser.notifications?.getAll()) ?? {});
  await Promise.all(standing.filter(isMeant).map(dismissNotification));
}
