import { setTimeout as pause } from "node:timers/promises";

const STEP_MS = 50;

/**
 * Waits until `look` brings something other than null, undefined or false, and resolves with it. Fails
 * after `patience` milliseconds and says what was waited for.
 */
export async function until<T>(
  what: string,
  look: () => Promise<T> | T,
  patience = 25_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = Date.now() + patience;
  for (;;) {
    const found = await look();
    if (found !== null && found !== undefined && found !== false) {
      return found as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > end) throw new Error(`waited ${patience} ms in vain for ${what}`);
    await pause(STEP_MS);
  }
}
