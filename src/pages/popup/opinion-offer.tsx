import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { OpinionKind } from "../../core/places/opinions-view.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";

interface Props {
  readonly kind: OpinionKind | "saved-copy";
  readonly title: string;
  /** What would be sent, and to whom, in one line. */
  readonly sends: string;
  /** The request itself, as it would be made. */
  readonly exact: string;
  readonly disabled: boolean;
  readonly onAsk: () => void;
  /** What the user can still choose about the request. */
  readonly children?: ComponentChildren;
}

/** A question to somebody outside: the first click shows what would be sent, only the second one sends it. */
export function OpinionOffer({ kind, title, sends, exact, disabled, onAsk, children }: Props) {
  const [shown, setShown] = useState(false);
  if (!shown) {
    return (
      <Button action={`opinion-${kind}`} disabled={disabled} onClick={() => setShown(true)}>
        {title}
      </Button>
    );
  }
  return (
    <div class="opinion-sends">
      <p>{sends}</p>
      <code>{exact}</code>
      {children}
      <div class="opinion-buttons">
        <Button
          action={`opinion-${kind}-send`}
          disabled={disabled}
          onClick={() => {
            setShown(false);
            onAsk();
          }}
        >
          {text("action_opinion_send")}
        </Button>
        <Button action={`opinion-${kind}-leave`} look="quiet" onClick={() => setShown(false)}>
          {text("action_opinion_leave")}
        </Button>
      </div>
    </div>
  );
}
