import { isInside } from "../../core/http/compare-addresses.ts";
import type { OpinionKind, OpinionsView } from "../../core/places/opinions-view.ts";
import { targetOf } from "../../core/places/request.ts";
import { suspectAddress } from "../../core/places/suspect.ts";
import type { Settings } from "../../core/settings/settings.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import { Fold } from "../ui/fold.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { clock } from "../ui/time.ts";
import { AddressFactsList } from "./address-facts.tsx";
import { ArchivedCopy } from "./archived-copy.tsx";
import { OpinionOffer } from "./opinion-offer.tsx";
import { PlaceList } from "./place-list.tsx";
import { PlacesOffer } from "./places-offer.tsx";
import { useQuestions, useTerms } from "./use-opinions.ts";
import { WorldMap } from "./world-map.tsx";
import "./second-opinions.css";

interface Props {
  readonly view: CheckView;
  /** As far as they have come; null while there are none. */
  readonly opinions: OpinionsView | null;
  readonly settings: Settings;
  readonly lang: string;
}

/** Why nobody could be asked. */
function refusalWords({ reason, retryAt }: NonNullable<OpinionsView["refusal"]>, lang: string): string {
  return {
    limit:
      retryAt === null ? text("ui_opinion_limit") : text("ui_opinion_limit_until", clock(retryAt, Date.now(), lang)),
    "no-places": text("ui_opinion_no_places"),
    unreachable: text("ui_opinion_unreachable"),
    other: text("ui_opinion_unreachable"),
  }[reason];
}

/** A resolver by its name, and by the host that is really asked where that is another. */
function calledAs({ name, url }: Settings["resolvers"][number]): string {
  const { host } = new URL(url);
  return name === host ? host : `${name} (${host})`;
}

/** The answers of the last question to other places: as they come in, or as they stood at its end. */
function placesOf(opinions: OpinionsView | null): OpinionsView["live"] {
  if (!opinions) return [];
  if (opinions.asking === "places" || opinions.asking === "address-test") return opinions.live;
  return opinions.askedPlaces.state === "ok" ? opinions.askedPlaces.value.places : [];
}

/**
 * What others say of the site, each on a button that shows first what it sends and to whom. It comes with the
 * larger half of the popup, after the first paint.
 */
export function SecondOpinions({ view, opinions, settings, lang }: Props) {
  const questions = useQuestions(view);
  const asking: OpinionKind | null = questions.looking ?? opinions?.asking ?? null;
  return (
    <Fold title={text("ui_opinions")} open={view.verdict?.side === "unsure" || opinions !== null}>
      <div class="opinions" data-asking={asking ?? ""}>
        <Offers
          {...{ view, opinions, settings, lang, questions }}
          disabled={asking !== null || view.phase === "checking"}
        />
        <Status>
          {asking ? text("ui_opinion_asking") : opinions?.refusal ? refusalWords(opinions.refusal, lang) : null}
        </Status>
        <Answers opinions={opinions} lang={lang} />
      </div>
    </Fold>
  );
}

interface OffersProps extends Props {
  readonly questions: ReturnType<typeof useQuestions>;
  readonly disabled: boolean;
}

/** Who can be asked. Of a site that was reached in the user's own network nobody is, and it is said why. */
function Offers({ view, opinions, settings, lang, questions, disabled }: OffersProps) {
  const termsFor = useTerms(settings);
  const api = new URL(settings.vantage.base).host;
  const suspect = opinions && suspectAddress(opinions, Date.now());
  if (opinions?.address.state === "ok" && isInside(opinions.address.value.reached)) {
    return <p>{text("check_address_inside")}</p>;
  }
  return (
    <>
      <PlacesOffer {...{ view, api, disabled, lang }} terms={termsFor([api])} onAsk={questions.askPlaces} />
      <OpinionOffer
        kind="address"
        title={text("action_opinion_address")}
        sends={text("ui_opinion_address_sends", settings.resolvers.map(calledAs).join(", "))}
        exact={new URL(view.url).hostname}
        disabled={disabled}
        onAsk={questions.compareAddress}
        {...termsFor(settings.resolvers.map(({ url }) => new URL(url).host))}
      />
      {suspect ? (
        <OpinionOffer
          kind="address-test"
          title={text("action_opinion_address_test")}
          sends={text("ui_opinion_address_test_sends", api, suspect)}
          exact={`GET ${targetOf(view.url, opinions?.withPath ?? false)} @ ${suspect}`}
          disabled={disabled}
          onAsk={questions.testAddress}
          {...termsFor([api])}
        />
      ) : null}
      <ArchivedCopy {...{ view, disabled, lang, termsFor }} />
    </>
  );
}

/** What others have answered so far. */
function Answers({ opinions, lang }: Pick<Props, "opinions" | "lang">) {
  const places = placesOf(opinions);
  return (
    <>
      {places.length > 0 ? (
        <>
          <WorldMap places={places} />
          <PlaceList places={places} lang={lang} />
        </>
      ) : null}
      {opinions?.address.state === "ok" ? <AddressFactsList facts={opinions.address.value} /> : null}
    </>
  );
}
