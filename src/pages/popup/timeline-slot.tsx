import { useEffect, useState } from "preact/hooks";
import { timelineOf } from "../../core/history/timeline.ts";
import type { ResponseOf } from "../../core/protocol/protocol.ts";
import { isPageBack } from "../../core/retry/stop-reason.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { send } from "../../platform/messages.ts";
import { getTab } from "../../platform/tabs.ts";
import { text } from "../ui/text.tsx";
import { clock, span } from "../ui/time.ts";
import { Timeline } from "../ui/timeline.tsx";
import { historyPage } from "./history-page.ts";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly now: number;
  readonly lang: string;
}

type Earlier = ResponseOf<"history/line">["earlier"];

/** Units of the longest bar. */
const LONGEST_BAR = 96;

/** The site's failures before this one, each with its length as a bar and in words. */
function EarlierFailures({ earlier, host, now, lang }: { earlier: Earlier; host: string; now: number; lang: string }) {
  if (earlier.length === 0) return null;
  const lengths = earlier.map(({ since, until }) => (until ?? now) - since);
  const longest = Math.max(...lengths, 1);
  return (
    <>
      <p class="earlier-title">{text("timeline_earlier", host)}</p>
      <ol class="earlier">
        {earlier.map(({ id, since }, index) => {
          const length = lengths[index] ?? 0;
          return (
            <li key={id}>
              <span>{clock(since, now, lang)}</span>
              <svg width={LONGEST_BAR} height="8" aria-hidden="true">
                <rect width={Math.max(2, (length / longest) * LONGEST_BAR)} height="8" rx="2" />
              </svg>
              <span>{span(length, lang)}</span>
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** How the incident went so far, asked for and drawn once somebody opens it. */
export function TimelineSlot({ view, retry, now, lang }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [known, setKnown] = useState<ResponseOf<"history/line">>({ marks: [], earlier: [] });
  const [isPrivate, setPrivate] = useState(true);
  const { tabId, incidentId, host, since } = view;
  useEffect(() => {
    if (!isOpen) return;
    void getTab(tabId).then((tab) => setPrivate(tab?.private !== false));
    send("history/line", { id: incidentId, host }).then(setKnown, () => undefined);
  }, [isOpen, tabId, incidentId, host, retry]);
  const isBack = retry.state === "stopped" && isPageBack(retry.reason);
  const until = isBack ? retry.at : null;
  return (
    <section class="fold">
      <details data-fold="timeline" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{text(isBack ? "history_details" : "timeline_open")}</summary>
        {isOpen ? (
          <>
            <Timeline
              line={timelineOf({ since, until, ended: isBack ? "back" : null, marks: [...known.marks] }, now)}
              title={text("timeline_of", host)}
              lang={lang}
            />
            <EarlierFailures earlier={known.earlier} host={host} now={now} lang={lang} />
            <p>
              <a data-action="open-history" href={historyPage(host, isPrivate)} target="_blank" rel="noopener">
                {text("history_title")}
              </a>
            </p>
          </>
        ) : null}
      </details>
    </section>
  );
}
