import { useState } from "preact/hooks";
import type { Entry } from "../../core/history/entry.ts";
import { timelineOf } from "../../core/history/timeline.ts";
import { Button } from "../ui/button.tsx";
import { ForgetSite } from "../ui/forget-site.tsx";
import { SideIcon } from "../ui/side-icon.tsx";
import { text } from "../ui/text.tsx";
import { span } from "../ui/time.ts";
import { Timeline } from "../ui/timeline.tsx";

interface Props {
  readonly entry: Entry;
  readonly now: number;
  readonly lang: string;
  readonly onRemove: () => void;
  readonly onForgetSite: () => void;
}

const SIDES = { server: "history_side_server", you: "history_side_you", unsure: "history_side_unsure" } as const;

function lengthOf({ since, until, ended }: Entry, now: number, lang: string): string {
  if (ended === "unseen") return text("history_unseen");
  if (until === null) return text("history_goes_on", span(now - since, lang));
  return text(ended === "back" ? "history_back_after" : "history_left_after", span(until - since, lang));
}

/** One failure: the site, when, whose side it was on, for how long; its picture on a click. */
export function EntryItem({ entry, now, lang, onRemove, onForgetSite }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { host, status, since, side, says } = entry;
  const when = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" }).format(since);
  return (
    <li class="entry" data-entry={entry.id} data-ended={entry.ended ?? "open"} data-side={side ?? "none"}>
      <SideIcon mood={side ?? "plain"} />
      <div class="entry-words">
        <p class="entry-host">
          <bdi>{host}</bdi>
          {status === null ? null : <span class="muted"> {text("history_status", String(status))}</span>}
        </p>
        {/* In the language of that day. */}
        <p>{says === null ? text(side === null ? "history_not_checked" : SIDES[side]) : <bdi>{says}</bdi>}</p>
        <p class="muted">
          {when} · {lengthOf(entry, now, lang)}
        </p>
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{text("history_details")}</summary>
          {isOpen ? (
            <>
              <Timeline line={timelineOf(entry, now)} title={text("timeline_of", host)} lang={lang} />
              <div class="entry-buttons">
                <Button action="entry-remove" label={text("history_remove_named", host, when)} onClick={onRemove}>
                  {text("history_remove")}
                </Button>
                <ForgetSite action="site-forget" host={host} onForget={onForgetSite} />
              </div>
            </>
          ) : null}
        </details>
      </div>
    </li>
  );
}
