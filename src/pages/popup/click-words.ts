import { createContext } from "preact";
import { useCallback, useContext, useRef, useState } from "preact/hooks";
import type { MessageKey } from "../../core/message.ts";
import type { ClickEnd } from "../../core/protocol/protocol.ts";
import { END_WORDS } from "../ui/click-end.ts";

/**
 * Waits for what comes of a click, and has it said where that is not seen by itself; in the words of `failure` where it
 * breaks, of which nothing tells why unless the click itself does. Never rejects.
 */
type HearClick = (sent: Promise<ClickEnd>, failure?: MessageKey) => Promise<void>;

/** Beside what is shown as an example, and in tests of a part alone, nobody says it. */
const Hearing = createContext<HearClick>((sent) =>
  sent.then(
    () => undefined,
    () => undefined,
  ),
);

/** For all that is drawn inside: where what comes of its clicks is said. */
export const HearsClicks = Hearing.Provider;
export const useHearClick = (): HearClick => useContext(Hearing);

/** What came of the last click, and the how many-th it was, for the same words a second time are news. */
interface Said {
  readonly words: MessageKey | null;
  readonly nth: number;
  /** What was known of the tab by then: words outlive nothing that they were said beside. */
  readonly turn: number;
}

/**
 * The words for the page that says them. `look` finds out how things stand once a click came too late, and resolves with
 * whether that is known; `turns` counts what comes to be shown.
 */
export function useClickWords(look: () => Promise<boolean>, turns: () => number) {
  const [said, setSaid] = useState<Said>({ words: null, nth: 0, turn: 0 });
  const last = useRef(0);
  const say = useCallback(
    (words: MessageKey | null) => {
      last.current += 1;
      setSaid({ words, nth: last.current, turn: turns() });
    },
    [turns],
  );
  const hear = useCallback<HearClick>(
    (sent, failure = "ui_click_failed") => {
      // What came of the last one is the past.
      say(null);
      const nth = last.current;
      /** The words speak of what is to be seen, so that comes first. By then they may be about no last click any more. */
      const tellTooLate = async (): Promise<void> => {
        if ((await look()) && last.current === nth) say(END_WORDS["too-late"]);
      };
      return sent.then(
        (end) => {
          if (end === "too-late") void tellTooLate();
          else if (end) say(END_WORDS[end]);
        },
        () => say(failure),
      );
    },
    [say, look],
  );
  return { said: said.turn === turns() ? said : { ...said, words: null }, say, hear };
}
