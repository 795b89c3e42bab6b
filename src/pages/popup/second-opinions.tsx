import { useRef, useState } from "preact/hooks";
import { isInside, likenessOf } from "../../core/http/compare-addresses.ts";
import type { OpinionKind, OpinionsView } from "../../core/places/opinions-view.ts";
import { LONGEST_PROVIDER, providerName } from "../../core/places/provider.ts";
import { targetOf } from "../../core/places/request.ts";
import { areComparable } from "../../core/places/second-opinion.ts";
import zones from "../../core/places/zones.json" with { type: "json" };
import { homeOf } from "../../core/places/zones.ts";
import type { RequestOf } from "../../core/protocol/protocol.ts";
import { isRemembered } from "../../core/settings/ask-unasked.ts";
import type { Settings } from "../../core/settings/settings.ts";
import { send } from "../../platform/messages.ts";
import { changeSetting } from "../../platform/settings.ts";
import { Fold } from "../ui/fold.tsx";
import { Status } from "../ui/status.tsx";
import { text } from "../ui/text.tsx";
import { clock } from "../ui/time.ts";
import { AddressFactsList } from "./address-facts.tsx";
import { ArchivedCopy } from "./archived-copy.tsx";
import type { Memory } from "./ask-address.ts";
import { type AskTerms, OpinionOffer } from "./opinion-offer.tsx";
import { countryName, PlaceList } from "./place-list.tsx";
import { WorldMap } from "./world-map.tsx";
import "./second-opinions.css";
import type { CheckView } from "../../core/verdict/view.ts";

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

/** A question to the worker. */
const put = <K extends OpinionKind>(kind: K, request: RequestOf<`opinion/${K}`>): Promise<void> =>
  send(`opinion/${kind}`, request).catch(() => undefined);

/** The answers of the last question to other places: as they come in, or as they stood at its end. */
function placesOf(opinions: OpinionsView | null): OpinionsView["live"] {
  if (!opinions) return [];
  if (opinions.asking === "places" || opinions.asking === "address-test") return opinions.live;
  return opinions.askedPlaces.state === "ok" ? opinions.askedPlaces.value.places : [];
}

/** The reached address where it may be worth trying from elsewhere, else null. */
function doubtful({ address, askedPlaces }: OpinionsView): string | null {
  if (address.state !== "ok" || askedPlaces.state !== "ok" || address.value.tested !== null) return null;
  // Answers of different times are not compared: one or both are asked for again first.
  if (!areComparable(askedPlaces.at, Date.now()) || !areComparable(askedPlaces.at, address.at)) return null;
  const others = address.value.resolvers.flatMap(({ answer }) => answer?.addresses ?? []);
  return likenessOf(address.value.reached, others) === "different" ? address.value.reached : null;
}

/**
 * What others say of the site, each on a button that shows first what it sends and to whom. It comes with the
 * larger half of the popup, after the first paint.
 */
export function SecondOpinions({ view, opinions, settings, lang }: Props) {
  const api = new URL(settings.vantage.base).host;
  const memory = useRef<Memory>({ last: null });
  const [withPath, setWithPath] = useState(false);
  const [provider, setProvider] = useState("");
  /** Hosts that the user has just said are to be asked at one click. */
  const [remembered, setRemembered] = useState<readonly string[]>([]);
  const [looking, setLooking] = useState<OpinionKind | null>(null);
  const home = homeOf(Intl.DateTimeFormat().resolvedOptions().timeZone, zones);
  const { tabId, incidentId, url, repeatable } = view;
  const { hostname, pathname } = new URL(url);
  const asking: OpinionKind | null = looking ?? opinions?.asking ?? null;
  const busy = asking !== null || view.phase === "checking";
  const places = placesOf(opinions);
  const suspect = opinions && doubtful(opinions);
  const inside = opinions?.address.state === "ok" && isInside(opinions.address.value.reached);
  const target = targetOf(url, withPath && repeatable);
  const named = providerName(provider);
  const sends =
    home.country === null
      ? text("ui_opinion_places_sends_anywhere", api)
      : text("ui_opinion_places_sends", api, countryName(home.country, lang));

  /** Only a page learns which address answers it, so that is looked at before the worker asks on. */
  const look = async (kind: OpinionKind, ask: () => Promise<void>): Promise<void> => {
    setLooking(kind);
    try {
      await ask();
    } catch (error) {
      console.warn("Faultline: the address", error);
    } finally {
      setLooking(null);
    }
  };
  const compareAddress = async (): Promise<void> => {
    const { askAddress } = await import("./ask-address.ts");
    const asked = await askAddress(url, memory.current);
    if (asked) await put("address", { tabId, incidentId, ...asked });
  };
  const askAround = async (): Promise<void> => {
    const { usedIpVersion } = await import("./ask-address.ts");
    const ipVersion = await usedIpVersion(url, memory.current).catch(() => null);
    await put("places", { tabId, home, withPath, ipVersion, provider: named });
  };

  const around = [api];
  const resolvers = settings.resolvers.map(({ url: asked }) => new URL(asked).host);
  const terms = (hosts: readonly string[]): AskTerms => ({
    remembered: isRemembered([...settings.askUnasked, ...remembered], hosts),
    onRemember: () => {
      setRemembered((before) => [...before, ...hosts]);
      changeSetting("askUnasked", (now) => [...new Set([...now, ...hosts])]).catch(() => undefined);
    },
  });

  return (
    <Fold title={text("ui_opinions")} open={view.verdict?.side === "unsure" || opinions !== null}>
      <div class="opinions" data-asking={asking ?? ""}>
        {inside ? null : (
          <OpinionOffer
            kind="places"
            title={text("action_opinion_places")}
            sends={named === null ? sends : `${text("ui_opinion_sends_provider", named)} ${sends}`}
            exact={`GET ${target}`}
            disabled={busy}
            onAsk={() => void look("places", askAround)}
            {...terms(around)}
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
            <label>
              {text("ui_opinion_provider")}{" "}
              <input
                type="text"
                data-field="provider"
                value={provider}
                maxLength={LONGEST_PROVIDER}
                autocomplete="off"
                spellcheck={false}
                onInput={(event) => setProvider(event.currentTarget.value)}
              />
            </label>
          </OpinionOffer>
        )}
        <OpinionOffer
          kind="address"
          title={text("action_opinion_address")}
          sends={text("ui_opinion_address_sends", settings.resolvers.map(calledAs).join(", "))}
          exact={hostname}
          disabled={busy}
          onAsk={() => void look("address", compareAddress)}
          {...terms(resolvers)}
        />
        {suspect ? (
          <OpinionOffer
            kind="address-test"
            title={text("action_opinion_address_test")}
            sends={text("ui_opinion_address_test_sends", api, suspect)}
            exact={`GET ${targetOf(url, opinions?.withPath ?? false)} @ ${suspect}`}
            disabled={busy}
            onAsk={() => void put("address-test", { tabId })}
            {...terms(around)}
          />
        ) : null}
        {inside ? (
          <p>{text("check_address_inside")}</p>
        ) : (
          <ArchivedCopy view={view} disabled={busy} lang={lang} termsFor={terms} />
        )}
        <Status>
          {asking ? text("ui_opinion_asking") : opinions?.refusal ? refusalWords(opinions.refusal, lang) : null}
        </Status>
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
