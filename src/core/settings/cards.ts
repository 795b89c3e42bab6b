import * as v from "valibot";
import { boundedList } from "../bounded-list.ts";
import { lazily } from "../lazily.ts";
import { isFor, MOST_SITES, withSite } from "./sites.ts";

/**
 * A host, or `*.` and a domain, as everywhere in the settings. Earlier versions wrote a port behind it where the site had
 * one of its own; it is left aside. No name of the DNS is longer.
 */
const site = () =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.maxLength(261),
    v.regex(/^[^\s/?#@\\]+$/),
    v.transform((written) => written.toLowerCase().replace(/:\d{1,5}$/, "")),
  );

export const cardsSchema = lazily(() =>
  v.object({
    off: v.optional(v.boolean(), false),
    notOn: v.optional(
      v.pipe(
        boundedList(site(), MOST_SITES),
        v.transform((sites) => [...new Set(sites)]),
      ),
      [],
    ),
  }),
);

/** Whether failing pages get a card in automatic mode, and the sites whose pages get none. */
export type Cards = Readonly<v.InferOutput<ReturnType<typeof cardsSchema>>>;

export const CARDS: Cards = { off: false, notOn: [] };

/** The administrator's word, and beside it the sites on which the user wants none: nobody takes that from them. */
export const overlayCards = (user: Cards | undefined, managed: Cards | undefined): Cards => ({
  off: (managed ?? user ?? CARDS).off,
  notOn: [...new Set([...(managed?.notOn ?? []), ...(user?.notOn ?? [])])],
});

/** Whether a page of this host, without its port, may get one. */
export const mayShowCard = ({ off, notOn }: Cards, hostname: string): boolean =>
  !off && !notOn.some((site) => isFor(site, hostname));

/** With one host more on whose pages there are none. */
export const withoutCardsOn = ({ off, notOn }: Cards, hostname: string): Cards => ({
  off,
  notOn: [...withSite(notOn, hostname)],
});
