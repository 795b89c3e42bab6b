import type { GatewayWord } from "./gateway.ts";
import { family, type Marker } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/**
 * Its own codes; it keeps 520 to 599 for itself. What it met at the origin has two numbers. Source: its documentation of
 * abnormal status codes.
 */
const CODES: ReadonlyArray<readonly [codes: readonly number[], word: GatewayWord]> = [
  // Reset once it had asked.
  [[520, 550], "no-valid-answer"],
  [[521, 551], "origin-down"],
  // Nobody took the connection; 524 is the server that took it and then kept silent.
  [[522, 552], "origin-down"],
  [[523, 553], "misconfigured"],
  [[524, 554], "origin-slow"],
  [[525, 555], "misconfigured"],
  [[566, 567], "blocked"],
];

/** It signs with its name where no origin gave its own. Source: its documentation of default response headers. */
const NAME = { headers: { server: /^(?:Tencent)?EdgeOne\b/i } } as const;
const ID = { headers: { "eo-log-uuid": /./ } } as const;

const pages = (by: Pick<Marker, "headers" | "unsigned">): Marker[] =>
  CODES.flatMap(([codes, word]) => codes.map((code) => ({ ...by, status: [code], word, detail: String(code) })));

export const edgeone = family("edgeone", () => [
  {
    name: "EdgeOne",
    side: "site",
    requestId: [["eo-log-uuid", /^(\d{5,40})$/]],
    markers: [
      ...pages(NAME),
      // A site may take the name away, but an origin that has its own has written the answer.
      ...pages({ ...ID, unsigned: true }),
      { ...NAME, word: "passed-on" },
      { ...ID, word: "passed-on" },
    ],
  },
]);

export const edgeoneNotes: FamilyNotes = {
  id: "edgeone",
  entries: [
    { words: ["blocked"], say: ["owner_edgeone_rule"] },
    { detail: /^5[25]3$/, say: ["owner_edgeone_name"] },
    { detail: /^5[25]5$/, say: ["owner_edgeone_tls"] },
    { say: ["owner_edgeone_code", "owner_cdn_past"] },
  ],
};
