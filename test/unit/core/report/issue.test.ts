import { describe, expect, it } from "vitest";
import { newIssue } from "../../../../src/core/report/issue.ts";

const bodyOf = (address: string, name: string) => new URL(address).searchParams.get(name);

describe("the address of a new issue", () => {
  it.each([
    ["github.com", "/shop/site/issues/new", "title", "body"],
    ["gitlab.com", "/shop/site/-/issues/new", "issue[title]", "issue[description]"],
    ["codeberg.org", "/shop/site/issues/new", "title", "body"],
  ] as const)("at %s opens the form with title and text in it", (host, path, title, body) => {
    const { address } = newIssue({ host, name: "shop/site" }, "Down & out", "One\nTwo #3\n");
    expect(new URL(address).host + new URL(address).pathname).toBe(host + path);
    expect(bodyOf(address, title)).toBe("Down & out");
    expect(bodyOf(address, body)).toBe("One\nTwo #3");
  });

  it("stays within 6,000 characters: the last lines are left out, and dots say so", () => {
    const lines = Array.from({ length: 400 }, (_, at) => `line ${at} ü`);
    const { address } = newIssue({ host: "github.com", name: "shop/site" }, "Down", lines.join("\n"));
    expect(address.length).toBeLessThanOrEqual(6_000);
    expect(bodyOf(address, "body")).toMatch(/^line 0 ü\n(?:.|\n)*\n…$/);
  });

  it("takes half a character for the mark of one that is broken", () => {
    expect(bodyOf(newIssue({ host: "github.com", name: "a/b" }, "x", "\ud800").address, "body")).toBe("\ufffd");
  });
});
