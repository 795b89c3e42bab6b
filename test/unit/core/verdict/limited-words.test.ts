import { describe, expect, it } from "vitest";
import type { Side } from "../../../../src/core/evidence/causes.ts";
import type { Judgement } from "../../../../src/core/evidence/weigh.ts";
import { limitedWords } from "../../../../src/core/verdict/limited-words.ts";
import { type WordsContext, wordsFor } from "../../../../src/core/verdict/words.ts";

const CONTEXT: WordsContext = {
  host: "shop.example",
  gateway: null,
  speaker: { isYours: false, word: null },
  inLine: false,
  isNear: false,
  status: 429,
  reloadOpen: false,
  mayBeForm: false,
  opensAnew: false,
  compares: false,
  step: null,
  servedSignedOut: false,
};
const judged = (cause: Judgement["cause"], evidence: Judgement["evidence"], side: Side = "unsure"): Judgement => ({
  side,
  cause,
  alternatives: [],
  confidence: 0.6,
  evidence,
  openTwins: [],
});

describe("the words for a limit", () => {
  it("are about the limit, and offer nothing that costs the site a request", () => {
    const words = limitedWords(judged("blocked-address", ["status-429", "limited-without-cookies"]), CONTEXT);
    expect(words).toMatchObject({
      headline: { key: "limited_headline", args: ["shop.example"] },
      why: { key: "limited_why" },
      advice: { key: "limited_advice" },
      action: null,
      actionNote: null,
    });
  });

  it("offer one reload where a stranger is served by now", () => {
    const words = limitedWords(judged("transient", ["limit-spares-strangers"]), { ...CONTEXT, reloadOpen: true });
    expect(words).toMatchObject({
      headline: { key: "limited_spares_headline", args: ["shop.example"] },
      why: { key: "limited_why_spares" },
      advice: { key: "limited_advice_reload" },
      action: "reload",
    });
  });

  it("speak of the session where only that is counted, and never of deleting cookies", () => {
    const words = limitedWords(judged("cookies", ["limited-only-with-cookies"]), CONTEXT);
    expect(words).toMatchObject({
      headline: { key: "limited_session_headline", args: ["shop.example"] },
      why: { key: "limited_why_session" },
      advice: { key: "limited_advice_session" },
      action: null,
    });
  });

  it.each([
    ["bot-check", "unsure"],
    ["captive-portal", "unsure"],
    ["own-machine", "you"],
    ["overload", "server"],
  ] as const)("leave %s on the side of %s its own", (cause, side) => {
    const judgement = judged(cause, ["status-429"], side);
    expect(limitedWords(judgement, CONTEXT)).toEqual(wordsFor(judgement, CONTEXT));
  });
});
