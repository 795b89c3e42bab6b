import { send } from "../../platform/messages.ts";
import { Button } from "../ui/button.tsx";
import { text } from "../ui/text.tsx";
import { useWatched } from "./use-watched.ts";
import "./watched-list.css";

/** The sites that are watched without a tab, each with a way to stop it. */
export function WatchedList() {
  const watched = useWatched();
  if (watched.length === 0) return null;
  return (
    <section>
      <p id="watched" class="muted">
        {text("ui_watched_title")}
      </p>
      <ul class="watched" aria-labelledby="watched">
        {watched.map(({ id, host }) => (
          <li key={id}>
            <bdi>{host}</bdi>
            <Button
              action="unwatch"
              label={text("action_unwatch_named", host)}
              onClick={() => void send("retry/unwatch", { id }).catch(() => undefined)}
            >
              {text("action_unwatch")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
