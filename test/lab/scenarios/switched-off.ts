import { RENDER, vercel } from "./hosts.ts";
import type { Draft } from "./scenario.ts";
import { theirs } from "./truths.ts";
import { htmlAnswer, titled, type WrittenRow, writtenPages } from "./written-page.ts";

const switchedOff = theirs("switched-off");

const ROWS: readonly WrittenRow[] = [
  [
    "render-suspended",
    "render",
    "suspended by its owner",
    htmlAnswer(
      503,
      titled("Service Suspended", "<h1>Service Suspended</h1>This service has been suspended by its owner."),
      { ...RENDER, "x-render-routing": "suspend-by-user" },
    ),
    switchedOff,
  ],
  ["vercel-paused", "vercel", "paused by its owner", vercel(503, "DEPLOYMENT_PAUSED"), switchedOff],
  [
    "netlify-paused",
    "netlify",
    "paused since its share of the plan is used up",
    htmlAnswer(
      503,
      titled(
        "Site not available",
        "<h1>Site not available</h1><p>This site was paused as it reached its usage limits.</p>",
      ),
      { server: "Netlify", "x-nf-request-id": "01HF00000000000000000000" },
    ),
    switchedOff,
  ],
  [
    "azure-app-stopped",
    "azure",
    "an application that its owner has stopped, as 503",
    htmlAnswer(
      503,
      titled(
        "Microsoft Azure Web App - Error 503",
        "<h1>Error 503 - This web app is stopped.</h1><p>The web app you have attempted to reach is currently stopped and does not accept any requests.</p>",
      ),
    ),
    switchedOff,
  ],
  [
    "bandwidth-509",
    "none",
    "a host's 509: the month's traffic is used up",
    htmlAnswer(
      509,
      titled(
        "509 Bandwidth Limit Exceeded",
        "<h1>Bandwidth Limit Exceeded</h1><p>The server is temporarily unable to service your request due to the site owner reaching their bandwidth limit.</p>",
      ),
    ),
    switchedOff,
  ],
  [
    "cpanel-suspended",
    "none",
    "a host that has suspended the account, in its own page",
    htmlAnswer(
      503,
      titled(
        "Account Suspended",
        "<h1>Account Suspended</h1><p>This account has been suspended. Contact your hosting provider for more information.</p>",
      ),
    ),
    switchedOff,
  ],
  [
    "ngrok-plan",
    "ngrok",
    "a tunnel whose plan is used up",
    htmlAnswer(503, titled("ngrok", "<p>ERR_NGROK_725</p>"), { "ngrok-error-code": "ERR_NGROK_725" }),
    switchedOff,
  ],
];

/** Sites that their owner or their host has stopped, or whose share of a plan is used up. */
export const SWITCHED_OFF: readonly Draft[] = writtenPages("host", ROWS);
