import { readFeed } from "./feed.ts";
import type { StatusProduct } from "./product.ts";

/** Azure's board has a feed only, without any word of how grave an item is. */
export const azure: StatusProduct = {
  id: "azure",
  at: ["azure.status.microsoft", "status.azure.com"],
  apiHosts: ["azure.status.microsoft"],
  endpoints: () => ["https://azure.status.microsoft/en-us/status/feed/"],
  parse: readFeed,
};
