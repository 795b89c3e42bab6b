import type { Answer } from "../core/http/answer.ts";
import { notSent, type Settled } from "../core/http/settled.ts";
import { anonymousGet } from "./anonymous-get.ts";
import { inTurn } from "./origin-queue.ts";

const underWay = new Map<string, Promise<Settled<Answer>>>();

/** Whether a site may be asked at this moment: turns take seconds, and a grant may be taken back meanwhile. */
export type Leave = () => Promise<boolean>;

/** One GET in its origin's turn, if there is leave for it by then. */
export const getInTurn = (url: string, hasLeave: Leave, asking?: Parameters<typeof anonymousGet>[1]) =>
  inTurn(url, async () => ((await hasLeave()) ? anonymousGet(url, asking) : notSent("forbidden")));

/**
 * Asks an address in its origin's turn, once for all who want to know at the same time: ten tabs of one
 * failing page cost its site one request, and however long the turns take, no address waits twice.
 */
export function sharedGet(url: string, hasLeave: Leave): Promise<Settled<Answer>> {
  const going = underWay.get(url);
  if (going) return going;
  const asked = getInTurn(url, hasLeave).finally(() => underWay.delete(url));
  underWay.set(url, asked);
  return asked;
}
