import { describe, expect, it } from "vitest";
import { resultOf } from "../../../../src/core/places/place.ts";

const met = (body: string) =>
  resultOf({ kind: "response", url: "https://shop.example/", status: 503, headers: [], body, truncated: false }, true);

describe("a place that gets a failing page", () => {
  it.each([
    ["blocked", "a refusal", "<h1>Your IP address was blocked</h1>"],
    ["blocked", "a refusal in JSON", '{"message":"Your IP address was blocked"}'],
    ["down", "a plain failure", "<h1>Something went wrong</h1>"],
    [
      "down",
      "a refusal that nobody sees",
      "<h1>Something went wrong</h1><div hidden>Your IP address was blocked</div>",
    ],
    ["down", "possible reasons", "<p>Sorry</p><ul><li>Your IP was blocked</li><li>The server is down</li></ul>"],
    ["down", "fields of JSON", '{"error":"no luck","your_ip":"203.0.113.9","blocked_until":null}'],
  ] as const)("is %s by %s", (result, _what, body) => {
    expect(met(body)).toBe(result);
  });
});
