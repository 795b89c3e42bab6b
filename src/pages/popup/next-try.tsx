import type { MessageKey } from "../../core/message.ts";
import type { Forecast } from "../../core/retry/forecast.ts";
import {
  mayKeepTrying,
  mayTryNow,
  type NeverTried,
  nextWords,
  nowWords,
  stopWords,
} from "../../core/retry/next-words.ts";
import { leavesNothing } from "../../core/retry/stop-reason.ts";
import type { RetryView } from "../../core/retry/view.ts";
import { Button } from "../ui/button.tsx";
import { ForgetSite } from "../ui/forget-site.tsx";
import { Status } from "../ui/status.tsx";
import { Text, text } from "../ui/text.tsx";
import { clock, countdown, span } from "../ui/time.ts";
import { useRetryOff } from "./use-settings.ts";
import "./next-try.css";

/** What the user can say to a plan. */
export type RetryAction = "retry/now" | "retry/stop" | "retry/keep" | "retry/watch";

interface Props {
  readonly host: string;
  /** Nothing of it has happened, so nothing is set for its host. */
  readonly isRehearsal?: boolean;
  readonly retry: RetryView;
  readonly now: number;
  /** While the check runs, a plan that is not there yet is nothing to speak of. */
  readonly checking: boolean;
  /** Whether a plan could be begun. */
  readonly canKeep: boolean;
  /** Why this failure is never tried again by itself; null when it can be. */
  readonly never: NeverTried | null;
  /** What brings the page back where trying alone does not; null where it may. */
  readonly instead: MessageKey | null;
  /** The one step beside it loads the page: a second button that does would be a riddle. */
  readonly isLoadOffered?: boolean;
  /** When the site is likely back; null where nobody can say. */
  readonly forecast: Forecast | null;
  readonly onReload: () => void;
  /** Forgets all that is over of this site: its failures, how long they lasted, its plans that have ended. */
  readonly onForget: () => void;
  /** Whether this site is watched on after its tab is closed. */
  readonly watched: boolean;
  /** Whether the page's address may work only once. */
  readonly worksOnce: boolean;
  /** The page answers a form, which is said where the way back to it is offered. */
  readonly fromForm: boolean;
  readonly lang: string;
  readonly onAct: (type: RetryAction) => void;
}

const OFF = { user: "ui_next_off_user", administrator: "ui_next_off_administrator" } as const;

function Says({ retry, now, never, instead }: Pick<Props, "retry" | "now" | "never" | "instead">) {
  const { says, until } = nextWords(retry, { never, instead }, now);
  if (until === null) return <Text of={says} />;
  return (
    <>
      <Text of={says} />{" "}
      <span class="countdown" role="timer">
        {countdown(until - now)}
      </span>
    </>
  );
}

/** What happens next, live, and the user's say in it. */
export function NextTry({
  host,
  isRehearsal = false,
  retry,
  now,
  checking,
  canKeep,
  never,
  instead,
  isLoadOffered = false,
  forecast,
  watched,
  worksOnce,
  fromForm,
  lang,
  onAct,
  onReload,
  onForget,
}: Props) {
  const { by: offBy, switchOff, isUnsaved } = useRetryOff(isRehearsal ? null : host);
  if (retry.state === "none" && checking) {
    return (
      <div class={`next muted${canKeep ? " to-come" : ""}`}>
        <p>{text("ui_next_checking")}</p>
      </div>
    );
  }
  const running = retry.state === "waiting" || retry.state === "trying";
  const over = retry.state === "stopped" && leavesNothing(retry.reason);
  const usual = running ? retry.usual : null;
  const looksElsewhere = running && retry.watching === "front-page";
  const mayTry = mayTryNow(retry, instead) && (!isLoadOffered || looksElsewhere);
  const isKept = canKeep && !over && mayKeepTrying(instead);
  const mayKeep = isKept && offBy !== "administrator";
  return (
    <div class="next">
      <p>
        <Says retry={retry} now={now} never={never} instead={instead} />
      </p>
      <span class="next-buttons">
        {running ? (
          <>
            {mayTry ? (
              <Button action="retry-now" isOff={retry.state === "trying"} onClick={() => onAct("retry/now")}>
                {text(nowWords(retry))}
              </Button>
            ) : null}
            <Button action="retry-stop" onClick={() => onAct("retry/stop")}>
              {text(stopWords(instead))}
            </Button>
          </>
        ) : null}
        {never === "error" && !running && mayTry ? (
          <Button action="reload" onClick={onReload}>
            {text("action_retry_now")}
          </Button>
        ) : null}
        {mayKeep && !running ? (
          <Button action="retry-keep" onClick={() => onAct("retry/keep")}>
            {text("action_retry_keep")}
          </Button>
        ) : null}
        {mayKeep && offBy === null && switchOff && retry.state === "stopped" && retry.reason === "stopped" ? (
          <Button action="retry-off-here" look="quiet" onClick={switchOff}>
            {text("action_retry_off_here")}
          </Button>
        ) : null}
        {/* What the user waits for by themselves is not away. */}
        {mayKeep && !watched && instead === null ? (
          <Button action="retry-watch" look="quiet" onClick={() => onAct("retry/watch")}>
            {text("action_retry_watch")}
          </Button>
        ) : null}
      </span>
      <Status class="next-note" data-unsaved={isUnsaved ? "" : undefined}>
        {isUnsaved ? text("options_not_saved") : null}
      </Status>
      {offBy && isKept && !running ? (
        <p class="next-note muted" data-off-by={offBy}>
          {text(OFF[offBy])}
        </p>
      ) : null}
      {forecast ? (
        <p class="next-note">{text(forecast.says, ...forecast.moments.map((moment) => clock(moment, now, lang)))}</p>
      ) : null}
      {usual ? (
        <div class="next-note past muted">
          <span>{text("ui_usual", span(usual.seconds * 1000, lang), String(usual.outages))}</span>
          <ForgetSite action="forget-history" host={host} onForget={onForget} />
        </div>
      ) : null}
      {watched && !over ? <p class="next-note muted">{text("ui_watching")}</p> : null}
      {!fromForm &&
      ((running && retry.watching === "front-page") ||
        (retry.state === "stopped" && retry.reason === "front-page-works")) ? (
        <p class="next-note muted">{text(worksOnce ? "ui_next_front_note_once" : "ui_next_front_note")}</p>
      ) : null}
    </div>
  );
}
