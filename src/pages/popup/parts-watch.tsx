import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../../core/message.ts";
import { canBeLive } from "../../core/settings/live-parts.ts";
import { send } from "../../platform/messages.ts";
import { managedSettings, onSettingsChanged, readSettings } from "../../platform/settings.ts";
import { getTab } from "../../platform/tabs.ts";
import { Button } from "../ui/button.tsx";
import { failureOf } from "../ui/click-end.ts";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";

interface Watch {
  readonly host: string;
  readonly on: boolean;
}

/** The tab's site, and whether its failing requests are noticed live; null where that cannot be switched here. */
function useWatch(tabId: number): Watch | null {
  const [watch, setWatch] = useState<Watch | null>(null);
  useEffect(() => {
    const look = async (): Promise<void> => {
      const [tab, { liveParts }, managed] = await Promise.all([getTab(tabId), readSettings(), managedSettings()]);
      const host = tab?.url && URL.canParse(tab.url) ? new URL(tab.url).hostname : "";
      const mayBe = canBeLive(host) && tab?.private === false && managed.settings.liveParts === undefined;
      setWatch(mayBe ? { host, on: liveParts.includes(host) } : null);
    };
    void look();
    return onSettingsChanged(() => void look());
  }, [tabId]);
  return watch;
}

/** Where a page's failing requests are told: the switch to be told of them live, on this site alone. */
export function PartsWatch({ tabId }: { readonly tabId: number }) {
  const watch = useWatch(tabId);
  const [failure, setFailure] = useState<MessageKey | null>(null);
  if (!watch) return null;
  const { host, on } = watch;
  const turn = (): void => {
    void failureOf(send("parts/watch", { host, on: !on, tabId })).then(setFailure);
  };
  return (
    <div class="step parts-watch" data-on={on}>
      <Button action={on ? "parts-unwatch" : "parts-watch"} onClick={turn}>
        {text(on ? "action_parts_unwatch" : "action_parts_watch", host)}
      </Button>
      <Status class="muted" explains>
        {text(failure ?? (on ? "ui_parts_on" : "ui_parts_off"))}
      </Status>
    </div>
  );
}
