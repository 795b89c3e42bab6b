import { text } from "./text.tsx";

interface Props {
  readonly field: string;
  readonly label: string;
  readonly checked: boolean;
  /** Whoever administers the browser has set it. */
  readonly locked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One switch; one that an organisation has set is locked, and says so. */
export const Tick = ({ field, label, checked, locked, onChange }: Props) => (
  <>
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
    {locked ? <p class="theirs">{text("options_set_by_organisation")}</p> : null}
  </>
);
