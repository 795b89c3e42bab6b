import "./form-back.css";
import { useEffect, useState } from "preact/hooks";
import { type FormReturn, returnKey } from "../../core/incident/form-return.ts";
import type { MessageKey } from "../../core/message.ts";
import { send } from "../../platform/messages.ts";
import { popupTab } from "../../platform/tabs.ts";
import { follow } from "../../platform/views.ts";
import { Button } from "../ui/button.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { useHearClick } from "./click-words.ts";

const FOUND = {
  "as-left": "ui_form_as_left",
  filled: "ui_form_filled",
  empty: "ui_form_empty",
  "no-fields": "ui_form_no_fields",
  "asks-to-send": "ui_form_asks_to_send",
  "not-shown": "ui_form_not_shown",
  nowhere: "ui_form_nowhere",
} as const satisfies Record<FormReturn, MessageKey>;

const isFound = (value: unknown): value is FormReturn => typeof value === "string" && Object.hasOwn(FOUND, value);

/** What was found where the tab was led back, as the worker publishes it; null while nothing was. */
function useFormReturn(): FormReturn | null {
  const [found, setFound] = useState<FormReturn | null>(null);
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isOver = false;
    void popupTab().then((tabId) => {
      if (tabId === null || isOver) return;
      stop = follow(returnKey(tabId), (value) => {
        const shown = (value as { found?: unknown } | undefined)?.found;
        setFound(isFound(shown) ? shown : null);
      });
    });
    return () => {
      isOver = true;
      stop?.();
    };
  }, []);
  return found;
}

const Found = ({ found }: { readonly found: FormReturn | null }) => (
  <Status class="form-found" data-form={found ?? undefined}>
    {found && text(FOUND[found])}
  </Status>
);

/** Says what was found where the tab was led back. */
export const FormFound = () => <Found found={useFormReturn()} />;

interface Props {
  readonly tabId: number;
  readonly incidentId: string;
  /** The verdict itself speaks of what was sent, for the page of the form was opened since. */
  readonly isSaid: boolean;
}

/** A page that answers a form: nothing is sent again, and one step back leads to what was typed, as long as there is one. */
export function FormBack({ tabId, incidentId, isSaid }: Props) {
  const [going, setGoing] = useState(false);
  const hear = useHearClick();
  const found = useFormReturn();
  const goBack = (): void => {
    setGoing(true);
    void hear(send("form/back", { tabId, incidentId })).then(() => setGoing(false));
  };
  return (
    <section class="form-back">
      {isSaid ? null : <p>{text("ui_form_said")}</p>}
      {found === "nowhere" ? null : (
        <div class="step">
          <Button action="form-back" isOff={going} onClick={goBack}>
            {text("action_form_back")}
          </Button>
          <p class="muted">{text("ui_form_back_note")}</p>
        </div>
      )}
      <Found found={found} />
    </section>
  );
}
