import * as v from "valibot";
import { foreignText } from "../foreign-text.ts";
import { lazily } from "../lazily.ts";
import { MOST_RECIPIENTS, recipientSchema } from "./ask-unasked.ts";
import { CARDS, type Cards, cardsSchema, overlayCards } from "./cards.ts";
import { type ConnectivityEndpoint, connectivitySchema } from "./connectivity.ts";
import { DEADLINES, type Deadlines, deadlinesSchema } from "./deadlines.ts";
import { type HelpDesk, helpDeskSchema } from "./help-desk.ts";
import { type LiveParts, livePartSchema, MOST_LIVE_PARTS } from "./live-parts.ts";
import { NOTIFICATIONS, type Notifications, notificationsSchema } from "./notifications.ts";
import { MOST_RESOLVERS, RESOLVERS, type Resolver, resolverSchema } from "./resolvers.ts";
import { RETRY, type Retry, retrySchema } from "./retry.ts";
import { MOST_SITES } from "./sites.ts";
import { MOST_PAGES, overlayPages, pageSchema, patternSchema, type StatusPages } from "./status-pages.ts";
import { VANTAGE, type Vantage, vantageSchema } from "./vantage.ts";

/** What can be set, by the user or by whoever administers the browser. Null stands for Faultline's own way. */
export interface Settings {
  readonly statusPages: StatusPages;
  /** Whom the way to the internet is tried with, instead of the browser's maker. */
  readonly connectivity: ConnectivityEndpoint | null;
  /** One to three. */
  readonly resolvers: readonly Resolver[];
  readonly vantage: Vantage;
  /** Whether others may be asked about a site at all. */
  readonly remoteOpinions: boolean;
  readonly retry: Retry;
  readonly cards: Cards;
  /** Hosts, or `*.` and a domain, whose pages are not tried again by themselves. */
  readonly retryOffSites: readonly string[];
  readonly deadlines: Deadlines;
  readonly notifications: Notifications;
  /** Hosts that one click asks for a second opinion, without showing the request first. */
  readonly askUnasked: readonly string[];
  /** Whether failures are kept in the history. */
  readonly history: boolean;
  readonly helpDesk: HelpDesk | null;
  /** Hosts of pages whose failing requests are noticed live. */
  readonly liveParts: LiveParts;
}

export type Field = keyof Settings;

/** In the order in which an organisation's settings are listed. */
export const FIELDS = [
  "remoteOpinions",
  "vantage",
  "resolvers",
  "statusPages",
  "connectivity",
  "retry",
  "cards",
  "retryOffSites",
  "deadlines",
  "notifications",
  "askUnasked",
  "history",
  "helpDesk",
  "liveParts",
] as const satisfies readonly Field[];

export const DEFAULTS: Settings = {
  statusPages: {},
  connectivity: null,
  resolvers: RESOLVERS,
  vantage: VANTAGE,
  remoteOpinions: true,
  retry: RETRY,
  cards: CARDS,
  retryOffSites: [],
  deadlines: DEADLINES,
  notifications: NOTIFICATIONS,
  askUnasked: [],
  history: true,
  helpDesk: null,
  liveParts: [],
};

/** A value that is not used, and where it stands; the value itself may be a secret. */
interface Problem {
  readonly field: Field;
  /** Of a list: the host, or the number of the entry, from 1, where it has no name that can be read. Null for the whole field. */
  readonly entry: string | null;
}

export interface Parsed {
  readonly settings: Partial<Settings>;
  readonly problems: readonly Problem[];
}

/** As much of a host's name as a problem names, in characters: enough to find it in a list. */
const LONGEST_ENTRY = 80;
/** So many entries of a list are looked at: ten times as many as any list keeps. */
const MOST_TRIED = 5_000;
/** A list of anything: its entries are looked at one by one. */
const listSchema = v.custom<unknown[]>(Array.isArray);

type Entry = readonly [name: string, value: unknown];

const fieldsOf = (raw: unknown): Entry[] =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : [];

/** Those entries of a record that are looked at, each with its name beside it. */
const entriesOf = (raw: unknown): Entry[] =>
  fieldsOf(raw)
    .slice(0, MOST_TRIED)
    .map((entry) => [entry[0], entry]);

