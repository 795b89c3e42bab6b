import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EMPTY_VIEW, type TabView } from "../../../../src/core/protocol/tab-view.ts";
import { type Known, learn, NOTHING_KNOWN, shownOf, type Word } from "../../../../src/pages/popup/known.ts";
import { holds } from "../../../property.ts";
import { EXAMPLE } from "../../core/report/example.ts";

/** Views that can be told apart by the id of their check. */
const viewOf = (id: string): TabView => ({
  ...EMPTY_VIEW,
  standing: { kind: "failing", incidentId: EXAMPLE.incidentId },
  check: { ...EXAMPLE, id },
});
const stored = (id: string): Word => ({ by: "store", view: viewOf(id) });
const published = (id: string): Word => ({ by: "publishing", view: viewOf(id) });
const answer = (id: string, after = 0): Word => ({ by: "answer", view: viewOf(id), after });
const SILENCE: Word = { by: "silence" };
const TAKEN_BACK: Word = { by: "publishing", view: EMPTY_VIEW };

const after = (...words: readonly Word[]): Known => words.reduce(learn, NOTHING_KNOWN);
const shown = (...words: readonly Word[]) => {
  const { check, standing } = shownOf(after(...words));
  return [standing.kind, check?.id ?? null];
};

describe("the popup", () => {
  it("looks while nobody has said anything", () => {
    expect(shown()).toEqual(["looking", null]);
  });

  it("shows an earlier view of its tab at once, and still looks until it is answered", () => {
    expect(shown(stored("early"))).toEqual(["looking", "early"]);
    expect(shown(stored("early"), answer("now"))).toEqual(["failing", "now"]);
  });

  it("takes what was stored for nothing once the worker has spoken", () => {
    expect(shown(answer("now"), stored("early"))).toEqual(["failing", "now"]);
    expect(shown(published("now"), stored("early"))).toEqual(["looking", "now"]);
  });

  it("shows what was published while the worker made up its answer, not the answer", () => {
    expect(shown(published("younger"), answer("older"))).toEqual(["failing", "younger"]);
    expect(shown(answer("older"), published("younger"))).toEqual(["failing", "younger"]);
  });

  it("takes the second answer where nothing came between", () => {
    expect(shown(answer("first"), published("step"), answer("second", 2))).toEqual(["failing", "second"]);
  });

  it("asks anew once what stood in the tab is taken back, and looks until it is answered", () => {
    const gone = after(answer("now"), TAKEN_BACK);
    expect(gone.gone).toBe(1);
    expect(shownOf(gone)).toMatchObject({ standing: { kind: "looking" }, check: null });
    expect(learn(gone, TAKEN_BACK).gone).toBe(1);
    expect(shownOf(learn(gone, answer("again", gone.words)))).toMatchObject({ check: { id: "again" } });
  });

  it("does not ask anew while its opening is still to be answered", () => {
    expect(after(stored("early"), TAKEN_BACK).gone).toBe(0);
  });

  it("shows no earlier view for a worker that is silent, until that says what stands there", () => {
    expect(shown(stored("early"), SILENCE)).toEqual(["silent", null]);
    expect(shown(answer("now"), SILENCE)).toEqual(["silent", null]);
    expect(shown(answer("now"), SILENCE, published("next"))).toEqual(["failing", "next"]);
    expect(shown(SILENCE, TAKEN_BACK)).toEqual(["silent", null]);
  });

  it("counts how often it comes to show something else, not how often it learns more of the same", () => {
    const { turns } = after(stored("early"), answer("first"));
    expect(turns).toBe(1);
    expect(after(stored("early"), answer("first"), published("step"), answer("again", 2)).turns).toBe(turns);
    const next: Word = {
      by: "publishing",
      view: { ...viewOf("next"), standing: { kind: "failing", incidentId: "incident-2" } },
    };
    expect(after(answer("first"), next).turns).toBe(2);
    // What comes back has gone all the same.
    expect(after(answer("first"), TAKEN_BACK, answer("again", 2)).turns).toBe(3);
    expect(after(answer("first"), SILENCE).turns).toBe(2);
  });

  it("shows what was published last, whatever came before, unless a later question was answered", () => {
    const word = fc.oneof(
      fc.nat(9).map((id) => published(`published-${id}`)),
      fc.nat(9).map((id) => stored(`stored-${id}`)),
      fc.tuple(fc.nat(9), fc.nat(9)).map(([id, at]) => answer(`answer-${id}`, at)),
      fc.constantFrom(SILENCE, TAKEN_BACK),
    );
    holds([fc.array(word), fc.nat(9)], (words, late) => {
      const before = learn(after(...words), published("last"));
      // Whatever was asked before it was published.
      const answered = learn(before, answer("late", Math.min(late, before.words - 1)));
      expect(shownOf(answered).check?.id).toBe("last");
    });
  });
});
