import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../../core/message.ts";
import { availabilityRequest, copyKey, copyLink, type ShownCopy } from "../../core/places/saved-copy.ts";
import { archivedAddress } from "../../core/report/shareable-url.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { send } from "../../platform/messages.ts";
import { hasSite } from "../../platform/permissions.ts";
import { follow } from "../../platform/views.ts";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { date } from "../ui/time.ts";
import { useHearClick } from "./click-words.ts";
import { type AskTerms, OpinionOffer } from "./opinion-offer.tsx";

interface Props {
  readonly view: Pick<CheckView, "tabId" | "incidentId" | "url" | "repeatable">;
  readonly disabled: boolean;
  readonly lang: string;
  /** How these hosts are asked. */
  readonly termsFor: (hosts: readonly string[]) => AskTerms;
}

/** What the worker has heard of the archive about this incident; undefined while nobody has asked. */
function useCopy({ tabId, incidentId }: Props["view"]): ShownCopy["answer"] | undefined {
  const [shown, setShown] = useState<ShownCopy | undefined>();
  useEffect(() => follow(copyKey(tabId), (value) => setShown(value as ShownCopy | undefined)), [tabId]);
  return shown?.incidentId === incidentId ? shown.answer : undefined;
}

/** Whether the archive's answer could be read: it opens it to no page that has no access to it. */
function useReadable(request: string): boolean {
  const [readable, setReadable] = useState(false);
  useEffect(() => void hasSite(request).then(setReadable), [request]);
  return readable;
}

function CopyLink({ href, label, note }: { readonly href: string; readonly label: string; readonly note: string }) {
  return (
    <p class="archived">
      <a
        class="button"
        data-action="archived-copy"
        href={href}
        target="_blank"
        rel="noopener noreferrer"
        referrerpolicy="no-referrer"
      >
        {label}
      </a>
      <span class="muted">{note}</span>
    </p>
  );
}

/** What is said of the archive's answer; a copy that it has is a link. */
const SAYS: Partial<Record<NonNullable<ShownCopy["answer"]>["state"] | "unasked" | "asking", MessageKey>> = {
  asking: "ui_archive_asking",
  none: "ui_archive_none",
  failed: "ui_archive_failed",
};

/**
 * Asks the archive whether it has a copy and of when, and then offers that one. Where its answer could not be read the
 * link leads to the newest copy, if there is any. The part of the address that may carry secrets goes to nobody.
 */
export function ArchivedCopy({ view, disabled, lang, termsFor }: Props) {
  const address = archivedAddress(view.url, view.repeatable);
  const request = availabilityRequest(address);
  const readable = useReadable(request);
  const answer = useCopy(view);
  const hear = useHearClick();
  const sends = text("ui_archived_sends");
  if (!readable) return <CopyLink href={copyLink(address, null)} label={text("action_archived_copy")} note={sends} />;
  const state = answer === undefined ? "unasked" : (answer?.state ?? "asking");
  const said = SAYS[state];
  return (
    <>
      {state === "unasked" ? (
        <OpinionOffer
          kind="saved-copy"
          title={text("action_opinion_saved_copy")}
          sends={text("ui_opinion_saved_copy_sends")}
          exact={`GET ${request}`}
          disabled={disabled}
          onAsk={() => void hear(send("opinion/saved-copy", { tabId: view.tabId, incidentId: view.incidentId }))}
          {...termsFor([new URL(request).host])}
        />
      ) : null}
      <Status data-copy={state === "none" || state === "failed" ? state : undefined}>{said ? text(said) : null}</Status>
      {answer?.state === "found" ? (
        <CopyLink
          href={copyLink(address, answer.copy)}
          label={text("action_read_copy", date(answer.copy.at, Date.now(), lang))}
          note={sends}
        />
      ) : null}
      {state === "failed" ? (
        <CopyLink href={copyLink(address, null)} label={text("action_archived_copy")} note={sends} />
      ) : null}
    </>
  );
}
