import { ANNOUNCEMENTS } from "./announcements.ts";
import { BODIES } from "./bodies.ts";
import { CLOUDFLARE_NUMBERS } from "./cloudflare-numbers.ts";
import { CONTRASTS } from "./contrasts.ts";
import { EDGES } from "./edges.ts";
import { ELSEWHERE } from "./elsewhere.ts";
import { FORMS } from "./forms.ts";
import { HOSTS } from "./hosts.ts";
import { IMITATIONS } from "./imitations.ts";
import { MATRIX, MATRIX_OVER_HTTP2 } from "./matrix.ts";
import { NETWORK } from "./network.ts";
import { NGINX_KIN } from "./nginx-kin.ts";
import { ORIGIN_TLS_FAULTS } from "./origin-tls.ts";
import { PAGE_WORKERS } from "./page-workers.ts";
import { REASONS_IN_FIELDS } from "./reasons-in-fields.ts";
import { REFUSED } from "./refusals.ts";
import { RHYTHMS } from "./rhythms.ts";
import type { Draft } from "./scenario.ts";
import { SERVICES } from "./services.ts";
import { SHARED_WORDS } from "./shared-words.ts";
import { SITE_SIDE } from "./site-side.ts";
import { STATUS_PAGES } from "./status-pages.ts";
import { STATUSES } from "./statuses.ts";
import { SWITCHED_OFF } from "./switched-off.ts";
import { THIS_BROWSER } from "./this-browser.ts";
import { TWO_IN_A_ROW } from "./two-in-a-row.ts";
import { USER_SIDE } from "./user-side.ts";
import { WAYS } from "./ways.ts";

/** Scenarios of one kind. */
export interface Family {
  readonly id: string;
  /** What they have in common, in one line for people. */
  readonly about: string;
  readonly drafts: readonly Draft[];
}

/** Every family of the lab, the plain outages first. */
export const FAMILIES: readonly Family[] = [
  { id: "matrix", about: "seven gateways, each with seven ways in which the app behind it fails", drafts: MATRIX },
  { id: "http2", about: "the same over https and HTTP/2", drafts: MATRIX_OVER_HTTP2 },
  { id: "origin-tls", about: "faults of TLS between the gateway and the site's server", drafts: ORIGIN_TLS_FAULTS },
  { id: "two-in-a-row", about: "two gateways, one behind the other", drafts: TWO_IN_A_ROW },
  {
    id: "services",
    about: "services that cannot run here, each played by one answer with its markers",
    drafts: SERVICES,
  },
  {
    id: "cloudflare-numbers",
    about: "Cloudflare's numbers of four digits, and its pages in other forms",
    drafts: CLOUDFLARE_NUMBERS,
  },
  { id: "edges", about: "content networks that name what is wrong behind them", drafts: EDGES },
  { id: "nginx-kin", about: "nginx's page under other names, and in its rarer statuses", drafts: NGINX_KIN },
  { id: "hosts", about: "hosts of applications in the statuses that they write", drafts: HOSTS },
  { id: "switched-off", about: "sites that were stopped, or whose share of a plan is used up", drafts: SWITCHED_OFF },
  {
    id: "reasons-in-fields",
    about: "meshes and API gateways, with their reason in a field or for programs",
    drafts: REASONS_IN_FIELDS,
  },
  { id: "shared-words", about: "sentences that many programs share, and programs of sites", drafts: SHARED_WORDS },
  {
    id: "announcements",
    about: "maintenance in many languages, its words without it, and how long to wait",
    drafts: ANNOUNCEMENTS,
  },
  {
    id: "refusals",
    about: "refusals of one visitor and of everybody, tests for robots, and what only sounds like them",
    drafts: REFUSED,
  },
  { id: "rhythms", about: "what comes and goes, takes its time, or hits a part of the site", drafts: RHYTHMS },
  { id: "forms", about: "failures that must not be asked for again: forms, and addresses for one use", drafts: FORMS },
  { id: "bodies", about: "error pages in every form that a body can take", drafts: BODIES },
  { id: "statuses", about: "statuses that are seldom met", drafts: STATUSES },
  {
    id: "status-pages",
    about: "what a status page says meanwhile, beside an outage and beside a fault of the user's",
    drafts: STATUS_PAGES,
  },
  { id: "site-side", about: 'faults of the site that are more than "it is down"', drafts: SITE_SIDE },
  { id: "user-side", about: "faults in the user's browser, with their twins", drafts: USER_SIDE },
  {
    id: "page-workers",
    about: "pages that the site's own service worker wrote or stored, with their twins",
    drafts: PAGE_WORKERS,
  },
  {
    id: "contrasts",
    about: "sessions that are led to a dead server, and forms, with their twins",
    drafts: CONTRASTS,
  },
  {
    id: "this-browser",
    about: "the same behind other gateways and in other forms, with their twins",
    drafts: THIS_BROWSER,
  },
  { id: "network", about: "proxies, portals, refused addresses and robots' tests, with their twins", drafts: NETWORK },
  { id: "ways", about: "what answers for every site, and portals, with their look-alikes", drafts: WAYS },
  { id: "imitations", about: "sites that speak in the words of a box on the user's side", drafts: IMITATIONS },
  { id: "elsewhere", about: "what shows only from outside this browser", drafts: ELSEWHERE },
];
