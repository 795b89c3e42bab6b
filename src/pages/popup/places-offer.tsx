import { useState } from "preact/hooks";
import { providerName } from "../../core/places/provider.ts";
import { targetOf } from "../../core/places/request.ts";
import zones from "../../core/places/zones.json" with { type: "json" };
import { homeOf } from "../../core/places/zones.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { text } from "../ui/text.tsx";
import { type AskTerms, OpinionOffer } from "./opinion-offer.tsx";
import { countryName } from "./place-list.tsx";
import { ProviderField } from "./provider-field.tsx";
import type { useQuestions } from "./use-opinions.ts";

interface Props {
  readonly view: Pick<CheckView, "url" | "repeatable">;
  /** Host of the service that asks them. */
  readonly api: string;
  readonly terms: AskTerms;
  readonly disabled: boolean;
  readonly lang: string;
  readonly onAsk: ReturnType<typeof useQuestions>["askPlaces"];
}

/** Other places are asked to open the site: its front page or, where the user adds that, the page itself. */
export function PlacesOffer({ view: { url, repeatable }, api, terms, disabled, lang, onAsk }: Props) {
  const [withPath, setWithPath] = useState(false);
  const [said, setSaid] = useState("");
  const { pathname } = new URL(url);
  const home = homeOf(Intl.DateTimeFormat().resolvedOptions().timeZone, zones);
  const provider = providerName(said);
  const sends =
    home.country === null
      ? text("ui_opinion_places_sends_anywhere", api)
      : text("ui_opinion_places_sends", api, countryName(home.country, lang));
  return (
    <OpinionOffer
      kind="places"
      title={text("action_opinion_places")}
      sends={provider === null ? sends : `${text("ui_opinion_sends_provider", provider)} ${sends}`}
      exact={`GET ${targetOf(url, withPath && repeatable)}`}
      disabled={disabled}
      onAsk={() => onAsk({ home, withPath, provider })}
      {...terms}
    >
      {repeatable && pathname !== "/" ? (
        <label>
          <input type="checkbox" checked={withPath} onChange={(event) => setWithPath(event.currentTarget.checked)} />{" "}
          {text("ui_opinion_with_path", pathname)}
        </label>
      ) : null}
      <ProviderField field="provider" label={text("ui_opinion_provider")} value={said} onInput={setSaid} />
    </OpinionOffer>
  );
}
