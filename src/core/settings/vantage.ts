import * as v from "valibot";
import { lazily } from "../lazily.ts";
import { baseAddress } from "./addresses.ts";

export const vantageSchema = lazily(() =>
  v.object({
    base: baseAddress(),
    token: v.optional(v.nullable(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,400}$/))), null),
  }),
);

/** Base of a Globalping API, without a slash at its end, and the token that is sent there and nowhere else. */
export type Vantage = Readonly<v.InferOutput<ReturnType<typeof vantageSchema>>>;

export const VANTAGE: Vantage = { base: "https://api.globalping.io/v1", token: null };

/** What is wrong with what was filled in: the API's address, or the token. */
export type VantageError = "base" | "token";

/**
 * The settings that a filled-in form asks for. An empty address is Faultline's own. An empty token keeps the one that
 * is there, but only for the address that it was given for: it is another's secret everywhere else.
 */
export function vantageFrom(before: Vantage, base: string, token: string): Vantage | VantageError {
  const address = v.safeParse(vantageSchema(), { base: base.trim() || VANTAGE.base });
  if (!address.success) return "base";
  const kept = address.output.base === before.base ? before.token : null;
  const wanted = v.safeParse(vantageSchema(), { ...address.output, token: token.trim() || kept });
  return wanted.success ? wanted.output : "token";
}

/** The little of a token that may be shown, so that its owner knows which it is. */
export const endOf = (token: string): string => (token.length > 12 ? token.slice(-4) : "");
