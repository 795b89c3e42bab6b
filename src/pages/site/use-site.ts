import { useCallback, useEffect, useState } from "preact/hooks";
import { type NamedView, namedIn, namedKey } from "../../core/protocol/named.ts";
import { EMPTY_VIEW, type TabView, viewIn, viewKey } from "../../core/protocol/tab-view.ts";
import { send } from "../../platform/messages.ts";
import { ownTab } from "../../platform/own-tab.ts";
import { follow } from "../../platform/views.ts";

interface SiteState {
  readonly tabId: number | null;
  /** What was asked in this tab, and what came of it; null while nothing was. */
  readonly named: NamedView | null;
  /** The check of a site that fails, with what others say of it. */
  readonly view: TabView;
  /** The worker does not answer. */
  readonly isSilent: boolean;
  readonly check: (typed: string) => void;
}

/** What is asked in this page's tab. The worker asks; this page shows what it publishes, also after it was loaded again. */
export function useSite(): SiteState {
  const [tabId, setTabId] = useState<number | null>(null);
  const [named, setNamed] = useState<NamedView | null>(null);
  const [view, setView] = useState(EMPTY_VIEW);
  const [isSilent, setSilent] = useState(false);

  useEffect(() => {
    ownTab().then(setTabId, () => setSilent(true));
  }, []);

  useEffect(() => {
    if (tabId === null) return;
    const stops = [
      follow(namedKey(tabId), (stored) => setNamed(namedIn(stored))),
      follow(viewKey(tabId), (stored) => setView(viewIn(stored))),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [tabId]);

  const check = useCallback(
    (typed: string) => {
      if (tabId === null) return;
      setSilent(false);
      send("site/check", { tabId, typed }).catch(() => setSilent(true));
    },
    [tabId],
  );

  return { tabId, named, view, isSilent, check };
}
