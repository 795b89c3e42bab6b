import type { Finding } from "../checks/check.ts";
import type { Recognition } from "../gateways/gateway.ts";
import type { HeaderList } from "../http/fields.ts";
import { hostKind } from "../http/host-kind.ts";
import { isBack } from "../incident/reload.ts";
import type { Signals } from "../incident/signals.ts";
import { relevanceOf } from "../status-pages/relevance.ts";

/** All that the popup needs to find the status pages and ask them. Addresses from outside, as written. */
export interface StatusQuestion {
  /** Where the failing document links to, other hosts only. */
  readonly links: readonly string[];
  /** `Link` fields of the site's own answer. */
  readonly linkFields: HeaderList;
  /** The page of the content network or host that wrote the failing page. */
  readonly gatewayPage: string | null;
}

/** What the quoted notice of a status page says of itself. Times are epoch milliseconds. */
interface StatusQuote {
  /** The notice, or else the page that carries it. */
  readonly url: string;
  readonly startedAt: number | null;
  /** When the site last changed it; null when it does not say. */
  readonly updatedAt: number | null;
  readonly readAt: number;
}

/** The status pages of one check. */
export interface StatusPagesView {
  /** Null when there is nothing to ask, or all is asked. */
  readonly question: StatusQuestion | null;
  /** A page that may be read only with the user's leave for its host. */
  readonly closed: string | null;
  readonly quote: StatusQuote | null;
}

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
