import { DEFAULTS, parseSettings, type Settings } from "./settings.ts";

type Vantage = Settings["vantage"];

/** What is wrong with what was filled in: the API's address, or the token. */
export type VantageError = "base" | "token";

/**
 * The settings that a filled-in form asks for. An empty address is Faultline's own. An empty token keeps the one that
 * is there, but only for the address that it was given for: it is another's secret everywhere else.
 */
export function vantageFrom(before: Vantage, base: string, token: string): Vantage | VantageError {
  const given = base.trim() || DEFAULTS.vantage.base;
  const address = parseSettings({ vantage: { base: given } }).settings.vantage;
  if (!address) return "base";
  const kept = address.base === before.base ? before.token : null;
  return parseSettings({ vantage: { base: given, token: token.trim() || kept } }).settings.vantage ?? "token";
}

/** The little of a token that may be shown, so that its owner knows which it is. */
export const endOf = (token: string): string => (token.length > 12 ? token.slice(-4) : "");
