import type { ComponentChildren, Ref } from "preact";

interface Props {
  readonly action: string;
  /** Which of several answers it stands for. */
  readonly answer?: string;
  readonly look?: "main" | "plain" | "quiet";
  readonly disabled?: boolean;
  /** What it says to a screen reader where its words alone, of which there are several, do not tell. */
  readonly label?: string;
  /** For whoever leads the keyboard to it. */
  readonly element?: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button that says by `data-action` what it does: tests and users' scripts find it by that. */
export function Button({ action, answer, look = "plain", disabled = false, label, element, onClick, children }: Props) {
  return (
    <button
      type="button"
      ref={element ?? null}
      class={`button ${look}`}
      data-action={action}
      data-answer={answer}
      disabled={disabled}
      aria-label={label}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
