import { describe, expect, it } from "vitest";
import { availabilityRequest, copyLink, parseAvailability } from "../../../../src/core/places/saved-copy.ts";
import { archivedAddress } from "../../../../src/core/report/shareable-url.ts";

const NOW = Date.parse("2026-11-29T12:00:00Z");
const answer = (closest: unknown) => JSON.stringify({ url: "x", archived_snapshots: closest ? { closest } : {} });
const good = { status: "200", available: true, url: "http://evil.example/", timestamp: "20261112093015" };

describe("the archive's answer", () => {
  it("names the moment of a copy, and its link is not used", () => {
    const heard = parseAvailability(answer(good), NOW);
    expect(heard).toEqual({
      state: "found",
      copy: { at: Date.parse("2026-11-12T09:30:15Z"), timestamp: "20261112093015" },
    });
    expect(copyLink("https://shop.example/cart", heard.state === "found" ? heard.copy : null)).toBe(
      "https://web.archive.org/web/20261112093015/https://shop.example/cart",
    );
  });

  it.each([
    ["nothing", null],
    ["a copy that is not to be had", { ...good, available: false }],
    ["a copy of an error page", { ...good, status: "503" }],
  ])("is none for %s", (_what, closest) => {
    expect(parseAvailability(answer(closest), NOW)).toEqual({ state: "none" });
  });

  it.each([
    ["a page", "<h1>Sorry</h1>"],
    ["another document", "[]"],
    ["a moment in other words", answer({ ...good, timestamp: "2026-11-12" })],
    ["a moment with an address in it", answer({ ...good, timestamp: "20261112093015/../x" })],
    ["a day that no calendar has", answer({ ...good, timestamp: "20261341093015" })],
    ["a moment that lies ahead", answer({ ...good, timestamp: "20291112093015" })],
  ])("is not understood where it is %s", (_what, body) => {
    expect(parseAvailability(body, NOW)).toEqual({ state: "failed" });
  });
});

describe("the question to the archive", () => {
  it.each([
    ["https://me:pw@shop.example/cart?card=4711#x", true, "https://shop.example/cart"],
    ["https://shop.example/verify/9f8e7d", false, "https://shop.example/"],
  ])("names %s, repeatable %s, as %s", (url, repeatable, address) => {
    expect(archivedAddress(url, repeatable)).toBe(address);
    expect(availabilityRequest(address)).toBe(
      `https://archive.org/wayback/available?url=${encodeURIComponent(address)}`,
    );
  });

  it("is followed by a link to the newest copy where no moment is known", () => {
    expect(copyLink("https://shop.example/", null)).toBe("https://web.archive.org/web/2/https://shop.example/");
  });
});
