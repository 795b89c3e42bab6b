import type { ActionId } from "../../core/verdict/words.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { portalPage } from "./portal-page.ts";

const LABELS = {
  reload: "action_reload",
  "reload-past-cache": "action_reload_past_cache",
  "log-in-to-network": "action_log_in_to_network",
  "grant-site": "action_grant_site",
  "grant-all": "action_grant_all",
  "check-again": "action_check_again",
  "open-private-window": "action_open_private_window",
  "show-other-device": "action_show_other_device",
} as const satisfies Record<ActionId, string>;

interface Props {
  readonly action: ActionId;
  readonly host: string;
  /** What the step costs or does. */
  readonly note: string | null;
  readonly onAct: (action: ActionId) => void;
}

/** The one step that fixes or settles it: the biggest thing after the verdict, with what it costs. */
export function NextStep({ action, host, note, onAct }: Props) {
  const label = text(LABELS[action], host);
  return (
    <div class="step">
      {action === "log-in-to-network" ? (
        // A link, since the popup must not decide what the new tab does.
        <a
          class="button main"
          data-action={action}
          href={portalPage(navigator.userAgent)}
          target="_blank"
          rel="noopener noreferrer"
        >
          {label}
        </a>
      ) : (
        <Button action={action} look="main" onClick={() => onAct(action)}>
          {label}
        </Button>
      )}
      {note === null ? null : <p class="muted">{note}</p>}
    </div>
  );
}
