import * as v from "valibot";
import { safeAddress } from "./addresses.ts";
import { connectivitySchema, retrySchema, vantageSchema, WORKER_DEFAULTS, words } from "./worker-fields.ts";

const MOST_PAGES = 500;
export const MOST_RESOLVERS = 3;

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

/** `example.com`, or `*.example.com` with all hosts below it. */
const pattern = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/));

const mail = v.pipe(v.string(), v.trim(), v.maxLength(200), v.regex(/^[^\s@?&%:/]+@[^\s@?&%:/]+$/));

const resolverSchema = v.pipe(
  v.object({ name: v.optional(words(60)), url: safeAddress }),
  v.transform(({ name, url }) => ({ name: name ?? new URL(url).host, url })),
);

const pageSchema = v.tuple([pattern, safeAddress]);
const helpDeskSchema = v.object({
  address: v.union([mail, safeAddress]),
  label: v.optional(v.nullable(name), null),
});

/** What can be set, by the user or by whoever administers the browser. Null stands for Faultline's own way. */
export interface Settings {
  /** Status pages by host: `example.com`, or `*.example.com` with all hosts below it. */
  readonly statusPages: Readonly<Record<string, string>>;
  /** Whom the way to the internet is tried with, instead of the browser's maker. */
  readonly connectivity: v.InferOutput<typeof connectivitySchema> | null;
  /** Resolvers that speak the JSON form of DNS over HTTPS; one to three. */
  readonly resolvers: ReadonlyArray<{ readonly name: string; readonly url: string }>;
  /** Base of a Globalping API, without a slash at its end, and the token that is sent there and nowhere else. */
  readonly vantage: { readonly base: string; readonly token: string | null };
  /** Whether others may be asked about a site at all. */
  readonly remoteOpinions: boolean;
  readonly retry: v.InferOutput<typeof retrySchema>;
  /** An address for mail, or a page, and how the link to it is called. */
  readonly helpDesk: v.InferOutput<typeof helpDeskSchema> | null;
}

export type Field = keyof Settings;

/** In the order of the options page. */
export const FIELDS = [
  "remoteOpinions",
  "vantage",
  "resolvers",
  "statusPages",
  "connectivity",
  "retry",
  "helpDesk",
] as const satisfies readonly Field[];

export const DEFAULTS: Settings = {
  statusPages: {},
  resolvers: [
    { name: "dns.google", url: "https://dns.google/resolve" },
    { name: "cloudflare-dns.com", url: "https://cloudflare-dns.com/dns-query" },
  ],
  helpDesk: null,
  ...WORKER_DEFAULTS,
};

/** A value that is not used, and where it stands; the value itself may be a secret. */
interface Problem {
  readonly field: Field;
  /** Of a list: the host, or the number of the entry, from 1. Null for the whole field. */
  readonly entry: string | null;
}

export interface Parsed {
  readonly settings: Partial<Settings>;
  readonly problems: readonly Problem[];
}

type Entry = readonly [name: string, value: unknown];

const entriesOf = (raw: unknown): Entry[] =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw) ? Object.entries(raw) : [];

/**
 * Reads settings from outside, each on its own: what is not as it should be is named and left out, the rest counts.
 * Names that are not known are left out in silence, for they may be a newer version's.
 */
export function parseSettings(raw: unknown): Parsed {
  const given = new Map(entriesOf(raw));
  const problems: Problem[] = [];
  const settings: { -readonly [F in Field]?: Settings[F] } = {};

  const one = <T>(field: Field, schema: v.GenericSchema<unknown, T>): T | undefined => {
    const value = given.get(field);
    if (value === undefined || value === null) return undefined;
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    problems.push({ field, entry: null });
    return undefined;
  };
  /** Those entries of a list that pass; undefined where none does, so that a list of nothing but errors sets nothing. */
  const each = <T>(field: Field, schema: v.GenericSchema<unknown, T>, entries: readonly Entry[]): T[] | undefined => {
    const good = entries.flatMap(([entry, value]) => {
      const parsed = v.safeParse(schema, value);
      if (!parsed.success) problems.push({ field, entry });
      return parsed.success ? [parsed.output] : [];
    });
    return good.length > 0 ? good : undefined;
  };

  const pages = one(
    "statusPages",
    v.pipe(
      v.unknown(),
      // A record's schema would leave out hosts that are called like parts of every object: `constructor`.
      v.check((found) => typeof found === "object" && !Array.isArray(found)),
    ),
  );
  const resolvers = one("resolvers", v.pipe(v.array(v.unknown()), v.minLength(1)));
  const named = each(
    "statusPages",
    pageSchema,
    entriesOf(pages).map((entry) => [entry[0], entry] as const),
  );
  const found: { [F in Field]: Settings[F] | undefined } = {
    statusPages: named && Object.fromEntries(named.slice(0, MOST_PAGES)),
    connectivity: one("connectivity", connectivitySchema),
    resolvers: each(
      "resolvers",
      resolverSchema,
      (resolvers ?? []).map((value, at) => [String(at + 1), value]),
    )?.slice(0, MOST_RESOLVERS),
    vantage: one("vantage", vantageSchema),
    remoteOpinions: one("remoteOpinions", v.boolean()),
    retry: one("retry", retrySchema),
    helpDesk: one("helpDesk", helpDeskSchema),
  };
  for (const field of FIELDS) if (found[field] !== undefined) Object.assign(settings, { [field]: found[field] });
  return { settings, problems };
}

/** Whether a host, or `*.` and a domain, may name those that a status page is for. */
export const isPattern = (text: string): boolean => v.is(pattern, text);
/** Whether an address may be asked: https, or plain http on one's own network. */
export const isAddress = (text: string): boolean => v.is(safeAddress, text);

const domainOf = (pattern: string): string => pattern.replace(/^\*\./, "");

/** Whether a host or pattern of the user's would take something away from the administrator's. */
const isUnder = (user: string, managed: string): boolean =>
  domainOf(user) === domainOf(managed) || (managed.startsWith("*.") && user.endsWith(managed.slice(1)));

/**
 * The settings that hold: Faultline's own, over them the user's, over these the administrator's. A field is taken as
 * a whole, so that a token never goes to an address that somebody else has set; only of the status pages the user's
 * own stay beside the administrator's, for hosts that these do not cover.
 */
export function overlay(user: Partial<Settings>, managed: Partial<Settings>): Settings {
  const theirs = managed.statusPages ?? {};
  const own = Object.entries(user.statusPages ?? {}).filter(
    ([host]) => !Object.keys(theirs).some((pattern) => isUnder(host, pattern)),
  );
  return { ...DEFAULTS, ...user, ...managed, statusPages: { ...Object.fromEntries(own), ...theirs } };
}
