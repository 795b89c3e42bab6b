import { useEffect, useState } from "preact/hooks";
import { type Field, overlay, type Parsed, type Settings } from "../../core/settings/settings.ts";
import {
  type Change,
  changeAllSettings,
  changeSetting,
  managedSettings,
  onSettingsChanged,
  USER_SETTINGS,
} from "../../platform/settings.ts";
import { read } from "../../platform/storage.ts";

export interface OptionsState {
  /** What holds now. */
  readonly settings: Settings;
  readonly user: Partial<Settings>;
  readonly managed: Parsed;
  /** Changes one setting at once, from what it is by then: it may have been changed in another page. */
  readonly set: <F extends Field>(field: F, change: Change<F>) => void;
  /** Changes all that the user has set. */
  readonly setAll: (change: (user: Partial<Settings>) => Partial<Settings>) => void;
  /** What came of the last change; null before the first. */
  readonly outcome: "saved" | "failed" | null;
  /** Takes the last change back; null where it took nothing away that the user had set. */
  readonly undo: (() => void) | null;
}

/** The settings as they stand, with their parts, wherever they are changed; null until they are read. */
export function useOptions(): OptionsState | null {
  const [user, setUser] = useState<Partial<Settings> | null>(null);
  const [managed, setManaged] = useState<Parsed | null>(null);
  const [outcome, setOutcome] = useState<OptionsState["outcome"]>(null);
  const [before, setBefore] = useState<Partial<Settings> | null>(null);
  useEffect(() => {
    const load = (): void => {
      read(USER_SETTINGS).then(setUser, () => setUser({}));
      void managedSettings().then(setManaged);
    };
    load();
    return onSettingsChanged(load);
  }, []);
  if (!user || !managed) return null;
  /** Shows what came of a change; `lost` is what the user had set before, where that can be undone. */
  const after = (changing: Promise<Partial<Settings>>, lost: Partial<Settings> | null): void => {
    changing.then(
      (changed) => {
        setUser(changed);
        setBefore(lost);
        setOutcome("saved");
      },
      () => setOutcome("failed"),
    );
  };
  return {
    settings: overlay(user, managed.settings),
    user,
    managed,
    outcome,
    undo:
      before &&
      (() =>
        after(
          changeAllSettings(() => before),
          null,
        )),
    set: (field, change) => after(changeSetting(field, change), user[field] === undefined ? null : user),
    setAll: (change) => after(changeAllSettings(change), Object.keys(user).length > 0 ? user : null),
  };
}
