import { passage } from "../http/passage.ts";
import type { GatewayWord } from "./gateway.ts";
import { family, type Marker } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Titles of its body factory. Forcepoint's gateway is built on it and writes the same pages. */
const PAGES = [
  ["Could Not Connect", "origin-down"],
  ["(?:Server Connection Closed|Server Hangup)", "no-valid-answer"],
  ["Web Server Error", "origin-invalid"],
  ["Unknown Host", "misconfigured"],
  // All addresses of the host are marked down.
  ["No Valid Host", "origin-down"],
  ["(?:Inactivity|Activity) Timeout", "origin-slow"],
  ["Not In Cache", "unavailable"],
  ["Next Hop Congested", "overload"],
] as const satisfies ReadonlyArray<readonly [title: string, word: GatewayWord]>;

const pages = (): Marker[] =>
  PAGES.map(([title, word]) => ({
    body: passage(new RegExp(`<title>${title}</title>`, "i"), 1_000, new RegExp(`<h1>${title}</h1>`, "i")),
    word,
    detail: /<title>([^<]{1,40})<\/title>/i,
  }));

export const trafficServer = family("traffic-server", () => [
  {
    name: "Forcepoint Web Security",
    side: "user",
    markers: [
      ...pages().map((page) => ({
        ...page,
        headers: { via: /\(Websense-Content_Gateway\// },
        // Of the two that could be at fault, the page names only what its box noticed.
        word: page.word === "origin-down" || page.word === "misconfigured" ? ("unreached" as const) : page.word,
        weak: true as const,
      })),
      { headers: { via: /\(Websense-Content_Gateway\/|forcepoint-wcg/ }, word: "passed-on" },
    ],
  },
  {
    name: "Apache Traffic Server",
    side: "either",
    markers: [
      ...pages(),
      { headers: { server: /^ATS\b/ }, word: "passed-on" },
      { headers: { via: /\(ApacheTrafficServer\// }, word: "passed-on" },
    ],
  },
]);

const ATS = "Apache Traffic Server";
/** It writes the same pages in offices, where no site's owner has a hand. */
const FORCEPOINT = "Forcepoint Web Security";

export const trafficServerNotes: FamilyNotes = {
  id: "traffic-server",
  entries: [
    { product: FORCEPOINT, words: ["passed-on"], say: [] },
    { product: FORCEPOINT, say: [] },
    { product: ATS, words: ["origin-slow"], say: ["owner_ats_timeout", "owner_ats_log"] },
    { product: ATS, words: ["misconfigured"], say: ["owner_ats_remap", "owner_ats_log"] },
    { product: ATS, say: ["owner_ats_log"] },
  ],
};
