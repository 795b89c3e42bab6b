import type { Ref } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { text } from "./text.tsx";
import "./confirm.css";

interface Question {
  readonly asks: boolean;
  readonly ask: () => void;
  /** Whatever the answer was. */
  readonly answered: () => void;
  /** The button that asks it. */
  readonly asker: Ref<HTMLButtonElement>;
}

/** Whether a question stands. Once it is answered the keyboard is back where it was: at the button that asked. */
export function useQuestion(): Question {
  const [asks, setAsks] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const stood = useRef(false);
  useEffect(() => {
    if (stood.current && !asks) asker.current?.focus();
    stood.current = asks;
  }, [asks]);
  return { asks, ask: () => setAsks(true), answered: () => setAsks(false), asker };
}

interface Props {
  /** Names the question and the first part of its buttons' names. */
  readonly of: string;
  /** What is lost. */
  readonly loses: string;
  /** What the button does. */
  readonly does: string;
  readonly onDo: () => void;
  readonly onLeave: () => void;
}

/**
 * The question before something is lost, which says what. Whoever asked for it by the keyboard is led to it, for the button
 * that they pressed may be gone.
 */
export function Confirm({ of, loses, does, onDo, onLeave }: Props) {
  const question = useRef<HTMLParagraphElement>(null);
  useEffect(() => question.current?.focus(), []);
  return (
    <div class="confirm" data-confirm={of}>
      <p tabIndex={-1} ref={question}>
        {loses}
      </p>
      <div class="buttons">
        <Button action={`${of}-all`} onClick={onDo}>
          {does}
        </Button>
        <Button action={`${of}-leave`} look="quiet" onClick={onLeave}>
          {text("options_reset_leave")}
        </Button>
      </div>
    </div>
  );
}
