import type { GatewayWord } from "./gateway.ts";
import { family, type Marker } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Its codes, from the address of the frame that holds the error page. */
const CODES: ReadonlyArray<readonly [codes: string, word: GatewayWord]> = [
  ["(?:5|4[0-2])", "origin-invalid"],
  ["(?:3|44)", "gateway-fault"],
  ["8", "no-valid-answer"],
  ["(?:14|15|16|38)", "blocked"],
  ["(?:17|43)", "overload"],
  ["(?:20|32)", "origin-down"],
  ["33", "origin-slow"],
  ["(?:18|2[2-46]|29|30|31|3[5-79])", "misconfigured"],
];

const frame = (codes: string) => new RegExp(`/_Incapsula_Resource\\?[^"'<>?]{0,400}\\bedet=${codes}(?!\\d)`);
const pages = (): Marker[] => CODES.map(([codes, word]) => ({ body: frame(codes), word }));

export const imperva = family("imperva", () => [
  {
    name: "Imperva",
    side: "site",
    statusPage: "https://status.imperva.com/",
    requestId: [
      /incident ID: {0,4}([\d-]{10,60})/i,
      /[?&;]incident_id=([\d-]{10,60})/,
      ["x-iinfo", /^([\w -]{10,60})/],
    ],
    detail: /\/_Incapsula_Resource\?[^"'<>?]{0,400}\b(edet=\d{1,3})/,
    markers: [
      ...pages(),
      { body: frame("\\d"), word: "unavailable" },
      // The words inside that frame, where a reader of it kept no more. A code would tell the reason.
      { body: /Request unsuccessful\. Incapsula incident ID: ?\d/i, word: "unavailable", weak: true },
      { headers: { "x-cdn": /^(?:Imperva|Incapsula)$/i }, word: "passed-on" },
      { headers: { "x-iinfo": /./ }, word: "passed-on" },
    ],
  },
]);

export const impervaNotes: FamilyNotes = {
  id: "imperva",
  entries: [
    { words: ["blocked"], detail: /./, say: [["owner_imperva_by_id", "owner_imperva_code"]] },
    { detail: /./, say: [["owner_imperva_by_id", "owner_imperva_code"], "owner_cdn_past"] },
    { say: ["owner_cdn_past"] },
  ],
};
