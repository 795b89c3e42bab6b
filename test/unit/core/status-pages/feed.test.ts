import { describe, expect, it } from "vitest";
import { feed } from "../../../../src/core/status-pages/feed.ts";
import { reportFrom } from "../../../../src/core/status-pages/index.ts";

const PAGE = new URL("https://status.shop.example/");
const DATE = "<pubDate>Mon, 02 Nov 2026 11:00:00 GMT</pubDate>";

const read = (channel: string) =>
  reportFrom(feed, { page: PAGE, html: "", answers: [`<rss><channel>${channel}</channel></rss>`] });
const item = (title: string, date: string) => `<item><title>${title}</title>${date}</item>`;

describe("an item of a feed", () => {
  it.each([
    ["no date", ""],
    ["an empty one", "<pubDate></pubDate>"],
    ["a time zone that nobody knows", "<pubDate>Tue, 05 Mar 2019 10:00:00 XYZT</pubDate>"],
    ["a date in another language", "<pubDate>5. März 2019</pubDate>"],
    ["a date before all status pages", "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"],
  ])("is left out when it has %s, for it may be of any year", (_what, date) => {
    expect(read(item("Checkout fails", date) + item("Search fails", DATE))?.notices).toMatchObject([
      { title: "Search fails", startedAt: Date.UTC(2026, 10, 2, 11) },
    ]);
  });

  it("counts from its last change when only that can be read", () => {
    const dates = "<published>gestern</published><updated>2026-11-02T11:00:00Z</updated>";
    expect(read(item("Checkout fails", dates))?.notices).toMatchObject([
      { startedAt: null, updatedAt: Date.UTC(2026, 10, 2, 11) },
    ]);
  });
});

describe("a feed's own title", () => {
  it("names the page, and is looked for at the beginning only, however long the head is", () => {
    const title = "<title>Shop</title>";
    expect(read(title + item("Checkout fails", DATE))?.name).toBe("Shop");
    expect(read(`${" ".repeat(3_000)}${title}${item("Checkout fails", DATE)}`)?.name).toBe("Shop");
    expect(read(`${" ".repeat(4_000)}${title}${item("Checkout fails", DATE)}`)?.name).toBeNull();
  });
});
