import { BY_STATUS, family, type Product } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

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

export const nginx = family("nginx", () => [
  descendant("nginx", /<center>nginx(?:\/[\d.]+)?(?: \([^)<]*\))?<\/center>/i, /^nginx\b/i, BY_STATUS),
  descendant("OpenResty", /<center>openresty(?:\/[\d.]+)?<\/center>/i, /^openresty\b/i, BY_STATUS),
  descendant("Tengine", /<center>tengine(?:\/[\d.]+)?<\/center>|Powered by Tengine</i, /^Tengine\b/i, BY_STATUS),
  descendant(
    "Azure Application Gateway",
    /<center>Microsoft-Azure-Application-Gateway\/v2<\/center>/i,
    /^Microsoft-Azure-Application-Gateway\b/i,
    // A pool without a healthy member is a 502 here (its troubleshooting guide).
    BY_STATUS,
  ),
]);

export const nginxNotes: FamilyNotes = {
  id: "nginx",
  entries: [
    { product: "Azure Application Gateway", say: ["owner_app_gateway_health", "owner_app_gateway_log"] },
    {
      words: ["no-valid-answer", "origin-down", "origin-invalid"],
      say: ["owner_nginx_refused", "owner_nginx_closed", "owner_nginx_no_live"],
    },
    { words: ["origin-slow"], say: ["owner_nginx_timed_out", "owner_nginx_read_timeout"] },
    { words: ["unavailable", "overload"], say: ["owner_nginx_limits", "owner_nginx_ingress"] },
  ],
};
