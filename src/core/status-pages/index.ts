import { apple } from "./apple.ts";
import { aws } from "./aws.ts";
import { azure } from "./azure.ts";
import { betterStack } from "./better-stack.ts";
import { cachet } from "./cachet.ts";
import { checkly } from "./checkly.ts";
import { cstate } from "./cstate.ts";
import { feed } from "./feed.ts";
import { gatus } from "./gatus.ts";
import { google } from "./google.ts";
import { heroku } from "./heroku.ts";
import { hund } from "./hund.ts";
import { incidentIo } from "./incident-io.ts";
import { instatus } from "./instatus.ts";
import { meta } from "./meta.ts";
import { microsoft365 } from "./microsoft-365.ts";
import type { StatusReport } from "./model.ts";
import { oneuptime } from "./oneuptime.ts";
import { openstatus } from "./openstatus.ts";
import type { Material, StatusProduct } from "./product.ts";
import { reportOf } from "./report.ts";
import { salesforce } from "./salesforce.ts";
import { slack } from "./slack.ts";
import { sorry } from "./sorry.ts";
import { statusIo } from "./status-io.ts";
import { statuscast } from "./statuscast.ts";
import { statuspage } from "./statuspage.ts";
import { statuspal } from "./statuspal.ts";
import { stripe } from "./stripe.ts";
import { upptime } from "./upptime.ts";
import { uptimeKuma } from "./uptime-kuma.ts";
import { uptimerobot } from "./uptimerobot.ts";

/**
 * All products, in the order in which their marks are looked for: those whose marks are addresses of their own
 * before those whose marks are words. The feed of a page that nobody recognises comes last.
 */
export const STATUS_PRODUCTS: readonly StatusProduct[] = [
  statuspage,
  incidentIo,
  instatus,
  betterStack,
  uptimerobot,
  statuscast,
  statuspal,
  openstatus,
  oneuptime,
  sorry,
  hund,
  checkly,
  uptimeKuma,
  cachet,
  cstate,
  gatus,
  upptime,
  statusIo,
  slack,
  heroku,
  google,
  aws,
  azure,
  microsoft365,
  salesforce,
  apple,
  meta,
  stripe,
  feed,
];

const stands = (page: URL, place: string): boolean =>
  place.startsWith(".") ? page.hostname.endsWith(place) : `${page.hostname}${page.pathname}/`.startsWith(`${place}/`);

/** The product that a page's address alone gives away, or null. */
export const productAt = (page: URL): StatusProduct | null =>
  STATUS_PRODUCTS.find(({ at = [] }) => at.some((place) => stands(page, place))) ?? null;

/** The product that wrote a page's document; the feed that it links to, when nobody is recognised. */
export const productOf = (html: string): StatusProduct =>
  STATUS_PRODUCTS.find(({ marks }) => marks?.test(html)) ?? feed;

/** What may be asked about a page: on its own origin over https, or on its product's fixed hosts. At most two addresses. */
export function endpointsOf(product: StatusProduct, page: URL, html: string): readonly string[] {
  return product
    .endpoints(page, html)
    .map((endpoint) => new URL(endpoint, page))
    .filter(({ origin, protocol, hostname }) => {
      return origin === page.origin || (protocol === "https:" && product.apiHosts?.includes(hostname));
    })
    .slice(0, 2)
    .map(({ href }) => href);
}

/** What a product makes of what was fetched, in the common model; null also when it stumbles over it. Never throws. */
export function reportFrom(product: StatusProduct, material: Material): StatusReport | null {
  try {
    const said = product.parse(material);
    return said && reportOf(product, material, said);
  } catch {
    return null;
  }
}
