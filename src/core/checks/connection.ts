import type { EvidenceId } from "../evidence/weights.ts";
import type { Recognition } from "../gateways/gateway.ts";
import { recognise } from "../gateways/index.ts";
import { sampleOf } from "../gateways/sample-of.ts";
import { meaningOf, type Response } from "../http/answer.ts";
import { hostKind } from "../http/host-kind.ts";
import { isSamePage } from "../http/same-page.ts";
import type { Signals } from "../incident/signals.ts";
import { message } from "../message.ts";
import type { Check, Finding } from "./check.ts";
import { wayPastWorker } from "./way-past-worker.ts";
import { gatewayOf, isBoxOnTheWay, mayBeUsersBox, networkStatus, samplesOf, type WriterSignals } from "./writer.ts";

type Needs = WriterSignals | "connectivity" | "impostorAnswer" | "root" | "reload";

const schemeOf = (url: string): "http" | "https" => (url.startsWith("https:") ? "https" : "http");

/** Who stands before this site and an unrelated one: by name where the page tells it. */
interface WriterOfBoth {
  readonly product: string | null;
}

/**
 * The writer of this page and of the one in an unrelated site's place, or null where they are two. Between two sites
 * that have nothing in common only what stands on the user's way can write the same. It is the same by what the pages
 * share, whoever's words they are, or by a product that is such a box, whose pages differ by what it has met. A box
 * that lets the site's front page through has not broken the way to it.
 */
function writerOfBoth(signals: Pick<Signals, Needs>, impostorAnswer: Response): WriterOfBoth | null {
  const { incident, root } = signals;
  if (schemeOf(impostorAnswer.url) !== schemeOf(incident.url)) return null;
  if (root.state === "ok" && meaningOf(root.value) === "works") return null;
  const here = gatewayOf(signals);
  const there = { ...impostorAnswer, host: new URL(impostorAnswer.url).hostname };
  const { hostname: host } = new URL(incident.url);
  // The tab's own document comes last; strangers speak for it where nobody can read it.
  const shown = samplesOf(signals).at(-1);
  if (shown && isSamePage({ ...shown, host }, there)) {
    return { product: here && here.word !== "passed-on" ? here.product : null };
  }
  const other = recognise([sampleOf(impostorAnswer, impostorAnswer.url)]);
  if (!here || !isBoxOnTheWay(here) || !other || other.word === "passed-on") return null;
  // A rule of the box's against the other address says nothing of the way to this one.
  if ((here.word === "blocked") !== (other.word === "blocked")) return null;
  return here.product !== null && here.product === other.product ? { product: here.product } : null;
}

/**
 * What it means that nobody else answers either. Over plain http, where a portal or a box can put its page in the
 * site's place, the silence is a second witness to a page that says just that of itself. Over https it is none:
 * a box that opens what is encrypted would have answered for the other address too.
 */
function silence({ url, status }: Signals["incident"], writer: Recognition | null): EvidenceId {
  if (schemeOf(url) === "https") return "nobody-answered";
  if (status === 511) return "nobody-answered-past-portal";
  const isCutOff = writer?.word === "own-upstream-dead" || writer?.word === "gateway-fault";
  return isCutOff && writer.side === "user" && !writer.weak ? "nobody-answered-past-box" : "nobody-answered";
}

/** Does the way from this computer to the internet work? */
export const connection: Check<Needs> = {
  id: "connection",
  requires: ["incident", "navigation", "page", "anonymous", "connectivity", "impostorAnswer", "root", "reload"],
  gives: [
    "runs-here",
    "answered-over-https",
    "online",
    "portal-answered",
    "portal-before-silent-site",
    "same-writer-of-unrelated-page",
    "nobody-answered",
    "nobody-answered-past-box",
    "nobody-answered-past-portal",
  ],
  judge(signals) {
    const { incident, connectivity, impostorAnswer } = signals;
    if (hostKind(new URL(incident.url).hostname) === "loopback") {
      return { outcome: "not-applicable", says: message("check_connection_own_machine"), evidence: ["runs-here"] };
    }
    if (hostKind(new URL(incident.url).hostname) === "private") {
      return { outcome: "not-applicable", says: message("check_connection_own_network"), evidence: [] };
    }
    const pastWorker = wayPastWorker(signals);
    if (pastWorker) return pastWorker;
    const writer = gatewayOf(signals);
    // The page itself has proven the way, unless it comes from a box that the user lets open https.
    const isEncrypted =
      schemeOf(incident.url) === "https" && incident.status !== null && networkStatus(signals) !== null;
    const asProven = (key: "check_connection_proven" | "check_connection_works"): Finding | null =>
      isEncrypted && writer?.side !== "user"
        ? { outcome: "pass", says: message(key), evidence: ["answered-over-https"] }
        : null;
    const proven = asProven("check_connection_works");
    const unknown: Finding = { outcome: "inconclusive", says: message("check_connection_unknown"), evidence: [] };
    if (connectivity.state !== "ok" || (proven && !mayBeUsersBox(writer))) {
      return asProven("check_connection_proven") ?? unknown;
    }
    switch (connectivity.value) {
      case "online":
        return proven ?? { outcome: "pass", says: message("check_connection_works"), evidence: ["online"] };
      case "opaque": {
        // A box that opens https may have answered for the other address as well.
        const opensHttps = writer?.side === "user" && !(writer.tunnels && schemeOf(incident.url) === "http");
        if (opensHttps)
          return { ...unknown, says: message("check_connection_box", writer.product ?? message("gateway_unnamed")) };
        return proven ?? { outcome: "pass", says: message("check_connection_works"), evidence: ["online"] };
      }
      case "captive-portal":
        // A portal can write nothing that is encrypted: it stands there, but this page is not its own.
        return (
          proven ?? {
            outcome: "fail",
            says: message("check_connection_portal"),
            evidence: isEncrypted ? [] : ["portal-answered"],
          }
        );
      case "impostor": {
        const writerThere = impostorAnswer && writerOfBoth(signals, impostorAnswer);
        if (!writerThere) return proven ?? unknown;
        return {
          outcome: "fail",
          says: message("check_connection_same_writer", writerThere.product ?? message("check_connection_something")),
          evidence: ["same-writer-of-unrelated-page"],
        };
      }
      case "no-internet":
        return (
          proven ?? {
            outcome: "fail",
            says: message("check_connection_none"),
            evidence: [silence(incident, writer)],
          }
        );
    }
  },
};
