import { openPage } from "../../platform/lifecycle.ts";
import { openOptions } from "../../platform/options-page.ts";
import { hasSidePanel, openSidePanel } from "../../platform/side-panel.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

interface Props {
  /** The tab that this page speaks of; null where it speaks of none. */
  readonly tabId: number | null;
}

/** The toolbar's popup closes at the first click outside it; any other page of ours stays. */
const isPopup = (): boolean => location.pathname.endsWith("/popup/index.html") && location.search === "";

/** The ways on from whatever is shown: where it stays open, another site, and the settings. */
export function Foot({ tabId }: Props) {
  const canMove = tabId !== null && isPopup();
  return (
    <p class="foot">
      {canMove ? (
        <Button action="open-full" look="quiet" onClick={() => void openPage(`src/pages/full/index.html?tab=${tabId}`)}>
          {text("action_open_full")}
        </Button>
      ) : null}
      {canMove && hasSidePanel() ? (
        <Button
          action="open-panel"
          look="quiet"
          onClick={() =>
            void openSidePanel(tabId).then(
              () => window.close(),
              () => undefined,
            )
          }
        >
          {text("action_open_panel")}
        </Button>
      ) : null}
      {location.pathname.endsWith("/site/index.html") ? null : (
        <Button action="check-site" look="quiet" onClick={() => void openPage("src/pages/site/index.html")}>
          {text("site_title")}
        </Button>
      )}
      <Button action="settings" look="quiet" onClick={() => void openOptions()}>
        {text("action_settings")}
      </Button>
    </p>
  );
}
