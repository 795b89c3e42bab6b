import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import { incident } from "../../background/given.ts";
import { works } from "../checks/given.ts";
import { usual } from "./seen-alike.ts";

const verdictByName = (html: string, status = 503, answers: Partial<Signals> = {}) => {
  const seen = { ...usual(status, html), navigation: null, ...answers };
  const of = incident({ url: seen.incident.url, status, noticed: "named", navigation: null });
  const course = { id: "c", order: CHECKS, startedAt: 2_000, endsBy: 10_000, finishedAt: 9_000 };
  return present(of, seen, { ...course, known: new Set(), statusPageUrl: null, begun: null }).verdict;
};

describe("the words for a site that is checked by its name", () => {
  it.each([
    ["a test", "<h1>Robot check</h1><p>Verify you are human</p>", "cause_bot_check_why"],
    ["a line", "<h1>High traffic</h1><p>Waiting Room powered by Cloudflare</p>", "cause_queue_why"],
  ])("send nobody to do in a page that no tab shows: %s", (_what, html, why) => {
    expect(verdictByName(html)).toMatchObject({
      why: { key: why },
      advice: { key: "named_advice_again" },
      action: "check-again",
    });
  });

  it("speak of no tab where the site limited a stranger and serves the next one", () => {
    expect(verdictByName("<h1>Too many requests</h1>", 429, { anonymous: works, retries: [] })).toMatchObject({
      headline: { key: "limited_spares_headline" },
      why: { key: "named_why_comes_and_goes" },
      advice: { key: "named_advice_again" },
    });
  });
});
