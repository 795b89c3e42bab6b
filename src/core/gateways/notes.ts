import { akamaiNotes } from "./akamai.ts";
import { apacheNotes } from "./apache.ts";
import { apiGatewaysNotes } from "./api-gateways.ts";
import { appHostsNotes } from "./app-hosts.ts";
import { appliancesNotes } from "./appliances.ts";
import { awsNotes } from "./aws.ts";
import { caddyNotes } from "./caddy.ts";
import { cdnsNotes } from "./cdns.ts";
import { cloudflareNotes } from "./cloudflare.ts";
import { cloudfrontNotes } from "./cloudfront.ts";
import { edgeoneNotes } from "./edgeone.ts";
import { envoyNotes } from "./envoy.ts";
import { fastlyNotes } from "./fastly.ts";
import { googleNotes } from "./google.ts";
import { haproxyNotes } from "./haproxy.ts";
import { herokuNotes } from "./heroku.ts";
import { hostedSitesNotes } from "./hosted-sites.ts";
import { impervaNotes } from "./imperva.ts";
import { javaNotes } from "./java.ts";
import { kubernetesNotes } from "./kubernetes.ts";
import { microsoftNotes } from "./microsoft.ts";
import { nginxNotes } from "./nginx.ts";
import type { FamilyNotes } from "./note.ts";
import { proxyStatusNotes } from "./proxy-status.ts";
import { reportedErrorsNotes } from "./reported-errors.ts";
import { serviceMeshesNotes } from "./service-meshes.ts";
import { siteProgramsNotes } from "./site-programs.ts";
import { smallServersNotes } from "./small-servers.ts";
import { squidNotes } from "./squid.ts";
import { trafficServerNotes } from "./traffic-server.ts";
import { tunnelsNotes } from "./tunnels.ts";
import { varnishNotes } from "./varnish.ts";
import { vercelNotes } from "./vercel.ts";

/** Families with notes of their own; the ids are those of the gateways. */
export const FAMILY_NOTES: readonly FamilyNotes[] = [
  akamaiNotes,
  apacheNotes,
  apiGatewaysNotes,
  appHostsNotes,
  appliancesNotes,
  awsNotes,
  caddyNotes,
  cdnsNotes,
  cloudflareNotes,
  cloudfrontNotes,
  envoyNotes,
  fastlyNotes,
  googleNotes,
  haproxyNotes,
  herokuNotes,
  hostedSitesNotes,
  impervaNotes,
  edgeoneNotes,
  javaNotes,
  kubernetesNotes,
  microsoftNotes,
  nginxNotes,
  proxyStatusNotes,
  reportedErrorsNotes,
  serviceMeshesNotes,
  siteProgramsNotes,
  smallServersNotes,
  squidNotes,
  trafficServerNotes,
  tunnelsNotes,
  varnishNotes,
  vercelNotes,
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
