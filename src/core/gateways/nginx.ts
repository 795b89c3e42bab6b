import { foreignName } from "../foreign-text.ts";
import type { GatewayFamily, GatewayWord, Recognition, Sample } from "./gateway.ts";
import { BY_STATUS, family, type Product } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/**
 * Its own 500 is a fault in its own house: a circle of rewrites, a file that it may not read, connections that have run
 * out; 507, no room on its disk. A program's 500 it passes on as it is.
 */
const WORDS: Partial<Record<number, GatewayWord>> = { ...BY_STATUS, 500: "gateway-fault", 507: "gateway-fault" };

/**
 * nginx writes one page in all its descendants and puts the maker's name in the last line, so the name
 * decides. It maps every way of getting no usable answer to 502, and limits or `return 503` to 503.
 * Another page under the name came from behind it, or is an error_page of the site's own.
 */
// @__NO_SIDE_EFFECTS__
function descendant(name: string, tail: RegExp, server: RegExp, words: Product["markers"][number]["word"]): Product {
  return {
    name,
    side: "site",
    markers: [
      { body: tail, word: words },
      { headers: { server }, word: "passed-on" },
    ],
  };
}

const KNOWN = family("nginx", () => [
  descendant("nginx", /<center>nginx(?:\/[\d.]+)?(?: \([^)<]*\))?<\/center>/i, /^nginx\b/i, WORDS),
  descendant("Apache APISIX", /<em>Powered by <a href="https:\/\/apisix\.apache\.org\/?">/i, /^APISIX\b/i, WORDS),
  descendant("OpenResty", /<center>openresty(?:\/[\d.]+)?<\/center>/i, /^openresty\b/i, WORDS),
  descendant("Tengine", /<center>tengine(?:\/[\d.]+)?<\/center>|Powered by Tengine</i, /^Tengine\b/i, WORDS),
  descendant("Angie", /<center>angie(?:\/[\d.]+)?<\/center>/i, /^Angie\b/i, WORDS),
  descendant("freenginx", /<center>freenginx(?:\/[\d.]+)?<\/center>/i, /^freenginx\b/i, WORDS),
  descendant(
    "Azure Application Gateway",
    /<center>Microsoft-Azure-Application-Gateway\/v2<\/center>/i,
    /^Microsoft-Azure-Application-Gateway\b/i,
    // A pool without a healthy member is a 502 here (its troubleshooting guide).
    WORDS,
  ),
]);

/** The page's frame: the status as a heading, a rule, and the maker's name as the last line. */
const FRAME =
  /<center>\s{0,4}<h1>\s{0,4}(\d{3}) [^<>]{2,60}<\/h1>\s{0,4}<\/center>\s{0,4}<hr[ /]{0,2}>\s{0,4}<center>([^<>]{0,80})<\/center>/i;
/** A name, with its version and build or without: no sentence that a stranger would lend our own. */
const NAME = /^([a-z0-9][\w.-]{0,38})(?:[/ ]v?\d[\w.-]{0,20})?(?: ?\([^()]{0,40}\))?$/i;
/** Whose edge it is, its own family knows. */
const OTHERS = /^(?:cloudflare|awselb)\b/i;

/** A build under a name that is not listed: the name says who wrote the page, the frame what its codes mean. */
function kin({ status, body }: Sample): Recognition | null {
  const [, code = "", tail = ""] = FRAME.exec(body) ?? [];
  const word = WORDS[status];
  if (Number(code) !== status || word === undefined || OTHERS.test(tail)) return null;
  const name = foreignName(NAME.exec(tail.trim())?.[1] ?? "");
  // Whose box a name stands for that nobody knows, nobody knows.
  return { family: "nginx", product: name ?? "nginx", word, side: "either" };
}

export const nginx: GatewayFamily = {
  id: KNOWN.id,
  get products() {
    return KNOWN.products;
  },
  recognise(sample) {
    const known = KNOWN.recognise(sample);
    return known && known.word !== "passed-on" ? known : (kin(sample) ?? known);
  },
};

export const nginxNotes: FamilyNotes = {
  id: "nginx",
  entries: [
    { product: "Azure Application Gateway", say: ["owner_app_gateway_health", "owner_app_gateway_log"] },
    {
      words: ["no-valid-answer", "origin-down", "origin-invalid"],
      say: ["owner_nginx_refused", "owner_nginx_closed", "owner_nginx_no_live"],
    },
    { words: ["origin-slow"], say: ["owner_nginx_timed_out", "owner_nginx_read_timeout"] },
    { words: ["gateway-fault"], say: ["owner_nginx_own_error"] },
    { words: ["unavailable", "overload"], say: ["owner_nginx_limits", "owner_nginx_ingress"] },
  ],
};
