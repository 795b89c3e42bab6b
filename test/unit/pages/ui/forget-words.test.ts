import { describe, expect, it } from "vitest";
import { siteOfHost } from "../../../../src/core/incident/site.ts";
import { forgetWords } from "../../../../src/pages/ui/forget-words.ts";

describe("the way to forget a site", () => {
  it.each([
    ["localhost:3000", "localhost", "history_forget_ports_loses"],
    ["[::1]:3000", "[::1]", "history_forget_ports_loses"],
    ["www.shop.example:8443", "shop.example", "history_forget_ports_loses"],
    ["www.shop.example", "shop.example", "history_forget_site_loses"],
    ["[::1]", "[::1]", "history_forget_site_loses"],
    ["shop.example", "shop.example", "history_forget_site_loses"],
  ])("names what is forgotten with %s: %s", (host, site, loses) => {
    expect(forgetWords(host)).toEqual({
      does: { key: "history_forget_site", args: [site] },
      loses: { key: loses, args: [site] },
    });
    // What the worker goes by.
    expect(siteOfHost(host)).toBe(site);
  });
});
