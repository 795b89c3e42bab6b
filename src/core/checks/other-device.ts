import type { EvidenceId } from "../evidence/weights.ts";
import type { GatewayWord } from "../gateways/gateway.ts";
import { isBack } from "../incident/reload.ts";
import type { Signals } from "../incident/signals.ts";
import { isLimited } from "../incident/status.ts";
import { isContrast } from "../incident/told.ts";
import { message } from "../message.ts";
import { refusesReader } from "../writer/page-words.ts";
import { gatewayOf, statusMet, type WriterSignals } from "../writer/writer.ts";
import type { Check } from "./check.ts";

type Needs = WriterSignals | "connectivity" | "otherDevice" | "reload";

/** Words of a box of the user's under which the site may be well. */
const BY_BOX: readonly GatewayWord[] = [
  "unreached",
  "name-not-found",
  "misconfigured",
  "own-upstream-dead",
  "gateway-fault",
  "blocked",
];

/**
 * What it means that the page works elsewhere, by what the writer of the error says of itself: a rule that
 * refuses and a box of the user's that fails are named culprits, a limit may be for one address or for all.
 */
function contrastOf(signals: Pick<Signals, Needs>): EvidenceId {
  // RFC 6585 section 4: 429 is said to whoever has asked too often, and by itself of nobody else.
  if (isLimited(statusMet(signals))) return "refused-only-here";
  // The page's own words of a refusal are those of its writer, known or not.
  if (refusesReader(signals)) return "refused-only-here";
  const writer = gatewayOf(signals);
  // Hearsay of how a product words it names nobody.
  if (!writer || writer.weak) return "works-on-other-device";
  // A box that has lost its way out would not have let the test of the connection through.
  const isRefuted =
    signals.connectivity.state === "ok" &&
    signals.connectivity.value === "online" &&
    (writer.word === "own-upstream-dead" || writer.word === "gateway-fault");
  if (isRefuted) return "works-on-other-device";
  if (writer.side === "user" && BY_BOX.includes(writer.word)) return "works-past-own-box";
  if (writer.word === "blocked") return "refused-only-here";
  return writer.word === "overload" ? "limited-only-here" : "works-on-other-device";
}

/**
 * Does the page work on another device in another network, while this tab, loaded again after it, fails? It
 * changes everything at once, so it tells this computer and its network from the site, and little more.
 */
export const otherDevice: Check<Needs> = {
  id: "other-device",
  requires: ["incident", "navigation", "page", "anonymous", "described", "connectivity", "otherDevice", "reload"],
  gives: [
    "works-on-other-device",
    "refused-only-here",
    "limited-only-here",
    "works-past-own-box",
    "fails-on-other-device",
  ],
  judge(signals) {
    const { otherDevice: seen, reload } = signals;
    if (seen === "not-asked") {
      return { outcome: "not-applicable", says: message("check_other_device_not_asked"), evidence: [] };
    }
    if (seen === "fails") {
      return { outcome: "pass", says: message("check_other_device_fails"), evidence: ["fails-on-other-device"] };
    }
    if (isBack(reload)) return { outcome: "pass", says: message("check_other_device_back"), evidence: [] };
    return reload === "fails"
      ? { outcome: "fail", says: message("check_other_device_works"), evidence: [contrastOf(signals)] }
      : { outcome: "inconclusive", says: message("check_other_device_uncompared"), evidence: [] };
  },
  observe: ({ otherDevice: seen }) => (isContrast(seen) ? ["seen-on-other-device"] : []),
};
