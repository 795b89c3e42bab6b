import { useEffect, useState } from "preact/hooks";
import { endOf, type Vantage, type VantageError, vantageFrom } from "../../core/settings/vantage.ts";
import type { Change } from "../../platform/settings.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { Field } from "./field.tsx";

interface Props {
  readonly vantage: Vantage;
  readonly onSave: (change: Change<"vantage">) => void;
}

/** The API that asks other places, and the token for it, which is never shown again. */
export function VantageForm({ vantage, onSave }: Props) {
  const [base, setBase] = useState(vantage.base);
  const [token, setToken] = useState("");
  // Another page may have saved another one: this form must not put the old one back beside the new token.
  useEffect(() => setBase(vantage.base), [vantage.base]);
  const [error, setError] = useState<VantageError | null>(null);

  const save = (event: Event): void => {
    event.preventDefault();
    const wanted = vantageFrom(vantage, base, token);
    if (typeof wanted === "string") {
      setError(wanted);
      document.getElementById(`vantage-${wanted}`)?.focus();
      return;
    }
    setError(null);
    setBase(wanted.base);
    setToken("");
    onSave(() => wanted);
  };

  const end = vantage.token === null ? "" : endOf(vantage.token);
  const kept = end === "" ? text("options_token_kept") : text("options_token_kept_ending", end);
  return (
    <form class="vantage" data-form="vantage" onSubmit={save} noValidate>
      <Field
        id="vantage-base"
        label={text("options_api")}
        value={base}
        error={error === "base" ? text("options_bad_base") : ""}
        onInput={setBase}
      />
      <Field
        id="vantage-token"
        label={text("options_token")}
        value={token}
        hint={vantage.token === null ? text("options_token_why") : kept}
        error={error === "token" ? text("options_bad_token") : ""}
        secret
        onInput={setToken}
      />
      <div class="buttons">
        <button type="submit" class="button" data-action="vantage-save">
          {text("options_save")}
        </button>
        {vantage.token === null ? null : (
          <Button action="token-remove" look="quiet" onClick={() => onSave((now) => ({ ...now, token: null }))}>
            {text("options_token_remove")}
          </Button>
        )}
      </div>
    </form>
  );
}
