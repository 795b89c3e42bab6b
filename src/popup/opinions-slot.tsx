import { useEffect, useState } from "preact/hooks";
import type { CheckView, RetryView } from "../protocol/view.ts";
import { mayBeNamed } from "../vantage/request.ts";
import type { SecondOpinions } from "./second-opinions.tsx";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly lang: string;
}

/** Whether anybody outside could change the verdict, and may hear of the site at all. */
export function isWorthAsking({ phase, url, verdict }: CheckView): boolean {
  return (
    phase === "done" && mayBeNamed(url) && verdict !== null && verdict.side !== "you" && verdict.cause !== "bot-check"
  );
}

/** The place of the second opinions, filled once they are of use and loaded. */
export function OpinionsSlot({ view, retry, lang }: Props) {
  const [Part, setPart] = useState<typeof SecondOpinions | null>(null);
  const [opened, setOpened] = useState(false);
  const isBack = retry.state === "stopped" && retry.reason === "recovered";
  const wanted = !isBack && (opened || isWorthAsking(view));
  useEffect(() => {
    if (!wanted) return;
    // What was offered once stays, or an answer would take its own list away.
    setOpened(true);
    import("./second-opinions.tsx").then(
      (loaded) => setPart(() => loaded.SecondOpinions),
      () => undefined,
    );
  }, [wanted]);
  return wanted && Part ? <Part view={view} lang={lang} /> : null;
}
