import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** "Reference #" and the dots of the number come entity-encoded from the edge, and decoded from a document. */
const reference = (prefix: string) =>
  new RegExp(
    `Reference(?:&#32;| )(?:&#35;|#)(${prefix}(?:&#46;|\\.)[0-9a-f]{4,12}(?:&#46;|\\.)\\d{6,12}(?:&#46;|\\.)[0-9a-f]{4,12})`,
    "i",
  );
/** The same number in the link that every such page ends with, unencoded. */
const LINK = /errors\.edgesuite\.net\/(\d{1,3}\.[0-9a-f]{4,12}\.\d{6,12}\.[0-9a-f]{4,12})/i;

/** The reason stands after the status in the heading. */
const REASON = /<h1>[^<-]{1,60} - ([^<]{1,60})<\/h1>/i;

export const akamai = family("akamai", () => [
  {
    name: "Akamai",
    side: "site",
    statusPage: "https://www.akamaistatus.com/",
    requestId: [
      LINK,
      /Reference #(\d{1,3}\.[0-9a-f]{4,12}\.\d{6,12}\.[0-9a-f]{4,12})/i,
      ["x-akamai-request-id", /^([\w.-]{4,60})$/],
      ["akamai-grn", /^([\w.]{4,80})$/],
    ],
    detail: REASON,
    markers: [
      { body: reference("18"), word: "blocked" },
      { body: passage(REASON, 4_000, reference("\\d{1,3}")), word: "unavailable", stated: true, weak: true },
      // Which prefix means what is not documented: these are of failed fetches from the origin.
      { body: reference("9"), word: "no-valid-answer", weak: true },
      { body: reference("9[79]"), word: "no-valid-answer", weak: true },
      { body: reference("\\d{1,3}"), word: "unavailable", weak: true },
      { headers: { server: /^Akamai(?:GHost|NetStorage)\b/i }, word: "passed-on" },
      { headers: { "x-akamai-request-id": /./ }, word: "passed-on" },
    ],
  },
]);

export const akamaiNotes: FamilyNotes = {
  id: "akamai",
  entries: [
    { words: ["blocked"], say: ["owner_akamai_reference_by_id"] },
    { say: ["owner_akamai_reference_by_id", "owner_cdn_past"] },
  ],
};
