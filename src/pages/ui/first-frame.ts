/** A page that nobody sees draws no frame. */
const LONGEST_WAIT_MS = 200;

/** Resolves once the page has loaded and been drawn, or in a moment where the browser draws nothing. */
export function firstFrame(): Promise<void> {
  return new Promise((resolve) => {
    const onLoad = (): void => {
      requestAnimationFrame(() => setTimeout(resolve));
      setTimeout(resolve, LONGEST_WAIT_MS);
    };
    if (document.readyState === "complete") onLoad();
    else addEventListener("load", onLoad, { once: true });
  });
}
