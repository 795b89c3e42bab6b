import { describe, expect, it } from "vitest";
import { nameless } from "../../../../src/core/gateways/nameless.ts";

const found = (body: string, scheme: "http" | "https" = "https") =>
  nameless({ status: 502, headers: [], body, scheme }, "shop.example");

describe("a writer without a name", () => {
  it("that looked for the very name is a proxy on the user's way", () => {
    expect(found("getaddrinfo ENOTFOUND shop.example")).toMatchObject({ word: "name-not-found", side: "user" });
    expect(found("<h1>DNS look up failed</h1>")).toMatchObject({ word: "name-not-found", side: "either" });
    expect(found("getaddrinfo ENOTFOUND app.internal")).toMatchObject({ word: "name-not-found", side: "either" });
  });

  it("that speaks of the site as of somebody else may be one over plain http", () => {
    const html = "<p>The website you requested could not be reached.</p>";
    expect(found(html, "http")).toMatchObject({ word: "unreached", side: "either", weak: true });
    expect(found(html)).toBeNull();
    expect(found("<p>The origin web server could not be reached by this site.</p>", "http")).toBeNull();
  });

  it("that does not take this site's certificate stands on the user's way", () => {
    const html = "<p>The certificate of the server you are trying to contact is not trusted.</p>";
    expect(found(html)).toMatchObject({ word: "misconfigured", side: "user" });
    expect(found("<p>The origin certificate is not trusted.</p>")).toMatchObject({ side: "either" });
  });

  it("is heard, as hearsay, where it states a reason", () => {
    expect(found("<h1>certificate has expired</h1>")).toEqual({
      family: "nameless",
      product: null,
      word: "misconfigured",
      side: "either",
      weak: true,
      detail: "certificate has expired",
    });
  });

  it.each([
    "",
    "<h1>503 Service Unavailable</h1>",
    "<h1>Sorry</h1><p>We will be back soon.</p>",
    // How full the site is stands in its own words.
    "<h1>too many connections</h1>",
    // A long page's bottom is the site's.
    `${"<p>Our shop.</p>".repeat(20)}<p>connection refused</p>`,
  ])("says nothing in: %s", (html) => {
    expect(found(html)).toBeNull();
  });
});
