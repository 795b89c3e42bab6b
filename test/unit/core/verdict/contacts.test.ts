import { describe, expect, it } from "vitest";
import { notSent } from "../../../../src/core/http/settled.ts";
import { betterStack } from "../../../../src/core/status-pages/better-stack.ts";
import { reportOf } from "../../../../src/core/status-pages/report.ts";
import { contactsIn, contactsOf } from "../../../../src/core/verdict/contacts.ts";

describe("the contacts that a page's links name", () => {
  it.each([
    ["mailto:help@shop.example", "help@shop.example"],
    ["MAILTO:Help%40shop.example?subject=Down&body=x", "Help@shop.example"],
    ["mailto:a@shop.example,b@shop.example", null],
    ["mailto:h\u0435lp@shop.example", null],
    ["mailto:help@shop.example%0Abcc:x@evil.example", null],
    ["mailto:[no address given]", null],
    ["mailto:%E0%A4%A", null],
    ["https://shop.example/help@shop.example", null],
  ])("mail of %s: %s", (link, mail) => {
    expect(contactsIn([link]).mail).toBe(mail);
  });

  it.each([
    ["https://github.com/shop/site", { host: "github.com", name: "shop/site" }],
    ["https://www.github.com/shop/site.git", { host: "github.com", name: "shop/site" }],
    ["https://gitlab.com/shop/site/-/tree/main", { host: "gitlab.com", name: "shop/site" }],
    ["https://codeberg.org/shop/site/issues", { host: "codeberg.org", name: "shop/site" }],
    ["https://github.com/shop", null],
    ["https://github.com/sponsors/shop", null],
    ["http://github.com/shop/site", null],
    ["https://github.com.evil.example/shop/site", null],
    ["https://github.com/shop/a%20b", null],
    ["javascript:alert(1)", null],
  ])("repository of %s: %j", (link, repository) => {
    expect(contactsIn([link]).repository).toEqual(repository);
  });

  it("are one, however often it is named, and none of several", () => {
    const twice = [
      "mailto:help@shop.example",
      "mailto:HELP@shop.example",
      "https://github.com/a/b",
      "https://github.com/A/b/wiki",
    ];
    expect(contactsIn(twice)).toEqual({ mail: "help@shop.example", repository: { host: "github.com", name: "a/b" } });
    expect(contactsIn(["mailto:a@shop.example", "mailto:b@shop.example"]).mail).toBeNull();
    expect(contactsIn(["https://github.com/a/b", "https://github.com/a/c"]).repository).toBeNull();
  });
});

describe("the contacts of a site", () => {
  const page = (links: string[]) =>
    ({ state: "ok", value: { html: "", cookieBytes: 0, links }, at: 0, took: 1 }) as const;
  const root = (status: number, body: string) =>
    ({
      state: "ok",
      value: { kind: "response", url: "https://shop.example/", status, headers: [], body, truncated: false },
      at: 0,
      took: 1,
    }) as const;
  const FRONT = `<p>Write to <a class="x" href="mailto:front@shop.example">us</a> or <a href='https://codeberg.org/shop/site'>there</a>`;

  const silent = notSent("not-needed");
  const statusPage = (contact: string) => {
    const page = new URL("https://status.shop.example/");
    const answer = JSON.stringify({
      data: {
        type: "status_page",
        attributes: { company_name: "Shop", contact_url: contact, aggregate_state: "downtime" },
      },
      included: [],
    });
    const said = betterStack.parse({ page, html: "", answers: [answer] });
    return {
      state: "ok",
      value: said && reportOf(betterStack, { page, html: "", answers: [answer] }, said),
      at: 0,
      took: 1,
    } as const;
  };

  it("are those of its status page where its own pages name none", () => {
    const seen = {
      page: notSent("not-needed"),
      root: root(502, FRONT),
      statusPage: statusPage("mailto:help@shop.example"),
    };
    expect(contactsOf(seen).mail).toBe("help@shop.example");
    expect(contactsOf({ ...seen, page: page(["mailto:page@shop.example"]) }).mail).toBe("page@shop.example");
    for (const odd of ["", "https://shop.example/contact", "javascript:alert(1)"]) {
      expect(contactsOf({ ...seen, statusPage: statusPage(odd) }).mail).toBeNull();
    }
  });

  it("are those of the failing page before those of the front page", () => {
    expect(
      contactsOf({ page: page(["mailto:page@shop.example"]), root: root(200, FRONT), statusPage: silent }),
    ).toEqual({
      mail: "page@shop.example",
      repository: { host: "codeberg.org", name: "shop/site" },
    });
  });

  it("are not taken from a front page that fails", () => {
    expect(contactsOf({ page: notSent("not-needed"), root: root(502, FRONT), statusPage: silent })).toEqual({
      mail: null,
      repository: null,
    });
  });
});
