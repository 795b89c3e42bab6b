import type { Box } from "./placement.ts";

/** What people click, type into or play. */
const CONTROLS =
  'a[href],area[href],button,input:not([type="hidden"]),select,textarea,summary,label,iframe,embed,object,dialog[open],audio[controls],video[controls],[contenteditable]:not([contenteditable="false"]),[tabindex]:not([tabindex="-1"]),[onclick],[role="button"],[role="link"],[role="tab"],[role="menuitem"],[role="checkbox"]';

/** A failing page has few; of a longer one the rest is not looked at. */
const MOST = 2_000;

/** Where the page's own controls lie in the window; those that are hidden or scrolled away take no room. */
export function controlBoxes(besides: Element): Box[] {
  const boxes: Box[] = [];
  for (const element of [...document.querySelectorAll(CONTROLS)].slice(0, MOST)) {
    if (element === besides) continue;
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
    const isSeen = width > 0 && height > 0 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
    if (isSeen && getComputedStyle(element).visibility === "visible") boxes.push({ left, top, right, bottom });
  }
  return boxes;
}
