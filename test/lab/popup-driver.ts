import type { Browser, JSHandle, Page } from "puppeteer-core";

/** What the popup says once it has settled; the page's contract for tests and users' scripts. */
export interface PopupVerdict {
  readonly side: string;
  readonly cause: string;
  readonly confidence: string;
  readonly alternatives: readonly string[];
  readonly headline: string;
  /** What it tells the user to do; "" where there is nothing to do. */
  readonly advice: string;
  /** Every word of the popup, for looking up what it advises. */
  readonly text: string;
}

const POPUP = "/src/pages/popup/index.html";
/** A check takes 30 s at the longest. */
const PATIENCE_MS = 45_000;
/** Settled: a check has ended, or there is none to make. Between two checks of a tab the popup is idle for a moment. */
const SETTLED = "main[data-phase=done], main[data-phase=idle]:not([data-standing=looking], [data-standing=failing])";

/**
 * Installs the extension and lets its welcome page pass, which would otherwise come to the front later.
 * The page is closed only when it shows its words: closed while it asks for them, Chromium keeps their
 * absence for the whole extension process, and the popup then shows keys (in every fourth run).
 */
export async function installQuietly(browser: Browser, folder: string): Promise<string> {
  const welcome = browser.waitForTarget((target) => target.url().includes("/src/pages/welcome/"), { timeout: 10_000 });
  const id = await browser.installExtension(folder);
  const page = await (await welcome).asPage();
  await page.waitForSelector("h1");
  await page.close();
  return id;
}

/** Clicks the toolbar icon over this page and resolves with the popup. Grants activeTab, as a person's click does. */
export async function openPopup(browser: Browser, page: Page, extensionId: string): Promise<Page> {
  const extension = (await browser.extensions()).get(extensionId);
  if (extension === undefined) throw new Error("the extension is not installed");
  await page.bringToFront();
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget((candidate) => candidate.url().endsWith(POPUP), { timeout: 10_000 });
  return target.asPage();
}

/** Whether a check has begun since the waiting did; lives in the popup. */
interface Watch {
  begun: boolean;
}

/**
 * What the popup says if it has settled, else null. Runs inside the popup, at every change there: the
 * verdict is read in the very moment it settles, for another check may begin right after. The functions
 * inside bear no names: tsx would wrap those in a helper that the page lacks.
 */
function readSettled(watch: Watch, settled: string): PopupVerdict | null {
  const main = document.querySelector<HTMLElement>("main");
  if (main === null) return null;
  if (main.dataset.phase === "checking") watch.begun = true;
  if (!watch.begun || !main.matches(settled)) return null;
  const { side = "", cause = "", confidence = "", alternatives = "" } = main.dataset;
  return {
    side,
    cause,
    confidence,
    alternatives: alternatives.split(" ").filter((word) => word !== ""),
    headline: main.querySelector("h1")?.textContent?.trim() ?? "",
    advice: [...main.querySelectorAll<HTMLElement>(".fix, .advice")].map((part) => part.innerText.trim()).join("\n"),
    // innerText: only what is shown counts, with its line breaks.
    text: main.innerText,
  };
}

async function settledVerdict(popup: Page, watch: JSHandle<Watch>): Promise<PopupVerdict> {
  const options = { polling: "mutation", timeout: PATIENCE_MS } as const;
  const found = await popup.waitForFunction(readSettled, options, watch, SETTLED);
  const verdict = await found.jsonValue();
  if (verdict === null) throw new Error("the popup has not settled");
  return verdict;
}

/** Waits until the popup's check is done, or there is none to make, and reads it. */
export async function readVerdict(popup: Page): Promise<PopupVerdict> {
  await popup.waitForSelector("main");
  return settledVerdict(popup, await popup.evaluateHandle(() => ({ begun: true })));
}

/** Waits until nothing can change the side any more, or there is no check to make, and reads the side in that moment. */
export async function readFinalSide(popup: Page): Promise<string> {
  const found = await popup.waitForFunction(
    (settled: string) => {
      const main = document.querySelector<HTMLElement>("main");
      return main?.dataset.sideFinal === "true" || main?.matches(settled) ? (main.dataset.side ?? "") : null;
    },
    { polling: "mutation", timeout: PATIENCE_MS },
    SETTLED,
  );
  return (await found.jsonValue()) ?? "";
}

/** Clicks the popup's own reload and reads the verdict that follows; null when the popup offers no reload. */
export async function readVerdictAfterReload(popup: Page): Promise<PopupVerdict | null> {
  const offered = await popup.$(
    '[data-action="reload"]:not(:disabled), [data-action="reload-past-cache"]:not(:disabled)',
  );
  if (offered === null) return null;
  const watch = await popup.evaluateHandle(() => ({ begun: false }));
  // A click made in the page, wherever the button stands by then.
  const click = offered.evaluate((button) => (button as HTMLElement).click());
  const [verdict] = await Promise.all([settledVerdict(popup, watch), click]);
  return verdict;
}
