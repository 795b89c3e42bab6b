import type { StatusState } from "../../../../../src/core/status-pages/model.ts";
import type { Material, StatusProduct } from "../../../../../src/core/status-pages/product.ts";

export const SITUATIONS = ["good", "degraded", "outage", "maintenance"] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Stand-ins, written by hand after the documented shapes, for what one product's page answers in each situation. */
export interface Sample {
  readonly product: StatusProduct;
  readonly page: string;
  /** Start of the page's document; the product is recognised by it where the address does not tell. */
  readonly html?: string | ((situation: Situation) => string);
  /** What is asked, after the document where there is one. */
  readonly asks: readonly string[];
  /** Texts, or values that are sent as JSON; of a moment, in ISO 8601 and in epoch milliseconds. */
  answers(situation: Situation, iso: string, at: number): readonly unknown[];
  readonly overall: Readonly<Record<Situation, StatusState>>;
  /** The words that say "outage" in that situation's texts; put anything else there, and it must not read as green. */
  readonly bad: readonly string[];
  /** Values by which the product itself says that all is well, or nothing. */
  readonly well?: readonly unknown[];
  /** It does not tell since when. */
  readonly timeless?: true;
  /** What it lists is never a site as a whole. */
  readonly partsOnly?: true;
}

export const NOW = Date.UTC(2026, 10, 2, 12);
export const HOUR = 3_600_000;

const isText = (value: unknown): value is string => typeof value === "string";

/** What would have been fetched of the page in a situation that began at a moment. */
export function materialOf({ page, html = "", answers }: Sample, situation: Situation, at = NOW - HOUR): Material {
  return {
    page: new URL(page),
    html: isText(html) ? html : html(situation),
    answers: answers(situation, new Date(at).toISOString(), at).map((answer) =>
      isText(answer) ? answer : JSON.stringify(answer),
    ),
  };
}

/** One of four values by the situation. */
export const by = <T>(situation: Situation, good: T, degraded: T, outage: T, maintenance: T): T =>
  ({ good, degraded, outage, maintenance })[situation];

export const USUAL = {
  good: "operational",
  degraded: "degraded",
  outage: "major_outage",
  maintenance: "maintenance",
} as const;
