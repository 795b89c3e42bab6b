import type { Manifest } from "webextension-polyfill";
import { browser, isFirefox } from "./browser.ts";

const ALL = { origins: ["<all_urls>"] };

/** `permissions.request` names what it may ask for; the newest names are not in the types yet. */
type Optional = Manifest.OptionalPermission;

const WITH_AUTOMATIC = (
  isFirefox ? ["notifications"] : ["notifications", "webNavigation", "declarativeNetRequestFeedback"]
) as Optional[];

/**
 * The one optional prompt that turns on automatic mode. Call it first thing in a click handler: any
 * wait before it loses the user's gesture. The popup may close; the work happens in `onGranted`.
 */
export const requestAll = (): Promise<boolean> =>
  browser.permissions.request({ origins: ALL.origins, permissions: WITH_AUTOMATIC });

/** Asks for one site. Same rule about gestures. */
export const requestSite = (origin: string): Promise<boolean> => browser.permissions.request({ origins: [origin] });

/** Whether Faultline may notice failures on every site. */
export const hasAll = (): Promise<boolean> => browser.permissions.contains(ALL);

/** Whether a grant covers this address: `<all_urls>` or the site alone; activeTab does not count. */
export const hasSite = (url: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [originPattern(url)] });

/** Whether the user granted this very host, and not merely all of them. */
export async function hasNamedSite(url: string): Promise<boolean> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins.includes(originPattern(url));
}

export const hasNotifications = (): Promise<boolean> =>
  browser.permissions.contains({ permissions: ["notifications"] });

/** Match pattern of a whole site. Chromium cannot pin ports in patterns, so the host alone counts. */
export function originPattern(url: string): string {
  return `*://${new URL(url).hostname}/*`;
}

/** Registers for grants and revocations. Call it synchronously at start. */
export function onPermissionsChanged(listener: () => void): void {
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
}
