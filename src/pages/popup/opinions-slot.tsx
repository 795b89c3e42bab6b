import { useEffect, useState } from "preact/hooks";
import type { OpinionsView } from "../../core/places/opinions-view.ts";
import { mayBeNamed } from "../../core/places/request.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { SecondOpinions } from "./second-opinions.tsx";
import { useSettings } from "./use-settings.ts";

interface Props {
  readonly view: CheckView;
  readonly retry: RetryView;
  readonly opinions: OpinionsView | null;
  readonly lang: string;
}

/** Whether others may hear of the site at all, and could see what fails: of a page that loaded they see that it loads. */
export const mayBeAsked = ({ about, url }: CheckView): boolean => about === "page" && mayBeNamed(url);

/** Whether anybody outside could change the verdict, and may hear of the site. */
export function isWorthAsking(view: CheckView): boolean {
  const { phase, verdict } = view;
  if (phase !== "done" || verdict === null || !mayBeAsked(view)) return false;
  return verdict.side !== "you" && verdict.cause !== "bot-check";
}

/**
 * The place of the second opinions of one incident, filled once they are of use. To be keyed by the incident: what
 * one has offered is not offered for the next.
 */
export function OpinionsSlot({ view, retry, opinions, lang }: Props) {
  const [opened, setOpened] = useState(false);
  const settings = useSettings();
  const isBack = retry.state === "stopped" && retry.reason === "recovered";
  const wanted = !isBack && mayBeAsked(view) && (opened || isWorthAsking(view));
  useEffect(() => {
    // What was offered once stays, or an answer would take its own list away.
    if (wanted) setOpened(true);
  }, [wanted]);
  // Until it is known that others may be asked, nobody is offered.
  return wanted && settings?.remoteOpinions ? (
    <SecondOpinions view={view} opinions={opinions} settings={settings} lang={lang} />
  ) : null;
}
