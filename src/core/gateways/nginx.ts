import { BY_STATUS, family, type Product } from "./markers.ts";

/**
 * nginx writes one page in all its descendants and puts the maker's name in the last line, so the name
 * decides. It maps every way of getting no usable answer to 502, and limits or `return 503` to 503.
 * Another page under the name came from behind it, or is an error_page of the site's own.
 */
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

export const nginx = family("nginx", [
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
