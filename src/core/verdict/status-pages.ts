import type { Finding } from "../checks/check.ts";
import type { Recognition } from "../gateways/gateway.ts";
import { hostKind } from "../http/host-kind.ts";
import type { Signals } from "../incident/signals.ts";
import { relevanceOf } from "../status-pages/relevance.ts";

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
  /** A page that may be read only with the user's leave for its host. */
  readonly closed: string | null;
  readonly quote: StatusQuote | null;
}

interface Context {
  readonly gateway: Recognition | null;
  /** What the status page's check has found, once it has. */
  readonly finding: Finding | null;
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

/** The page of the site's that may be asked only with the user's leave for its host, or null; `url` is the site's page. */
export const closedPageOf = ({ statusPage }: Pick<Signals, "statusPage">, url: string | null): string | null =>
  statusPage.state === "not-sent" && statusPage.reason === "forbidden" ? url : null;

/** What the popup can show beside the words of the status pages. */
export function statusPagesOf(signals: Signals, { gateway, finding, url }: Context): StatusPagesView {
  return { closed: closedPageOf(signals, url), quote: quoteOf(signals, gateway, finding) };
}
