import type { MessageKey } from "../message.ts";
import type { CheckView } from "./view.ts";

/** Advice by which each request can prolong what the page complains of. */
const LEAVE_ALONE: readonly MessageKey[] = ["limited_advice", "limited_advice_session", "refused_advice"];

/** Whether the site is to be left alone, by its own word or by ours: a check would ask it anew. `now` in epoch milliseconds. */
export function isSpared({ verdict, retryAfter }: Pick<CheckView, "verdict" | "retryAfter">, now: number): boolean {
  const isAsked = retryAfter !== null && retryAfter > now;
  return isAsked || (verdict !== null && LEAVE_ALONE.includes(verdict.advice.key));
}
