import { pause } from "../../../src/platform/pause.ts";
import { evaluate, type Unwatched } from "./unwatched.ts";

/** By then a popup has painted; before, a debugger that attaches to it would be measured with it. */
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
  const { at, own } = await evaluate(
    await unwatched.attach(url),
    `(() => {
      const { startTime } = performance.getEntriesByName("first-contentful-paint")[0];
      return { at: performance.timeOrigin + startTime, own: startTime };
    })()`,
  );
  await unwatched.close(url);
  return { paint: at - click, own };
}
