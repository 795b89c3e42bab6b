import { useEffect, useRef } from "preact/hooks";
import { Button } from "./button.tsx";
import { text } from "./text.tsx";

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
