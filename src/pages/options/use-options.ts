import { useEffect, useState } from "preact/hooks";
import { type Field, overlay, type Parsed, type Settings } from "../../core/settings/settings.ts";
import {
  type Change,
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
  /** What came of the last change; null before the first. */
  readonly outcome: "saved" | "failed" | null;
}

/** The settings as they stand, with their parts, wherever they are changed; null until they are read. */
export function useOptions(): OptionsState | null {
  const [user, setUser] = useState<Partial<Settings> | null>(null);
  const [managed, setManaged] = useState<Parsed | null>(null);
  const [outcome, setOutcome] = useState<OptionsState["outcome"]>(null);
  useEffect(() => {
    const load = (): void => {
      read(USER_SETTINGS).then(setUser, () => setUser({}));
      void managedSettings().then(setManaged);
    };
    load();
    return onSettingsChanged(load);
  }, []);
  if (!user || !managed) return null;
  return {
    settings: overlay(user, managed.settings),
    user,
    managed,
    outcome,
    set(field, change) {
      changeSetting(field, change).then(
        (changed) => {
          setUser(changed);
          setOutcome("saved");
        },
        () => setOutcome("failed"),
      );
    },
  };
}
