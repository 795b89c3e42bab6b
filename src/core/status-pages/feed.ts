import type { Material, Said, StatusProduct } from "./product.ts";
import { moment, plain } from "./report.ts";
import { webUrl } from "./web-url.ts";

const MOST_ITEMS = 10;
const ITEM_LENGTH = 4_000;
const HEAD_LENGTH = 4_000;
const FIELD_LENGTH = 2_100;

/** Reads the text of the first element of one of these names, of at most 2,000 characters; "" for none. */
function element(...names: readonly string[]): (item: string) => string {
  const begin = new RegExp(`<(?:${names.join("|")})\\b[^<>]{0,200}>`, "i");
  const end = new RegExp(`</(?:${names.join("|")})>`, "i");
  return (item) => {
    const found = begin.exec(item);
    const rest = found ? item.slice(found.index + found[0].length).slice(0, FIELD_LENGTH) : "";
    const stop = end.exec(rest)?.index ?? 0;
    return rest.slice(0, stop);
  };
}
const titleOf = element("title");
const textOf = element("description", "content:encoded", "content", "summary");
const startOf = element("pubDate", "published", "dc:date", "updated");
const changeOf = element("updated", "pubDate", "dc:date");
const linkOf = element("link");

/** The newest update comes first in an item's text, and says how things stand. */
const CLOSED = /\b(?:resolved|completed|operating normally)\b/i;
const PLANNED = /\b(?:scheduled|maintenance)\b/i;

/**
 * Reads RSS or Atom as recent notices: a feed tells what happened, not what is, so it is never green and an item
 * weighs no more than a degradation. An item without a readable date may be of any year, and is left out.
 * Null for anything that is no feed.
 */
export function readFeed({ answers: [text = ""] }: Material): Said | null {
  const start = text.slice(0, 2_000);
  if (!/<(?:rss|feed|rdf:RDF)[\s>]/i.test(start)) return null;
  const [head = "", ...items] = text.split(/<(?:item|entry)(?=[\s>])/i, MOST_ITEMS + 1);
  const notices = items.flatMap((whole) => {
    const item = `<item${whole.slice(0, ITEM_LENGTH)}`;
    const title = plain(titleOf(item));
    const words = `${title} ${plain(textOf(item), 600)}`;
    const startedAt = moment(startOf(item).trim());
    const updatedAt = moment(changeOf(item).trim());
    if (CLOSED.test(words) || (startedAt ?? updatedAt) === null) return [];
    return {
      title,
      impact: PLANNED.test(title) ? ("unknown" as const) : ("degraded" as const),
      startedAt,
      updatedAt,
      url: plain(linkOf(item), 500) || /<link\b[^<>]{0,200}\bhref=["']([^"'<>]{1,500})["']/i.exec(item)?.[1],
    };
  });
  return { name: titleOf(head.slice(0, HEAD_LENGTH)), notices, tellsNoState: true };
}

/** Where a document says that its feed lies, in the order of its links; only on the page's own host. */
export function feedLinks(page: URL, html: string): readonly string[] {
  return [...html.matchAll(/<link\b[^<>]{0,500}>/gi)]
    .filter(([tag]) => /\balternate\b/i.test(tag) && /application\/(?:rss|atom)\+xml/i.test(tag))
    .flatMap(([tag]) => {
      const href = /\bhref=["']?([^"'\s<>]{1,500})/i.exec(tag)?.[1]?.replaceAll("&amp;", "&") ?? "";
      const url = URL.canParse(href, page) ? webUrl(new URL(href, page).href) : null;
      return url !== null && new URL(url).origin === page.origin ? [url] : [];
    })
    .slice(0, 1);
}

/** Any page whose product is unknown but which links to a feed. */
export const feed: StatusProduct = {
  id: "feed",
  endpoints: feedLinks,
  parse: readFeed,
};
