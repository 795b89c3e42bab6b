import { describe, expect, it } from "vitest";
import { message } from "../../../../src/core/message.ts";
import { type CardAct, type CardCheck, cardWords } from "../../../../src/core/protocol/card.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import { AT, EXAMPLE } from "../report/example.ts";

const CHECK: CardCheck = EXAMPLE;
const waiting = (watching: "page" | "front-page" = "page"): RetryView => ({
  state: "waiting",
  due: AT + 42_000,
  attempts: 2,
  watching,
  usual: null,
  forecast: null,
});
const stopped = (reason: Extract<RetryView, { state: "stopped" }>["reason"]): RetryView => ({
  state: "stopped",
  reason,
  at: AT + 60_000,
  attempts: 3,
});
const said = (plan: RetryView, check: CardCheck = CHECK, now = AT) => {
  const words = cardWords(check, plan, "en", now);
  return (
    words && { next: words.next.key, until: words.until, acts: words.acts.map(({ act }) => act), mood: words.mood }
  );
};
const REST: CardAct[] = ["details", "not-here", "never", "close"];

describe("what the card says", () => {
  it.each(["page", "front-page"] as const)("offers at once what a plan that watches a %s does next", (watching) => {
    const label = cardWords(CHECK, waiting(watching), "en", AT)?.acts.find(({ act }) => act === "try-now")?.label;
    expect(label?.key).toBe(watching === "page" ? "action_retry_now" : "action_look_now");
  });

  it("is the popup's own first sentence", () => {
    expect(cardWords(CHECK, waiting(), "en", AT)?.headline).toBe(EXAMPLE.verdict?.headline);
  });

  it.each<[string, RetryView, ReturnType<typeof said>]>([
    [
      "before a try",
      waiting(),
      { next: "ui_next_in", until: AT + 42_000, acts: ["try-now", "stop", ...REST], mood: "server" },
    ],
    [
      "before a look at the front page",
      waiting("front-page"),
      { next: "ui_next_front_in", until: AT + 42_000, acts: ["try-now", "stop", ...REST], mood: "server" },
    ],
    [
      "during a try",
      { state: "trying", attempts: 2, watching: "page", usual: null, forecast: null },
      { next: "ui_next_trying", until: null, acts: ["try-now", "stop", ...REST], mood: "server" },
    ],
    [
      "during a look at the front page, where nothing is tried",
      { state: "trying", attempts: 2, watching: "front-page", usual: null, forecast: null },
      { next: "ui_next_front_trying", until: null, acts: ["try-now", "stop", ...REST], mood: "server" },
    ],
    [
      "without a plan",
      { state: "none" },
      { next: "ui_next_none", until: null, acts: ["try-now", ...REST], mood: "server" },
    ],
    [
      "once the user has stopped it",
      stopped("stopped"),
      { next: "stop_stopped", until: null, acts: ["try-now", ...REST], mood: "server" },
    ],
    [
      "once the site answers and the page was left alone",
      stopped("site-answers"),
      { next: "ui_site_answers_why", until: null, acts: ["try-now", ...REST], mood: "back" },
    ],
    [
      "once the front page answers, of a page that is not asked for again",
      stopped("front-page-works"),
      { next: "card_front_page_works", until: null, acts: ["try-now", ...REST], mood: "server" },
    ],
    [
      "after the last try",
      stopped("deadline"),
      { next: "stop_deadline", until: null, acts: ["try-now", ...REST], mood: "server" },
    ],
  ])("is this %s", (_when, plan, expected) => {
    expect(said(plan)).toEqual(expected);
  });

  it("leads those who can fix it to how, before one more try that would bring the same", () => {
    const theirs: CardCheck = {
      ...CHECK,
      verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you", cause: "cookies" },
    };
    expect(said({ state: "none" }, theirs)).toMatchObject({
      acts: ["details", "try-now", "not-here", "never", "close"],
    });
    expect(cardWords(theirs, { state: "none" }, "en", AT)?.acts[0]?.label.key).toBe("action_card_fix");
  });

  it.each(["recovered", "queued", "left", "refused"] as const)("is nothing once the plan has ended as %s", (reason) => {
    expect(said(stopped(reason))).toBeNull();
  });

  it("says that a try is about to come once its moment is there", () => {
    expect(said(waiting(), CHECK, AT + 42_000)).toMatchObject({ next: "ui_next_due", until: null });
    expect(said(waiting("front-page"), CHECK, AT + 42_000)).toMatchObject({ next: "ui_next_front_due", until: null });
  });

  it("says of an error that is never repeated that it is not", () => {
    expect(said({ state: "none" }, { ...CHECK, status: 500 })).toMatchObject({ next: "ui_next_never" });
  });

  it("offers no try of a page that came from a form, or whose address works once, but a plan's", () => {
    const check = { ...CHECK, repeatable: false };
    expect(said({ state: "none" }, check)?.acts).toEqual(REST);
    expect(said(stopped("site-answers"), check)?.acts).toEqual(REST);
    expect(said(waiting("front-page"), check)?.acts).toEqual(["try-now", "stop", ...REST]);
  });

  it("says of a link that may work once that a new one may be needed, once its site answers", () => {
    const check = { ...CHECK, repeatable: false, worksOnce: true };
    expect(said(stopped("site-answers"), check)).toMatchObject({ next: "ui_site_answers_once_why", acts: REST });
  });

  const withVerdict = (parts: Partial<NonNullable<CardCheck["verdict"]>>): CardCheck => ({
    ...CHECK,
    verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, ...parts },
  });

  it("offers nobody in a line a load that may cost their place, until the site answers", () => {
    const inLine = withVerdict({ side: "server", cause: "overload", advice: message("cause_queue_advice") });
    expect(said(waiting(), inLine)).toMatchObject({ next: "ui_next_after_turn", acts: ["stop", ...REST] });
    expect(said({ state: "none" }, inLine)?.acts).toEqual(REST);
    expect(said(stopped("stopped"), inLine)?.acts).toEqual(REST);
    expect(said(stopped("site-answers"), inLine)).toMatchObject({ mood: "back", acts: ["try-now", ...REST] });
  });

  it("offers no try beside the words that trying passes no test, and a reload where no plan makes any", () => {
    const tested = withVerdict({ side: "unsure", cause: "bot-check" });
    expect(said(waiting(), tested)).toMatchObject({ next: "ui_next_after_test", acts: ["stop", ...REST] });
    expect(said({ state: "none" }, tested)?.acts).toEqual(["try-now", ...REST]);
  });

  it.each([
    ["what is tried", CHECK, "action_retry_stop"],
    [
      "their turn in a line",
      withVerdict({ side: "server", cause: "overload", advice: message("cause_queue_advice") }),
      "action_retry_stop_watching",
    ],
    ["a test", withVerdict({ side: "unsure", cause: "bot-check" }), "action_retry_stop_watching"],
    ["a log-in", withVerdict({ side: "you", cause: "captive-portal" }), "action_retry_stop_watching"],
  ] as const)("stops what it says that it does, waiting for %s", (_what, check, label) => {
    const stop = cardWords(check, waiting(), "en", AT)?.acts.find(({ act }) => act === "stop");
    expect(stop?.label.key).toBe(label);
  });

  it("takes the button away from nobody while a try runs, and lets it do nothing", () => {
    const words = cardWords(
      CHECK,
      { state: "trying", attempts: 2, watching: "page", usual: null, forecast: null },
      "en",
      AT,
    );
    expect(words?.acts.filter(({ isOff }) => isOff).map(({ act }) => act)).toEqual(["try-now"]);
  });
});
