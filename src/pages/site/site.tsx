import { useEffect, useState } from "preact/hooks";
import type { NamedView } from "../../core/protocol/named.ts";
import type { ActionId } from "../../core/verdict/words.ts";
import { translate } from "../../platform/i18n.ts";
import { requestSite } from "../../platform/permissions.ts";
import { Foot } from "../popup/foot.tsx";
import { Header } from "../popup/header.tsx";
import { IncidentScene } from "../popup/incident-scene.tsx";
import { NextStep } from "../popup/next-step.tsx";
import { keepFocus } from "../ui/keep-focus.ts";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { AddressForm } from "./address-form.tsx";
import { addressToOpen, plainAnswer, siteWords } from "./site-words.ts";
import { useSite } from "./use-site.ts";

/** The site itself, in a tab of its own. */
function OpenSite({ named }: { readonly named: NamedView }) {
  const url = addressToOpen(named);
  return url === null ? null : (
    <p class="open-site">
      <a class="button plain" data-action="site-open" href={url} target="_blank" rel="noopener noreferrer">
        {text("action_site_open", named.host)}
      </a>
    </p>
  );
}

/**
 * A site is checked by its name: what it answers, and whose fault it is where it fails. It stands in no tab, and in neither
 * this page's address nor its title, both of which the browser's own history keeps. The page's `main` carries the verdict as
 * data, as the popup's does, and what was found as `data-answer`.
 */
export function Site() {
  const { named, view, isSilent, check } = useSite();
  const [refused, setRefused] = useState(false);
  const { check: found } = view;
  const verdict = found?.verdict ?? null;
  const answer = named?.answer ?? null;
  const plain = answer && plainAnswer(answer);
  const words = named && plain && siteWords(plain, named.host);
  /** What was found has a step of its own, which is then the main one. */
  const hasOwnStep = answer?.is === "failing" || Boolean(words?.action);
  const ask = (typed: string): void => {
    setRefused(false);
    check(typed);
  };
  /** A request for leave comes first and without any wait: later the click no longer counts as the user's. */
  const act = (action: ActionId): void => {
    if (!named) return;
    if (action === "check-again") ask(named.typed);
    else if (action === "grant-site" && answer?.is === "needs-grant") {
      requestSite(answer.origin).then(
        (yes) => (yes ? ask(named.typed) : setRefused(true)),
        () => setRefused(true),
      );
    }
  };
  const host = named?.host ?? "";
  useEffect(keepFocus, []);

  return (
    <main
      class="popup site"
      data-answer={answer?.is ?? "nothing"}
      data-phase={found?.phase ?? (answer?.is === "asking" ? "checking" : "idle")}
      data-side={verdict?.side ?? "none"}
      data-cause={verdict?.cause ?? ""}
      data-confidence={(verdict?.confidence ?? 0).toFixed(2)}
    >
      {words || answer?.is === "failing" ? null : <h1>{text("site_title")}</h1>}
      <AddressForm
        asked={named?.typed ?? ""}
        problem={answer?.is === "no-address" ? answer.problem : null}
        isMain={!hasOwnStep}
        onAsk={ask}
      />
      <section>
        {words ? (
          <>
            <Header
              mood={words.mood}
              headline={translate(words.headline)}
              why={words.why ? translate(words.why) : ""}
            />
            {words.advice ? <p class="advice">{translate(words.advice)}</p> : null}
            {words.action ? (
              <NextStep action={words.action} host={host} note={words.note && translate(words.note)} onAct={act} />
            ) : null}
          </>
        ) : null}
        {answer?.is === "failing" && found?.incidentId === answer.incidentId ? (
          <IncidentScene
            view={found}
            retry={{ state: "none" }}
            opinions={view.opinions}
            repair={null}
            automatic={false}
            onAct={act}
            onTell={() => undefined}
            onRetry={() => undefined}
          />
        ) : null}
        {named ? <OpenSite named={named} /> : null}
      </section>
      {isSilent ? <p role="alert">{text("ui_silent")}</p> : null}
      <Status class="muted">{refused ? text("ui_refused_site") : null}</Status>
      {answer?.is === "failing" ? null : <Foot tabId={null} />}
    </main>
  );
}
