import { describe, expect, it } from "vitest";
import { shareableAddress, shareableUrl } from "../../../../src/core/report/shareable-url.ts";

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

describe("the shareable address of a check", () => {
  it.each([
    [{ url: "https://shop.example/verify/9f8e7d?x=1", worksOnce: false }, "https://shop.example/verify/9f8e7d", false],
    [{ url: "https://shop.example:8443/verify/9f8e7d?x=1", worksOnce: true }, "https://shop.example:8443/", true],
    [{ url: "https://shop.example/?token=1", worksOnce: true }, "https://shop.example/", false],
    [{ url: "not an address", worksOnce: true }, "", false],
  ])("of %j is %s", (view, url, isCut) => {
    expect(shareableAddress(view)).toEqual({ url, isCut });
  });
});
