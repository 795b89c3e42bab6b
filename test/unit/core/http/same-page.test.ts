import { describe, expect, it } from "vitest";
import { isSamePage } from "../../../../src/core/http/same-page.ts";

const at = (host: string, body: string, status = 502) => ({ status, body, host });
/** Whichever of the two is looked at first. */
function isSame(here: string, there: string, statuses: readonly [number, number] = [502, 502]): boolean {
  const [one, other] = [at("shop.example", here, statuses[0]), at("www.gstatic.com", there, statuses[1])];
  expect(isSamePage(other, one)).toBe(isSamePage(one, other));
  return isSamePage(one, other);
}

const LONG = "The company’s gateway could not bring this page, so please call the help desk. ".repeat(5);

describe("one page in two places", () => {
  it.each([
    ["word for word", "<h1>Nope</h1>", "<h1>Nope</h1>"],
    ["but for the host", "<p>shop.example failed</p>", "<p>www.gstatic.com failed</p>"],
    [
      "but for the address, the time and a number",
      "<p>http://shop.example/cart at 12:03:04, id 4711a</p>",
      "<p>http://www.gstatic.com/generate_204 at 12:03:09, id 9b</p>",
    ],
    ["as sent and as a browser serialized it", "<h1>Nope</h1>", "<html><head></head><body><h1>Nope</h1></body></html>"],
    ["but for a reason in a long page", `<h1>Timeout</h1><p>${LONG}</p>`, `<h1>Refused</h1><p>${LONG}</p>`],
    ["with nothing in it", "", ""],
    ["with nothing in it, as a browser shows it", "", "<html><head></head><body></body></html>"],
  ])("is known %s", (_what, here, there) => {
    expect(isSame(here, there)).toBe(true);
  });

  it.each([
    ["two short pages that differ in a word", "<h1>Timeout</h1>", "<h1>Refused</h1>"],
    ["a page and none", "<h1>Nope</h1>", ""],
    ["two pages that say nothing and are marked otherwise", '<body id="A"></body>', '<body id="B"></body>'],
    ["two long pages", `<p>${LONG}</p>`, `<p>${"Our shop is closed until the cows come home again. ".repeat(8)}</p>`],
  ])("is not: %s", (_what, here, there) => {
    expect(isSame(here, there)).toBe(false);
  });

  it("is not where two pages that say nothing have two statuses", () => {
    expect(isSame("", "", [502, 503])).toBe(false);
  });
});
