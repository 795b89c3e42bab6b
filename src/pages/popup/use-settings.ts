import { useEffect, useState } from "preact/hooks";
import { retryOffBy } from "../../core/settings/retry-off.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { managedSettings, readSettings } from "../../platform/settings.ts";

/** The settings that hold, the administrator's among them; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => void readSettings().then(setSettings), []);
  return settings;
}

/** Who has switched off that pages of a host are tried again by themselves; null for nobody, and until that is known. */
export function useRetryOff(host: string): ReturnType<typeof retryOffBy> {
  const [by, setBy] = useState<ReturnType<typeof retryOffBy>>(null);
  useEffect(() => {
    void Promise.all([readSettings(), managedSettings()]).then(([holds, { settings }]) =>
      setBy(retryOffBy(holds, settings, `https://${host}/`)),
    );
  }, [host]);
  return by;
}
