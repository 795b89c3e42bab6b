import { describe, expect, it } from "vitest";
import { problemAsPage } from "../../../../../src/core/prose/page/from-problem-details.ts";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";

const json = (parts: object): string => JSON.stringify(parts);

describe("problem details as a page", () => {
  it("have their title as the heading, and their detail below", () => {
    const text = json({
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
      detail: "Closed. Back at noon.",
    });
    const { headings, sentences } = proseOf(problemAsPage(text) ?? "");
    expect(headings).toEqual(["service unavailable"]);
    expect(sentences).toEqual(["service unavailable", "closed", "back at noon"]);
  });

  it("need one of the two", () => {
    expect(problemAsPage(json({ detail: "Closed" }))).toBe("<h1></h1><p>Closed</p>");
    expect(problemAsPage(json({ title: "Closed", detail: 7 }))).toBe("<h1>Closed</h1><p></p>");
  });

  it("have no markup of their own", () => {
    expect(proseOf(problemAsPage(json({ detail: "<script>a</script> & b" })) ?? "").sentences).toEqual([
      "<script>a</script> & b",
    ]);
  });

  it.each([
    ["a page", "<h1>Closed</h1>"],
    ["plain text", "Closed"],
    ["other JSON", json({ message: "Closed" })],
    ["a list", json(["Closed"])],
    ["half of them", '{"title":"Clo'],
  ])("are not found in %s", (_what, text) => {
    expect(problemAsPage(text)).toBeNull();
  });
});
