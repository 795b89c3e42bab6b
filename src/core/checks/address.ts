import { recognise } from "../gateways/index.ts";
import { isInside, likenessOf } from "../http/compare-addresses.ts";
import type { Settled } from "../http/settled.ts";
import type { Signals } from "../incident/signals.ts";
import { message } from "../message.ts";
import { type AddressFacts, type AskedPlaces, areComparable } from "../places/second-opinion.ts";
import { splitOf } from "../places/split.ts";
import { gatewayOf, samplesOf, type WriterSignals } from "../writer/writer.ts";
import type { Check, Finding } from "./check.ts";
import { seenFromHere } from "./vantage.ts";

/** One place that fails at an address may have a trouble of its own. */
const ENOUGH = 2;

const inconclusive = (says: Finding["says"]): Finding => ({ outcome: "inconclusive", says, evidence: [] });

type Needs = "address" | "askedPlaces" | WriterSignals;
type Told = Extract<Settled<AddressFacts>, { state: "ok" }>;

/**
 * Whether the name serves people near by, from other addresses than the one reached here. A site whose servers
 * for this region are down looks the same but for this: its neighbours are led to the same dead address.
 */
function servesNeighboursAtOtherAddresses(
  askedPlaces: Settled<AskedPlaces>,
  { value: { reached }, at }: Told,
): boolean {
  if (askedPlaces.state !== "ok" || seenFromHere(askedPlaces.value) !== "fails") return false;
  if (!areComparable(askedPlaces.at, at)) return false;
  const { places } = askedPlaces.value;
  if (splitOf(places, askedPlaces.value).reach !== "only-your-network") return false;
  const addresses = places.flatMap(({ address }) => (address === null ? [] : [address]));
  return likenessOf(reached, addresses) === "different";
}

/** Servers that stand at the site itself. The products that content networks are built with as well are not among them. */
const ORIGIN = /^(?:nginx|Apache|HAProxy|Microsoft IIS|Caddy|LiteSpeed)/;

/**
 * Whether the failing answer came straight from a server of the site's. A content network leads every provider's
 * customers to other addresses of its own, one of which may be down for those alone: what looks stale is its fault
 * then. Its headers betray it also where it passes on another server's page.
 */
function isFromOrigin(signals: Pick<Signals, WriterSignals>): boolean {
  const passer = recognise(samplesOf(signals).map((sample) => ({ ...sample, body: "" })));
  const writer = gatewayOf(signals);
  return [writer, passer ?? writer].every((one) => ORIGIN.test(one?.product ?? ""));
}

function judgeTested(told: Told, { askedPlaces, ...signals }: Pick<Signals, Needs>): Finding {
  const tested = told.value.tested ?? [];
  const down = tested.filter(({ result }) => result === "down").length;
  if (tested.some(({ result }) => result === "works")) {
    return { outcome: "pass", says: message("check_address_works_at_places"), evidence: ["address-serves-others"] };
  }
  if (down < ENOUGH || !servesNeighboursAtOtherAddresses(askedPlaces, told) || !isFromOrigin(signals)) {
    return inconclusive(message("check_address_test_open"));
  }
  return { outcome: "fail", says: message("check_address_stale"), evidence: ["address-is-stale"] };
}

/**
 * Does the name lead this browser where it leads others? Differing addresses alone prove nothing, for sites hand
 * out different ones on purpose; only the failure of that very address, elsewhere, settles it.
 */
export const address: Check<Needs> = {
  id: "address",
  requires: ["address", "askedPlaces", "incident", "navigation", "page", "anonymous", "described"],
  gives: ["address-shared", "address-serves-others", "address-is-stale"],
  judge(signals) {
    const { address: asked } = signals;
    if (asked.state === "not-sent") {
      return { outcome: "not-applicable", says: message("check_address_not_asked"), evidence: [] };
    }
    if (asked.state === "failed") return inconclusive(message("check_address_no_answer"));
    const facts = asked.value;
    if (isInside(facts.reached)) {
      return { outcome: "not-applicable", says: message("check_address_inside"), evidence: [] };
    }
    if (facts.reached === null) return inconclusive(message("check_address_unknown"));
    const answers = facts.resolvers.flatMap(({ answer }) => (answer === null ? [] : [answer]));
    if (answers.length === 0) return inconclusive(message("check_address_no_answer"));
    switch (
      likenessOf(
        facts.reached,
        answers.flatMap(({ addresses }) => addresses),
      )
    ) {
      case "same":
        return { outcome: "pass", says: message("check_address_same"), evidence: ["address-shared"] };
      case "same-network":
        return { outcome: "pass", says: message("check_address_same_network"), evidence: [] };
      case "unknown":
        return inconclusive(message("check_address_unknown"));
      case "different": {
        // Every resolver must have spoken before "none of them" can be said.
        const allSpoke = answers.length === facts.resolvers.length && answers.every(({ exists }) => exists);
        return facts.tested !== null && allSpoke
          ? judgeTested(asked, signals)
          : inconclusive(message("check_address_differs"));
      }
    }
  },
};
