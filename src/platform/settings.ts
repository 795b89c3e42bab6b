import { type Field, overlay, type Parsed, parseSettings, type Settings } from "../settings/settings.ts";
import { browser } from "./browser.ts";
import { read, type StoredValue, update } from "./storage.ts";

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

/** Changes one of the user's settings; undefined goes back to Faultline's own. Resolves with all that the user has set. */
export const changeSetting = <F extends Field>(field: F, value: Settings[F] | undefined): Promise<Partial<Settings>> =>
  update(USER_SETTINGS, ({ [field]: _before, ...others }) =>
    value === undefined ? (others as Partial<Settings>) : { ...others, [field]: value },
  );
