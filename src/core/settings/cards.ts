import * as v from "valibot";
import { boundedList } from "../bounded-list.ts";
import { lazily } from "../lazily.ts";

/** More hosts than these nobody clicks away; the oldest go first. */
export const MOST_CARDLESS = 500;

/** A host as addresses write it, with a port where the site has one of its own; no name of the DNS is longer. */
const host = () => v.pipe(v.string(), v.minLength(1), v.maxLength(261), v.regex(/^[^\s/?#@\\]+$/));

export const cardsSchema = lazily(() =>
  v.object({
    off: v.optional(v.boolean(), false),
    notOn: v.optional(boundedList(host(), MOST_CARDLESS), []),
  }),
);

/** Whether failing pages get a card in automatic mode, and the hosts whose pages get none. */
export type Cards = Readonly<v.InferOutput<ReturnType<typeof cardsSchema>>>;

export const CARDS: Cards = { off: false, notOn: [] };

/** The administrator's word, and beside it the hosts on which the user wants none: nobody takes that from them. */
export const overlayCards = (user: Cards | undefined, managed: Cards | undefined): Cards => ({
  off: (managed ?? user ?? CARDS).off,
  notOn: [...new Set([...(managed?.notOn ?? []), ...(user?.notOn ?? [])])],
});

/** Whether a page of this host may get one. */
export const mayShowCard = ({ off, notOn }: Cards, of: string): boolean => !off && !notOn.includes(of);

/** With one host more on whose pages there are none. */
export const withoutCardsOn = ({ off, notOn }: Cards, of: string): Cards => ({
  off,
  notOn: [...notOn.filter((known) => known !== of), of].slice(-MOST_CARDLESS),
});
