import type { RetryView } from "../../core/retry/view.ts";
import { uiLanguage } from "../../platform/i18n.ts";
import { send } from "../../platform/messages.ts";
import { useNow } from "../ui/use-now.ts";
import { useHearClick } from "./click-words.ts";
import { NextTry, type RetryAction } from "./next-try.tsx";
import { useWatched } from "./use-watched.ts";

interface Props {
  readonly host: string;
  readonly retry: RetryView;
  readonly automatic: boolean;
  readonly isPrivate: boolean;
  readonly onRetry: (type: RetryAction) => void;
  readonly onReload: () => void;
}

/**
 * What happens next where the browser reached nobody. Chromium loads such a page again by itself, so there only a plan
 * that runs since an error before is shown; in Firefox a plan does that.
 */
export function Unreached({ host, retry, automatic, isPrivate, onRetry, onReload }: Props) {
  const now = useNow(true, 1000);
  const hear = useHearClick();
  const watched = useWatched().some((site) => site.host === host);
  const isRunning = retry.state === "waiting" || retry.state === "trying";
  const isTried = automatic && /Firefox\//.test(navigator.userAgent);
  if (!isRunning && !isTried) return null;
  return (
    <NextTry
      host={host}
      retry={retry}
      now={now}
      checking={false}
      canKeep={isTried && !isPrivate}
      never={isPrivate ? "private" : null}
      instead={null}
      forecast={null}
      watched={watched}
      worksOnce={false}
      fromForm={false}
      lang={uiLanguage()}
      onAct={onRetry}
      onReload={onReload}
      onForget={() => void hear(send("history/clear", { host }))}
    />
  );
}
