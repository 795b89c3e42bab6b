import { useEffect, useState } from "preact/hooks";
import type { AddressProblem } from "../../core/incident/typed-address.ts";
import { underscored } from "../../core/message.ts";
import { text } from "../ui/text.tsx";

interface Props {
  readonly asked: string;
  /** What is wrong with it; null where nothing is. */
  readonly problem: AddressProblem | null;
  /** Whether to check an address is the main thing to do here: what was found may have one of its own. */
  readonly isMain: boolean;
  readonly onAsk: (typed: string) => void;
}

/**
 * One line for the address of a site. Nothing is asked, or sent anywhere, before it is submitted. It can be submitted while an
 * answer is awaited: the last question counts, and the worker that was asked before may have died.
 */
export function AddressForm({ asked, problem, isMain, onAsk }: Props) {
  const [typed, setTyped] = useState(asked);
  // What was asked may come from outside this page: the address bar or a menu.
  useEffect(() => setTyped(asked), [asked]);
  return (
    <form
      class="ask"
      onSubmit={(event) => {
        event.preventDefault();
        onAsk(typed);
      }}
    >
      <label for="site">{text("site_label")}</label>
      <div>
        <input
          id="site"
          name="site"
          type="text"
          inputMode="url"
          value={typed}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          dir="ltr"
          autofocus={asked === ""}
          aria-invalid={problem !== null}
          aria-describedby="site-says"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class={isMain ? "button main" : "button"} data-action="site-check">
          {text("action_site_check")}
        </button>
      </div>
      <p id="site-says" class={problem === null ? "muted" : "error"} role={problem === null ? undefined : "alert"}>
        {text(problem === null ? "site_hint" : `site_problem_${underscored(problem)}`)}
      </p>
    </form>
  );
}
