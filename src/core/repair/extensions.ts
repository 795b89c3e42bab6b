import * as v from "valibot";
import { foreignText } from "../foreign-text.ts";
import { lazily } from "../lazily.ts";

/** Longer names are cut: nobody needs more to find an extension in a list. */
const LONGEST_NAME = 60;
/** As many are named; of more, how many there are. */
const MOST_NAMED = 8;

/** What `management.getAll` says of one, as far as it matters here. */
const extensionSchema = lazily(() =>
  v.object({
    id: v.string(),
    name: v.string(),
    enabled: v.boolean(),
    type: v.optional(v.string(), "extension"),
    permissions: v.optional(v.array(v.string()), []),
    hostPermissions: v.optional(v.array(v.string()), []),
  }),
);

/** Extensions by the names that they give themselves, which are strangers' words. */
export interface NamedExtensions {
  readonly names: readonly string[];
  /** How many there are beyond those. */
  readonly more: number;
}

const ANY = /^(?:<all_urls>|\*:\/\/\*\/.*)$/;
/** Scheme and host; a port narrows a pattern further, and is left aside as its path is. */
const PATTERN = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*:[]+|\[[\da-f:.]+\])(?::[\d*]+)?\//;

/** Whether a match pattern covers the host of an address; its path is left aside, for another page may matter as well. */
function coversHost(pattern: string, url: string): boolean {
  const { protocol, hostname } = new URL(url);
  if (ANY.test(pattern)) return true;
  const [, scheme = "", host = ""] = PATTERN.exec(pattern) ?? [];
  if (scheme !== "*" && `${scheme}:` !== protocol) return false;
  if (host === "*") return true;
  if (host.startsWith("*.")) return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
  return host === hostname;
}

/**
 * Extensions that are on and may touch a site, or may set this browser's proxy; never the one that asks. Anything that is
 * not as the browsers describe extensions is left out.
 */
export function suspects(
  all: readonly unknown[],
  { own, can }: { readonly own: string; readonly can: { readonly touch: string } | "set-proxy" },
): NamedExtensions {
  const named = all.flatMap((raw) => {
    const parsed = v.safeParse(extensionSchema(), raw);
    if (!parsed.success) return [];
    const { id, name, enabled, type, permissions, hostPermissions } = parsed.output;
    if (!enabled || id === own || type !== "extension") return [];
    // An extension of the older kind has its hosts among its permissions.
    const hosts = [...hostPermissions, ...permissions];
    const isMeant =
      can === "set-proxy" ? permissions.includes("proxy") : hosts.some((pattern) => coversHost(pattern, can.touch));
    const shown = foreignText(name, LONGEST_NAME) || foreignText(id, LONGEST_NAME);
    return isMeant && shown !== "" ? [shown] : [];
  });
  const names = [...new Set(named)].sort((a, b) => a.localeCompare(b, "en"));
  return { names: names.slice(0, MOST_NAMED), more: Math.max(0, names.length - MOST_NAMED) };
}
