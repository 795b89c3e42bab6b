import type { RequestOf } from "../../core/protocol/protocol.ts";
import type { RepairId } from "../../core/repair/repair.ts";

interface Begun {
  readonly tabId: number;
  readonly id: RepairId;
  readonly lacked: readonly string[];
}

/** Clicks whose repair is not shown yet. What the browser grants meanwhile is theirs. */
const begun = new Map<string, Begun>();

const nameOf = ({ tabId, id }: RequestOf<"repair/begin">): string => `${tabId} ${id}`;

export const isBegun = (click: RequestOf<"repair/begin">): boolean => begun.has(nameOf(click));
export const isBegunIn = (tabId: number): boolean => [...begun.keys()].some((click) => click.startsWith(`${tabId} `));
/** What these clicks ask for; see `saidToLack`. */
export const everyBegun = (): readonly Begun[] => [...begun.values()];
export const isAnyBegun = (): boolean => begun.size > 0;

/** The hosts that the popup knows to be not granted before; it has asked for them only where it is cookies that go. */
export const saidToLack = ({ id, lacked }: Pick<RequestOf<"repair/begin">, "id" | "lacked">): readonly string[] =>
  id === "delete-cookies" && Array.isArray(lacked) ? lacked.filter((one) => typeof one === "string") : [];

/** Does this while a click counts as begun. */
export async function whileBegun<T>(click: RequestOf<"repair/begin">, work: () => Promise<T>): Promise<T> {
  begun.set(nameOf(click), { tabId: click.tabId, id: click.id, lacked: saidToLack(click) });
  try {
    return await work();
  } finally {
    begun.delete(nameOf(click));
  }
}
