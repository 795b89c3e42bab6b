import { useEffect, useState } from "preact/hooks";
import { isLimited } from "../../core/incident/status.ts";
import type { ActionId } from "../../core/verdict/words.ts";
import { send } from "../../platform/messages.ts";
import { requestAll, requestSite } from "../../platform/permissions.ts";
import { text } from "../ui/text.tsx";
import { AutomaticOffer } from "./automatic-offer.tsx";
import { HearsClicks, useClickWords } from "./click-words.ts";
import type { PopupStanding } from "./known.ts";
import type { RetryAction } from "./next-try.tsx";
import { PlainScene } from "./plain-scene.tsx";
import { usePopup } from "./use-popup.ts";

/**
 * The larger half of the popup, fetched while the worker is still looking: the first paint does not wait for it.
 */
const larger = import("./incident-scene.tsx");
type Larger = Awaited<typeof larger>;

/** The one site that a click on "Look at ..." asks for: the page's own, or that of its failing requests. */
function siteToGrant(standing: PopupStanding): string | null {
  if (standing.kind === "needs-grant") return standing.origin;
  return standing.kind === "answered" ? (standing.requests?.origin ?? null) : null;
}

/** The whole popup. Its `main` carries the verdict as data, for tests and for users' scripts. */
export function Popup() {
  const { tabId, standing, check, plan, opinions, repair, automatic, open, turns, reload, begin, tell } = usePopup();
  const [refused, setRefused] = useState<"ui_refused" | "ui_refused_site" | null>(null);
  const { said, say, hear } = useClickWords(open, turns);
  const [{ IncidentScene: Scene, Beneath, Aside, Foot: Ways, Status }, setLarger] = useState<Partial<Larger>>({});
  useEffect(() => {
    larger.then((late) => {
      // Whatever the scene, something of it may go from under the keyboard.
      late.keepFocus();
      setLarger(late);
    });
  }, []);
  const verdict = check?.verdict ?? null;
  // A test for robots needs no check: the page itself shows it.
  const seen = standing.kind === "challenge" ? ({ side: "unsure", cause: "bot-check" } as const) : null;

  /** Permission requests come first and without any wait: later the click no longer counts as the user's. */
  const act = (action: ActionId): void => {
    const take = async (asked: Promise<boolean>, refusal: typeof refused): Promise<void> => {
      const isGranted = await asked.catch(() => false);
      setRefused(isGranted ? null : refusal);
      say(isGranted ? null : refusal);
      if (isGranted) void open();
    };
    // What came of the last click is the past.
    say(null);
    if (action === "grant-all") void take(requestAll(), "ui_refused");
    else if (action === "grant-site") {
      const origin = siteToGrant(standing);
      if (origin !== null) void take(requestSite(origin), "ui_refused_site");
    } else if (action === "check-again") void open(standing.kind !== "silent");
    else if (action === "open-private-window") void hear(begin("private-window"));
    else if (action === "show-other-device") void hear(begin("other-device"));
    else if (action === "reload" || action === "reload-past-cache") reload(action === "reload-past-cache");
  };
  const onRetry = (type: RetryAction): void => {
    if (tabId !== null) void hear(send(type, { tabId, incidentId: check?.incidentId }));
  };
  // Only failures of a page are ever noticed: no limit, no refusal, no failing request. In a private window none is tried.
  const offerable = check
    ? check.about === "page" && !isLimited(check.status) && !check.private
    : standing.kind === "answered" && standing.status < 400;

  const offer =
    automatic === false && offerable && !refused ? <AutomaticOffer onGrant={() => act("grant-all")} /> : null;

  return (
    <main
      class="popup"
      data-phase={check?.phase ?? (standing.kind === "looking" ? "checking" : "idle")}
      data-standing={standing.kind}
      data-side-final={check?.sideIsFinal ?? false}
      data-side={verdict?.side ?? seen?.side ?? "none"}
      data-cause={verdict?.cause ?? seen?.cause ?? ""}
      data-confidence={(verdict?.confidence ?? 0).toFixed(2)}
      data-alternatives={verdict?.alternatives.join(" ") ?? ""}
    >
      <HearsClicks value={hear}>
        {check && Scene ? (
          <Scene
            view={check}
            retry={plan}
            opinions={opinions}
            repair={repair}
            automatic={automatic === true}
            offer={offer}
            onAct={act}
            onTell={(step, answer) => void hear(tell(step, answer))}
            onRetry={onRetry}
          />
        ) : (
          <PlainScene
            standing={check || standing.kind === "failing" ? { kind: "looking" } : standing}
            automatic={automatic === true}
            isNewsBelow={standing.kind === "answered" && repair?.state === "done"}
            onAct={act}
          >
            {tabId !== null && Beneath ? (
              <Beneath
                tabId={tabId}
                standing={standing}
                retry={plan}
                repair={repair}
                automatic={automatic === true}
                onRetry={onRetry}
                onReload={() => act("reload")}
              />
            ) : null}
            {!check && standing.kind !== "looking" && Aside ? <Aside /> : null}
            {offer}
            {standing.kind === "looking" || !Ways ? null : <Ways tabId={tabId} />}
          </PlainScene>
        )}
      </HearsClicks>
      {Status ? (
        <Status class="click-said">
          {/* A new element each time, or the same words a second time would not be announced. */}
          {said.words ? <span key={said.nth}>{text(said.words)}</span> : null}
        </Status>
      ) : null}
    </main>
  );
}
