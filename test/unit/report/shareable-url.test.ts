import { describe, expect, it } from "vitest";
import { shareableUrl } from "../../../src/report/shareable-url.ts";

describe("a shareable address", () => {
  it.each([
    ["https://shop.example/a?b#c", "https://shop.example/a"],
    ["https://me:secret@shop.example/", "https://shop.example/"],
    ["http://[::1]:8080/x;y?z", "http://[::1]:8080/x;y"],
    ["not an address", ""],
  ])("of %s is %s", (url, shared) => {
    expect(shareableUrl(url)).toBe(shared);
  });
});
