import { overlay, type Parsed, parseSettings, type Settings } from "../settings/settings.ts";
import { browser } from "./browser.ts";
import { read, type StoredValue } from "./storage.ts";

/** What the user has set; what he has not is not in it. */
export const USER_SETTINGS: StoredValue<Partial<Settings>> = {
  key: "settings",
  area: "local",
  version: 1,
  initial: {},
  parse: (raw) => (typeof raw === "object" && raw !== null ? parseSettings(raw).settings : null),
};

/** What whoever administers the browser has set. Firefox rejects where there is nothing. */
export async function managedSettings(): Promise<Parsed> {
  try {
    return parseSettings(await browser.storage.managed.get(null));
  } catch {
    return { settings: {}, problems: [] };
  }
}

/** The settings that hold now. Read them anew for every use: both kinds change at any time. Never rejects. */
export async function readSettings(): Promise<Settings> {
  const [user, managed] = await Promise.all([read(USER_SETTINGS).catch(() => ({})), managedSettings()]);
  return overlay(user, managed.settings);
}
