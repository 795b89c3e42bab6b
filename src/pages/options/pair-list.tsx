import { useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { Field } from "./field.tsx";

/** What is wrong with a new pair; "" where nothing is. */
interface PairErrors {
  readonly name: string;
  readonly url: string;
}

interface Props {
  readonly id: string;
  readonly pairs: ReadonlyArray<{ readonly name: string; readonly url: string }>;
  readonly nameLabel: string;
  readonly urlLabel: string;
  readonly least?: number;
  readonly most: number;
  /** Looks whether a new pair will do. */
  readonly check: (name: string, url: string) => PairErrors;
  readonly onAdd: (name: string, url: string) => void;
  readonly onRemove: (name: string) => void;
}

/** Names and the addresses that belong to them, each with a way to take it out, and a row for one more. */
export function PairList({ id, pairs, nameLabel, urlLabel, least = 0, most, check, onAdd, onRemove }: Props) {
  const [name, setName] = useState("");
  const [url, setUrl] = useState("");
  const [errors, setErrors] = useState<PairErrors>({ name: "", url: "" });

  const add = (event: Event): void => {
    event.preventDefault();
    const found = check(name.trim(), url.trim());
    setErrors(found);
    if (found.name || found.url) {
      document.getElementById(`${id}-${found.name ? "name" : "url"}`)?.focus();
      return;
    }
    onAdd(name.trim(), url.trim());
    setName("");
    setUrl("");
  };

  return (
    <>
      {pairs.length > 0 ? (
        <ul class="pairs" data-list={id}>
          {pairs.map((pair) => (
            <li key={pair.name}>
              <span>
                <bdi>{pair.name}</bdi>
                <bdi class="muted">{pair.url}</bdi>
              </span>
              {pairs.length > least ? (
                <Button
                  action={`${id}-remove`}
                  look="quiet"
                  label={text("options_remove_named", pair.name)}
                  onClick={() => onRemove(pair.name)}
                >
                  {text("options_remove")}
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {pairs.length < most ? (
        <form class="add" data-form={id} onSubmit={add} noValidate>
          <Field id={`${id}-name`} label={nameLabel} value={name} error={errors.name} onInput={setName} />
          <Field id={`${id}-url`} label={urlLabel} value={url} error={errors.url} onInput={setUrl} />
          <button type="submit" class="button" data-action={`${id}-add`}>
            {text("options_add")}
          </button>
        </form>
      ) : null}
    </>
  );
}
