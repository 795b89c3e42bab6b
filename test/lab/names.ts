/** The failing site. Every name of the lab ends in a reserved domain (RFC 6761), so none can be somebody's. */
export const SHOP = "shop.example";
export const STATUS_PAGE = "status.shop.example";
/** A server in somebody's own network (RFC 8375), behind the same gateway: private, but no loopback. */
export const NAS = "nas.home.arpa";
/** A site that has nothing to do with the shop. */
export const OTHER = "other.example";
/** Where the page of switches lives. */
export const SWITCHES = "lab.example";
/** The browser vendors' connectivity endpoints, played by the lab. */
export const CHROMIUM_CONNECTIVITY = "www.gstatic.com";
export const FIREFOX_CONNECTIVITY = "detectportal.firefox.com";

/** Whom second opinions are asked of, played by the lab. */
export const GLOBALPING = "api.globalping.io";
export const RESOLVERS = ["dns.google", "cloudflare-dns.com"] as const;

/** Where an archive tells of its copies, and where it shows them. */
export const ARCHIVE = "archive.org";
export const ARCHIVED = "web.archive.org";

export const GATEWAY_NAMES = [SHOP, NAS] as const;
export const WORLD_NAMES = [
  STATUS_PAGE,
  OTHER,
  SWITCHES,
  CHROMIUM_CONNECTIVITY,
  FIREFOX_CONNECTIVITY,
  GLOBALPING,
  ...RESOLVERS,
  ARCHIVE,
  ARCHIVED,
] as const;
export const ALL_NAMES = [...GATEWAY_NAMES, ...WORLD_NAMES] as const;
