import type { WatchedView } from "../../core/retry/view.ts";
import { send } from "../../platform/messages.ts";
import { Button } from "../ui/button.tsx";
import { failureOf } from "../ui/click-end.ts";
import { text } from "../ui/text.tsx";
import { useWatched } from "./use-watched.ts";
import "./watched-list.css";

interface Props {
  /** Says what came of a stop where the words outlive this list, which goes with its last site. */
  readonly onSay: (words: string) => void;
}

/** The sites that are watched without a tab, each with a way to stop it. */
export function WatchedList({ onSay }: Props) {
  const watched = useWatched();
  if (watched.length === 0) return null;
  const stop = ({ id, host }: WatchedView): void => {
    void failureOf(send("retry/unwatch", { id })).then((failure) =>
      onSay(failure ? text(failure) : text("ui_unwatched", host)),
    );
  };
  return (
    <section>
      <p id="watched" class="muted">
        {text("ui_watched_title")}
      </p>
      <ul class="watched" aria-labelledby="watched">
        {watched.map((site) => (
          <li key={site.id}>
            <bdi>{site.host}</bdi>
            <Button action="unwatch" label={text("action_unwatch_named", site.host)} onClick={() => stop(site)}>
              {text("action_unwatch")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
