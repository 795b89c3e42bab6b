import type { ComponentChildren, Ref } from "preact";

interface Props {
  readonly action: string;
  /** Which of several answers it stands for. */
  readonly answer?: string;
  readonly look?: "main" | "plain" | "quiet";
  readonly disabled?: boolean;
  /**
   * It does nothing for the moment, and says so. Unlike one that is `disabled` it keeps the focus, and whoever tabs at that
   * moment does not go past it.
   */
  readonly isOff?: boolean;
  /** What it says to a screen reader where its words alone, of which there are several, do not tell. */
  readonly label?: string;
  /** For whoever leads the keyboard to it. */
  readonly element?: Ref<HTMLButtonElement>;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** A button that says by `data-action` what it does: tests and users' scripts find it by that. */
export function Button(props: Props) {
  const { action, answer, look = "plain", disabled = false, isOff = false, label, element, onClick, children } = props;
  return (
    <button
      type="button"
      ref={element ?? null}
      class={`button ${look}`}
      data-action={action}
      data-answer={answer}
      disabled={disabled}
      aria-disabled={isOff || undefined}
      aria-label={label}
      onClick={isOff ? undefined : onClick}
    >
      {children}
    </button>
  );
}
