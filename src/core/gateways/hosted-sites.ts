import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

const SQUARESPACE = /status\.squarespace\.com/i;
const BRICK = /\bBRICK-\d{1,4}\b/i;

/** Services whose sites fail as a whole: the page comes from the service itself. */
export const hostedSites = family("hosted-sites", () => [
  {
    name: "GitHub",
    side: "site",
    statusPage: "https://www.githubstatus.com/",
    requestId: [["x-github-request-id", /^([0-9A-F:]{10,60})$/i]],
    markers: [
      { body: /<title>Unicorn! (?:·|&middot;|&#183;) GitHub<\/title>/i, word: "gateway-fault" },
      { headers: { "x-github-request-id": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "GitLab",
    side: "site",
    // Whose status page it would be is open: most of these run on their owner's machines.
    markers: [
      { body: /GitLab is taking too much time to respond/i, word: "origin-slow", weak: true },
      { body: /GitLab is not responding/i, word: "origin-down", weak: true },
    ],
  },
  {
    name: "Shopify",
    side: "site",
    statusPage: "https://www.shopifystatus.com/",
    requestId: [["x-request-id", /^([0-9a-f-]{36}[\w-]{0,20})$/]],
    markers: [
      {
        body: passage(/Something went wrong/i, 2_000, /The page or store could not be loaded/i),
        word: "gateway-fault",
        weak: true,
      },
      { headers: { "x-shopid": /./ }, word: "passed-on" },
      { headers: { "x-shopify-stage": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "Squarespace",
    side: "site",
    statusPage: "https://status.squarespace.com/",
    markers: [
      {
        body: passage(SQUARESPACE, 4_000, BRICK),
        word: "gateway-fault",
        detail: /\b(BRICK-\d{1,4})\b/,
      },
      {
        body: passage(BRICK, 4_000, SQUARESPACE),
        word: "gateway-fault",
        detail: /\b(BRICK-\d{1,4})\b/,
      },
      { headers: { server: /^Squarespace$/i }, word: "passed-on" },
    ],
  },
  {
    name: "Wix",
    side: "site",
    statusPage: "https://status.wix.com/",
    requestId: [["x-wix-request-id", /^([\w.-]{8,60})$/]],
    markers: [
      { headers: { "x-wix-request-id": /./ }, word: "passed-on" },
      { headers: { server: /^Pepyaka\b/i }, word: "passed-on" },
    ],
  },
  {
    name: "WordPress.com",
    side: "site",
    statusPage: "https://automatticstatus.com/",
    markers: [{ headers: { "host-header": /^WordPress\.com$/i }, word: "passed-on" }],
  },
]);

export const hostedSitesNotes: FamilyNotes = {
  id: "hosted-sites",
  enough: true,
  entries: [
    { product: "GitLab", say: ["owner_gitlab_log"] },
    // What such a service passes on, it passed on from itself.
    { words: ["passed-on"], say: ["owner_platform"] },
    { say: ["owner_platform"] },
  ],
};
