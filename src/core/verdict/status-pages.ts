import type { Finding } from "../checks/check.ts";
import type { Recognition } from "../gateways/gateway.ts";
import { hostKind } from "../http/host-kind.ts";
import { isBack } from "../incident/reload.ts";
import type { Signals } from "../incident/signals.ts";
import type { StatusPagesView, StatusQuestion, StatusQuote } from "../protocol/view.ts";
import { relevanceOf } from "../status-pages/relevance.ts";

interface Context {
  readonly gateway: Recognition | null;
  /** What the status page's check has found, once it has. */
  readonly finding: Finding | null;
  /** All is known that the pages are found by. */
  readonly isOpen: boolean;
  /** Address of the site's status page, as far as it is known. */
  readonly url: string | null;
}

/** Whether a status page may know of the host: of this computer none does, of a private one only a page set for it. */
export const mayHaveStatusPage = (url: string): boolean => hostKind(new URL(url).hostname) !== "loopback";

/** The status page of the content network or host that stands before the site; its address is a constant of ours. */
export function gatewayPageOf(gateway: Pick<Recognition, "side" | "statusPage"> | null): string | null {
  // A box of the user's own is their affair, and its maker needs no word of it.
  return gateway?.side === "site" ? (gateway.statusPage ?? null) : null;
}

function questionOf({ incident, page, anonymous }: Signals, gateway: Recognition | null): StatusQuestion {
  const { hostname } = new URL(incident.url);
  const leadsAway = (link: string): boolean => URL.canParse(link) && new URL(link).hostname !== hostname;
  const headers = anonymous.state === "ok" && anonymous.value.kind === "response" ? anonymous.value.headers : [];
  return {
    links: page.state === "ok" ? page.value.links.filter(leadsAway) : [],
    linkFields: headers.filter(([name]) => name.toLowerCase() === "link"),
    gatewayPage: gatewayPageOf(gateway),
  };
}

/** Times and address of what the check's sentence quotes. */
function quoteOf(signals: Signals, gateway: Recognition | null, finding: Finding | null): StatusQuote | null {
  const isGateways = finding?.says.key === "check_status_gateway_red";
  const asked = isGateways ? signals.gatewayStatus : signals.statusPage;
  if (finding === null || asked.state !== "ok" || !asked.value) return null;
  const { hostname: host } = new URL(signals.incident.url);
  const subject = { host, gateway: isGateways ? (gateway?.product ?? null) : null };
  const { notice } = relevanceOf(asked.value, subject, asked.at);
  return {
    url: notice?.url ?? asked.value.url,
    startedAt: notice?.startedAt ?? null,
    updatedAt: notice?.updatedAt ?? asked.value.updatedAt,
    readAt: asked.at,
  };
}

/**
 * What the popup has to ask of status pages, and what it can show beside their words. They are asked once for a
 * check; one that the browser gives no access to, once more when the user grants it. Not when the page is back.
 */
export function statusPagesOf(signals: Signals, { gateway, finding, isOpen, url }: Context): StatusPagesView {
  const { incident, reload, statusPage } = signals;
  const isAsked = statusPage.state !== "not-sent" || !mayHaveStatusPage(incident.url) || isBack(reload);
  return {
    question: isOpen && !isAsked ? questionOf(signals, gateway) : null,
    closed: statusPage.state === "not-sent" && statusPage.reason === "forbidden" ? url : null,
    quote: quoteOf(signals, gateway, finding),
  };
}
