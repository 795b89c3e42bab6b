import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Question } from "../../core/places/sent-data.ts";
import { mayBeSent, requestToSend } from "../../platform/data-consent.ts";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";

/** How a question to some hosts is asked, and how that changes. */
export interface AskTerms {
  /** One click asks: the user has said so for everybody who is asked. */
  readonly remembered: boolean;
  /** The user wants one click to ask from now on. */
  readonly onRemember: () => void;
}

interface Props extends AskTerms {
  readonly kind: Question;
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

/**
 * A question to somebody outside: the first click shows what would be sent, only the second one sends it; unless the user
 * has said that one click is enough for these recipients. Where the browser itself wants the user's leave, it asks for that
 * at the click that sends; without it nothing is sent.
 */
export function OpinionOffer(props: Props) {
  const { kind, title, sends, exact, disabled, remembered, onAsk, onRemember, children } = props;
  const [shown, setShown] = useState(false);
  const [always, setAlways] = useState(false);
  const [refused, setRefused] = useState(false);
  const [agreed, setAgreed] = useState(true);
  // Looked at each time the request is shown: what was agreed to can be taken back at any time.
  useEffect(() => void mayBeSent(kind).then(setAgreed, () => undefined), [kind, shown]);
  // The browser's question comes first and without any wait: later the click no longer counts as the user's.
  const ask = (): void => {
    requestToSend(kind)
      .catch(() => false)
      .then((isAgreed) => {
        setRefused(!isAgreed);
        setShown(false);
        if (!isAgreed) return;
        if (always) onRemember();
        onAsk();
      });
  };
  const isRefused = refused && !shown;
  return (
    <>
      {shown ? (
        <div class="opinion-sends">
          <p>{sends}</p>
          <code>{exact}</code>
          {children}
          <label>
            <input
              type="checkbox"
              data-field="ask-unasked"
              checked={always}
              onChange={(event) => setAlways(event.currentTarget.checked)}
            />{" "}
            {text("ui_opinion_always")}
          </label>
          {agreed ? null : <p data-asks-first={kind}>{text("ui_opinion_asks_first")}</p>}
          <div class="opinion-buttons">
            <Button action={`opinion-${kind}-send`} disabled={disabled} onClick={ask}>
              {text("action_opinion_send")}
            </Button>
            <Button action={`opinion-${kind}-leave`} look="quiet" onClick={() => setShown(false)}>
              {text("action_opinion_leave")}
            </Button>
          </div>
        </div>
      ) : (
        <Button action={`opinion-${kind}`} disabled={disabled} onClick={() => (remembered ? ask() : setShown(true))}>
          {title}
        </Button>
      )}
      <Status data-refused={isRefused ? kind : undefined}>{isRefused ? text("ui_opinion_not_agreed") : null}</Status>
    </>
  );
}
