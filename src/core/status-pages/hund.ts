import { feedLinks, readFeed } from "./feed.ts";
import type { StatusProduct } from "./product.ts";

/** Hund's state is behind a key; its feed is not. */
export const hund: StatusProduct = {
  id: "hund",
  marks: /\bhund\.io\b/i,
  endpoints(page, html) {
    const linked = feedLinks(page, html);
    return linked.length > 0 ? linked : ["/feed"];
  },
  parse: readFeed,
};
