import { useEffect, useRef, useState } from "preact/hooks";
import type { History } from "../../core/history/entry.ts";
import { historyCsv, historyJson } from "../../core/history/export.ts";
import { found } from "../../core/history/search.ts";
import type { MessageKey } from "../../core/message.ts";
import type { ClickEnd } from "../../core/protocol/protocol.ts";
import { uiLanguage } from "../../platform/i18n.ts";
import { send } from "../../platform/messages.ts";
import { openOptions } from "../../platform/options-page.ts";
import { changeSetting, managedSettings, onSettingsChanged, readSettings } from "../../platform/settings.ts";
import { Button } from "../ui/button.tsx";
import { failureOf } from "../ui/click-end.ts";
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

/** What came of the last click, and the how many-th it was, for the same words a second time are news. */
interface Said {
  readonly words: string;
  readonly nth: number;
}

/** What came of the last click: the past once something else has failed. */
function useSaid(failures: number): readonly [Said, (words: string) => void] {
  const [said, setSaid] = useState<Said>({ words: "", nth: 0 });
  const say = (words: string): void => setSaid(({ nth }) => ({ words, nth: nth + 1 }));
  const known = useRef(0);
  useEffect(() => {
    if (failures > known.current) say("");
    known.current = failures;
  }, [failures]);
  return [said, say];
}

/** What has failed, whose side it was on and for how long, with ways to search, keep and forget it. */
export function HistoryPage() {
  const history = useHistory();
  const all = history ?? [];
  const [query, setQuery] = useState(new URLSearchParams(location.search).get("q") ?? "");
  const [shown, setShown] = useState(PAGE);
  const [said, say] = useSaid(all.length);
  const kept = useSwitch(say);
  const matches = found(all, query);
  useEffect(keepFocus, []);
  const search = (words: string): void => {
    setQuery(words);
    setShown(PAGE);
    say("");
  };
  const after = (sent: Promise<ClickEnd>, done: MessageKey): void =>
    void failureOf(sent).then((failure) => say(text(failure ?? done)));
  return (
    <main class="history" data-ready={history !== null}>
      <Heading kept={kept} />
      <Tools query={query} history={history} onSearch={search} onClear={(sent) => after(sent, "history_cleared")} />
      <div class="history-says">
        <Status>
          {/* A new element each time, or the same words a second time would not be announced. */}
          {said.words ? <span key={said.nth}>{said.words}</span> : null}
          {said.words || query === "" || history === null ? null : text("history_found", String(matches.length))}
        </Status>
      </div>
      {history !== null && all.length === 0 ? <p>{text(kept.isOn ? "history_none" : "history_off")}</p> : null}
      <Entries entries={matches} shown={shown} onMore={() => setShown(shown + PAGE)} after={after} />
      <footer>
        <Button action="settings" look="quiet" onClick={() => void openOptions()}>
          {text("action_settings")}
        </Button>
      </footer>
    </main>
  );
}

/** What this page is, and the switch that keeps it. */
function Heading({ kept }: { readonly kept: ReturnType<typeof useSwitch> }) {
  return (
    <>
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
    </>
  );
}

/** What it can be saved as. */
const FILES = [
  { action: "history-csv", name: "faultline-history.csv", type: "text/csv", says: "history_csv", write: historyCsv },
  {
    action: "history-json",
    name: "faultline-history.json",
    type: "application/json",
    says: "history_json",
    write: historyJson,
  },
] as const;

interface ToolsProps {
  readonly query: string;
  /** Null until it is read. */
  readonly history: History | null;
  readonly onSearch: (query: string) => void;
  /** All of it is to be forgotten. */
  readonly onClear: (sent: Promise<ClickEnd>) => void;
}

/** Ways to search the history, to save it as a file, and to forget it whole. */
function Tools({ query, history, onSearch, onClear }: ToolsProps) {
  const question = useQuestion();
  const all = history ?? [];
  return (
    <>
      <search class="history-tools">
        <label for="search">{text("history_search")}</label>
        <input
          id="search"
          type="search"
          value={query}
          autocomplete="off"
          onInput={(event) => onSearch(event.currentTarget.value)}
        />
        {FILES.map(({ action, name, type, says, write }) => (
          <Button
            key={action}
            action={action}
            disabled={all.length === 0}
            onClick={() => saveFile(name, type, write(all))}
          >
            {text(says)}
          </Button>
        ))}
        {/* Also with an empty list: how long outages lasted is kept beside it. */}
        {question.asks || history === null ? null : (
          <Button action="history-clear" element={question.asker} onClick={question.ask}>
            {text("history_clear")}
          </Button>
        )}
      </search>
      {question.asks ? <ClearQuestion onAnswer={question.answered} onClear={onClear} /> : null}
    </>
  );
}

interface ClearQuestionProps {
  readonly onAnswer: () => void;
  readonly onClear: ToolsProps["onClear"];
}

function ClearQuestion({ onAnswer, onClear }: ClearQuestionProps) {
  return (
    <Confirm
      of="history-clear"
      loses={text("history_clear_loses")}
      does={text("history_clear_do")}
      onDo={() => {
        onAnswer();
        onClear(send("history/clear", { host: null }));
      }}
      onLeave={onAnswer}
    />
  );
}

interface EntriesProps {
  readonly entries: History;
  /** So many of them are drawn. */
  readonly shown: number;
  readonly onMore: () => void;
  /** Says what came of a click, in these words where it did what it says. */
  readonly after: (sent: Promise<ClickEnd>, done: MessageKey) => void;
}

/** The failures that were found, the first of them drawn. */
function Entries({ entries, shown, onMore, after }: EntriesProps) {
  const now = useNow(true, 30_000);
  const lang = uiLanguage();
  return (
    <>
      <ol class="entries">
        {entries.slice(0, shown).map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            now={now}
            lang={lang}
            onRemove={() => after(send("history/remove", { id: entry.id }), "history_removed")}
            onForgetSite={() => after(send("history/clear", { host: entry.host }), "history_forgotten")}
          />
        ))}
      </ol>
      {entries.length > shown ? (
        <Button action="history-more" onClick={onMore}>
          {text("history_more", String(entries.length - shown))}
        </Button>
      ) : null}
    </>
  );
}
