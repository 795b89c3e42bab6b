import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Box, boxAt, freeCorner } from "../../../../src/pages/card/placement.ts";
import { holds } from "../../../property.ts";

const CARD = { width: 320, height: 160 };
const WINDOW = { width: 1200, height: 800 };
const box = (left: number, top: number, width = 100, height = 40): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

describe("the card's place", () => {
  it("is the corner at the end of the last line", () => {
    expect(freeCorner(CARD, WINDOW, [], false)).toBe("bottom-end");
    expect(boxAt("bottom-end", CARD, WINDOW, false)).toEqual(box(864, 624, 320, 160));
    expect(boxAt("bottom-end", CARD, WINDOW, true)).toEqual(box(16, 624, 320, 160));
  });

  it.each<[string, Box[], ReturnType<typeof freeCorner>]>([
    ["something lies under it", [box(1000, 700)], "bottom-start"],
    ["the bottom is a bar of links", [box(0, 760, 1200)], "top-end"],
    ["only the last is free", [box(0, 760, 1200), box(1100, 10)], "top-start"],
    ["all are taken", [box(0, 760, 1200), box(0, 10, 1200)], null],
    ["what lies there only touches it", [box(764, 624, 100, 160)], "bottom-end"],
  ])("is another where %s", (_what, controls, corner) => {
    expect(freeCorner(CARD, WINDOW, controls, false)).toBe(corner);
  });

  it("is nowhere in a window that it does not fit into", () => {
    expect(freeCorner(CARD, { width: 300, height: 800 }, [], false)).toBeNull();
    expect(freeCorner(CARD, { width: 336, height: 160 }, [], false)).toBeNull();
    expect(freeCorner({ width: 304, height: 160 }, { width: 320, height: 500 }, [], false)).toBe("bottom-end");
  });

  it("never covers a control", () => {
    const side = fc.integer({ min: -50, max: 1200 });
    const size = fc.integer({ min: 1, max: 600 });
    const control = fc.tuple(side, side, size, size).map((parts) => box(...parts));
    holds([fc.array(control, { maxLength: 4 }), fc.boolean()], (controls, isRightToLeft) => {
      const corner = freeCorner(CARD, WINDOW, controls, isRightToLeft);
      const card = corner && boxAt(corner, CARD, WINDOW, isRightToLeft);
      const covered = controls.filter(
        ({ left, right, top, bottom }) =>
          card && right > card.left && left < card.right && bottom > card.top && top < card.bottom,
      );
      expect(covered).toEqual([]);
    });
  });
});
