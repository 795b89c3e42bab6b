import { pause } from "../../../src/platform/pause.ts";
import { evaluate, type Unwatched } from "./unwatched.ts";

/** By then a popup has mostly painted; before, a debugger that attaches to it would be measured with it. */
const PAINTED_MS = 1_500;

/** The first words of a popup, milliseconds. */
export interface ClickTimes {
  /** Since the click. */
  readonly paint: number;
  /** Since the browser began to load the popup's page: the extension's own part of it. */
  readonly own: number;
}

/** A click on an extension's icon, and the popup that it opens; no worker runs before, and no page of the extension is open. */
export async function timeClick(unwatched: Unwatched, extensionId: string, popup: string): Promise<ClickTimes> {
  await unwatched.killWorker();
  const click = Date.now();
  await unwatched.clickIcon(extensionId);
  await pause(PAINTED_MS);
  const url = `chrome-extension://${extensionId}/${popup}`;
  const { at, own } = await evaluate(await unwatched.attach(url), `(${firstWordsAt})()`);
  await unwatched.close(url);
  return { paint: at - click, own };
}

/** Inside the popup: when its first contents were painted, as epoch milliseconds and since it began to load. */
async function firstWordsAt(): Promise<{ at: number; own: number }> {
  const own = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      const paint = list.getEntriesByName("first-contentful-paint")[0];
      if (paint) resolve(paint.startTime);
    }).observe({ type: "paint", buffered: true });
  });
  return { at: performance.timeOrigin + own, own };
}
