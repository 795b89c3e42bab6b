import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";

const SKYHIGH = /<title>(?:McAfee|Skyhigh) (?:Secure )?Web Gateway - Notification<\/title>/i;

const FORTIGATE = /<div class="message-container">/i;

/**
 * Proxies of offices and schools. What they write of a failed connection rarely tells the site's fault from
 * their own; only an answer that broke off after the connection stood is the site's for sure.
 */
export const officeProxies = family("office-proxies", () => [
  {
    name: "Blue Coat ProxySG",
    side: "user",
    detail: /Network Error \(([a-z_]{3,40})\)/i,
    markers: [
      { body: passage(/Network Error \(tcp_error\)/i, 4_000, /Operation timed out/i), word: "unreached" },
      { body: passage(/Network Error \(tcp_error\)/i, 4_000, /Connection refused/i), word: "origin-down" },
      { body: /Network Error \(tcp_error\)/i, word: "unreached" },
      { body: /Network Error \(dns_server_failure\)/i, word: "own-upstream-dead", weak: true },
      {
        body: passage(/Network Error \([a-z_]{3,40}\)/i, 4_000, /contact your network support team/i),
        word: "unreached",
        anyPage: true,
        weak: true,
      },
      { headers: { "x-bluecoat-via": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "CacheFlow",
    side: "user",
    markers: [
      {
        body: /Please verify that the server you are attempting to contact is correct\.\s{1,4}Continued failures will result/i,
        word: "unreached",
      },
    ],
  },
  {
    name: "Cisco Secure Web Appliance",
    side: "user",
    detail: /Notification: ([A-Z_]{3,40})\b/,
    markers: [
      {
        body: passage(/This Page Cannot Be Displayed/i, 4_000, /system cannot communicate with the external server/i),
        word: "unreached",
      },
      { headers: { via: /\(Cisco-(?:WSA|SWA|IronPort)[/)]/i }, word: "passed-on" },
    ],
  },
  {
    name: "Skyhigh Web Gateway",
    side: "user",
    markers: [
      {
        body: passage(SKYHIGH, 8_000, /could not connect to the destination in time/i),
        word: "unreached",
        detail: "Cannot Connect",
      },
      {
        body: passage(SKYHIGH, 8_000, /Bad Response/i),
        word: "origin-invalid",
        weak: true,
      },
      {
        body: SKYHIGH,
        word: "unreached",
        anyPage: true,
        weak: true,
      },
      { headers: { via: /\((?:McAfee Web Gateway|Skyhigh (?:Secure )?Web Gateway)\b/i }, word: "passed-on" },
    ],
  },
  {
    name: "FortiGate web proxy",
    side: "user",
    detail: /<h1>50\d ([^<]{3,60})<\/h1>/i,
    markers: [
      { body: passage(FORTIGATE, 2_000, /<h1>50\d DNS look ?up failed<\/h1>/i), word: "name-not-found" },
      {
        body: passage(FORTIGATE, 2_000, /The webserver reported that an error occurred while trying to access/i),
        word: "unreached",
      },
    ],
  },
  {
    name: "Cisco Umbrella",
    side: "user",
    statusPage: "https://status.umbrella.com/",
    markers: [
      {
        status: [515, 516, 517],
        body: /\b51[567] Upstream Certificate /i,
        word: "misconfigured",
        detail: /\b(51[567] Upstream Certificate [A-Za-z ]{3,40})/,
      },
    ],
  },
  {
    name: "Zscaler",
    side: "user",
    statusPage: "https://trust.zscaler.com/",
    markers: [
      {
        body: /Internet Security by Zscaler|login\.zscloud\.net\/img_logo/i,
        word: "unreached",
        anyPage: true,
        weak: true,
      },
      { headers: { server: /^Zscaler\//i }, word: "unreached", anyPage: true, weak: true },
    ],
  },
  {
    name: "Netsweeper",
    side: "user",
    markers: [{ body: /\bpoweredbynetsweeper\.com\b/i, word: "blocked", weak: true }],
  },
  {
    name: "Lightspeed",
    side: "user",
    markers: [{ body: /Lightspeed Systems? - Web Access/i, word: "blocked", weak: true }],
  },
  {
    name: "Cloudflare WARP",
    side: "user",
    statusPage: "https://www.cloudflarestatus.com/",
    // The company's gateway, not the site's CDN: no cf-ray of the site's stands with it.
    markers: [
      { status: [526], body: /Cloudflare Gateway|Cloudflare Zero Trust/i, word: "misconfigured", detail: "526" },
      { body: /<title>[^<]{0,80}Cloudflare Gateway[^<]{0,40}<\/title>/i, word: "blocked", weak: true },
    ],
  },
]);
