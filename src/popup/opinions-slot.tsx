import { useEffect, useState } from "preact/hooks";
import type { CheckView, RetryView } from "../protocol/view.ts";
import { mayBeNamed } from "../vantage/request.ts";
import { SecondOpinions } from "./second-opinions.tsx";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly lang: string;
}

/** Whether anybody outside could change the verdict, and may hear of the site at all. */
export function isWorthAsking({ about, phase, url, verdict }: CheckView): boolean {
  // Of a page that loaded others would see only that it loads.
  if (about !== "page" || phase !== "done" || verdict === null) return false;
  return mayBeNamed(url) && verdict.side !== "you" && verdict.cause !== "bot-check";
}

/** The place of the second opinions, filled once they are of use. */
export function OpinionsSlot({ view, retry, lang }: Props) {
  const [opened, setOpened] = useState(false);
  const isBack = retry.state === "stopped" && retry.reason === "recovered";
  const wanted = !isBack && (opened || isWorthAsking(view));
  useEffect(() => {
    // What was offered once stays, or an answer would take its own list away.
    if (wanted) setOpened(true);
  }, [wanted]);
  return wanted ? <SecondOpinions view={view} lang={lang} /> : null;
}
