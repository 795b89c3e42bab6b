import * as v from "valibot";
import { lazily } from "../lazily.ts";
import { safeAddress } from "./addresses.ts";

export const MOST_PAGES = 500;

/** `example.com`, or `*.example.com` with all hosts below it. */
export const patternSchema = lazily(() =>
  v.pipe(v.string(), v.trim(), v.toLowerCase(), v.regex(/^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/)),
);

/** One entry: the hosts, and the address of their status page. */
export const pageSchema = lazily(() => v.tuple([patternSchema(), safeAddress()]));

/** Status pages by host: `example.com`, or `*.example.com` with all hosts below it. */
export type StatusPages = Readonly<Record<string, string>>;

/** Whether a host, or `*.` and a domain, may name those that a status page is for. */
export const isPattern = (text: string): boolean => v.is(patternSchema(), text);

const domainOf = (pattern: string): string => pattern.replace(/^\*\./, "");

/** Whether a host or pattern of the user's would take something away from the administrator's. */
const isUnder = (user: string, managed: string): boolean =>
  domainOf(user) === domainOf(managed) || (managed.startsWith("*.") && user.endsWith(managed.slice(1)));

/** The administrator's, and beside them the user's own for hosts that these do not cover. */
export function overlayPages(user: StatusPages, managed: StatusPages): StatusPages {
  const own = Object.entries(user).filter(([host]) => !Object.keys(managed).some((pattern) => isUnder(host, pattern)));
  return { ...Object.fromEntries(own), ...managed };
}