/** Those entries of a list that are looked at, each by its number, from 1. */
const numbered = (list: readonly unknown[]): Entry[] =>
  list.slice(0, MOST_TRIED).map((value, at) => [String(at + 1), value]);

type TextsField = "retryOffSites" | "askUnasked" | "liveParts";

/** Reads single settings of what came from outside, and takes down what is not as it should be. */
function readerOf(raw: unknown) {
  const values = new Map(fieldsOf(raw));
  const problems: Problem[] = [];

  const one = <T>(field: Field, schema: v.GenericSchema<unknown, T>): T | undefined => {
    const value = values.get(field);
    if (value === undefined || value === null) return undefined;
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    problems.push({ field, entry: null });
    return undefined;
  };

  /** Those entries of a list that pass; undefined where none does, so that a list of nothing but errors sets nothing. */
  const each = <T>(field: Field, schema: v.GenericSchema<unknown, T>, entries: readonly Entry[]): T[] | undefined => {
    const good = entries.flatMap(([entry, value], at) => {
      const parsed = v.safeParse(schema, value);
      if (!parsed.success) problems.push({ field, entry: foreignText(entry, LONGEST_ENTRY) || String(at + 1) });
      return parsed.success ? [parsed.output] : [];
    });
    return good.length > 0 ? good : undefined;
  };

  /** A list of single texts, each known by its place. */
  const texts = (field: TextsField, schema: v.GenericSchema<unknown, string>, most: number): string[] | undefined =>
    each(field, schema, numbered(one(field, listSchema) ?? []))?.slice(0, most);

  return { one, each, texts, problems };
}

/** A record's schema would leave out hosts that are called like parts of every object: `constructor`. */
const recordSchema = lazily(() =>
  v.pipe(
    v.unknown(),
    v.check((found) => typeof found === "object" && !Array.isArray(found)),
  ),
);

/**
 * Reads settings from outside, each on its own: what is not as it should be is named and left out, the rest counts.
 * Names that are not known are left out in silence, for they may be a newer version's.
 */
export function parseSettings(raw: unknown): Parsed {
  const { one, each, texts, problems } = readerOf(raw);
  const pages = one("statusPages", recordSchema());
  const resolvers = one("resolvers", v.pipe(listSchema, v.minLength(1)));
  const named = each("statusPages", pageSchema(), entriesOf(pages));
  const found: { [F in Field]: Settings[F] | undefined } = {
    statusPages: named && Object.fromEntries(named.slice(0, MOST_PAGES)),
    connectivity: one("connectivity", connectivitySchema()),
    resolvers: each("resolvers", resolverSchema(), numbered(resolvers ?? []))?.slice(0, MOST_RESOLVERS),
    vantage: one("vantage", vantageSchema()),
    remoteOpinions: one("remoteOpinions", v.boolean()),
    retry: one("retry", retrySchema()),
    cards: one("cards", cardsSchema()),
    retryOffSites: texts("retryOffSites", patternSchema(), MOST_SITES),
    deadlines: one("deadlines", deadlinesSchema()),
    notifications: one("notifications", notificationsSchema()),
    askUnasked: texts("askUnasked", recipientSchema(), MOST_RECIPIENTS),
    history: one("history", v.boolean()),
    helpDesk: one("helpDesk", helpDeskSchema()),
    liveParts: texts("liveParts", livePartSchema(), MOST_LIVE_PARTS),
  };
  const settings: Partial<Settings> = {};
  for (const field of FIELDS) if (found[field] !== undefined) Object.assign(settings, { [field]: found[field] });
  return { settings, problems };
}

/**
 * The settings that hold: Faultline's own, over them the user's, over these the administrator's. A field is taken as
 * a whole, so that a token never goes to an address that somebody else has set; only of the status pages, and of the
 * hosts without cards, the user's own stay beside the administrator's.
 */
export const overlay = (user: Partial<Settings>, managed: Partial<Settings>): Settings => ({
  ...DEFAULTS,
  ...user,
  ...managed,
  statusPages: overlayPages(user.statusPages ?? {}, managed.statusPages ?? {}),
  cards: overlayCards(user.cards, managed.cards),
});
