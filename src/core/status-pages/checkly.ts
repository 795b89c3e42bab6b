import { feedLinks, readFeed } from "./feed.ts";
import type { StatusProduct } from "./product.ts";

/** Checkly's pages have no public summary; their feed tells of incidents. */
export const checkly: StatusProduct = {
  id: "checkly",
  marks: /\bcheckly(?:hq|-status-page|-dashboards)\b/i,
  endpoints(page, html) {
    const linked = feedLinks(page, html);
    return linked.length > 0 ? linked : ["/feed.rss"];
  },
  parse: readFeed,
};
