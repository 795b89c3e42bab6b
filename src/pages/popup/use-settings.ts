import { useEffect, useState } from "preact/hooks";
import { retryOffBy } from "../../core/settings/retry-off.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { withSite } from "../../core/settings/sites.ts";
import { isPattern } from "../../core/settings/status-pages.ts";
import { changeSetting, managedSettings, onSettingsChanged, readSettings } from "../../platform/settings.ts";

/** The settings that hold, the administrator's among them, wherever they are changed; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => {
    const look = (): void => void readSettings().then(setSettings);
    look();
    return onSettingsChanged(look);
  }, []);
  return settings;
}

interface RetryOff {
  /** Who has switched off that pages of the host are tried again by themselves; null for nobody, and until that is known. */
  readonly by: ReturnType<typeof retryOffBy>;
  /** Switches it off for this host; null where the list is an administrator's, or holds no such host. */
  readonly switchOff: (() => void) | null;
  /** The last click could not be kept: it changed nothing. */
  readonly isUnsaved: boolean;
}

/** What is set of the host; of null, the host of a rehearsal, nothing is, and nothing can be. */
export function useRetryOff(host: string | null): RetryOff {
  const [by, setBy] = useState<RetryOff["by"]>(null);
  const [isOwnList, setOwnList] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  const hostname = host === null ? null : new URL(`https://${host}/`).hostname;
  const read = async (): Promise<void> => {
    if (host === null) return;
    const [holds, { settings }] = await Promise.all([readSettings(), managedSettings()]);
    setBy(retryOffBy(holds, settings, `https://${host}/`));
    setOwnList(settings.retryOffSites === undefined);
  };
  useEffect(() => {
    void read();
    return onSettingsChanged(() => void read());
  }, [host]);
  if (hostname === null) return { by: null, switchOff: null, isUnsaved: false };
  const switchOff = (): void => {
    changeSetting("retryOffSites", (now) => withSite(now, hostname)).then(
      () => {
        setUnsaved(false);
        return read();
      },
      () => setUnsaved(true),
    );
  };
  return { by, switchOff: isOwnList && isPattern(hostname) ? switchOff : null, isUnsaved };
}
