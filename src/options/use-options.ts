import { useEffect, useState } from "preact/hooks";
import { changeSetting, managedSettings, USER_SETTINGS } from "../platform/settings.ts";
import { read } from "../platform/storage.ts";
import { type Field, overlay, type Parsed, type Settings } from "../settings/settings.ts";

export interface OptionsState {
  /** What holds now. */
  readonly settings: Settings;
  readonly user: Partial<Settings>;
  readonly managed: Parsed;
  /** Keeps one setting at once; undefined goes back to Faultline's own. */
  readonly set: <F extends Field>(field: F, value: Settings[F] | undefined) => void;
  /** What came of the last change; null before the first. */
  readonly outcome: "saved" | "failed" | null;
}

/** The settings as they stand, with their parts; null until they are read. */
export function useOptions(): OptionsState | null {
  const [user, setUser] = useState<Partial<Settings> | null>(null);
  const [managed, setManaged] = useState<Parsed | null>(null);
  const [outcome, setOutcome] = useState<OptionsState["outcome"]>(null);
  useEffect(() => {
    read(USER_SETTINGS).then(setUser, () => setUser({}));
    void managedSettings().then(setManaged);
  }, []);
  if (!user || !managed) return null;
  return {
    settings: overlay(user, managed.settings),
    user,
    managed,
    outcome,
    set(field, value) {
      changeSetting(field, value).then(
        (changed) => {
          setUser(changed);
          setOutcome("saved");
        },
        () => setOutcome("failed"),
      );
    },
  };
}
