import type { Answer } from "../core/http/answer.ts";
import type { Settled } from "../core/http/settled.ts";
import { anonymousGet } from "./anonymous-get.ts";
import { inTurn } from "./origin-queue.ts";

const underWay = new Map<string, Promise<Settled<Answer>>>();

/**
 * Asks an address in its origin's turn, once for all who want to know at the same time: ten tabs of one
 * failing page cost its site one request, and however long the turns take, no address waits twice.
 */
export function sharedGet(url: string): Promise<Settled<Answer>> {
  const going = underWay.get(url);
  if (going) return going;
  const asked = inTurn(url, () => anonymousGet(url)).finally(() => underWay.delete(url));
  underWay.set(url, asked);
  return asked;
}
