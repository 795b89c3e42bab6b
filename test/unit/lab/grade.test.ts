import { describe, expect, it } from "vitest";
import type { Truth } from "../../lab/faults.ts";
import { grade } from "../../lab/grade.ts";
import { settlingStep } from "../../lab/settling-steps.ts";

const PRIVATE = "Wait a moment. Open the page in a private window and sign in there. If it works, tell us.";
const PHONE = "Open the page on another device in another network, such as a phone.";

const said = (side: string, cause = "", advice = "", alternatives: readonly string[] = []) => ({
  side,
  cause,
  advice,
  alternatives,
});

describe("a step that settles it", () => {
  it("is the sentence of the advice that names it", () => {
    expect(settlingStep("cookies", PRIVATE)).toBe("Open the page in a private window and sign in there.");
  });

  it.each([
    ["cookies", PHONE],
    ["signed-in", PRIVATE],
    ["extension", PRIVATE],
    ["stale-address", PHONE],
    ["regional", "Ask for a second opinion from other places."],
    ["blocked-address", "Try it over mobile data."],
  ] as const)("of %s is named by: %s", (cause, advice) => {
    expect(settlingStep(cause, advice)).not.toBeNull();
  });

  it.each(["stale-address", "regional", "blocked-address", "overload"] as const)(
    "of %s is not a private window, which sees the same network",
    (cause) => {
      expect(settlingStep(cause, PRIVATE)).toBeNull();
    },
  );

  it.each(["", "Wait a few minutes, then check again.", "Nothing for you to do but wait."])("is not: %j", (advice) => {
    expect(settlingStep("cookies", advice)).toBeNull();
  });
});

describe("a grade", () => {
  const untellable: Truth = { side: "server", cause: "signed-in", needsAnotherBrowser: true };

  it.each([
    [true, said("unsure", "cookies", PRIVATE)],
    [false, said("unsure", "cookies", "Check again.")],
    [false, said("server", "signed-in", PRIVATE)],
    [false, said("you", "cookies", PRIVATE)],
    [false, said("none")],
  ])("is %s where one browser cannot tell and the popup says %o", (right, verdict) => {
    expect(grade(untellable, verdict).right).toBe(right);
  });

  it("asks for no step where all was over by the click, and for nothing but unsure", () => {
    const over: Truth = { side: "server", cause: "transient", needsAnotherBrowser: true, isOver: true };
    expect(grade(over, said("unsure", "offline")).right).toBe(true);
    for (const side of ["server", "you", "none"]) expect(grade(over, said(side, "transient")).right).toBe(false);
  });

  const dead: Truth = { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] };

  it.each([
    [true, said("server", "origin-down")],
    [true, said("server", "origin-invalid", "", ["origin-down"])],
    [false, said("server", "origin-invalid")],
    [false, said("server", "overload", "", ["origin-down"])],
    [false, said("unsure", "origin-down", PRIVATE)],
  ])("is %s for a dead server and %o", (right, verdict) => {
    expect(grade(dead, verdict).right).toBe(right);
  });
});
