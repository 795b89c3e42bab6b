import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import type { NamedAnswer } from "../../../../src/core/protocol/named.ts";
import type { Network } from "../../../../src/core/protocol/standing.ts";
import { addressToOpen, siteWords } from "../../../../src/pages/site/site-words.ts";

describe("the words of a site that stands in no tab", () => {
  it.each<Network>(["online", "no-internet", "captive-portal", "dead-proxy", "unknown"])(
    "speak of no page to load again where nobody answered: %s",
    (network) => {
      const { headline, why, advice } = siteWords({ is: "no-answer", network }, "shop.example");
      for (const said of [headline, why, advice]) {
        if (said) expect(english[said.key].message).not.toMatch(/reload|this page|the page/i);
      }
    },
  );

  it("still say what to do without a connection", () => {
    expect(siteWords({ is: "no-answer", network: "no-internet" }, "shop.example").advice).toEqual({
      key: "cause_offline_advice",
    });
  });
});

describe("the way to open a site that was asked about", () => {
  const url = "https://shop.example/";
  const named = (answer: NamedAnswer) => ({ typed: "shop.example", url, host: "shop.example", answer });

  it.each<Network>(["online", "unknown"])("is there where the site alone may be the reason: %s", (network) => {
    expect(addressToOpen(named({ is: "no-answer", network }))).toBe(url);
  });

  it.each<Network>(["no-internet", "captive-portal", "dead-proxy"])(
    "is not there beside words by which it would lead nowhere: %s",
    (network) => {
      expect(addressToOpen(named({ is: "no-answer", network }))).toBeNull();
    },
  );

  it("is the address that answered, of a site that is up", () => {
    expect(addressToOpen(named({ is: "up", url: "http://shop.example/", status: 200 }))).toBe("http://shop.example/");
  });

  it("is not there while nobody has answered", () => {
    for (const answer of [{ is: "asking" }, { is: "not-sent" }] as const) {
      expect(addressToOpen(named(answer))).toBeNull();
    }
  });
});
