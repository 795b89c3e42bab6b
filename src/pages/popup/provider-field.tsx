import { LONGEST_PROVIDER } from "../../core/places/provider.ts";

interface Props {
  /** For tests and users' scripts. */
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
}

/** Where the user can name their provider, of whom Faultline knows nothing by itself. */
export function ProviderField({ field, label, value, onInput }: Props) {
  return (
    <label>
      {label}{" "}
      <input
        type="text"
        data-field={field}
        value={value}
        maxLength={LONGEST_PROVIDER}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </label>
  );
}
