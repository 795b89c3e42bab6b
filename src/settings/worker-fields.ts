import * as v from "valibot";
import { baseAddress, plainAddress, safeAddress, secureAddress } from "./addresses.ts";

/** The fields that the worker needs, apart from the rest: it has room for nothing else. */
export const MOST_RESOLVERS = 3;

const words = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== "" && text.length <= most),
  );

export const vantageSchema = v.object({
  base: baseAddress,
  token: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,400}$/))), null),
});

export const resolverSchema = v.pipe(
  v.object({ name: v.optional(words(60)), url: safeAddress }),
  v.transform(({ name, url }) => ({ name: name ?? new URL(url).host, url })),
);

/** Those of a list that are as they should be; the others are left out alone. */
export const resolversSchema = v.pipe(
  v.array(v.fallback(v.nullable(resolverSchema), null)),
  v.transform((all) => all.filter((one) => one !== null).slice(0, MOST_RESOLVERS)),
  v.check((good) => good.length > 0),
);

export const connectivitySchema = v.object({
  secure: secureAddress,
  plain: v.optional(v.nullable(plainAddress), null),
  /** Three digits are the status of the true answer, anything else is its whole text. */
  expect: v.optional(words(200), "204"),
});

/** More than 120 in an hour would be closer than any alarm fires. */
export const retrySchema = v.object({
  off: v.optional(v.boolean(), false),
  maxPerHour: v.optional(
    v.nullable(
      v.pipe(
        v.number(),
        v.check((most) => Number.isInteger(most) && most >= 1 && most <= 120),
      ),
    ),
    null,
  ),
});

type Retry = v.InferOutput<typeof retrySchema>;
type Connectivity = v.InferOutput<typeof connectivitySchema>;

/** Faultline's own way. */
export const WORKER_DEFAULTS = {
  connectivity: null as Connectivity | null,
  resolvers: [
    { name: "dns.google", url: "https://dns.google/resolve" },
    { name: "cloudflare-dns.com", url: "https://cloudflare-dns.com/dns-query" },
  ],
  vantage: { base: "https://api.globalping.io/v1", token: null as string | null },
  remoteOpinions: true,
  retry: { off: false, maxPerHour: null } as Retry,
};
