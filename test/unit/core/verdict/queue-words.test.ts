import { describe, expect, it } from "vitest";
import { usual, verdictOf } from "./seen-alike.ts";

const LINE = "<title>You are in line</title><p>You are now in a virtual queue, because of high traffic.</p>";

describe("the words for a site that is too busy", () => {
  it.each([
    ["what it says", usual(503, LINE)],
    ["the mark of its product", usual(503, "<p>High traffic.</p><p>Waiting Room powered by Cloudflare</p>")],
    [
      "what it says in German",
      usual(
        503,
        "<title>Bitte warten</title><p>Sie befinden sich in der Warteschlange. Der Andrang ist groß, hohe Last.</p>",
      ),
    ],
  ])("are those of a line where it lets visitors in by turns, by %s", (_, seen) => {
    const verdict = verdictOf(seen);
    expect(verdict).toMatchObject({ side: "server", cause: "overload", lasts: null });
    expect(verdict?.headline.args).toEqual([{ key: "cause_queue_headline", args: ["shop.example"] }]);
    expect(verdict?.advice.key).toBe("cause_queue_advice");
  });

  it("promise nothing for a program that is only starting", () => {
    const verdict = verdictOf(usual(503, "<h1>Starting up</h1><p>Your service is busy starting up.</p>"));
    expect(verdict?.headline.args).toEqual([{ key: "cause_unavailable_headline", args: ["shop.example"] }]);
    expect(verdict?.lasts?.key).not.toBe("cause_overload_lasts");
  });

  it("say of no box in the user's own network how long a rush lasts", () => {
    const busy = "<p>The device is busy. Too many users are logged in.</p>";
    expect(verdictOf(usual(503, busy))?.lasts?.key).toBe("cause_overload_lasts");
    const router = verdictOf(usual(503, busy, {}, "http://192.168.1.1/"));
    expect(router).toMatchObject({ cause: "overload", lasts: null });
  });
});
