import { watchedPage, watchId } from "../../core/protocol/protocol.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { send } from "../../platform/messages.ts";
import { useHearClick } from "./click-words.ts";
import { NextTry, type RetryAction } from "./next-try.tsx";
import { neverRepeated, type Scene } from "./scene.ts";
import { useWatched } from "./use-watched.ts";

interface Props {
  readonly view: CheckView;
  readonly scene: Scene;
  readonly isRehearsal: boolean;
  readonly now: number;
  readonly lang: string;
  readonly onRetry: (type: RetryAction) => void;
  readonly onReload: () => void;
}

/** What happens next to a failing page, where that is more than what the user is asked to do. */
export function NextTrySlot({ view, scene, isRehearsal, now, lang, onRetry, onReload }: Props) {
  const hear = useHearClick();
  const watched = useWatched().some(({ id }) => id === watchId(watchedPage(view.url, view.worksOnce)));
  if (scene.back || scene.settledHere || scene.asked || !scene.isPage) return null;
  const { retry, checking, canKeep, instead, forecast, isLoadOffered } = scene;
  return (
    <NextTry
      host={view.host}
      isRehearsal={isRehearsal}
      worksOnce={view.worksOnce}
      fromForm={view.fromForm}
      never={neverRepeated(view)}
      {...{ retry, checking, canKeep, instead, forecast, isLoadOffered, watched, now, lang, onReload }}
      onAct={onRetry}
      onForget={() => void hear(send("history/clear", { host: view.host }))}
    />
  );
}
