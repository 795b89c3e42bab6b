import { useState } from "preact/hooks";
import { send } from "../../platform/messages.ts";
import { WatchedList } from "../popup/watched-list.tsx";
import { Button } from "../ui/button.tsx";
import { failureOf } from "../ui/click-end.ts";
import { Confirm, useQuestion } from "../ui/confirm.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import type { OptionsState } from "./use-options.ts";

/** What stays in this browser beside the settings, and the way to be rid of it; nothing is added to a history that is off. */
export function KeptSection({ options: { settings, managed } }: { readonly options: OptionsState }) {
  const [says, setSays] = useState("");
  const question = useQuestion();
  const ask = (): void => {
    // What came of the last one is the past.
    setSays("");
    question.ask();
  };
  const forget = (): void => {
    question.answered();
    void failureOf(send("history/clear", { host: null })).then((failure) =>
      setSays(text(failure ?? "history_cleared")),
    );
  };
  return (
    <section class="kept">
      <h2>{text("options_kept")}</h2>
      <p class="muted">{text("options_kept_why")}</p>
      {settings.history ? null : <p>{text("history_off")}</p>}
      {managed.settings.history === undefined ? null : <p class="theirs">{text("options_set_by_organisation")}</p>}
      <p>
        <a href="../history/index.html" data-action="open-history">
          {text("options_open_history")}
        </a>
      </p>
      <WatchedList onSay={setSays} />
      {question.asks ? (
        <Confirm
          of="forget"
          loses={text("history_clear_loses")}
          does={text("history_clear_do")}
          onDo={forget}
          onLeave={question.answered}
        />
      ) : (
        <Button action="forget" element={question.asker} onClick={ask}>
          {text("history_clear")}
        </Button>
      )}
      <Status>{says}</Status>
    </section>
  );
}
