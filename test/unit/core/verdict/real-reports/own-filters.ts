import type { Report } from "./report.ts";

const page = (title: string, text = ""): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

const ONLINE = { status: 503, way: "online" } as const;

/** The site's rule stays beside the filter's own, so that a plan leaves both alone. */
const filter = (gateway: string, what: string, body: string): Report => ({
  ...ONLINE,
  what: `${gateway}: ${what}`,
  body,
  right: { side: "unsure", cause: "local-proxy", among: "blocked-address", word: "blocked", gateway },
});

const zscaler = (what: string, text: string): Report =>
  filter("Zscaler", what, page("Internet Security by Zscaler", text));
const skyhigh = (what: string, text: string): Report =>
  filter("Skyhigh Web Gateway", what, page("McAfee Web Gateway - Notification", text));

/** A box that says that nobody could be reached, whatever else its product does for a living. */
const unreached = (what: string, body: string, gateway: string): Report => ({
  ...ONLINE,
  what,
  body,
  right: { word: "unreached", gateway },
});

/** Filters of the user's own that refuse one site while all others come through, and their pages for a site that is down. */
export const OWN_FILTERS: readonly Report[] = [
  filter("Kaspersky", "a title", page("Kaspersky Internet Security", "The requested web resource cannot be provided.")),
  filter("ESET", "an alert", page("Alert! - ESET Endpoint Antivirus")),
  filter("Dr.Web", "a title", page("URL is blocked by SpIDer Gate")),
  filter("Netsweeper", "a link", page("Denied", '<a href="http://www.poweredbynetsweeper.com">x</a>')),
  filter("Lightspeed", "a title", page("Lightspeed Systems - Web Access")),
  filter("Cloudflare WARP", "a title", page("Cloudflare Gateway")),
  zscaler("a policy", "This website is blocked by your organization's policy."),
  zscaler("a category", "Sorry, you don't have permission to visit this site. Not allowed to browse Social Networking"),
  zscaler("a block in the passive", "The page you requested has been blocked."),
  zscaler("a policy that does not permit", "Category: Gambling. Your company's policy does not permit it."),
  zscaler("a test", "Please verify that you are a human."),
  skyhigh("a list", "URL Blocked. The requested URL was blocked by the URL Filter Database."),
  skyhigh("a category", "The category of this site is not allowed by your administrator at this time."),
  filter(
    "Blue Coat ProxySG",
    "a policy",
    page("Network Error (policy_denied)", "Access denied. For assistance, contact your network support team."),
  ),
  unreached(
    "Zscaler could not reach the site",
    page("Internet Security by Zscaler", "The server could not be reached."),
    "Zscaler",
  ),
  unreached(
    "the same, which supposes a block",
    page("Internet Security by Zscaler", "We could not connect to the site. Access may be blocked by a firewall."),
    "Zscaler",
  ),
  unreached(
    "Skyhigh could not reach the site",
    page("McAfee Web Gateway - Notification", "The proxy could not connect to the destination in time."),
    "Skyhigh Web Gateway",
  ),
  unreached(
    "Blue Coat could not reach the site",
    page("Network Error (tcp_error)", 'A communication error occurred: "Operation timed out"'),
    "Blue Coat ProxySG",
  ),
];
