import type { Target } from "puppeteer-core";
import type { Lab } from "./lab.ts";
import { builtExtension, type InstalledBrowser, launchInLab } from "./launch.ts";
import { SWITCHES } from "./names.ts";

const GUIDE = `
  1. Press a switch to break the shop.
  2. Open the shop by the link above the switches.
  3. Click Faultline's icon in the toolbar (in Chrome and its kin it is behind the puzzle piece).

Close the browser or press Ctrl-C to end; nothing stays behind.`;

const isWelcome = (target: Target): boolean => target.url().includes("/src/pages/welcome/");

/** Shows the lab in a window with the extension loaded, until the browser is closed or `ending` fires. */
export async function runWindowDemo(lab: Lab, installed: InstalledBrowser, ending: AbortSignal): Promise<number> {
  const browser = await launchInLab(lab, installed, { headless: false, defaultViewport: null });
  const closed = new Promise<void>((resolve) => {
    browser.once("disconnected", () => resolve());
    if (ending.aborted) resolve();
    else ending.addEventListener("abort", () => resolve(), { once: true });
  });
  try {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(`http://${SWITCHES}/`);
    // The welcome page opens in front at its own time; it stays as the second tab.
    const welcome = browser.waitForTarget(isWelcome, { timeout: 5_000 }).catch(() => null);
    await browser.installExtension(builtExtension(installed.engine));
    await welcome;
    await page.bringToFront();
    console.log(`${installed.name} is open at http://${SWITCHES}/ with Faultline loaded.${GUIDE}`);
    await closed;
  } catch (error) {
    // Closing the window while it is still being set up is an end like any other.
    if (browser.connected && !ending.aborted) throw error;
  } finally {
    await browser.close().catch(() => undefined);
  }
  return 0;
}
