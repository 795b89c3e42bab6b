import * as v from "valibot";
import { foreignText } from "../foreign-text.ts";
import { lazily } from "../lazily.ts";

/** Longer ones are no address that anybody could look for. */
const LONGEST_SERVER = 80;

/** Which proxy the browser asks, and who has set that. */
export interface ProxySetting {
  /** `auto`: found in the network. `script`: a file decides for each address. `fixed`: always the same. */
  readonly kind: "none" | "system" | "auto" | "script" | "fixed";
  readonly by: "user" | "extension" | "administrator";
  /** Host and port of a fixed one, or the address of the script; null where there is none. */
  readonly server: string | null;
}

/** What Firefox's `proxy.settings.get` says. */
const firefoxSchema = lazily(() =>
  v.object({
    levelOfControl: v.string(),
    value: v.object({
      proxyType: v.string(),
      http: v.optional(v.string(), ""),
      ssl: v.optional(v.string(), ""),
      socks: v.optional(v.string(), ""),
      autoConfigUrl: v.optional(v.string(), ""),
    }),
  }),
);

const KINDS: Readonly<Record<string, ProxySetting["kind"]>> = {
  none: "none",
  system: "system",
  autoDetect: "auto",
  autoConfig: "script",
  manual: "fixed",
};

const BY: Readonly<Record<string, ProxySetting["by"]>> = {
  controlled_by_other_extensions: "extension",
  not_controllable: "administrator",
};

/** What the browser says of its proxy, for an address of this scheme; null where it says nothing that is known. */
export function proxySetting(raw: unknown, protocol: string): ProxySetting | null {
  const parsed = v.safeParse(firefoxSchema(), raw);
  if (!parsed.success) return null;
  const { levelOfControl, value } = parsed.output;
  const kind = KINDS[value.proxyType];
  if (!kind) return null;
  const fixed = (protocol === "https:" ? value.ssl : value.http) || value.socks;
  const named = kind === "fixed" ? fixed : kind === "script" ? value.autoConfigUrl : "";
  return {
    kind,
    by: BY[levelOfControl] ?? "user",
    server: foreignText(named, LONGEST_SERVER) || null,
  };
}
