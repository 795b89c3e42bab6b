import { type Field, overlay, type Parsed, parseSettings, type Settings } from "../../../src/core/settings/settings.ts";
import { current } from "../current.ts";

let user: Partial<Settings> = parseSettings(current.settings).settings;

export const USER_SETTINGS = {
  get initial() {
    return user;
  },
};
export const managedSettings = async (): Promise<Parsed> => parseSettings(current.managed);
export const readSettings = async (): Promise<Settings> => overlay(user, (await managedSettings()).settings);
export const onSettingsChanged = () => () => undefined;
export const changeSetting = async <F extends Field>(
  field: F,
  change: (now: Settings[F]) => Settings[F] | undefined,
) => {
  const value = change(overlay(user, {})[field]);
  const { [field]: _before, ...others } = user;
  user = value === undefined ? (others as Partial<Settings>) : { ...others, [field]: value };
  return user;
};
export const changeAllSettings = async (change: (user: Partial<Settings>) => Partial<Settings>) => {
  user = change(user);
  return user;
};
