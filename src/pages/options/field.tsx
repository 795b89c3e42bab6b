interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value, or "". */
  readonly error?: string | undefined;
  readonly secret?: boolean;
  readonly onInput: (value: string) => void;
}

/** One line of text to fill in, with its label above it and what is wrong with it below. */
export function Field({ id, label, value, hint = "", error = "", secret = false, onInput }: Props) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(secret ? { type: "password" as const } : { type: "text" as const })}
        value={value}
        dir="auto"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        aria-invalid={error !== ""}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {hint ? (
        <p id={`${id}-hint`} class="muted">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} class="error" role="alert">
          {error}
        </p>
      ) : null}
    </div>
  );
}
