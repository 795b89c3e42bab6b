import { describe, expect, it } from "vitest";
import { holdsAllOf, type Likeness, likenessOf } from "../../../../src/core/prose/same-page.ts";

const at = (host: string, body: string, status = 502) => ({ status, body, host });
/** Whichever of the two is looked at first. */
function likeness(here: string, there: string, statuses: readonly [number, number] = [502, 502]): Likeness | null {
  const [one, other] = [at("shop.example", here, statuses[0]), at("www.gstatic.com", there, statuses[1])];
  expect(likenessOf(other, one)).toBe(likenessOf(one, other));
  return likenessOf(one, other);
}

it("reads a page of a host whose name is www. alone as it stands", () => {
  const [one, other] = ["This gateway has lost its way out", "This gateway has lost its way home"];
  expect(likenessOf(at("www.", one), at("www.gstatic.com", one))).toBe("page");
  expect(likenessOf(at("www.", one), at("www.", other))).toBeNull();
  expect(likenessOf(at("www.", "no"), at("www.", "on"))).toBeNull();
});

const LONG = "The company’s gateway could not bring this page, so please call the help desk. ".repeat(5);

describe("one page in two places", () => {
  it.each([
    ["word for word", "<h1>This page is not here</h1>", "<h1>This page is not here</h1>"],
    ["but for the host", "<p>shop.example cannot be shown now</p>", "<p>www.gstatic.com cannot be shown now</p>"],
    ["but for the host without www", "<p>shop.example is not to be had</p>", "<p>gstatic.com is not to be had</p>"],
    [
      "but for the address, the time and a number",
      "<p>http://shop.example/cart failed at 12:03:04, incident id 4711a, sorry for that</p>",
      "<p>http://www.gstatic.com/generate_204 failed at 12:03:09, incident id 9b, sorry for that</p>",
    ],
    ["but for the path", "The proxy could not handle GET /cart.", "The proxy could not handle GET /generate_204."],
    [
      "as JSON",
      '{"error":"bad_gateway","host":"shop.example","request_id":"a1","time":"2026-11-29T12:00:01Z"}',
      '{"error":"bad_gateway","host":"www.gstatic.com","request_id":"b2","time":"2026-11-29T12:00:04Z"}',
    ],
    [
      "as sent and as a browser serialized it",
      "<h1>This page is not here</h1>",
      "<html><head></head><body><h1>This page is not here</h1></body></html>",
    ],
    ["as plain text and as a browser shows it", "This page is not here", "<pre>This page is not here</pre>"],
    ["but for a reason in a long page", `<h1>Timeout</h1><p>${LONG}</p>`, `<h1>Refused</h1><p>${LONG}</p>`],
    ["in a script without blanks", "<h1>服务器暂时无法响应您的请求</h1>", "<h1>服务器暂时无法响应您的请求</h1>"],
  ])("is known %s", (_what, here, there) => {
    expect(likeness(here, there)).toBe("page");
    expect(likeness(here, there, [502, 503])).toBe("page");
  });

  it.each([
    ["with nothing in it", "", ""],
    ["with nothing in it, as a browser shows it", "", "<html><head></head><body></body></html>"],
    [
      "with nothing in it, as Firefox shows a text",
      "",
      '<html><head><link rel="stylesheet" href="resource://content-accessible/plaintext.css"></head><body><pre></pre></body></html>',
    ],
    ["with marks alone", '<body id="A"></body>', "<body id=A></body>"],
    ["with two words", "Service Unavailable", "<html><body><pre>Service Unavailable</pre></body></html>"],
    [
      "with few words said twice",
      "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><center>nginx/1.24.0</center>",
      "<title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><center>nginx/1.18.0</center>",
    ],
    ["with a short word in a script without blanks", "<h1>服务不可用</h1>", "<h1>服务不可用</h1>"],
  ])("is bare, and says no more than its status: %s", (_what, here, there) => {
    expect(likeness(here, there)).toBe("bare");
    expect(likeness(here, there, [502, 503])).toBeNull();
  });

  it.each([
    ["two short pages that differ in a word", "<h1>Timeout</h1>", "<h1>Refused</h1>"],
    ["a page and none", "<h1>Nope</h1>", ""],
    ["two pages that say nothing and are marked otherwise", '<body id="A"></body>', '<body id="B"></body>'],
    ["two long pages", `<p>${LONG}</p>`, `<p>${"Our shop is closed until the cows come home again. ".repeat(8)}</p>`],
    ["pages that name a host and none", "<p>shop.example is not to be had</p>", "<p>It is not to be had</p>"],
  ])("is not: %s", (_what, here, there) => {
    expect(likeness(here, there)).toBeNull();
  });
});

describe("a page that holds another", () => {
  const WI_FI = "<h1>Log in to this Wi-Fi</h1>";

  it.each([
    ["with a line more", `${WI_FI}<p>Room and name, please.</p>`, WI_FI],
    [
      "with a title that says the heading again, and a line that goes on",
      `<title>Log in to this Wi-Fi</title>${WI_FI}<p>Log in to this Wi-Fi to go on.</p>`,
      WI_FI,
    ],
    [
      "with another title",
      "<title>503</title><h1>Hotel</h1><p>Log in to this Wi-Fi</p>",
      "<p>Log in to this Wi-Fi</p>",
    ],
  ])("%s", (_what, page, held) => {
    const [one, other] = [at("shop.example", page, 503), at("www.gstatic.com", held, 200)];
    expect([holdsAllOf(one, other), holdsAllOf(other, one)]).toEqual([true, false]);
  });

  it.each([
    ["a few words", "<h1>Not available</h1><p>Room and name, please.</p>", "<h1>Not available</h1>"],
    ["other words", "<h1>Log in to the Wi-Fi of this hotel</h1>", WI_FI],
    ["nothing", WI_FI, ""],
    [
      "one sentence of many",
      "<h1>Welcome to our hotel</h1><p>Room and name, please. If something went wrong please try again later.</p>",
      "<h1>Something went wrong</h1><p>Please try again later.</p>",
    ],
  ])("does not hold %s", (_what, page, held) => {
    const [one, other] = [at("shop.example", page, 503), at("www.gstatic.com", held, 200)];
    expect([holdsAllOf(one, other), holdsAllOf(other, one)]).toEqual([false, false]);
  });
});
