import { azure } from "../../../../../src/core/status-pages/azure.ts";
import { checkly } from "../../../../../src/core/status-pages/checkly.ts";
import { feed } from "../../../../../src/core/status-pages/feed.ts";
import { hund } from "../../../../../src/core/status-pages/hund.ts";
import type { StatusProduct } from "../../../../../src/core/status-pages/product.ts";
import { by, type Sample, type Situation } from "./sample.ts";

const PAGE = "https://status.shop.example/";
/** A feed tells what happened, not what is. */
const NEVER_MORE = { good: "unknown", degraded: "unknown", outage: "unknown", maintenance: "unknown" } as const;

function rss(situation: Situation, _iso: string, at: number): readonly string[] {
  const title = by(situation, "Checkout failed", "Checkout is slow", "Checkout fails", "Scheduled maintenance");
  const words = by(situation, "&lt;b&gt;Status: Resolved&lt;/b&gt;", "Investigating", "Investigating", "In progress");
  const item = `<item><title>${title}</title><description><![CDATA[${words}]]></description><pubDate>${new Date(at).toUTCString()}</pubDate><link>${PAGE}1</link></item>`;
  return [`<?xml version="1.0"?><rss version="2.0"><channel><title>Shop</title>${item}</channel></rss>`];
}

function atom(situation: Situation, iso: string): readonly string[] {
  const title = by(situation, "Checkout failed", "Checkout is slow", "Checkout fails", "Scheduled maintenance");
  const words = by(situation, "Resolved - all is well", "Identified", "Identified", "In progress");
  const entry = `<entry><title type="text">${title}</title><published>${iso}</published><updated>${iso}</updated><link rel="alternate" href="${PAGE}1"/><content type="html">&lt;strong&gt;${words}&lt;/strong&gt;</content></entry>`;
  return [`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Shop</title>${entry}</feed>`];
}

const sample = (product: StatusProduct, rest: Pick<Sample, "page" | "html" | "asks" | "answers">): Sample => ({
  product,
  overall: NEVER_MORE,
  bad: [],
  ...rest,
});

export const FEEDS: readonly Sample[] = [
  sample(feed, {
    page: PAGE,
    html: '<link rel="alternate" type="application/rss+xml" title="Notices" href="/notices.rss?a=1&amp;b=2">',
    asks: ["https://status.shop.example/notices.rss?a=1&b=2"],
    answers: rss,
  }),
  sample(hund, {
    page: PAGE,
    html: '<a href="https://hund.io/">Hund</a><link type="application/atom+xml" rel="alternate" href="/feed.atom">',
    asks: ["https://status.shop.example/feed.atom"],
    answers: atom,
  }),
  sample(checkly, {
    page: PAGE,
    html: '<script src="https://assets.checklyhq.com/page.js"></script>',
    asks: ["https://status.shop.example/feed.rss"],
    answers: rss,
  }),
  sample(azure, {
    page: "https://azure.status.microsoft/en-us/status",
    asks: ["https://azure.status.microsoft/en-us/status/feed/"],
    answers: rss,
  }),
];
