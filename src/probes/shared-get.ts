import type { Answer } from "../core/http/answer.ts";
import { notSent, type Settled } from "../core/http/settled.ts";
import { anonymousGet } from "./anonymous-get.ts";
import { inTurn } from "./origin-queue.ts";

/** Whether a site may be asked at this moment: turns take seconds, and a grant may be taken back meanwhile. */
export type Leave = () => Promise<boolean>;

/** One GET in its origin's turn, if there is leave for it by then. */
export const getInTurn = (url: string, hasLeave: Leave, asking?: Parameters<typeof anonymousGet>[1]) =>
  inTurn(url, async () => ((await hasLeave()) ? anonymousGet(url, asking) : notSent("forbidden")));

/** Somebody who wants to know, and whether they had leave when the turn came; undefined for whoever came after that. */
interface Asker {
  readonly hasLeave: Leave;
  may?: boolean;
}

/** A request that waits for its turn, or is on its way, and who waits for its answer. */
interface Shared {
  readonly askers: Asker[];
  readonly asked: Promise<Settled<Answer>>;
}

const underWay = new Map<string, Shared>();

/**
 * Asks an address in its origin's turn, once for all who want to know at the same time: ten tabs of one
 * failing page cost its site one request, and however long the turns take, no address waits twice. It is sent where any
 * of them has leave by then; whoever has none is told what they would have been told alone.
 */
export async function sharedGet(url: string, hasLeave: Leave): Promise<Settled<Answer>> {
  const asker: Asker = { hasLeave };
  const going = underWay.get(url);
  const asked = going ? joined(going, asker) : begun(url, asker);
  const settled = await asked;
  return (asker.may ?? (await isGiven(hasLeave))) ? settled : notSent("forbidden");
}

/** A leave that the browser will not tell of is none. */
const isGiven = (leave: Leave): Promise<boolean> => leave().catch(() => false);

function joined({ askers, asked }: Shared, asker: Asker): Promise<Settled<Answer>> {
  askers.push(asker);
  return asked;
}

function begun(url: string, first: Asker): Promise<Settled<Answer>> {
  const askers = [first];
  const end = () => underWay.get(url)?.askers === askers && underWay.delete(url);
  const hasAnyLeave = async (): Promise<boolean> => {
    // Whoever joins meanwhile is asked as well.
    for (const asker of askers) asker.may = await isGiven(asker.hasLeave);
    const isWanted = askers.some(({ may }) => may);
    // Whoever comes from here on would wait for a request that nobody sends.
    if (!isWanted) end();
    return isWanted;
  };
  const asked = getInTurn(url, hasAnyLeave).finally(end);
  underWay.set(url, { askers, asked });
  return asked;
}
