import type { Page } from "puppeteer-core";
import { type Chromium, until } from "./chromium.ts";

interface Prompted {
  /** The page of the popup, opened anew where the prompt of an attempt before has closed it. */
  readonly shown: (attempt: number) => Promise<Page>;
  /** Whether that which needs the permission has come. */
  readonly isThere: () => Promise<boolean>;
}

/**
 * Presses a button whose permission the browser asks for, and answers its prompt by keyboard until it is granted. Fails
 * where it is not.
 */
export async function allow(chromium: Chromium, action: string, { shown, isThere }: Prompted): Promise<void> {
  // As in `grant()`: Allow is disabled for the first moments, and a key too early falls on Deny.
  for (let attempt = 1; attempt <= 5 && !(await isThere()); attempt++) {
    const popup = await shown(attempt);
    const button = await popup.waitForSelector(`[data-action="${action}"]`);
    // The click is never answered in a popup that the prompt has closed.
    void button?.click().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 700 * attempt));
    await chromium.screen.press("Tab", "Return");
    await until(isThere, 2_000).catch(() => undefined);
  }
  if (!(await isThere())) throw new Error(`the browser's prompt for ${action} was not accepted`);
}
