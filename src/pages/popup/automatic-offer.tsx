import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

interface Props {
  readonly onGrant: () => void;
}

/** A quiet line for those who had to click: Faultline can notice by itself. */
export function AutomaticOffer({ onGrant }: Props) {
  return (
    <footer class="offer muted">
      <span>{text("ui_automatic")}</span>
      <Button action="grant-all" look="quiet" onClick={onGrant}>
        {text("action_grant_all")}
      </Button>
    </footer>
  );
}
