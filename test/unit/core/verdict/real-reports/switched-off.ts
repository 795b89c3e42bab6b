import type { Report } from "./report.ts";

const off = (what: string, body: string, more: Partial<Report> = {}): Report => ({
  what,
  status: 503,
  body,
  right: { side: "server", cause: "switched-off" },
  ...more,
});

/** Sites that their owner or their host has stopped, or whose plan is used up. */
export const SWITCHED_OFF: readonly Report[] = [
  off("a service suspended by its owner", "<h1>Service Suspended</h1>This service has been suspended by its owner.", {
    headers: { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA", "x-render-routing": "suspend-by-user" },
  }),
  off("a suspended service whose page says little", "<h1>Service Suspended</h1>", {
    headers: { "x-render-routing": "suspend" },
  }),
  off("a paused deployment", "This deployment is temporarily paused\n\nDEPLOYMENT_PAUSED\n\nfra1::abcde-1", {
    headers: { server: "Vercel", "x-vercel-error": "DEPLOYMENT_PAUSED" },
  }),
  off("a hoster's suspended account", "<title>Account Suspended</title><h1>This Account has been suspended.</h1>"),
  off("a hoster's suspended account behind nginx", "<h1>Account Suspended</h1>", { headers: { server: "nginx" } }),
  off("a site out of its traffic", "<h1>Bandwidth Limit Exceeded</h1><p>Please try again later.</p>", { status: 509 }),
  off("a site out of its traffic, by its code alone", "", { status: 509 }),
  off("a site out of its traffic, in Korean", "<title>503</title><p>일일 허용 트래픽 초과</p>"),
  off("a plan's requests that are used up", "error code: 1027", { headers: { server: "cloudflare" } }),
  off(
    "an application over its quota",
    "<h1>Over Quota</h1><p>This application is temporarily over its serving quota.</p>",
  ),
  off("a site paused in another language", "<h1>Fehler</h1><p>Diese Website wurde vom Betreiber deaktiviert.</p>"),
  off("a paused project that its owner can restore", "<h1>Project paused</h1><p>The owner can restore it.</p>"),
  off(
    "a site that its host blocked",
    "<h1>Site blocked</h1><p>We had to block this site for spam. Owner: see our mail.</p>",
  ),
  off("a site that its host blocked and closed", "<title>Site blocked</title><h1>This site has been disabled</h1>"),
  off("a paused project's JSON", '{"message":"Project paused","hint":"Its owner can restore it"}'),
  // The looks of it, and something else.
  {
    what: "a site that was closed for work",
    status: 503,
    body: "<h1>This site is temporarily disabled for maintenance</h1>",
    right: { side: "server", notCause: "switched-off" },
  },
  {
    what: "a service that was paused by a rush",
    status: 503,
    body: "<h1>Sorry</h1><p>This service is suspended because of high demand.</p>",
    right: { side: "server", notCause: "switched-off" },
  },
  {
    what: "an account of the reader's",
    status: 503,
    body: "<h1>Sorry</h1><p>Your account has been suspended.</p>",
    right: { notCause: "switched-off" },
  },
  {
    what: "a program over a limit of the machine's",
    status: 508,
    body: "<h1>Resource Limit Is Reached</h1><p>The website is temporarily unable to service your request as it exceeded resource limit.</p>",
    right: { notCause: "switched-off" },
  },
];
