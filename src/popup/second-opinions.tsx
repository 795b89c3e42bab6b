import { useState } from "preact/hooks";
import { likenessOf } from "../dns/compare.ts";
import { send } from "../platform/messages.ts";
import { reachedAddress } from "../platform/reached-address.ts";
import type { OpinionKind, OpinionsView } from "../protocol/opinions.ts";
import type { RequestOf } from "../protocol/protocol.ts";
import type { CheckView } from "../protocol/view.ts";
import { Fold } from "../ui/fold.tsx";
import { text } from "../ui/text.tsx";
import { clock } from "../ui/time.ts";
import { targetOf } from "../vantage/request.ts";
import zones from "../vantage/zones.json" with { type: "json" };
import { homeOf } from "../vantage/zones.ts";
import { AddressFactsList } from "./address-facts.tsx";
import { ArchivedCopy } from "./archived-copy.tsx";
import { OpinionOffer } from "./opinion-offer.tsx";
import { countryName, PlaceList } from "./place-list.tsx";
import { useEndpoints, useOpinions } from "./use-opinions.ts";
import { WorldMap } from "./world-map.tsx";
import "./second-opinions.css";

interface Props {
  readonly view: CheckView;
  readonly lang: string;
}

/** An anonymous request of this page, whose only purpose is to see which address answers. */
const lookUp = (url: string): Promise<string | null> =>
  reachedAddress(url, () =>
    fetch(url, {
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined),
  );

function Refused({ refusal, lang }: { readonly refusal: NonNullable<OpinionsView["refusal"]>; readonly lang: string }) {
  const { reason, retryAt } = refusal;
  const says = {
    limit:
      retryAt === null ? text("ui_opinion_limit") : text("ui_opinion_limit_until", clock(retryAt, Date.now(), lang)),
    "no-places": text("ui_opinion_no_places"),
    unreachable: text("ui_opinion_unreachable"),
    other: text("ui_opinion_unreachable"),
  }[reason];
  return <p role="status">{says}</p>;
}

/** A question to the worker. The list of public suffixes is large: it is fetched for the click alone. */
async function put<K extends OpinionKind>(
  kind: K,
  url: string,
  request: Omit<RequestOf<`opinion/${K}`>, "registrableDomain">,
): Promise<void> {
  const domain = await import("./registrable-domain.ts").then(
    (loaded) => loaded.registrableDomain(url),
    () => null,
  );
  const whole = { ...request, registrableDomain: domain } as RequestOf<`opinion/${K}`>;
  await send(`opinion/${kind}`, whole).catch(() => undefined);
}

/** The answers of the last question to other places: as they come in, or as they stood at its end. */
function placesOf(opinions: OpinionsView | null): OpinionsView["live"] {
  if (!opinions) return [];
  if (opinions.asking === "places" || opinions.asking === "address-test") return opinions.live;
  return opinions.world.state === "ok" ? opinions.world.value.places : [];
}

/** The reached address where it may be worth trying from elsewhere, else null. */
function doubtful({ address, world }: OpinionsView): string | null {
  if (address.state !== "ok" || world.state !== "ok" || address.value.tested !== null) return null;
  const others = address.value.resolvers.flatMap(({ answer }) => answer?.addresses ?? []);
  return likenessOf(address.value.reached, others) === "different" ? address.value.reached : null;
}

/**
 * What others say of the site, each on a button that shows first what it sends and to whom. It comes with the
 * larger half of the popup, after the first paint.
 */
export function SecondOpinions({ view, lang }: Props) {
  const opinions = useOpinions(view.tabId, view.incidentId);
  const { api, resolvers } = useEndpoints();
  const [withPath, setWithPath] = useState(false);
  const [looking, setLooking] = useState(false);
  const home = homeOf(Intl.DateTimeFormat().resolvedOptions().timeZone, zones);
  const { tabId, url, repeatable } = view;
  const { hostname, pathname } = new URL(url);
  const asking: OpinionKind | null = looking ? "address" : (opinions?.asking ?? null);
  const busy = asking !== null || view.phase === "checking";
  const places = placesOf(opinions);
  const suspect = opinions && doubtful(opinions);
  const target = targetOf(url, withPath && repeatable);
  const sends =
    home.country === null
      ? text("ui_opinion_places_sends_anywhere", api)
      : text("ui_opinion_places_sends", api, countryName(home.country, lang));

  const askAddress = (): void => {
    setLooking(true);
    lookUp(targetOf(url, false))
      .then((reached) => put("address", url, { tabId, reached }))
      .finally(() => setLooking(false));
  };

  return (
    <Fold title={text("ui_opinions")} open={view.verdict?.side === "unsure" || opinions !== null}>
      <div class="opinions" data-asking={asking ?? ""}>
        <OpinionOffer
          kind="places"
          title={text("action_opinion_places")}
          sends={sends}
          exact={`GET ${target}`}
          disabled={busy}
          onAsk={() => void put("places", url, { tabId, home, withPath })}
        >
          {repeatable && pathname !== "/" ? (
            <label>
              <input
                type="checkbox"
                checked={withPath}
                onChange={(event) => setWithPath(event.currentTarget.checked)}
              />{" "}
              {text("ui_opinion_with_path", pathname)}
            </label>
          ) : null}
        </OpinionOffer>
        <OpinionOffer
          kind="address"
          title={text("action_opinion_address")}
          sends={text("ui_opinion_address_sends", resolvers.join(", "))}
          exact={hostname}
          disabled={busy}
          onAsk={askAddress}
        />
        {suspect ? (
          <OpinionOffer
            kind="address-test"
            title={text("action_opinion_address_test")}
            sends={text("ui_opinion_address_test_sends", api, suspect)}
            exact={`GET ${targetOf(url, opinions?.withPath ?? false)} @ ${suspect}`}
            disabled={busy}
            onAsk={() => void put("address-test", url, { tabId })}
          />
        ) : null}
        <ArchivedCopy url={url} repeatable={repeatable} />
        {asking ? <p role="status">{text("ui_opinion_asking")}</p> : null}
        {opinions?.refusal ? <Refused refusal={opinions.refusal} lang={lang} /> : null}
        {places.length > 0 ? (
          <>
            <WorldMap places={places} />
            <PlaceList places={places} lang={lang} />
          </>
        ) : null}
        {opinions?.address.state === "ok" ? <AddressFactsList facts={opinions.address.value} /> : null}
      </div>
    </Fold>
  );
}
