import type { Cause } from "../evidence/causes.ts";
import type { MessageKey } from "../message.ts";
import type { GatewayWord } from "./gateway.ts";

/** Key of a note. The end of a key says what it cannot do without: `_by_id` the request id, `_waited` a long wait. */
export type OwnerKey = Extract<MessageKey, `owner_${string}`>;

/** A note, or several ways to say it of which the first that can be said is taken. */
export type Saying = OwnerKey | readonly OwnerKey[];

/** What is known of a failure when advising whoever runs the site. */
export interface NoteFacts {
  readonly cause: Cause;
  /** Other causes that cannot be told apart from it, likeliest first. */
  readonly alternatives: readonly Cause[];
  /** Id of the gateway family that wrote or passed on the answer, or null. */
  readonly family: string | null;
  readonly product: string | null;
  readonly word: GatewayWord | null;
  /** The precise reason as the product names it. */
  readonly detail: string | null;
  readonly status: number | null;
  /** First failure, milliseconds since the Unix epoch. */
  readonly since: number;
  readonly requestId: string | null;
  /** Milliseconds until the failing page's first byte; 0 where the browser hides it. */
  readonly waited: number | null;
}

/**
 * When to say something. All tests given must hold. A gateway that only passed an error on has nothing to say
 * unless its words name that. The pattern must be linear: details come from outside.
 */
interface Entry {
  readonly product?: string;
  readonly words?: readonly GatewayWord[];
  readonly detail?: RegExp;
  /** At most three notes, the most specific first. */
  readonly say: readonly Saying[];
}

/** What one family of gateways has to say. The first entry that fits decides. */
export interface FamilyNotes {
  readonly id: string;
  /** Services and programs whose owner runs no gateway: general notes would lead nowhere. */
  readonly enough?: true;
  readonly entries: readonly Entry[];
}

/** What the first entry of a family says that fits; null when none does. */
export function sayingsOf({ entries }: FamilyNotes, { product, word, detail }: NoteFacts): readonly Saying[] | null {
  const fits = (entry: Entry): boolean =>
    (entry.product === undefined || entry.product === product) &&
    (entry.words === undefined ? word !== "passed-on" : word !== null && entry.words.includes(word)) &&
    (entry.detail === undefined || entry.detail.test(detail ?? ""));
  return entries.find(fits)?.say ?? null;
}
