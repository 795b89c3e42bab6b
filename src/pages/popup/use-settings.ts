import { useEffect, useState } from "preact/hooks";
import { retryOffBy } from "../../core/settings/retry-off.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { withSite } from "../../core/settings/sites.ts";
import { isPattern } from "../../core/settings/status-pages.ts";
import { changeSetting, managedSettings, readSettings } from "../../platform/settings.ts";

/** The settings that hold, the administrator's among them; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => void readSettings().then(setSettings), []);
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

export function useRetryOff(host: string): RetryOff {
  const [by, setBy] = useState<RetryOff["by"]>(null);
  const [isOwnList, setOwnList] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  const read = () =>
    Promise.all([readSettings(), managedSettings()]).then(([holds, { settings }]) => {
      setBy(retryOffBy(holds, settings, `https://${host}/`));
      setOwnList(settings.retryOffSites === undefined);
    });
  useEffect(() => void read(), [host]);
  const { hostname } = new URL(`https://${host}/`);
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
