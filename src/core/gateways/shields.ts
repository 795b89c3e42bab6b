import { family } from "./markers.ts";

/** Antivirus programs that look into the browser's traffic. They block, and seldom with a 5xx; their words can stand in any page that speaks of them. */
export const shields = family("shields", () => [
  {
    name: "Kaspersky",
    side: "user",
    markers: [{ body: /<title>[^<]{0,60}Kaspersky (?:Internet Security|Anti-Virus)/, word: "blocked", weak: true }],
  },
  { name: "ESET", side: "user", markers: [{ body: /Alert! - ESET Endpoint Antivirus/, word: "blocked", weak: true }] },
  { name: "Dr.Web", side: "user", markers: [{ body: /URL is blocked by SpIDer Gate/, word: "blocked", weak: true }] },
]);
