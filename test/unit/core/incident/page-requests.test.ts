import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePageRequests } from "../../../../src/core/incident/page-requests.ts";
import { holds } from "../../../property.ts";
import { anyAddress } from "../any-address.ts";

interface Request {
  address: string;
  status: number;
  initiator: string;
  cut: boolean;
}

const request = (address: string, parts: Partial<Request> = {}): Request => ({
  address,
  status: 502,
  initiator: "fetch",
  cut: false,
  ...parts,
});
const read = (...failed: Request[]) =>
  parsePageRequests({ seen: 20, hidden: 4, failed }, { pageHost: "shop.example", pageStatus: 200 });
const API = "https://api.shop.example";

describe("parsePageRequests", () => {
  it("puts the host with the most failures first, and counts by origin", () => {
    const found = read(
      request("https://cdn.example/a.js", { initiator: "script" }),
      request(`${API}/items`, { status: 503 }),
      request(`${API}/prices`),
      request("http://api.shop.example/old"),
    );
    expect(found).toMatchObject({ pageStatus: 200, seen: 20, hidden: 4 });
    expect(found?.failing.map(({ host, failed }) => [host, failed])).toEqual([
      ["api.shop.example", 2],
      ["cdn.example", 1],
      ["api.shop.example", 1],
    ]);
    expect(found?.failing[0]?.statuses).toEqual([502, 503]);
  });

  it.each(["img", "script", "css", "link"])("takes a request by %s for one that may be repeated", (initiator) => {
    const found = read(request(`${API}/logo`, { initiator, status: 500 }), request(`${API}/items`));
    expect(found?.failing[0]).toMatchObject({ url: `${API}/logo`, status: 500, repeatable: true });
  });

  it.each([
    ["was made by a program", { initiator: "fetch" }],
    ["was made by an older program", { initiator: "xmlhttprequest" }],
    ["was a form's or a frame's", { initiator: "iframe" }],
    ["had a query, which stays in the page", { initiator: "img", cut: true }],
  ])("never repeats a request that %s", (_what, parts) => {
    expect(read(request(`${API}/items`, parts))?.failing[0]).toMatchObject({ url: `${API}/items`, repeatable: false });
  });

  it.each([
    ["a script's address", "javascript:alert(1)"],
    ["a file", "file:///etc/passwd"],
    ["no address at all", "shop"],
  ])("leaves out %s", (_what, address) => {
    expect(read(request(address))?.failing).toEqual([]);
  });

  it("drops what an address should not hold", () => {
    expect(read(request("https://me:secret@api.shop.example/items?key=1#x"))?.failing[0]?.url).toBe(`${API}/items`);
  });

  it("names ten hosts at the most", () => {
    const many = Array.from({ length: 30 }, (_, index) => request(`https://h${index}.example/`));
    expect(read(...many)?.failing).toHaveLength(10);
  });

  it.each([
    ["nothing", undefined],
    ["a text", "[]"],
    ["a status below 500", { seen: 1, hidden: 0, failed: [request(API, { status: 404 })] }],
    ["a status beyond 599", { seen: 1, hidden: 0, failed: [request(API, { status: 600 })] }],
    ["an endless address", { seen: 1, hidden: 0, failed: [request(`${API}/${"x".repeat(600)}`)] }],
    ["more entries than were asked for", { seen: 1, hidden: 0, failed: Array(251).fill(request(API)) }],
  ])("takes %s for nothing", (_what, raw) => {
    expect(parsePageRequests(raw, { pageHost: "shop.example", pageStatus: 200 })).toBeNull();
  });

  it("survives whatever a page may hand out", () => {
    holds([fc.jsonValue(), anyAddress], (value, url) => {
      parsePageRequests(value, { pageHost: "shop.example", pageStatus: 200 });
      for (const { url: asked } of read(request(url))?.failing ?? []) expect(new URL(asked).search).toBe("");
    });
  });
});
