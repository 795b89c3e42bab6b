import * as v from "valibot";
import { lazily } from "../../core/lazily.ts";
import { momentSchema } from "../../core/moment-schema.ts";
import type { CardCheck } from "../../core/protocol/card.ts";
import { read, type StoredValue, update } from "../../platform/storage.ts";

/** As many tabs as are remembered; the oldest go first. */
const MOST = 100;

/** What a verdict rests on, the least first: the page alone, a stranger's answer beside it, a whole check. */
const BASES = ["page", "stranger", "check"] as const;
export type Basis = (typeof BASES)[number];

/** What is known of one tab's card. */
export interface KeptCard {
  readonly incidentId: string;
  /** The verdict that it bears. */
  readonly check: CardCheck;
  readonly basis: Basis;
  /** The user has closed it: no card any more for this incident. */
  readonly isClosed: boolean;
  /** A card was shown, and not taken away since. */
  readonly isShown: boolean;
}

const keptSchema = lazily(() =>
  v.object({
    incidentId: v.string(),
    check: v.object({ incidentId: v.string(), host: v.string(), since: momentSchema(), sideIsFinal: v.boolean() }),
    basis: v.picklist(BASES),
    isClosed: v.boolean(),
    isShown: v.boolean(),
  }),
);

/** Memory only, in the order in which they came: the worker dies long before a failing page comes back. */
export const CARDS: StoredValue<readonly (readonly [tabId: number, card: KeptCard])[]> = {
  key: "cards",
  area: "session",
  version: 1,
  initial: [],
  isOurs: true,
  parse(raw) {
    const isEntry = v.tuple([v.number(), keptSchema()]);
    return Array.isArray(raw) ? (raw.filter((entry) => v.is(isEntry, entry)) as [number, KeptCard][]) : null;
  },
};

/** What is known of the card of a tab, or null. */
export async function keptCard(tabId: number): Promise<KeptCard | null> {
  return (await read(CARDS)).find(([id]) => id === tabId)?.[1] ?? null;
}

/** Keeps what becomes of a tab's card; null forgets it. */
export async function changeCard(tabId: number, change: (card: KeptCard | null) => KeptCard | null): Promise<void> {
  await update(CARDS, (all) => {
    const before = all.find(([id]) => id === tabId)?.[1] ?? null;
    const after = change(before);
    if (after === before) return all;
    const others = all.filter(([id]) => id !== tabId);
    const cards = after ? [...others, [tabId, after] as const].slice(-MOST) : others;
    return cards.length === 0 ? CARDS.initial : cards;
  });
}

/** Whether a verdict that rests on this would say more than the one that a card bears. */
export const saysMore = (card: KeptCard | null, incidentId: string, basis: Basis): boolean =>
  card?.incidentId !== incidentId || BASES.indexOf(basis) > BASES.indexOf(card.basis);

/** Keeps the verdict for a tab's card. What the user has said to the card of an incident holds, whatever is judged later. */
export const keepVerdict = (tabId: number, basis: Basis, check: CardCheck): Promise<void> =>
  changeCard(tabId, (before) => {
    const { incidentId, host, since, loadedAt, sideIsFinal, finishedAt, status, repeatable, worksOnce, verdict } =
      check;
    const kept = { incidentId, host, since, loadedAt, sideIsFinal, finishedAt, status, repeatable, worksOnce, verdict };
    const isSame = before?.incidentId === incidentId;
    return { incidentId, check: kept, basis, isClosed: isSame && before.isClosed, isShown: before?.isShown ?? false };
  });

/** Forgets the card of a tab. */
export const forgetCard = (tabId: number): Promise<void> => changeCard(tabId, () => null);

/** The tabs of which a card is remembered. */
export const tabsOfCards = async (): Promise<number[]> => (await read(CARDS)).map(([tabId]) => tabId);
