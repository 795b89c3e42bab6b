import type { Draft } from "./scenario.ts";
import { BARE_503, INVALID, SLOW, theirs } from "./truths.ts";
import { htmlAnswer, nginxPage, type WrittenRow, writtenPages } from "./written-page.ts";

const ROWS: readonly WrittenRow[] = [
  [
    "kin-openresty-502",
    "openresty",
    "a descendant of nginx's",
    htmlAnswer(502, nginxPage("502 Bad Gateway", "openresty/1.21.4.1")),
    INVALID,
  ],
  [
    "kin-tengine-504",
    "tengine",
    "a descendant of nginx's, that gave up",
    htmlAnswer(504, nginxPage("504 Gateway Time-out", "tengine")),
    SLOW,
  ],
  [
    "kin-angie-502",
    "angie",
    "a descendant that is younger than most lists",
    htmlAnswer(502, nginxPage("502 Bad Gateway", "Angie/1.4.1")),
    INVALID,
  ],
  [
    "kin-unknown-504",
    "nginx",
    "a company's own name in the last line",
    htmlAnswer(504, nginxPage("504 Gateway Time-out", "edge-gw/3.2")),
    SLOW,
  ],
  [
    "kin-unsigned-503",
    "nginx",
    "nobody's name in the last line",
    htmlAnswer(503, nginxPage("503 Service Temporarily Unavailable", "")),
    BARE_503,
  ],
  [
    "kin-500",
    "nginx",
    "nginx's own 500: it cannot even begin",
    htmlAnswer(500, nginxPage("500 Internal Server Error", "nginx")),
    theirs("gateway-fault", "misconfigured", "origin-invalid"),
  ],
  [
    "kin-507",
    "nginx",
    "nginx's 507: the disk is full",
    htmlAnswer(507, nginxPage("507 Insufficient Storage", "nginx")),
    theirs("gateway-fault", "misconfigured", "origin-invalid", "origin-down", "overload"),
  ],
];

/** nginx's page under other names, under none, and in its rarer statuses. */
export const NGINX_KIN: readonly Draft[] = writtenPages("edge", ROWS);
