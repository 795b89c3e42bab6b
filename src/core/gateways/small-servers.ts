import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

export const smallServers = family("small-servers", () => [
  {
    name: "LiteSpeed",
    side: "site",
    markers: [
      {
        body: /Proudly powered by (?:<a[^>]{0,120}>)?\s{0,4}LiteSpeed Web Server/i,
        // Its own page for a crashed or a limited PHP.
        word: {
          500: "no-valid-answer",
          502: "no-valid-answer",
          503: "unavailable",
          504: "origin-slow",
          508: "overload",
        },
      },
      { headers: { server: /^LiteSpeed\b/i }, word: "passed-on" },
    ],
  },
  {
    name: "Pound",
    side: "site",
    markers: [
      {
        status: [503],
        // The sentence is anybody's; that it expires "now" is not.
        headers: { expires: /^now$/i },
        text: /^The service is not available\. Please try again later\.$/,
        word: "origin-down",
        weak: true,
      },
    ],
  },
  {
    name: "uWSGI",
    side: "site",
    markers: [{ status: [500], text: /^-{1,4} ?no python application found\b/i, word: "origin-down", weak: true }],
  },
  {
    name: "Traefik",
    side: "site",
    // It sends no name, and its bare status words for the rest are those of every program in Go.
    markers: [{ status: [503], unsigned: true, text: /^no available server$/, word: "origin-down" }],
  },
]);

export const smallServersNotes: FamilyNotes = {
  id: "small-servers",
  entries: [
    { product: "Traefik", say: ["owner_traefik_health"] },
    { product: "uWSGI", say: ["owner_uwsgi_start"] },
    { product: "LiteSpeed", say: ["owner_litespeed_log", "owner_litespeed_limits"] },
  ],
};
