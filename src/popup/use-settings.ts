import { useEffect, useState } from "preact/hooks";
import { readSettings } from "../platform/settings.ts";
import type { Settings } from "../settings/settings.ts";

/** The settings that hold, the administrator's among them; null until they are read. */
export function useSettings(): Settings | null {
  const [settings, setSettings] = useState<Settings | null>(null);
  useEffect(() => void readSettings().then(setSettings), []);
  return settings;
}
