import * as v from "valibot";
import { lazily } from "../core/lazily.ts";
import { inFrames } from "../platform/frames.ts";
import { readInput } from "../platform/typed-input.ts";

/** `unknown`: some frame does not answer, or its answer makes no sense. */
export type Input = "none" | "typed" | "unknown";

const frameSchema = lazily(() => v.object({ typed: v.boolean(), entered: v.boolean(), below: v.number() }));

/**
 * Whether loading a tab's page again would lose what the user has entered in it, in any of its frames. Whoever asks
 * begins to listen as well, in every frame that stands there by now.
 *
 * A frame in which no script may run (another extension's, one that a policy closes) cannot be asked. It counts as
 * typed in once the user has been in a frame of the page, for nobody can tell in which; untouched, it holds nothing of
 * theirs. Nor does a page in which no script may run at all: that is the browser's own.
 */
export async function inputIn(tabId: number): Promise<Input> {
  const found = await inFrames(tabId, readInput);
  if (found.state === "silent") return "unknown";
  if (found.state !== "ok") return "none";
  const frames = found.frames.flatMap((frame) => {
    const parsed = v.safeParse(frameSchema(), frame);
    return parsed.success ? [parsed.output] : [];
  });
  if (frames.some(({ typed }) => typed)) return "typed";
  if (frames.length < found.frames.length) return "unknown";
  const all = frames.reduce((sum, { below }) => sum + below, 1);
  return all > frames.length && frames.some(({ entered }) => entered) ? "typed" : "none";
}

/** Begins to listen for input in a page that fails, so that none is missed; does nothing where that may not be. */
export const listenForInput = async (tabId: number): Promise<void> => void (await inputIn(tabId));

/** Runs inside the page's own world. A listener that was added, not set, cannot be seen by anybody. */
const asksBeforeLeaving = (): boolean =>
  navigator.userActivation?.hasBeenActive === true && typeof window.onbeforeunload === "function";

/**
 * Whether loading the tab again would raise "Leave this page?", which also brings the tab to the front: any of its
 * frames may ask. The browser asks only after the user has done something in the page.
 */
export async function wouldAsk(tabId: number): Promise<boolean> {
  const found = await inFrames(tabId, asksBeforeLeaving, { asPage: true });
  return found.state === "ok" && found.frames.some((asks) => asks === true);
}
