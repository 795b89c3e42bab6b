import { lazily } from "../lazily.ts";
import { unmarked } from "../prose/sentence/unmarked.ts";
import { type FeedItem, feedIncidents } from "./feed-updates.ts";
import { PLANNED } from "./feed-words.ts";
import type { Material, Said, SaidNotice, SaidPast, StatusProduct } from "./product.ts";
import { moment, plain } from "./report.ts";
import { webUrl } from "./web-url.ts";

/** Enough that incidents of last week stand beside those of today. */
const MOST_ITEMS = 25;
const MOST_OPEN = 10;
const ITEM_LENGTH = 4_000;
const HEAD_LENGTH = 4_000;
const FIELD_LENGTH = 2_100;

/** Reads the first element of one of these names; a text of more than 2,100 characters only where its start will do. */
function element(names: readonly string[], { cut = false } = {}): (item: string) => string {
  const begin = lazily(() => new RegExp(`<(?:${names.join("|")})\\b[^<>]{0,200}>`, "i"));
  const end = lazily(() => new RegExp(`</(?:${names.join("|")})>`, "i"));
  return (item) => {
    const found = begin().exec(item);
    const rest = found ? item.slice(found.index + found[0].length).slice(0, FIELD_LENGTH) : "";
    return rest.slice(0, end().exec(rest)?.index ?? (cut ? FIELD_LENGTH : 0));
  };
}
const titleOf = element(["title"]);
const textOf = element(["description", "content:encoded", "content", "summary"], { cut: true });
const categoryOf = element(["category", "status"]);
const startOf = element(["pubDate", "published", "dc:date", "updated"]);
const changeOf = element(["updated", "pubDate", "dc:date"]);
const linkOf = element(["link"]);

const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** A text as the markup that it carries, which feeds escape or wrap. */
const markupOf = (text: string): string =>
  text.replace(/<!\[CDATA\[|\]\]>/g, "").replace(/&(amp|lt|gt|quot);/g, (_all, name: string) => ENTITIES[name] ?? "");

type Notice = FeedItem & SaidNotice & { readonly startedAt: number | null };

/** An incident that is over, from its first date to its last: where a feed gives one date an incident, that is no time. */
const pastOf = (items: readonly Notice[], { title, at }: Notice): SaidPast => ({
  title,
  startedAt: Math.min(...items.map((item) => item.startedAt ?? item.at)),
  endedAt: at,
});

function itemOf(whole: string): Notice[] {
  const item = `<item${whole.slice(0, ITEM_LENGTH)}`;
  const title = plain(titleOf(item));
  const startedAt = moment(startOf(item).trim());
  const updatedAt = moment(changeOf(item).trim());
  if (startedAt === null && updatedAt === null) return [];
  const link = plain(linkOf(item), 500) || /<link\b[^<>]{0,200}\bhref=["']([^"'<>]{1,500})["']/i.exec(item)?.[1] || "";
  const isPlanned = PLANNED.test(unmarked(title).toLowerCase());
  return [
    {
      title,
      markup: markupOf(textOf(item)),
      category: plain(categoryOf(item)),
      link,
      at: Math.max(startedAt ?? 0, updatedAt ?? 0),
      impact: isPlanned ? "unknown" : "degraded",
      startedAt,
      updatedAt,
      url: link,
    },
  ];
}

/**
 * Reads RSS or Atom as recent notices: a feed tells what happened, not what is, so it is never green and an item
 * weighs no more than a degradation, and nothing where it does not tell how it stands. An item without a readable date may be of any year, and is left out.
 * Null for anything that is no feed.
 */
export function readFeed({ answers: [text = ""] }: Material): Said | null {
  const start = text.slice(0, 2_000);
  if (!/<(?:rss|feed|rdf:RDF)[\s>]/i.test(start)) return null;
  const [head = "", ...items] = text.split(/<(?:item|entry)(?=[\s>])/i, MOST_ITEMS + 1);
  const incidents = feedIncidents(items.flatMap(itemOf));
  const open = incidents
    .filter(({ standing }) => standing !== "over")
    .map(({ newest, standing }) => (standing === null ? { ...newest, impact: "unknown" as const } : newest));
  return {
    name: titleOf(head.slice(0, HEAD_LENGTH)),
    notices: open.slice(0, MOST_OPEN),
    past: incidents.filter(({ standing }) => standing === "over").map(({ items: all, newest }) => pastOf(all, newest)),
    tellsNoState: true,
  };
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
