import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import type { Network } from "../../../../src/core/protocol/standing.ts";
import { siteWords } from "../../../../src/pages/site/site-words.ts";

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
