import type { Page } from "puppeteer-core";
import type { OpinionKind } from "../../src/core/places/opinions-view.ts";

/** A question that is not offered by then never will be. */
const OFFER_MS = 5_000;
/** The longest that places take, and a little more. */
const ANSWER_MS = 50_000;
/** Between an answer and the row that it changes. */
const ROW_MS = 3_000;

const ROW: Record<OpinionKind, string> = { places: "vantage", address: "address", "address-test": "address" };

interface Watch {
  begun: boolean;
}

async function click(popup: Page, action: string): Promise<boolean> {
  const selector = `[data-action="${action}"]:not(:disabled)`;
  const button = await popup.waitForSelector(selector, { timeout: OFFER_MS }).catch(() => null);
  await button?.evaluate((found) => (found as HTMLElement).click());
  return button !== null;
}

/** Asks one question by the popup's own two buttons, and waits for its answer; false where it is not offered. */
export async function askOthers(popup: Page, kind: OpinionKind): Promise<boolean> {
  const row = `[data-check="${ROW[kind]}"]`;
  const before = await popup.$eval(row, (found) => found.textContent ?? "").catch(() => "");
  if (!(await click(popup, `opinion-${kind}`))) return false;
  const watch = await popup.evaluateHandle((): Watch => ({ begun: false }));
  const answered = popup.waitForFunction(
    (seen) => {
      const asking = document.querySelector<HTMLElement>(".opinions")?.dataset.asking;
      if (asking) seen.begun = true;
      return seen.begun && asking === "";
    },
    { polling: "mutation", timeout: ANSWER_MS },
    watch,
  );
  const sent = click(popup, `opinion-${kind}-send`);
  await Promise.all([answered, sent]);
  // The verdict is weighed anew right after; an answer that changes no row changes no verdict either.
  await popup
    .waitForFunction(
      (selector, old) => document.querySelector(selector)?.textContent !== old,
      { polling: "mutation", timeout: ROW_MS },
      row,
      before,
    )
    .catch(() => undefined);
  return true;
}
