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
import { envoy } from "./envoy.ts";
import { fastly } from "./fastly.ts";
import { google } from "./google.ts";
import { haproxy } from "./haproxy.ts";
import { heroku } from "./heroku.ts";
import { hostedSites } from "./hosted-sites.ts";
import { imperva } from "./imperva.ts";
import { java } from "./java.ts";
import { kubernetes } from "./kubernetes.ts";
import { microsoft } from "./microsoft.ts";
import { nginx } from "./nginx.ts";
import type { OwnerFamily } from "./note.ts";
import { proxyStatus } from "./proxy-status.ts";
import { sitePrograms } from "./site-programs.ts";
import { smallServers } from "./small-servers.ts";
import { squid } from "./squid.ts";
import { trafficServer } from "./traffic-server.ts";
import { tunnels } from "./tunnels.ts";
import { varnish } from "./varnish.ts";
import { vercel } from "./vercel.ts";

/** Families with notes of their own; the ids are those of the gateways. */
export const OWNER_FAMILIES: readonly OwnerFamily[] = [
  akamai,
  apache,
  apiGateways,
  appHosts,
  appliances,
  aws,
  caddy,
  cdns,
  cloudflare,
  cloudfront,
  envoy,
  fastly,
  google,
  haproxy,
  heroku,
  hostedSites,
  imperva,
  java,
  kubernetes,
  microsoft,
  nginx,
  proxyStatus,
  sitePrograms,
  smallServers,
  squid,
  trafficServer,
  tunnels,
  varnish,
  vercel,
];

/**
 * Boxes on the visitor's way: whoever runs the site has no hand in them and can read nothing there, so
 * that only the notes of the cause are of use.
 */
export const VISITORS_BOXES: readonly string[] = [
  "debugging-proxies",
  "desktop-proxies",
  "firewalls",
  "office-proxies",
  "shields",
];
