import { useEffect, useState } from "preact/hooks";
import type { OpinionsView } from "../../core/places/opinions-view.ts";
import { mayBeNamed } from "../../core/places/request.ts";
import { isSiteBack } from "../../core/retry/stop-reason.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { SecondOpinions } from "./second-opinions.tsx";
import { isOver } from "./step.ts";
import { useSettings } from "./use-settings.ts";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly opinions: OpinionsView | null;
  readonly lang: string;
}

/** Whether others may hear of the site at all, and could see what fails: nothing does of a page that loaded, or is back. */
export const mayBeAsked = ({ about, url }: CheckView, retry: RetryView): boolean =>
  about === "page" && mayBeNamed(url) && !(retry.state === "stopped" && isSiteBack(retry.reason));

/** Whether anybody outside could change the verdict: not one on what is over, or was a blip. */
export function isWorthAsking({ phase, verdict }: CheckView): boolean {
  if (phase !== "done" || verdict === null) return false;
  const isBlip = verdict.side === "server" && verdict.cause === "transient";
  return verdict.side !== "you" && verdict.cause !== "bot-check" && !isBlip && !isOver(verdict);
}

/**
 * The place of the second opinions of one incident, filled once they are of use. To be keyed by the incident: what
 * one has offered is not offered for the next.
 */
export function OpinionsSlot({ view, retry, opinions, lang }: Props) {
  const [opened, setOpened] = useState(false);
  const settings = useSettings();
  const wanted = mayBeAsked(view, retry) && (opened || isWorthAsking(view));
  useEffect(() => {
    // What was offered once stays, or an answer would take its own list away.
    if (wanted) setOpened(true);
  }, [wanted]);
  // Until it is known that others may be asked, nobody is offered.
  return wanted && settings?.remoteOpinions ? (
    <SecondOpinions view={view} opinions={opinions} settings={settings} lang={lang} />
  ) : null;
}
