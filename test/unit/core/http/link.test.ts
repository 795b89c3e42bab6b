import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkTargets } from "../../../../src/core/http/link.ts";
import { holds } from "../../../property.ts";

const status = (...values: readonly string[]) =>
  linkTargets(
    values.map((value) => ["link", value] as const),
    "status",
  );

describe("linkTargets", () => {
  it.each([
    ["a quoted relation", '<https://status.shop.example/>; rel="status"', ["https://status.shop.example/"]],
    ["a bare one", "</status>;rel=status", ["/status"]],
    ["any case", "</a>; REL=Status", ["/a"]],
    ["one of several relations", '</a>; rel="help status"', ["/a"]],
    ["other parameters", '</a>; title="a, b; c"; rel="status"; type="text/html"', ["/a"]],
    ["several links", '</x>; rel=preload, </a>; rel="status", </b>; rel="status"', ["/a", "/b"]],
    ["a comma in an address", "<https://a.example/x,y>; rel=status", ["https://a.example/x,y"]],
    ["empty members", ", , </a>; rel=status,", ["/a"]],
    ["only the first relation of a link", "</a>; rel=help; rel=status", []],
    ["no relation", "</a>", []],
    ["another relation", '</a>; rel="status-page"', []],
    ["an extended parameter", "</a>; rel*=status", []],
    ["what comes before a malformed end", "</a>; rel=status, garbage", ["/a"]],
    ["an open bracket", "</a; rel=status", []],
    ["an open quote", '</a>; rel="status', []],
    ["nothing", "", []],
  ])("reads %s", (_what, value, targets) => {
    expect(status(value)).toEqual(targets);
  });

  it("reads repeated fields, and ten links at the most", () => {
    expect(status("</a>; rel=status", "</b>; rel=status")).toEqual(["/a", "/b"]);
    expect(status(...Array.from({ length: 50 }, () => "</a>; rel=status"))).toHaveLength(10);
  });

  it("reads nothing of an endless field", () => {
    expect(status(`</a>; rel=status; x="${"a".repeat(9_000)}"`)).toEqual([]);
  });

  it("gives only what stands between brackets, and never throws, whatever it is given", () => {
    const piece = fc.constantFrom("<", ">", ";", ",", '"', "\\", "=", " ", "rel", "status", "a", "<a>;rel=status");
    holds([fc.array(piece, { maxLength: 60 })], (pieces) => {
      const text = pieces.join("");
      const bracketed = [...text.matchAll(/<([^>]*)/g)].map(([, inside = ""]) => inside.trim());
      expect(bracketed).toEqual(expect.arrayContaining(status(text)));
    });
  });
});
