import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import { CAUSE_IDS, CAUSES, type Cause, type Side } from "../../../../src/core/evidence/causes.ts";
import type { Judgement } from "../../../../src/core/evidence/weigh.ts";
import type { Message } from "../../../../src/core/message.ts";
import { type WordsContext, wordsFor } from "../../../../src/core/verdict/words.ts";

interface Entry {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
}
const texts: Readonly<Record<string, Entry>> = english;

/** The sentence as the browser would say it; throws when the text is missing or wants an argument it is not given. */
function say({ key, args = [] }: Message): string {
  const entry = texts[key];
  if (!entry) throw new Error(`no text ${key}`);
  return entry.message.replace(/\$([A-Z_]+)\$/g, (_, name: string) => {
    const content = entry.placeholders?.[name.toLowerCase()]?.content ?? "";
    const arg = args[Number(content.slice(1)) - 1];
    if (arg === undefined) throw new Error(`${key} wants ${name}`);
    return typeof arg === "string" ? arg : say(arg);
  });
}

const CONTEXT: WordsContext = {
  host: "shop.example",
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

const judged = (side: Side, cause: Cause, confidence = 0.98, evidence: Judgement["evidence"] = []): Judgement => ({
  side,
  cause,
  alternatives: [],
  confidence,
  evidence,
  openTwins: [],
});

const headline = (judgement: Judgement): string => say(wordsFor(judgement, CONTEXT).headline);

const everyJudgement = CAUSE_IDS.flatMap((cause) =>
  [...new Set<Side>([CAUSES[cause].side, "unsure"])].flatMap((side) =>
    [0.5, 0.85, 0.93, 0.99].map((confidence) => judged(side, cause, confidence)),
  ),
);

describe("the words of a site that is not to be had", () => {
  const bare = (parts: Partial<Judgement> = {}): Judgement => ({
    ...judged("server", "origin-down", 0.99, ["keeps-failing", "status-503"]),
    alternatives: ["overload"],
    ...parts,
  });

  it.each(["status-503", "says-unavailable"] as const)("claim no reason where there is none but %s", (id) => {
    for (const [cause, other] of [
      ["origin-down", "overload"],
      ["overload", "origin-down"],
      ["maintenance", "overload"],
    ] as const) {
      const judgement = bare({ cause, alternatives: [other], evidence: ["keeps-failing", id] });
      const words = wordsFor(judgement, CONTEXT);
      expect(headline(judgement)).toMatch(/isn’t available right now/);
      expect(words.why.key).toBe("cause_unavailable_why");
      expect(say(words.advice)).not.toMatch(/busy|they are done/);
    }
  });

  it.each([
    ["the page announces one", bare({ cause: "maintenance", evidence: ["status-503", "announces-maintenance"] })],
    ["the page says that it is full", bare({ cause: "overload", evidence: ["status-503", "announces-load"] })],
    ["the status page does", bare({ cause: "maintenance", evidence: ["status-503", "status-page-maintenance"] })],
    ["the gateway names one", bare({ evidence: ["says-origin-down"] })],
    ["the gateway speaks of a limit", bare({ cause: "overload", alternatives: [], evidence: ["says-overload"] })],
    ["it is another", bare({ cause: "misconfigured" })],
  ] as const)("claim one where %s", (_what, judgement) => {
    expect(headline(judgement)).not.toMatch(/isn’t available right now/);
  });
});

describe("the words of a site of which nothing says why it fails", () => {
  it.each([
    ["origin-down", []],
    ["origin-down", ["status-other", "keeps-failing"]],
    ["overload", ["status-503", "origin-wrote-it"]],
    ["maintenance", ["status-503"]],
  ] as const)("claim no %s, however it stands out: %j", (cause, evidence) => {
    const words = wordsFor(judged("server", cause, 0.99, evidence), CONTEXT);
    expect(say(words.headline)).toMatch(/isn’t available right now/);
    expect(words.why.key).toBe("cause_unavailable_why");
  });
});

describe("the words of a site that works only some of the time", () => {
  it("say once that trying again helps", () => {
    const { advice, lasts } = wordsFor(judged("server", "intermittent", 0.98, ["fails-sometimes"]), CONTEXT);
    expect([advice, lasts].filter((said) => said && /\btry/i.test(say(said)))).toEqual([advice]);
  });
});

describe("the words of a site that was switched off", () => {
  it("name all that can bring it back, each time", () => {
    const { advice, lasts } = wordsFor(judged("server", "switched-off", 0.99), CONTEXT);
    expect(say(advice)).toMatch(/^Nothing for you to do: whoever runs the site .* or its allowance/);
    expect(lasts && say(lasts)).toMatch(/ with a new day or month\.$/);
  });
});

describe("the words of a site that turns a network away", () => {
  it.each([
    [0.98, "It’s about your network. shop.example turns your network away."],
    [0.93, "It’s most likely about your network. shop.example turns your network away."],
  ])("promise no cure on the spot: %d", (confidence, said) => {
    expect(headline(judged("you", "blocked-address", confidence))).toBe(said);
  });
});

describe("the words of a page that refuses its reader", () => {
  const refused = judged("unsure", "blocked-address", 0.5, ["says-you-are-refused"]);

  it("say so, and spare the site another request", () => {
    const words = wordsFor(refused, CONTEXT);
    // Whose rule it is nobody knows, and so not that the site says it.
    expect(headline(refused)).toBe("This visit to shop.example is refused; it isn’t an outage.");
    expect(words.why.key).toBe("refused_why");
    expect([headline(refused), say(words.why)].filter((said) => /the page says/i.test(said))).toHaveLength(1);
    expect(words).toMatchObject({ advice: { key: "refused_advice" }, action: null });
  });

  it("offer the step that shows whose rule it is", () => {
    expect(wordsFor(refused, { ...CONTEXT, step: "other-device" }).action).toBe("show-other-device");
  });
});

describe("the words of a verdict that hangs on a box", () => {
  it.each([
    ["name-unknown-to-box", "side_unsure_why_name"],
    ["site-distrusted-by-box", "side_unsure_why_distrusted"],
  ] as const)("say what the box met: %s", (id, key) => {
    expect(wordsFor(judged("unsure", "local-proxy", 0.5, [id]), CONTEXT).why.key).toBe(key);
  });
});

describe("the words of a verdict", () => {
  it.each(CAUSE_IDS)("has a headline, a reason, advice and a usual length for %s", (cause) => {
    for (const part of ["headline", "why", "advice", "lasts"]) {
      expect(texts, part).toHaveProperty([`cause_${cause.replaceAll("-", "_")}_${part}`]);
    }
  });

  it("finds every text with every argument it needs, with and without a gateway's name", () => {
    for (const judgement of everyJudgement) {
      for (const gateway of ["nginx", null]) {
        for (const reloadOpen of [true, false]) {
          for (const mayBeForm of [false, true]) {
            const words = wordsFor(judgement, { ...CONTEXT, gateway, reloadOpen, mayBeForm });
            for (const part of [
              words.headline,
              words.why,
              words.advice,
              words.lasts,
              words.notNeeded,
              words.actionNote,
            ]) {
              if (part) expect(say(part)).not.toMatch(/undefined|\$/);
            }
          }
        }
      }
    }
  });

  it("keeps numbers, products and alarm out of the first sentence", () => {
    for (const judgement of everyJudgement) {
      expect(headline(judgement)).not.toMatch(/\d|%|!|oops|nginx|fault is yours/i);
    }
  });

  it("leaves no “you” alone in the headline's last line", () => {
    for (const judgement of everyJudgement) expect(headline(judgement)).not.toMatch(/ you[.,]/);
  });

  it("says how sure it is in words", () => {
    const tested = judged("server", "origin-down", 0.97, ["keeps-failing", "status-502"]);
    expect(headline(tested)).toBe("It’s not\u00a0you. shop.example is down.");
    expect(headline(judged("server", "origin-down", 0.9))).toMatch(/^It’s almost certainly not\u00a0you\./);
    expect(headline(judged("server", "origin-down", 0.8))).toMatch(/^It’s probably not\u00a0you\./);
    expect(headline(judged("you", "stale-cache", 0.97))).toMatch(/^You can fix this here\./);
    expect(headline(judged("you", "stale-cache", 0.95))).toMatch(/^You can most likely fix this here\./);
  });

  it.each(["keeps-failing", "failed-again", "fails-sometimes", "fails-without-cookies", "reload-works"] as const)(
    "says a plain “it’s not you” after a test: %s",
    (evidence) => {
      expect(headline(judged("server", "origin-down", 0.99, [evidence]))).toMatch(/^It’s not\u00a0you\./);
    },
  );

  it.each([[], ["says-origin-down"], ["status-page-red", "online"], ["works-anonymously"]] as const)(
    "says no more than “almost certainly” when nobody else has met the error, however likely it is: %j",
    (...evidence) => {
      expect(headline(judged("server", "origin-down", 0.999, evidence))).toMatch(
        /^It’s almost certainly not\u00a0you\./,
      );
    },
  );

  it("says while unsure that others are served, and only then speaks of another network", () => {
    const words = (...evidence: Judgement["evidence"]) =>
      wordsFor(judged("unsure", "stale-address", 0.5, evidence), CONTEXT);
    for (const id of ["places-served", "places-served-limited-here"] as const) {
      expect(say(words(id).why)).toMatch(/^Others reach the site/);
      expect(say(words(id).advice)).toContain("another network");
      expect(words(id).action).toBeNull();
    }
    expect(say(words("fails-in-some-places").advice)).not.toContain("network");
  });

  it("may lean to the site while unsure, and never to the user", () => {
    expect(headline(judged("unsure", "origin-down", 0.7))).toMatch(/more like shop\.example than\u00a0you/);
    expect(headline(judged("unsure", "cookies", 0.9))).toMatch(/^We can’t tell yet/);
  });

  it("does not call a test for robots an outage, or an open question", () => {
    for (const id of ["challenge-page", "says-prove-you-are-human"] as const) {
      expect(headline(judged("unsure", "bot-check", 0.9, [id]))).toBe(
        "shop.example wants to see that you are not a robot.",
      );
    }
    expect(headline(judged("unsure", "bot-check", 0.9, ["says-blocked"]))).toMatch(/^We can’t tell yet/);
    expect(headline(judged("unsure", "bot-check", 0.9, ["says-you-are-refused"]))).toMatch(
      /^This visit to shop.example is refused/,
    );
  });

  it("names the gateway in the reason, or speaks of the site's own", () => {
    const why = (gateway: string | null) => say(wordsFor(judged("server", "origin-down"), { ...CONTEXT, gateway }).why);
    expect(why("HAProxy")).toContain("HAProxy");
    expect(why(null)).toContain("its gateway");
  });

  it.each([
    ["you", "stale-cache", "reload-past-cache"],
    ["you", "page-worker", "reload-past-cache"],
    ["you", "captive-portal", "log-in-to-network"],
    ["server", "transient", "reload"],
    ["server", "origin-down", null],
    ["you", "cookies", null],
    ["unsure", "bot-check", null],
  ] as const)("offers for %s, %s: %s", (side, cause, action) => {
    // What stood on the user's way needs no step once the tab is served.
    const evidence = ["challenge-page", ...(cause === "captive-portal" ? [] : ["reload-works" as const])] as const;
    expect(wordsFor(judged(side, cause, 0.98, evidence), CONTEXT).action).toBe(action);
  });

  it("offers the reload that would settle an open question, and says when it could send a form again", () => {
    const open = judged("unsure", "transient", 0.5, ["works-anonymously"]);
    const safe = wordsFor(open, { ...CONTEXT, reloadOpen: true });
    expect(safe).toMatchObject({ action: "reload", actionNote: null });
    const form = wordsFor(open, { ...CONTEXT, reloadOpen: true, mayBeForm: true });
    expect(form.actionNote && say(form.actionNote)).toMatch(/form/);
  });

  it("sends to a private window when only the account is left in question", () => {
    const { advice } = wordsFor(judged("unsure", "signed-in", 0.5, ["fails-only-with-cookies"]), CONTEXT);
    expect(say(advice)).toMatch(/private window/);
  });

  it("speaks against folk advice only when it knows the side", () => {
    const shown = ["status-502", "fails-without-cookies", "answered-over-https"] as const;
    expect(wordsFor(judged("server", "origin-down", 0.98, shown), CONTEXT).notNeeded).not.toBeNull();
    expect(wordsFor(judged("unsure", "origin-down", 0.5, shown), CONTEXT).notNeeded).toBeNull();
  });

  it.each([
    [["fails-without-cookies", "online"], "cause_origin_down_not_needed"],
    [["fails-everywhere"], "cause_origin_down_not_needed"],
    [["whole-site"], "not_needed_cookies"],
    [["answered-over-https"], "not_needed_router"],
    [["status-page-red"], undefined],
    [[], undefined],
  ] as const)("speaks against as much folk advice as was shown to be of no use: %j", (shown, key) => {
    const words = wordsFor(judged("server", "origin-down", 0.98, ["says-origin-down", ...shown]), CONTEXT);
    expect(words.notNeeded?.key).toBe(key);
  });

  it("says how long it usually lasts once a side is named, and not before", () => {
    const announced = judged("server", "maintenance", 0.98, ["announces-maintenance"]);
    expect(wordsFor(announced, CONTEXT).lasts?.key).toBe("cause_maintenance_lasts");
    expect(wordsFor(judged("unsure", "maintenance", 0.5), CONTEXT).lasts).toBeNull();
  });
});
