import { describe, expect, it } from "vitest";
import texts from "../../../../public/_locales/en/messages.json" with { type: "json" };
import { CAUSE_IDS, CAUSES } from "../../../../src/core/evidence/causes.ts";
import type { Judgement } from "../../../../src/core/evidence/weigh.ts";
import { requestWords } from "../../../../src/core/verdict/request-words.ts";
import type { WordsContext } from "../../../../src/core/verdict/words.ts";

const CONTEXT: WordsContext = {
  host: "api.shop.example",
  gateway: "nginx",
  speaker: { isYours: false, word: null },
  inLine: false,
  isNear: false,
  status: 502,
  reloadOpen: false,
  mayBeForm: false,
  opensAnew: false,
  compares: false,
  step: null,
  servedSignedOut: false,
};
const judged = (parts: Partial<Judgement> = {}): Judgement => ({
  side: "server",
  cause: "origin-down",
  alternatives: [],
  confidence: 0.99,
  evidence: ["keeps-failing", "status-502"],
  openTwins: [],
  ...parts,
});

describe("the words for a page whose requests fail", () => {
  it("say that the page loaded, and which host is down", () => {
    expect(requestWords(judged(), CONTEXT, { failed: 3, isOwn: false })).toMatchObject({
      headline: { key: "side_server_sure", args: [{ key: "requests_origin_down", args: ["api.shop.example"] }] },
      why: { key: "requests_why_many", args: ["3", "api.shop.example", { key: "cause_origin_down_why" }] },
    });
  });

  it("do not call the host down or closed that has just sent the page", () => {
    for (const cause of ["origin-down", "maintenance", "switched-off", "overload"] as const) {
      const words = requestWords(judged({ cause }), { ...CONTEXT, host: "shop.example" }, { failed: 2, isOwn: true });
      expect(words.headline.args).toEqual([{ key: "requests_page_only", args: ["shop.example"] }]);
    }
  });

  it("claim no reason where the host gives none", () => {
    const bare = judged({ alternatives: ["overload"], evidence: ["keeps-failing", "status-503"] });
    expect(requestWords(bare, CONTEXT, { failed: 3, isOwn: false }).headline.args).toEqual([
      { key: "requests_unavailable", args: ["api.shop.example"] },
    ]);
  });

  it("count one request as one", () => {
    expect(requestWords(judged(), CONTEXT, { failed: 1, isOwn: false }).why.key).toBe("requests_why_one");
  });

  it("never speak of the page as failing, whatever the site's cause", () => {
    for (const cause of CAUSE_IDS.filter((id) => CAUSES[id].side === "server")) {
      const [what] = requestWords(judged({ cause }), CONTEXT, { failed: 2, isOwn: false }).headline.args ?? [];
      expect(typeof what === "object" && texts[what.key].message).toMatch(/^The page loaded, but/);
    }
  });

  it("leave the reload of a page that works to the user", () => {
    const open = requestWords(
      judged({ side: "unsure", cause: "transient" }),
      { ...CONTEXT, reloadOpen: true },
      { failed: 2, isOwn: false },
    );
    expect(open).toMatchObject({ advice: { key: "requests_advice_reload" }, action: null, actionNote: null });
  });

  it("keep the words of the user's side, and its step", () => {
    const portal = requestWords(judged({ side: "you", cause: "captive-portal" }), CONTEXT, { failed: 2, isOwn: false });
    expect(portal).toMatchObject({ headline: { key: "side_you" }, action: "log-in-to-network" });
  });
});
