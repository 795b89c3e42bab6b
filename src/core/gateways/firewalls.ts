import { family } from "./markers.ts";

/**
 * Firewalls that offices put before their people, and data centres before their servers: a page of theirs
 * alone does not tell which. Nearly all are block pages, seldom with a 5xx.
 */
export const firewalls = family("firewalls", () => [
  {
    name: "FortiGate",
    side: "either",
    markers: [
      {
        body: /FortiGuard Intrusion Prevention - Access Blocked|Powered By FortiGuard|Web ?Filter Violation|FortiGate Application Control/i,
        word: "blocked",
      },
    ],
  },
  {
    name: "Palo Alto Networks firewall",
    side: "either",
    markers: [
      { body: /you were trying to visit has been blocked in accordance with company policy/i, word: "blocked" },
    ],
  },
  { name: "Check Point", side: "either", markers: [{ body: /Check Point UserCheck/i, word: "blocked" }] },
  {
    name: "SonicWall",
    side: "either",
    markers: [
      { body: /SonicWALL - Web Site Blocked|cfssupport\.sonicwall\.com/i, word: "blocked" },
      { headers: { server: /^SonicWALL\b/ }, word: "passed-on" },
    ],
  },
  {
    name: "WatchGuard",
    side: "either",
    markers: [{ body: /Re(?:quest|sponse) denied by WatchGuard HTTP Proxy/i, word: "blocked" }],
  },
  {
    name: "Barracuda",
    side: "either",
    markers: [
      { body: /Barracuda NextGen Firewall:/i, word: "blocked" },
      { headers: { server: /^Barracuda(?:HTTP|\/NGFirewall)/i }, word: "passed-on" },
      { headers: { via: /\(http_scan_byf\// }, word: "passed-on" },
    ],
  },
  {
    name: "Kerio Control",
    side: "either",
    markers: [
      { body: /This page has been blocked by Kerio Control/i, word: "blocked" },
      { headers: { server: /^Kerio Control Embedded Web Server/i }, word: "passed-on" },
    ],
  },
  { name: "Juniper", side: "either", markers: [{ body: /Juniper Web Filtering/i, word: "blocked" }] },
]);
