import { describe, expect, it } from "vitest";
import { comparedPage, failingPage } from "../../../../src/core/writer/compared-page.ts";
import { ok, page, response, signals } from "../checks/given.ts";

const answer = { kind: "response", url: "http://www.gstatic.com/", status: 503, body: "<h1>No</h1>" } as const;

describe("a page to be compared", () => {
  it("is the same object every time, so that its words are read once however many tries compare it", () => {
    const there = { ...answer, headers: [], truncated: false };
    expect(comparedPage(there)).toBe(comparedPage(there));
    const shown = signals({ page: page({ html: "<h1>No</h1>" }), anonymous: ok(response(502, { via: "1.1 box" })) });
    expect(failingPage(shown)).toBe(failingPage({ ...shown }));
  });

  it("is another one with other header fields, or for another host", () => {
    const document = page({ html: "<h1>No</h1>" });
    const alone = failingPage(signals({ page: document }));
    const beside = failingPage(signals({ page: document, anonymous: ok(response(502, { via: "1.1 box" })) }));
    expect([alone?.headers, beside?.headers]).toEqual([[], [["via", "1.1 box"]]]);
    const there = { ...answer, headers: [], truncated: false };
    expect(comparedPage(there).host).toBe("www.gstatic.com");
    expect(comparedPage({ ...there, url: "http://other.example/" }).host).toBe("other.example");
  });
});
