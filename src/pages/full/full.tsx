import { useEffect, useState } from "preact/hooks";
import { type FrontTab, followFrontTab } from "../../platform/front-tab.ts";
import { ownTab } from "../../platform/own-tab.ts";
import { hasAll, onPermissionsChanged, requestAll } from "../../platform/permissions.ts";
import { Header } from "../popup/header.tsx";
import { Popup } from "../popup/popup.tsx";
import { Button } from "../ui/button.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { text } from "../ui/text.tsx";
import { mayLook } from "./may-look.ts";

/** The popup's page outside the toolbar: for one tab where it stands in a tab itself, beside the tab in front in a panel. */
export function Full() {
  const [stands, setStands] = useState<"in-tab" | "in-panel" | null>(null);
  useEffect(keepFocus, []);
  useEffect(() => {
    ownTab().then((id) => setStands(id === null ? "in-panel" : "in-tab"));
  }, []);
  return stands === null ? null : stands === "in-tab" ? <Popup /> : <Panel />;
}

/** Follows the tab in front. What it may not look at unasked it says, and looks only after a click. */
function Panel() {
  const [tab, setTab] = useState<FrontTab | null>(null);
  const [isAutomatic, setAutomatic] = useState<boolean | null>(null);
  const [wanted, setWanted] = useState<FrontTab | null>(null);
  useEffect(() => {
    const look = (): void => void hasAll().then(setAutomatic, () => setAutomatic(false));
    // It is also turned on, and off, in another page of ours or in the browser's own.
    onPermissionsChanged(look);
    return followFrontTab((front) => {
      look();
      setTab(front);
    });
  }, []);
  if (tab === null || isAutomatic === null) return null;
  if (!mayLook(tab, wanted)) {
    return (
      <Asks headline={text("panel_private")} why={text("panel_private_why")}>
        <Button action="check" look="main" onClick={() => setWanted(tab)}>
          {text("action_check")}
        </Button>
      </Asks>
    );
  }
  if (!tab.isVisible && !isAutomatic) {
    return (
      <Asks headline={text("panel_unseen")} why={text("panel_unseen_why")}>
        <Button
          action="grant-all"
          look="main"
          onClick={() => void requestAll().then(setAutomatic, () => setAutomatic(false))}
        >
          {text("action_grant_all")}
        </Button>
      </Asks>
    );
  }
  // The popup reads there which tab it speaks of.
  history.replaceState(null, "", `?tab=${tab.id}`);
  return <Popup key={`${tab.id}:${tab.load}`} />;
}

interface AsksProps {
  readonly headline: string;
  readonly why: string;
  readonly children: preact.ComponentChildren;
}

function Asks({ headline, why, children }: AsksProps) {
  return (
    <main class="popup" data-phase="idle" data-side="none">
      <Header mood="plain" headline={headline} why={why} />
      <div class="step">{children}</div>
    </main>
  );
}
