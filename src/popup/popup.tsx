import { useEffect, useState } from "preact/hooks";
import { send } from "../platform/messages.ts";
import { requestAll, requestSite } from "../platform/permissions.ts";
import type { ActionId } from "../protocol/view.ts";
import { text } from "../ui/text.tsx";
import { AutomaticOffer } from "./automatic-offer.tsx";
import type { IncidentScene } from "./incident-scene.tsx";
import { PlainScene } from "./plain-scene.tsx";
import { usePopup } from "./use-popup.ts";
import type { WatchedList } from "./watched-list.tsx";

/**
 * The larger half of the popup, fetched while the worker is still looking: the first paint does not wait for it.
 */
const incidentScene = import("./incident-scene.tsx");
const watchedList = import("./watched-list.tsx");

/** The whole popup. Its `main` carries the verdict as data, for tests and for users' scripts. */
export function Popup() {
  const { tabId, standing, view, retry, automatic, open, reload } = usePopup();
  const [refused, setRefused] = useState(false);
  const [Scene, setScene] = useState<typeof IncidentScene | null>(null);
  const [Watched, setWatched] = useState<typeof WatchedList | null>(null);
  useEffect(() => {
    watchedList.then((loaded) => setWatched(() => loaded.WatchedList));
    incidentScene.then((loaded) => setScene(() => loaded.IncidentScene));
  }, []);
  const verdict = view?.verdict ?? null;

  /** Permission requests come first and without any wait: later the click no longer counts as the user's. */
  const act = (action: ActionId): void => {
    const granted = (yes: boolean) => (yes ? open() : setRefused(true));
    if (action === "grant-all") requestAll().then(granted, () => setRefused(true));
    else if (action === "grant-site" && standing.kind === "needs-grant")
      requestSite(standing.origin).then(granted, () => setRefused(true));
    else if (action === "check-again") open(standing.kind !== "silent");
    else if (action === "reload" || action === "reload-past-cache") reload(action === "reload-past-cache");
  };
  const offerable = view !== null || standing.kind === "answered";

  return (
    <main
      class="popup"
      data-phase={view?.phase ?? (standing.kind === "looking" ? "checking" : "idle")}
      data-standing={standing.kind}
      data-side={verdict?.side ?? "none"}
      data-cause={verdict?.cause ?? ""}
      data-confidence={(verdict?.confidence ?? 0).toFixed(2)}
      data-alternatives={verdict?.alternatives.join(" ") ?? ""}
    >
      {view && Scene ? (
        <Scene
          view={view}
          retry={retry}
          automatic={automatic === true}
          onAct={act}
          onRetry={(type) => {
            if (tabId !== null) void send(type, { tabId }).catch(() => undefined);
          }}
        />
      ) : (
        <PlainScene
          standing={view || standing.kind === "failing" ? { kind: "looking" } : standing}
          automatic={automatic === true}
          onAct={act}
        />
      )}
      {!view && standing.kind !== "looking" && Watched ? <Watched /> : null}
      {refused ? (
        <p class="muted" role="status">
          {text("ui_refused")}
        </p>
      ) : null}
      {automatic === false && offerable && !refused ? <AutomaticOffer onGrant={() => act("grant-all")} /> : null}
    </main>
  );
}
