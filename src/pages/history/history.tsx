import { useEffect, useRef, useState } from "preact/hooks";
import { historyCsv, historyJson } from "../../core/history/export.ts";
import { found } from "../../core/history/search.ts";
import { uiLanguage } from "../../platform/i18n.ts";
import { send } from "../../platform/messages.ts";
import { openOptions } from "../../platform/options-page.ts";
import { changeSetting, managedSettings, onSettingsChanged, readSettings } from "../../platform/settings.ts";
import { Button } from "../ui/button.tsx";
import { Confirm, useQuestion } from "../ui/confirm.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { saveFile } from "../ui/save-file.ts";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { Tick } from "../ui/tick.tsx";
import { useNow } from "../ui/use-now.ts";
import { EntryItem } from "./entry-item.tsx";
import { useHistory } from "./use-history.ts";

/** As many entries are drawn at a time: thousands of rows would make every key stroke of a search slow. */
const PAGE = 50;

/** The switch that keeps the history, as it stands wherever it is changed, and as it may be changed. */
function useSwitch(say: (words: string) => void): { isOn: boolean; locked: boolean; change: (on: boolean) => void } {
  const [isOn, setOn] = useState(true);
  const [locked, setLocked] = useState(false);
  useEffect(() => {
    const look = (): void => {
      void readSettings().then(({ history }) => setOn(history));
      void managedSettings().then(({ settings }) => setLocked(settings.history !== undefined));
    };
    look();
    return onSettingsChanged(look);
  }, []);
  const change = (on: boolean): void => {
    changeSetting("history", () => (on ? undefined : false)).then(
      () => {
        setOn(on);
        say(text("options_saved"));
      },
      () => {
        setOn(!on);
        say(text("options_not_saved"));
      },
    );
  };
  return { isOn, locked, change };
}

/** What has failed, whose side it was on and for how long, with ways to search, keep and forget it. */
export function HistoryPage() {
  const history = useHistory();
  const now = useNow(true, 30_000);
  const [query, setQuery] = useState(new URLSearchParams(location.search).get("q") ?? "");
  const [shown, setShown] = useState(PAGE);
  const question = useQuestion();
  const [said, setSaid] = useState({ words: "", nth: 0 });
  const say = (words: string): void => setSaid(({ nth }) => ({ words, nth: nth + 1 }));
  const kept = useSwitch(say);
  const lang = uiLanguage();
  const all = history ?? [];
  const matches = found(all, query);
  const foundWords = query === "" || history === null ? "" : text("history_found", String(matches.length));
  const known = useRef(0);
  useEffect(() => {
    // What came of the last click is the past once something else has failed.
    if (all.length > known.current) say("");
    known.current = all.length;
  }, [all.length]);
  useEffect(keepFocus, []);
  const done = (key: "history_removed" | "history_forgotten" | "history_cleared"): [() => void, () => void] => [
    () => say(text(key)),
    () => say(text("options_not_saved")),
  ];
  return (
    <main class="history" data-ready={history !== null}>
      <h1>{text("history_title")}</h1>
      <p class="muted">{text("history_why")}</p>
      <Tick
        field="history"
        label={text("history_keep")}
        checked={kept.isOn}
        locked={kept.locked}
        onChange={kept.change}
      />
      {kept.locked ? <p class="theirs">{text("options_set_by_organisation")}</p> : null}
      <search class="history-tools">
        <label for="search">{text("history_search")}</label>
        <input
          id="search"
          type="search"
          value={query}
          autocomplete="off"
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setShown(PAGE);
            say("");
          }}
        />
        <Button
          action="history-csv"
          disabled={all.length === 0}
          onClick={() => saveFile("faultline-history.csv", "text/csv", historyCsv(all))}
        >
          {text("history_csv")}
        </Button>
        <Button
          action="history-json"
          disabled={all.length === 0}
          onClick={() => saveFile("faultline-history.json", "application/json", historyJson(all))}
        >
          {text("history_json")}
        </Button>
        {/* Also with an empty list: how long outages lasted is kept beside it. */}
        {question.asks || history === null ? null : (
          <Button action="history-clear" element={question.asker} onClick={question.ask}>
            {text("history_clear")}
          </Button>
        )}
      </search>
      {question.asks ? (
        <Confirm
          of="history-clear"
          loses={text("history_clear_loses")}
          does={text("history_clear_do")}
          onDo={() => {
            question.answered();
            send("history/clear", { host: null }).then(...done("history_cleared"));
          }}
          onLeave={question.answered}
        />
      ) : null}
      <div class="history-says">
        <Status>
          {/* A new element each time, or the same words a second time would not be announced. */}
          {said.words ? <span key={said.nth}>{said.words}</span> : foundWords}
        </Status>
      </div>
      {history !== null && all.length === 0 ? <p>{text(kept.isOn ? "history_none" : "history_off")}</p> : null}
      <ol class="entries">
        {matches.slice(0, shown).map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            now={now}
            lang={lang}
            onRemove={() => void send("history/remove", { id: entry.id }).then(...done("history_removed"))}
            onForgetSite={() => void send("history/clear", { host: entry.host }).then(...done("history_forgotten"))}
          />
        ))}
      </ol>
      {matches.length > shown ? (
        <Button action="history-more" onClick={() => setShown(shown + PAGE)}>
          {text("history_more", String(matches.length - shown))}
        </Button>
      ) : null}
      <footer>
        <Button action="settings" look="quiet" onClick={() => void openOptions()}>
          {text("action_settings")}
        </Button>
      </footer>
    </main>
  );
}
