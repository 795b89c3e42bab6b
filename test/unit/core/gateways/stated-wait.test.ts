import { describe, expect, it } from "vitest";
import { floorOf, wishedWait } from "../../../../src/core/gateways/stated-wait.ts";
import type { Response } from "../../../../src/core/http/answer.ts";
import { boxes, nginxPage } from "./samples.ts";

const NOW = Date.UTC(2026, 8, 23, 12);
const URL_ASKED = "https://shop.example/cart";
const SIGNED = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" };

const answer = (status: number, body: string, headers: Record<string, string>): Response => ({
  kind: "response",
  url: URL_ASKED,
  status,
  headers: Object.entries(headers),
  body,
  truncated: false,
});
const waiting = (status: number, body: string, seconds: string, headers: Record<string, string> = SIGNED) =>
  answer(status, body, { ...headers, "retry-after": seconds });

describe("a Retry-After that a gateway adds to errors of its own", () => {
  it.each<[what: string, answer: Response]>([
    ["the two minutes of a dead origin", waiting(522, boxes(522, "host"), "120")],
    ["the two minutes of a name that leads nowhere", waiting(530, "error code: 1016", "120")],
    ["a shorter wait for its own fault", waiting(500, boxes(500, "cloudflare"), "30")],
    ["a certificate that it does not accept", waiting(526, boxes(526, "host"), "60")],
  ])("keeps a plan ten seconds at most, and is no wish of the site's: %s", (_what, said) => {
    expect(floorOf(said, URL_ASKED, NOW)).toBe(NOW + 10_000);
    expect(wishedWait(said, URL_ASKED, NOW)).toBeNull();
  });

  it("keeps it no longer than it asks for", () => {
    expect(floorOf(waiting(530, "error code: 1033", "5"), URL_ASKED, NOW)).toBe(NOW + 5_000);
  });
});

describe("a Retry-After that a site wants", () => {
  it.each<[what: string, answer: Response, seconds: number]>([
    ["on a page that the gateway passed on", waiting(503, "<h1>Back soon</h1>", "120"), 120],
    ["longer than the gateway ever asks for", waiting(522, boxes(522, "host"), "3600"), 3_600],
    [
      "from the site's own server",
      waiting(502, nginxPage("502 Bad Gateway", "<hr><center>nginx</center>"), "120", {}),
      120,
    ],
    ["from nobody known", waiting(503, "", "120", {}), 120],
    ["where its own limits refuse more requests", waiting(503, "error code: 1015", "30"), 30],
    ["where too many requests wait at the gateway", waiting(503, "error code: 1200", "60"), 60],
  ])("is a floor for all that happens by itself: %s", (_what, said, seconds) => {
    expect(floorOf(said, URL_ASKED, NOW)).toBe(NOW + seconds * 1_000);
    expect(wishedWait(said, URL_ASKED, NOW)).toBe(NOW + seconds * 1_000);
  });

  it("is none where the field is missing, or nobody answered with a page", () => {
    for (const read of [floorOf, wishedWait]) {
      expect(read(answer(522, boxes(522, "host"), SIGNED), URL_ASKED, NOW)).toBeNull();
      expect(read({ kind: "redirect", url: URL_ASKED }, URL_ASKED, NOW)).toBeNull();
    }
  });
});
