import type { CardView } from "../../src/core/protocol/card.ts";
import type { FakeDocument } from "./document.ts";

const CARD = "card.js";

/** What the worker tells the card in a page. */
export type ToCard = { readonly type: "card/show"; readonly request: CardView } | { readonly type: "card/hide" };

/** The script of the card, as far as the worker can tell: it stays out of a page that has not failed, and hears nothing there. */
export function toCard(document: FakeDocument | null, message: ToCard): boolean | undefined {
  if (document?.kind !== "page" || !document.injected.includes(CARD) || document.failure() === null) {
    throw new Error("Could not establish connection. Receiving end does not exist.");
  }
  if (message.type === "card/hide") {
    document.card = null;
    return undefined;
  }
  const isHere = message.request.url === document.url;
  if (isHere) document.card = message.request;
  return isHere;
}
