import type { StatusReport } from "../signals/signals.ts";
import type { StatusProduct } from "./product.ts";
import { statuspage } from "./statuspage.ts";

/** Products in the order in which an unknown page is asked. */
export const STATUS_PRODUCTS: readonly StatusProduct[] = [statuspage];

/** The largest summaries known are some hundred thousand characters. */
const MAX_CHARACTERS = 2_000_000;

/**
 * Reads what a status page's endpoint answered, at most 2,000,000 characters, as the first product that
 * recognises it. `url` is the status page's own address. Null for anything that is no such summary,
 * for instance the HTML of a page that answers every path alike.
 */
export function parseStatusPage(text: string, url: string): StatusReport | null {
  if (text.length > MAX_CHARACTERS) return null;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  return STATUS_PRODUCTS.find((product) => product.recognise(json))?.parse(json, url) ?? null;
}
