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

/** The question before something is lost: it says what, and stands in place of the button that asked for it. */
export const Confirm = ({ of, loses, does, onDo, onLeave }: Props) => (
  <div class="confirm" data-confirm={of}>
    <p>{loses}</p>
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
