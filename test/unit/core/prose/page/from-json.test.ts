import { describe, expect, it } from "vitest";
import { jsonAsPage } from "../../../../../src/core/prose/page/from-json.ts";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { refusesVisitor } from "../../../../../src/core/prose/refusal/notice.ts";

const said = (value: unknown): readonly string[] => proseOf(jsonAsPage(JSON.stringify(value)) ?? "").sentences;

describe("JSON as a page", () => {
  it("says its texts, each by itself, in their order and however deep", () => {
    const body = { error: { code: 503, message: "Closed. Back at noon" }, notes: ["One", { more: "Two" }] };
    expect(said(body)).toEqual(["closed", "back at noon", "one", "two"]);
    expect(said(["One", "Two"])).toEqual(["one", "two"]);
  });

  it("says nothing by the names of its fields, nor by what is no text", () => {
    expect(said({ error: "Oops", maintenance: true, blocked: false, banned_until: null, access_denied: 0 })).toEqual([
      "oops",
    ]);
    expect(said({ status: 503, blocked_until: null })).toEqual([]);
  });

  it("joins no two fields to one sentence", () => {
    for (const body of [
      { error: "no luck", your_ip: "203.0.113.9", blocked_until: null },
      { your_request_id: "b7", status: "rejected by the scheduler" },
    ]) {
      expect(said(body).some((sentence) => refusesVisitor({ headings: [], sentences: [sentence] }))).toBe(false);
    }
    expect(refusesVisitor(proseOf(jsonAsPage('{"msg":"Your IP was blocked"}') ?? ""))).toBe(true);
  });

  it("says nothing by addresses", () => {
    expect(said({ message: "Oops", see: "https://docs.example/under-maintenance", path: "/access-denied" })).toEqual([
      "oops",
    ]);
  });

  it("has no markup of its own", () => {
    expect(said({ message: "<script>a</script> & b" })).toEqual(["<script>a</script> & b"]);
  });

  it.each([
    ["a page", "<p>Closed</p>"],
    ["plain text", "Closed"],
    ["half of it", '{"message":"Clo'],
    ["nothing", ""],
  ])("is not found in %s", (_what, text) => {
    expect(jsonAsPage(text)).toBeNull();
  });
});
