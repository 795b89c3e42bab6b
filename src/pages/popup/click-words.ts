import { createContext } from "preact";
import { useCallback, useContext, useState } from "preact/hooks";
import type { MessageKey } from "../../core/message.ts";
import type { ClickEnd } from "../../core/protocol/protocol.ts";

/**
 * Waits for what comes of a click, and has it said where that is not seen by itself: that it came too late, or in the words
 * of `failure` that it broke. What most of them change is stored, which fails where there is no room. Never rejects.
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
    (sent, failure = "options_not_saved") => {
      // What came of the last one is the past.
      say(null);
      return sent.then(
        (end) => {
          if (end !== "too-late") return;
          say("ui_too_late");
          onTooLate();
        },
        () => say(failure),
      );
    },
    [say, onTooLate],
  );
  return { said, say, hear };
}
