import { recognise } from "../gateways/index.ts";
import { sampleOf } from "../gateways/sample-of.ts";
import { gatewayOf, type WriterSignals } from "../gateways/writer.ts";
import { hostKind } from "../incident/host-kind.ts";
import { meaningOf, type Response } from "../signals/answer.ts";
import type { Signals } from "../signals/signals.ts";
import { message } from "../texts/message.ts";
import type { Check, Finding } from "./check.ts";

type Needs = WriterSignals | "connectivity" | "elsewhere" | "root";

const schemeOf = (url: string): "http" | "https" => (url.startsWith("https:") ? "https" : "http");

/** Families of boxes that stand at the user's end or may; a web server of one kind stands before many sites. */
const ON_THE_WAY: readonly string[] = ["squid", "traffic-server", "firewalls", "desktop-proxies"];

/**
 * The product that wrote this page and an unrelated site's in its place as well, or null. Between two sites
 * that have nothing in common only a box on the user's way can do that, and only products that are such boxes
 * count. A box that lets the site's front page through has not broken the way to it.
 */
function writerOfBoth(signals: Pick<Signals, Needs>, elsewhere: Response): string | null {
  const { incident, root } = signals;
  if (schemeOf(elsewhere.url) !== schemeOf(incident.url)) return null;
  if (root.state === "ok" && meaningOf(root.value) === "works") return null;
  const there = recognise([sampleOf(elsewhere, elsewhere.url)]);
  const here = gatewayOf(signals);
  if (!here || !there || here.word === "passed-on" || there.word === "passed-on") return null;
  if (here.side !== "user" && !ON_THE_WAY.includes(here.family)) return null;
  return here.product === there.product ? here.product : null;
}

/** Does the way from this computer to the internet work? */
export const connection: Check<Needs> = {
  id: "connection",
  requires: ["incident", "page", "anonymous", "connectivity", "elsewhere", "root"],
  gives: ["runs-here", "answered-over-https", "online", "portal-answered", "same-writer-elsewhere", "nobody-answered"],
  judge(signals) {
    const { incident, connectivity, elsewhere } = signals;
    if (hostKind(new URL(incident.url).hostname) === "loopback") {
      return { outcome: "not-applicable", says: message("check_connection_own_machine"), evidence: ["runs-here"] };
    }
    if (hostKind(new URL(incident.url).hostname) === "private") {
      return { outcome: "not-applicable", says: message("check_connection_own_network"), evidence: [] };
    }
    // The page itself has proven the way, and only a box that the user lets open https could have forged that.
    const writer = gatewayOf(signals);
    if (incident.url.startsWith("https:") && incident.status !== null && writer?.side !== "user") {
      return { outcome: "pass", says: message("check_connection_proven"), evidence: ["answered-over-https"] };
    }
    const unknown: Finding = { outcome: "inconclusive", says: message("check_connection_unknown"), evidence: [] };
    if (connectivity.state !== "ok") return unknown;
    switch (connectivity.value) {
      case "online":
        return { outcome: "pass", says: message("check_connection_works"), evidence: ["online"] };
      case "opaque": {
        // A box that opens https may have answered for the other address as well.
        const opensHttps = writer?.side === "user" && !(writer.tunnels && schemeOf(incident.url) === "http");
        return opensHttps
          ? { ...unknown, says: message("check_connection_box", writer.product) }
          : { outcome: "pass", says: message("check_connection_works"), evidence: ["online"] };
      }
      case "captive-portal":
        return {
          outcome: "fail",
          says: message("check_connection_portal"),
          evidence: ["portal-answered"],
        };
      case "impostor": {
        const product = elsewhere && writerOfBoth(signals, elsewhere);
        return product
          ? {
              outcome: "fail",
              says: message("check_connection_same_writer", product),
              evidence: ["same-writer-elsewhere"],
            }
          : unknown;
      }
      case "no-internet":
        return {
          outcome: "fail",
          says: message("check_connection_none"),
          evidence: ["nobody-answered"],
        };
    }
  },
};
