import { LONGEST_BODY } from "../http/page-content.ts";
import { remembered } from "../remembered.ts";
import { akamai } from "./akamai.ts";
import { apache } from "./apache.ts";
import { apiGateways } from "./api-gateways.ts";
import { appHosts } from "./app-hosts.ts";
import { appliances } from "./appliances.ts";
import { aws } from "./aws.ts";
import { caddy } from "./caddy.ts";
import { cdns } from "./cdns.ts";
import { cloudflare } from "./cloudflare.ts";
import { cloudfront } from "./cloudfront.ts";
import { debuggingProxies } from "./debugging-proxies.ts";
import { desktopProxies } from "./desktop-proxies.ts";
import { edgeone } from "./edgeone.ts";
import { envoy } from "./envoy.ts";
import { fastly } from "./fastly.ts";
import { firewalls } from "./firewalls.ts";
import type { GatewayFamily, Recognition, Sample } from "./gateway.ts";
import { google } from "./google.ts";
import { haproxy } from "./haproxy.ts";
import { heroku } from "./heroku.ts";
import { hostedSites } from "./hosted-sites.ts";
import { imperva } from "./imperva.ts";
import { java } from "./java.ts";
import { kubernetes } from "./kubernetes.ts";
import { microsoft } from "./microsoft.ts";
import { nginx } from "./nginx.ts";
import { officeProxies } from "./office-proxies.ts";
import { reportedErrors } from "./reported-errors.ts";
import { serviceMeshes } from "./service-meshes.ts";
import { shields } from "./shields.ts";
import { sitePrograms } from "./site-programs.ts";
import { smallServers } from "./small-servers.ts";
import { squid } from "./squid.ts";
import { trafficServer } from "./traffic-server.ts";
import { tunnels } from "./tunnels.ts";
import { varnish } from "./varnish.ts";
import { vercel } from "./vercel.ts";

/**
 * Boxes that may be the user's first, who can only have written a page after everybody else; then hosts and
 * CDNs, whose headers name one product; then balancers and caches; servers whose name says little last.
 */
export const GATEWAYS: readonly GatewayFamily[] = [
  debuggingProxies,
  desktopProxies,
  officeProxies,
  shields,
  firewalls,
  vercel,
  heroku,
  appHosts,
  hostedSites,
  tunnels,
  cloudflare,
  cloudfront,
  fastly,
  akamai,
  imperva,
  edgeone,
  cdns,
  aws,
  google,
  microsoft,
  apiGateways,
  kubernetes,
  serviceMeshes,
  trafficServer,
  envoy,
  squid,
  varnish,
  haproxy,
  caddy,
  appliances,
  apache,
  smallServers,
  java,
  nginx,
  sitePrograms,
  reportedErrors,
];

/** No marker lies further in than is ever held; a header of a megabyte is an attack or an accident. */
const LONGEST_VALUE = 2_000;
const MOST_FIELDS = 200;

const bounded = (sample: Sample): Sample => ({
  ...sample,
  headers: sample.headers.slice(0, MOST_FIELDS).map(([name, value]) => [name, value.slice(0, LONGEST_VALUE)] as const),
  body: sample.body.slice(0, LONGEST_BODY),
});

/**
 * A box of the user's that got no answer has no header of a site's to pass on. Where a site's gateway
 * stands beside its page, that gateway passed the page on: the box stands behind it, where a site's own
 * server goes out through it. So it is no longer known whose it is.
 */
function disowned(claim: Recognition, all: readonly Recognition[]): Recognition {
  const relayed = claim.side === "user" && all.some(({ side, word }) => side !== "user" && word === "passed-on");
  return relayed ? { ...claim, side: "either" } : claim;
}

/** What each family says of a sample, in their order. Checks ask for the same samples again at every step. */
const claimsOn = remembered((sample: Sample): readonly (Recognition | null)[] => {
  const seen = bounded(sample);
  return GATEWAYS.map((family) => family.recognise(seen));
});

/**
 * Who wrote a failing page, from everything seen of it: the anonymous answer with its headers, the tab's
 * document without. A family that wrote a page itself beats one that passed a page on, and what is known beats
 * hearsay; among equals the order of GATEWAYS decides, then that of the samples. Null when nobody is recognised.
 * A sample is looked at once: the same object again costs nothing.
 */
export function recognise(samples: readonly Sample[]): Recognition | null {
  const said = samples.map(claimsOn);
  const found = GATEWAYS.flatMap((_family, place) => said.flatMap((all) => all[place] ?? []));
  const writers = found.filter(({ word }) => word !== "passed-on");
  const writer = writers.find(({ weak }) => !weak) ?? writers[0];
  // The site's own gateway knows more of what it passed on than an office's proxy.
  const named = writer ? disowned(writer, found) : (found.find(({ side }) => side !== "user") ?? found[0]);
  if (!named) return null;
  const requestId = named.requestId ?? found.find((other) => other.requestId !== undefined)?.requestId;
  return requestId === undefined ? named : { ...named, requestId };
}
