/** Distance from the window's edges, in CSS pixels; narrow windows keep half of it. */
const MARGIN = 16;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the card stands, seen from the reader: `end` is the right in languages that are written to the right. */
type Corner = "bottom-end" | "bottom-start" | "top-end" | "top-start";

/** The first that is free is taken. */
const CORNERS: readonly Corner[] = ["bottom-end", "bottom-start", "top-end", "top-start"];

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Where a card of this size lies in a window of that size; `end` is the window's right unless `isRightToLeft`. */
export function boxAt(corner: Corner, { width, height }: Size, window: Size, isRightToLeft: boolean): Box {
  const isRight = corner.endsWith("end") !== isRightToLeft;
  const margin = marginIn(window);
  const left = isRight ? window.width - margin - width : margin;
  const top = corner.startsWith("bottom") ? window.height - margin - height : margin;
  return { left, top, right: left + width, bottom: top + height };
}

const marginIn = ({ width }: Pick<Size, "width">): number => (width < 400 ? MARGIN / 2 : MARGIN);

/** Where the card stands, and how much of it; no corner where it would cover something everywhere. */
export interface Place {
  readonly corner: Corner | null;
  /** There is room for the first sentence alone. */
  readonly isSmall: boolean;
  /** The card is at least as high as it was, in CSS pixels: nothing jumps when its words change. */
  readonly floor: number;
}

/**
 * The first corner in which a card of this size covers none of the page's controls, and no part of it lies outside the
 * window; null where there is none.
 */
export function freeCorner(card: Size, window: Size, controls: readonly Box[], isRightToLeft: boolean): Corner | null {
  const isFree = (corner: Corner): boolean => {
    const box = boxAt(corner, card, window, isRightToLeft);
    const isInside = box.left >= 0 && box.top >= 0 && box.right <= window.width && box.bottom <= window.height;
    return isInside && !controls.some((control) => overlap(box, control));
  };
  return CORNERS.find(isFree) ?? null;
}
