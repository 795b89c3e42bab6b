import * as v from "valibot";
import type { StoredValue } from "./storage.ts";

/** Whom second opinions are asked of; the user's to change. */
export interface OpinionSettings {
  /** Base of a Globalping API, without a slash at its end. */
  readonly vantageApi: string;
  /** For higher limits, or an API that asks for one. Sent to that API only. */
  readonly vantageToken: string | null;
  /** Endpoints that speak the JSON form of DNS over HTTPS. */
  readonly resolvers: readonly string[];
}

const https = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check((text) => URL.canParse(text) && new URL(text).protocol === "https:"),
);

const schema = v.object({
  vantageApi: https,
  vantageToken: v.nullable(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,400}$/))),
  resolvers: v.pipe(v.array(https), v.minLength(1), v.maxLength(4)),
});

/** Settings of second opinions, on disk. */
export const SECOND_OPINIONS: StoredValue<OpinionSettings> = {
  key: "second-opinions",
  area: "local",
  version: 1,
  initial: {
    vantageApi: "https://api.globalping.io/v1",
    vantageToken: null,
    resolvers: ["https://dns.google/resolve", "https://cloudflare-dns.com/dns-query"],
  },
  parse: (raw) => {
    const parsed = v.safeParse(schema, raw);
    return parsed.success ? parsed.output : null;
  },
};
