import * as v from "valibot";
import { lazily } from "../lazily.ts";
import { safeAddress } from "./addresses.ts";
import { words } from "./words.ts";

export const MOST_RESOLVERS = 3;

export const resolverSchema = lazily(() =>
  v.pipe(
    v.object({ name: v.optional(words(60)), url: safeAddress() }),
    v.transform(({ name, url }) => ({ name: name ?? new URL(url).host, url })),
  ),
);

/** A resolver that speaks the JSON form of DNS over HTTPS. */
export type Resolver = Readonly<v.InferOutput<ReturnType<typeof resolverSchema>>>;

export const RESOLVERS: readonly Resolver[] = [
  { name: "dns.google", url: "https://dns.google/resolve" },
  { name: "cloudflare-dns.com", url: "https://cloudflare-dns.com/dns-query" },
];
