import { describe, expect, it } from "vitest";
import { LONGEST_URL, pageUrl, protectionOf, webPage } from "../../../../src/core/incident/incident.ts";

describe("protectionOf", () => {
  it.each([
    ["GET", "https://a.example/", "none"],
    ["GET", "https://a.example/?token=1", "one-shot"],
    ["POST", "https://a.example/", "form"],
    ["POST", "https://a.example/?token=1", "form"],
    ["unknown", "https://a.example/", "form"],
  ] as const)("treats %s %s as %s", (method, url, protection) => {
    expect(protectionOf({ method, url })).toBe(protection);
  });
});

describe("pageUrl", () => {
  it.each([
    ["https://a.example/x?y=1#z", "https://a.example/x?y=1"],
    ["http://a.example", "http://a.example/"],
    ["https://a.example/#", "https://a.example/"],
  ])("reads %s as %s", (given, url) => {
    expect(pageUrl(given)).toBe(url);
  });

  it("is null for what is longer than most servers take, and for hosts that no DNS knows", () => {
    const at = (length: number) => `https://a.example/${"x".repeat(length - "https://a.example/".length)}`;
    expect(pageUrl(at(LONGEST_URL))).toBe(at(LONGEST_URL));
    expect(pageUrl(at(LONGEST_URL + 1))).toBeNull();
    expect(pageUrl(`https://${"a".repeat(256)}/`)).toBeNull();
    // What is left out does not count.
    expect(pageUrl(`${at(LONGEST_URL)}#${"z".repeat(9)}`)).toBe(at(LONGEST_URL));
    // Counted as it is kept: one letter beyond ASCII takes six or more.
    expect(pageUrl(`https://a.example/${"é".repeat(2_000)}`)).toBeNull();
    expect(webPage(at(LONGEST_URL + 1))?.href).toBe(at(LONGEST_URL + 1));
  });

  it.each([undefined, "", "about:blank", "file:///etc/hosts", "chrome://newtab/", "javascript:1", "shop"])(
    "is null for %s",
    (given) => {
      expect(pageUrl(given)).toBeNull();
    },
  );
});
