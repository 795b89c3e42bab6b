/** The element and those around it, the nearest first, up to the body and without it. */
function withAncestors(from: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element | null = from; at && at !== document.body; at = at.parentElement) found.push(at);
  return found;
}

let isKept = false;

/**
 * Keeps whoever works by keyboard or screen reader where they are: when what has the focus is taken off the page, the
 * nearest part around it that is left takes the focus, and a button that was switched off for a moment has it again. Once
 * a page is enough, however often it is called.
 */
export function keepFocus(): void {
  if (isKept) return;
  isKept = true;
  let path: Element[] = withAncestors(document.activeElement ?? document.body);
  let wasOff = false;
  document.addEventListener("focusin", ({ target }) => {
    path = target instanceof Element ? withAncestors(target) : [];
    wasOff = false;
  });
  new MutationObserver(() => {
    const [last] = path;
    if (!(last instanceof HTMLElement) || document.activeElement !== document.body) return;
    if (!last.isConnected) return takeOver(path);
    const isOff = last.matches(":disabled");
    if (wasOff && !isOff) last.focus();
    wasOff = isOff;
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled"] });
}

/** The nearest part that is still there takes the focus, without a ring of its own around the whole page. */
function takeOver(path: readonly Element[]): void {
  const part = path.find((one) => one.isConnected);
  if (!(part instanceof HTMLElement)) return;
  part.tabIndex = -1;
  if (part.matches("main, #app")) part.style.outline = "none";
  part.focus({ preventScroll: true });
}
