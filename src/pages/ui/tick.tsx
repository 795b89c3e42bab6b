interface Props {
  readonly field: string;
  readonly label: string;
  readonly checked: boolean;
  /** Whoever administers the browser has set it. */
  readonly locked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One switch. Beside one that is locked the page says whose setting it is: once for all of that setting. */
export const Tick = ({ field, label, checked, locked, onChange }: Props) => (
  <label class="tick">
    <input
      type="checkbox"
      data-field={field}
      checked={checked}
      disabled={locked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span>{label}</span>
  </label>
);
