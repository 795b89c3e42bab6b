import { useState } from "preact/hooks";
import { readSettingsFile, settingsFile, withFile } from "../../core/settings/settings-file.ts";
import { translate } from "../../platform/i18n.ts";
import { Button } from "../ui/button.tsx";
import { Confirm, useQuestion } from "../ui/confirm.tsx";
import { saveFile } from "../ui/save-file.ts";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { importWords, takenFrom } from "./import-words.ts";
import type { OptionsState } from "./use-options.ts";

/** What came of reading a file, line by line: nothing where it could not be kept, which the page says. */
async function linesOf(content: string, take: OptionsState["setAll"]): Promise<string[]> {
  const file = readSettingsFile(content);
  const isKept =
    file.state !== "read" || takenFrom(file) === 0 || (await take((user) => withFile(user, file.parsed.settings)));
  return isKept ? importWords(file).map((line) => line.map(translate).join(" ")) : [];
}

/** The settings as a file, from a file, and back to how they were at first. */
export function FileSection({ options }: { readonly options: OptionsState }) {
  const { user, setAll } = options;
  const [lines, setLines] = useState<readonly string[]>([]);
  const question = useQuestion();
  const isSet = Object.keys(user).length > 0;
  const read = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    setLines([]);
    setLines(await linesOf(await file.text().catch(() => ""), setAll));
    // The same file again is a change again.
    input.value = "";
  };
  return (
    <section class="files">
      <h2>{text("options_file")}</h2>
      <p class="muted">{text("options_file_why")}</p>
      <p class="file">
        <Button
          action="export"
          onClick={() => saveFile("faultline-settings.json", "application/json", settingsFile(user))}
        >
          {text("options_export")}
        </Button>
      </p>
      <p class="file">
        <label for="import">{text("options_import")}</label>
        <input
          id="import"
          type="file"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget)}
        />
      </p>
      <Status as="div">
        <ul class="imported">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Status>
      {question.asks ? (
        <Confirm
          of="reset"
          loses={text("options_reset_loses")}
          does={text("options_reset_do")}
          onDo={() => {
            question.answered();
            setLines([]);
            void setAll(() => ({}));
          }}
          onLeave={question.answered}
        />
      ) : isSet ? (
        <Button action="reset" element={question.asker} onClick={question.ask}>
          {text("options_reset")}
        </Button>
      ) : null}
    </section>
  );
}
