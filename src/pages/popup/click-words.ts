import { createContext } from "preact";
import { useCallback, useContext, useState } from "preact/hooks";
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
}

/** The words for the page that says them. `onTooLate`: what is shown is no longer how things stand. */
export function useClickWords(onTooLate: () => void) {
  const [said, setSaid] = useState<Said>({ words: null, nth: 0 });
  const say = useCallback((words: MessageKey | null) => setSaid(({ nth }) => ({ words, nth: nth + 1 })), []);
  const hear = useCallback<HearClick>(
    (sent, failure = "ui_click_failed") => {
      // What came of the last one is the past.
      say(null);
      return sent.then(
        (end) => {
          if (!end) return;
          say(END_WORDS[end]);
          if (end === "too-late") onTooLate();
        },
        () => say(failure),
      );
    },
    [say, onTooLate],
  );
  return { said, say, hear };
}
