import { useEffect, useState } from "preact/hooks";
import { type Field, overlay, type Parsed, type Settings } from "../../core/settings/settings.ts";
import { backTo, type Earlier, earlierThan, losesAny } from "../../core/settings/undo.ts";
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
  /**
   * Changes one setting at once, from what it is by then: it may have been changed in another page. Resolves with whether
   * that could be kept.
   */
  readonly set: <F extends Field>(field: F, change: Change<F>) => Promise<boolean>;
  /** Changes all that the user has set; resolves likewise. */
  readonly setAll: (change: (user: Partial<Settings>) => Partial<Settings>) => Promise<boolean>;
  /** How often all was changed at once, here: each time a field drops what was written into it and never kept. */
  readonly timesAllChanged: number;
  /** What came of the last change, and the how many-th it was; null before the first. */
  readonly outcome: { readonly is: "saved" | "failed"; readonly nth: number } | null;
  /** Takes the last change back; null where it took nothing away that the user had set. */
  readonly undo: (() => void) | null;
}

/** The settings as they stand, with their parts, wherever they are changed; null until they are read. */
export function useOptions(): OptionsState | null {
  const [user, setUser] = useState<Partial<Settings> | null>(null);
  const [managed, setManaged] = useState<Parsed | null>(null);
  const [outcome, setOutcome] = useState<OptionsState["outcome"]>(null);
  const [timesAllChanged, setTimesAllChanged] = useState(0);
  const [lost, setLost] = useState<Earlier | null>(null);
  useEffect(() => {
    const load = (): void => {
      read(USER_SETTINGS).then(setUser, () => setUser({}));
      void managedSettings().then(setManaged);
    };
    load();
    return onSettingsChanged(load);
  }, []);
  if (!user || !managed) return null;
  const came = (is: "saved" | "failed", earlier: Earlier | null): boolean => {
    setLost(earlier && losesAny(earlier) ? earlier : null);
    setOutcome((last) => ({ is, nth: (last?.nth ?? 0) + 1 }));
    return is === "saved";
  };
  /** Shows what came of a change; `earlier` is what it has touched, where that can be undone. */
  const after = (changing: Promise<Partial<Settings>>, earlier: () => Earlier | null): Promise<boolean> =>
    changing.then(
      (changed) => {
        setUser(changed);
        return came("saved", earlier());
      },
      () => came("failed", null),
    );
  const setAll: OptionsState["setAll"] = (change) => {
    let earlier: Earlier | null = null;
    const changing = changeAllSettings((now) => {
      const changed = change(now);
      earlier = earlierThan(now, changed);
      return changed;
    });
    return after(changing, () => earlier).then((isKept) => {
      if (isKept) setTimesAllChanged((times) => times + 1);
      return isKept;
    });
  };
  return {
    settings: overlay(user, managed.settings),
    user,
    managed,
    timesAllChanged,
    outcome,
    undo:
      lost &&
      (() =>
        void after(
          changeAllSettings((now) => backTo(now, lost)),
          () => null,
        )),
    set: (field, change) => after(changeSetting(field, change), () => ({ [field]: user[field] })),
    setAll,
  };
}
