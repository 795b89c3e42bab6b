import { useState } from "preact/hooks";
import type { CheckView } from "../../core/verdict/view.ts";
import { send } from "../../platform/messages.ts";
import { requestSite } from "../../platform/permissions.ts";
import { Button } from "../ui/button.tsx";
import { ExternalLink } from "../ui/external-link.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { clock, span } from "../ui/time.ts";

interface Props {
  readonly view: CheckView;
  /** How many of its incidents the forecast on show counts in. */
  readonly counted: number;
  readonly now: number;
  readonly lang: string;
}

/**
 * Below the status page's words: since when, how fresh they are, and where they stand; or the leave that they need. What
 * the forecast takes from the page is said here, where a line more moves nothing that is being read.
 */
export function StatusNotice({ view, counted, now, lang }: Props) {
  const [refused, setRefused] = useState(false);
  const { closed, quote } = view.statusPages;
  if (closed !== null) {
    /** First thing in the click: later it no longer counts as the user's. */
    const grant = (): void => {
      const leave = requestSite(`*://${new URL(closed).hostname}/*`);
      leave.then(
        (yes) => {
          if (!yes) return setRefused(true);
          // Where the prompt has closed this popup, the worker hears of the grant from the browser.
          send("check/status-page-granted", { tabId: view.tabId }).catch(() => undefined);
        },
        () => setRefused(true),
      );
    };
    return (
      <span class="status-notice">
        <ExternalLink url={closed} />{" "}
        {refused ? null : (
          <Button action="grant-status-page" look="quiet" onClick={grant}>
            {text("action_grant_status_page")}
          </Button>
        )}
        <Status as="span">{refused ? text("ui_refused_site") : null}</Status>
      </span>
    );
  }
  // A line more would move the rows below it while their answers come in.
  if (quote === null || view.phase === "checking") return null;
  const { startedAt, updatedAt, readAt, url } = quote;
  const at = updatedAt ?? readAt;
  const ago = now - at < 5_000 ? text("ui_meta_just_now") : text("ui_status_ago", span(now - at, lang));
  return (
    <span class="status-notice muted">
      {startedAt === null ? null : <>{text("ui_status_since", clock(startedAt, now, lang))} </>}
      {text(updatedAt === null ? "ui_status_read" : "ui_status_as_of", clock(at, now, lang), ago)}{" "}
      <ExternalLink url={url} />
      {counted === 0 ? null : (
        <>
          <br />
          {text("ui_status_counted", String(counted))}
        </>
      )}
    </span>
  );
}
