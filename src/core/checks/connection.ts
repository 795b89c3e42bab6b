import type { EvidenceId } from "../evidence/weights.ts";
import type { Recognition } from "../gateways/gateway.ts";
import { hostKind } from "../http/host-kind.ts";
import type { Signals } from "../incident/signals.ts";
import { message } from "../message.ts";
import { letsSiteThrough } from "../writer/compared-page.ts";
import { mayBeOfTheWay } from "../writer/page-words.ts";
import { type PortalsPart, portalsPart } from "../writer/portals-part.ts";
import { type Shared, sharedWith } from "../writer/same-writer.ts";
import { gatewayOf, mayBeUsersBox, networkStatus, type WriterSignals } from "../writer/writer.ts";
import type { Check, Finding } from "./check.ts";
import { wayPastWorker } from "./way-past-worker.ts";

type Needs = WriterSignals | "connectivity" | "impostorAnswer" | "root" | "reload";

const schemeOf = (url: string): "http" | "https" => (url.startsWith("https:") ? "https" : "http");

const PORTALS = {
  writer: "portal-answered",
  apart: "portal-at-one-address",
  unknown: "portal-may-stand-between",
} as const satisfies Record<PortalsPart, EvidenceId>;

/** What it means that an unrelated site's place holds an error that has something in common with this one. */
function inBothPlaces(shared: Shared, { url }: Signals["incident"]): Finding {
  switch (shared.by) {
    case "writer":
      return {
        outcome: "fail",
        says: message("check_connection_same_writer", shared.product ?? message("check_connection_something")),
        evidence: ["same-writer-of-unrelated-page"],
      };
    case "bare":
      return {
        outcome: "fail",
        says: message("check_connection_same_bare"),
        evidence: [schemeOf(url) === "https" ? "same-bare-error-over-https" : "same-bare-error-of-unrelated-site"],
      };
    case "lead":
      return {
        outcome: "fail",
        says: message("check_connection_same_lead"),
        evidence: ["same-lead-in-unrelated-error"],
      };
    case "hop":
      return {
        outcome: "fail",
        says: message("check_connection_same_hop"),
        evidence: ["same-hop-before-unrelated-error"],
      };
  }
}

/**
 * What it means that nobody else answers either. Over plain http, where a portal or a box can put its page in the
 * site's place, the silence is a second witness to a page that says just that of itself, unless the site's own pages
 * come through. Over https it is none: a box that opens what is encrypted would have answered for the other address too.
 */
function silence(signals: Pick<Signals, Needs>, writer: Recognition | null): EvidenceId {
  const { url } = signals.incident;
  if (schemeOf(url) === "https" || letsSiteThrough(signals, null)) return "nobody-answered";
  if (networkStatus(signals) === 511) return "nobody-answered-past-portal";
  const isCutOff = writer?.word === "own-upstream-dead" || writer?.word === "gateway-fault";
  return isCutOff && writer.side === "user" && !writer.weak ? "nobody-answered-past-box" : "nobody-answered";
}

/** Another address answers. That speaks against a box that is broken, and not against its rule for one site. */
function works(writer: Recognition | null): Finding {
  const isOwnRule = writer?.side === "user" && writer.word === "blocked";
  return {
    outcome: "pass",
    says: message("check_connection_works"),
    evidence: [isOwnRule ? "online-beside-own-rule" : "online"],
  };
}

/** Does the way from this computer to the internet work? */
export const connection: Check<Needs> = {
  id: "connection",
  requires: [
    "incident",
    "navigation",
    "page",
    "anonymous",
    "described",
    "connectivity",
    "impostorAnswer",
    "root",
    "reload",
  ],
  gives: [
    "runs-here",
    "answered-over-https",
    "online",
    "online-beside-own-rule",
    "portal-answered",
    "portal-at-one-address",
    "portal-may-stand-between",
    "portal-before-silent-site",
    "same-writer-of-unrelated-page",
    "same-bare-error-of-unrelated-site",
    "same-bare-error-over-https",
    "same-hop-before-unrelated-error",
    "same-lead-in-unrelated-error",
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
        return proven ?? works(writer);
      case "opaque": {
        // A box that opens https may have answered for the other address as well.
        const opensHttps = writer?.side === "user" && !(writer.tunnels && schemeOf(incident.url) === "http");
        if (opensHttps)
          return { ...unknown, says: message("check_connection_box", writer.product ?? message("gateway_unnamed")) };
        return proven ?? works(writer);
      }
      case "captive-portal": {
        const part = portalsPart(signals, impostorAnswer);
        // A portal can write nothing that is encrypted: it stands there, but this page is not its own.
        return (
          proven ?? {
            outcome: "fail",
            says: message(part === "writer" ? "check_connection_portal" : "check_connection_portal_elsewhere"),
            evidence: isEncrypted ? [] : [PORTALS[part]],
          }
        );
      }
      case "impostor": {
        const shared = impostorAnswer && sharedWith(signals, impostorAnswer);
        return shared ? inBothPlaces(shared, incident) : (proven ?? unknown);
      }
      case "no-internet":
        return (
          proven ?? {
            outcome: "fail",
            says: message("check_connection_none"),
            evidence: [silence(signals, writer)],
          }
        );
    }
  },
  observe(signals) {
    const { url } = signals.incident;
    const { connectivity } = signals;
    const isUnasked = connectivity.state === "not-sent" && connectivity.reason === "unasked";
    const isPublic = hostKind(new URL(url).hostname) === "public";
    const isOpen = schemeOf(url) === "http" && isPublic;
    return [
      ...(isUnasked && isOpen ? (["way-out-unasked"] as const) : []),
      ...(isPublic && mayBeOfTheWay(signals) ? (["page-tells-of-the-way"] as const) : []),
    ];
  },
};
