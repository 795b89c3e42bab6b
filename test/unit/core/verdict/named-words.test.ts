import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import { present } from "../../../../src/core/verdict/present.ts";
import { incident } from "../../background/given.ts";
import { usual } from "./seen-alike.ts";

const verdictByName = (html: string) => {
  const seen = { ...usual(503, html), navigation: null };
  const of = incident({ url: seen.incident.url, status: 503, noticed: "named", navigation: null });
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
});
