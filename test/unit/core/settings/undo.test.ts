import { describe, expect, it } from "vitest";
import type { Settings } from "../../../../src/core/settings/settings.ts";
import { backTo, earlierThan, losesAny } from "../../../../src/core/settings/undo.ts";

const RETRY_OFF: Partial<Settings> = { retryOffSites: ["shop.example"] };
const CARDS_OFF: Partial<Settings> = { cards: { off: true, notOn: [] } };

describe("a change of settings that is taken back", () => {
  it("gives back what it took away, and leaves what was set since beside it", () => {
    const earlier = earlierThan(RETRY_OFF, {});
    expect(losesAny(earlier)).toBe(true);
    expect(backTo(CARDS_OFF, earlier)).toEqual({ ...RETRY_OFF, ...CARDS_OFF });
  });

  it("touches no setting that the change left alone, though it was changed since", () => {
    const before = { ...RETRY_OFF, ...CARDS_OFF };
    const earlier = earlierThan(before, { ...CARDS_OFF });
    expect(backTo({ cards: { off: false, notOn: [] } }, earlier)).toEqual({
      ...RETRY_OFF,
      cards: { off: false, notOn: [] },
    });
  });

  it("takes away what it brought", () => {
    const before: Partial<Settings> = { retryOffSites: ["news.example"] };
    const earlier = earlierThan(before, { ...RETRY_OFF, ...CARDS_OFF });
    expect(backTo({ ...RETRY_OFF, ...CARDS_OFF, history: false }, earlier)).toEqual({ ...before, history: false });
  });

  it("took nothing away where nothing was set before", () => {
    expect(losesAny(earlierThan({}, RETRY_OFF))).toBe(false);
    expect(losesAny(earlierThan(RETRY_OFF, RETRY_OFF))).toBe(false);
  });
});
