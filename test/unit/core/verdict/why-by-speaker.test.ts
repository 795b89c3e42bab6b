import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import { whyBySpeaker } from "../../../../src/core/verdict/why-by-speaker.ts";
import { usual, verdictOf } from "./seen-alike.ts";

describe("why, by who wrote the failing answer", () => {
  it.each([
    ["own-upstream-dead", "cause_cut_off_why"],
    ["unreached", "cause_unreached_why"],
    ["origin-down", "cause_origin_down_why"],
    [null, "cause_origin_down_why"],
  ] as const)("says no more of the site's server than %s does", (word, key) => {
    expect(whyBySpeaker("cause_origin_down_why", { isYours: false, word })).toBe(key);
  });

  it("names no server behind a box of the user's, nor one that it stands in front of", () => {
    const placed = Object.entries(english).flatMap(([key, { message }]) =>
      /^cause_.*_why$/.test(key) &&
      /server behind \$GATEWAY|\$GATEWAY\$, in front|\$GATEWAY\$, which passes|From \$GATEWAY/.test(message)
        ? [key as keyof typeof english]
        : [],
    );
    expect(placed).not.toEqual([]);
    for (const key of placed) expect(whyBySpeaker(key, { isYours: true, word: "passed-on" })).toBe(`${key}_yours`);
  });

  it("is told of the box that a page names", () => {
    expect(verdictOf(usual(503, "Network Error (tcp_error) “Connection refused”"))?.why).toMatchObject({
      key: "cause_origin_down_why_yours",
      args: ["shop.example", { key: "cause_gateway_yours", args: ["Blue Coat ProxySG"] }],
    });
    const squid = { "x-squid-error": "ERR_CONNECT_FAIL 101", server: "squid/6.6" };
    expect(verdictOf(usual(503, "", squid))?.why.key).toBe("cause_cut_off_why");
  });
});
