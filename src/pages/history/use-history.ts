import { useEffect, useState } from "preact/hooks";
import type { History } from "../../core/history/entry.ts";
import { HISTORY } from "../../platform/history.ts";
import { onStoredChanged, read } from "../../platform/storage.ts";

/** The history as it stands, whoever changes it; null until it is read. */
export function useHistory(): History | null {
  const [history, setHistory] = useState<History | null>(null);
  useEffect(() => {
    const load = (): void => void read(HISTORY).then(setHistory, () => setHistory([]));
    load();
    return onStoredChanged(HISTORY, load);
  }, []);
  return history;
}
