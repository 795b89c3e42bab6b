import { DEFAULTS, type Field, overlay, type Parsed, parseSettings, type Settings } from "../core/settings/settings.ts";
import { browser } from "./browser.ts";
import { alone } from "./locks.ts";
import { read, type StoredValue, update } from "./storage.ts";

/** What the user has set, and nothing else. */
export const USER_SETTINGS: StoredValue<Partial<Settings>> = {
  key: "settings",
  area: "local",
  version: 1,
  readsLater: true,
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

/** What becomes of a setting, from what it is at that moment; undefined goes back to Faultline's own. */
export type Change<F extends Field> = (now: Settings[F]) => Settings[F] | undefined;

/**
 * Changes one of the user's settings. Resolves with all that the user has set. Two pages that change one list at once
 * take turns, so that none writes back what it had read before the other's change.
 */
export const changeSetting = <F extends Field>(field: F, change: Change<F>): Promise<Partial<Settings>> =>
  alone(USER_SETTINGS.key, () =>
    update(USER_SETTINGS, (user) => {
      const value = change({ ...DEFAULTS, ...user }[field]);
      const { [field]: _before, ...others } = user;
      return value === undefined ? (others as Partial<Settings>) : { ...others, [field]: value };
    }),
  );

/** Changes all that the user has set at once: to what a file says, back to nothing, or to what it was before. */
export const changeAllSettings = (change: (user: Partial<Settings>) => Partial<Settings>): Promise<Partial<Settings>> =>
  alone(USER_SETTINGS.key, () =>
    update(USER_SETTINGS, (user) => {
      const changed = change(user);
      return Object.keys(changed).length > 0 ? changed : USER_SETTINGS.initial;
    }),
  );

/** Calls whenever the user or the administrator has changed something, here or in another page. Returns the way to stop. */
export function onSettingsChanged(listener: () => void): () => void {
  const onChanged = (changes: Record<string, unknown>, area: string): void => {
    if (area === "managed" || (area === USER_SETTINGS.area && USER_SETTINGS.key in changes)) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}
