import type { Written } from "../upstream.ts";
import type { Draft } from "./scenario.ts";
import { theirs } from "./truths.ts";
import { htmlAnswer, textAnswer, titled, type WrittenRow, writtenPages } from "./written-page.ts";

const CLOUDFLARE = { server: "cloudflare", "cf-ray": "8a1b2c3d4e5f6071-FRA" };

const RAY = "Ray ID: 8a1b2c3d4e5f6071";

/** A page of the 1xxx kind: the number stands in a span that may carry attributes, the status says little. */
const cloudflare1xxx = (status: number, code: number, title: string): Written =>
  htmlAnswer(
    status,
    titled(
      `${title} | shop.example | Cloudflare`,
      `<div id="cf-wrapper"><div id="cf-error-details" class="p-0"><header class="mx-auto"><h1 class="inline-block"><span data-translate="error">Error</span>
       <span>${code}</span></h1><span class="heading-ray-id">${RAY} &bull;</span><h2>${title}</h2></header></div></div>`,
    ),
    CLOUDFLARE,
  );

const misconfigured = theirs("misconfigured");

const ROWS: readonly WrittenRow[] = [
  [
    "cloudflare-1101",
    "cloudflare",
    "the site's own worker threw an exception",
    cloudflare1xxx(500, 1101, "Worker threw exception"),
    theirs("origin-invalid", "origin-down"),
  ],
  [
    "cloudflare-1102",
    "cloudflare",
    "the site's own worker used up its time",
    cloudflare1xxx(503, 1102, "Worker exceeded resource limits"),
    theirs("overload", "origin-invalid", "origin-slow", "switched-off"),
  ],
  [
    "cloudflare-1027",
    "cloudflare",
    "the day's share of the site's plan is used up",
    cloudflare1xxx(503, 1027, "This website has been temporarily rate limited"),
    theirs("switched-off", "overload"),
  ],
  [
    "cloudflare-1000",
    "cloudflare",
    "the site's name leads back to Cloudflare",
    cloudflare1xxx(530, 1000, "DNS points to prohibited IP"),
    misconfigured,
  ],
  [
    "cloudflare-1014",
    "cloudflare",
    "the site's name leads into another account",
    cloudflare1xxx(530, 1014, "CNAME Cross-User Banned"),
    misconfigured,
  ],
  [
    "cloudflare-1018",
    "cloudflare",
    "the site's name is not known to Cloudflare yet",
    cloudflare1xxx(530, 1018, "Could not find host"),
    misconfigured,
  ],
  [
    "cloudflare-1101-text",
    "cloudflare",
    "the same in plain text, as scripts get it",
    textAnswer(500, "error code: 1101", CLOUDFLARE),
    theirs("origin-invalid", "origin-down"),
  ],
  [
    "cloudflare-522-text",
    "cloudflare",
    "522 in plain text",
    textAnswer(522, "error code: 522", CLOUDFLARE),
    theirs("origin-down", "origin-slow", "overload"),
  ],
  [
    "cloudflare-504-own",
    "cloudflare",
    "504 without a body, by its fields alone",
    htmlAnswer(504, "", CLOUDFLARE),
    theirs("origin-slow", "gateway-fault", "origin-down"),
  ],
  [
    "cloudflare-passed-on-503",
    "cloudflare",
    "the site's own bare 503 behind Cloudflare",
    htmlAnswer(503, titled("503", "<h1>Service Unavailable</h1>"), { ...CLOUDFLARE, "cf-cache-status": "DYNAMIC" }),
    theirs("origin-down", "overload", "maintenance", "switched-off"),
  ],
];

/** Cloudflare in the numbers and forms that its page with the three boxes does not show. */
export const CLOUDFLARE_NUMBERS: readonly Draft[] = writtenPages("edge", ROWS);
