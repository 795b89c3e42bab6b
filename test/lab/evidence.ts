import type { Page } from "puppeteer-core";

/** One row of the popup's checklist. */
export interface EvidenceRow {
  readonly check: string;
  readonly outcome: string;
  readonly says: string;
}

/** The checklist as it stands, for whoever must understand a verdict afterwards. */
export const readRows = (popup: Page): Promise<EvidenceRow[]> =>
  popup.$$eval("[data-check]", (items) =>
    items.map((item) => ({
      check: item.getAttribute("data-check") ?? "",
      outcome: item.getAttribute("data-outcome") ?? "",
      says: (item.textContent ?? "").replace(/\s+/g, " ").trim(),
    })),
  );
