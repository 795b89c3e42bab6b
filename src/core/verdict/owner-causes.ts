import type { Cause } from "../evidence/causes.ts";
import { CAUSES } from "../evidence/causes.ts";
import type { Saying } from "../gateways/note.ts";

type ServerCause = { [C in Cause]: (typeof CAUSES)[C]["side"] extends "server" ? C : never }[Cause];
/** Causes on the visitor's side, or that look like it, which the site's owner can still mend or prevent. */
type SharedCause = "cookies" | "stale-cache" | "page-worker" | "blocked-address";

/** What to check for a cause whatever the gateway is, the most telling first. */
export const BY_CAUSE: Readonly<Record<ServerCause | SharedCause, readonly Saying[]>> = {
  "origin-down": ["owner_origin_down_listening", "owner_origin_down_died"],
  "origin-slow": [["owner_origin_slow_waited", "owner_origin_slow_compare"], "owner_origin_slow_where"],
  "origin-invalid": ["owner_origin_invalid_direct", "owner_origin_invalid_crash"],
  overload: ["owner_overload_limits", "owner_overload_source"],
  "switched-off": ["owner_switched_off_state", "owner_switched_off_plan"],
  transient: ["owner_transient_restart", "owner_transient_drain"],
  maintenance: ["owner_maintenance_switch", "owner_maintenance_retry_after"],
  misconfigured: ["owner_misconfigured_dns", "owner_misconfigured_tls"],
  "gateway-fault": ["owner_gateway_fault_log", "owner_gateway_fault_provider"],
  "page-only": ["owner_page_only_log", "owner_page_only_route"],
  intermittent: ["owner_intermittent_one", "owner_intermittent_checks", "owner_intermittent_keepalive"],
  regional: ["owner_regional_compare"],
  "signed-in": ["owner_signed_in_store", "owner_signed_in_compare"],
  cookies: ["owner_cookies_size", "owner_cookies_which"],
  "stale-cache": ["owner_stale_cache_no_store", "owner_stale_cache_rule"],
  "page-worker": ["owner_page_worker_store", "owner_page_worker_update"],
  "blocked-address": ["owner_blocked_rule", "owner_blocked_429"],
};

export type OwnedCause = keyof typeof BY_CAUSE;

/** Whether whoever runs the site could do something about it. */
export const isOwned = (cause: Cause): cause is OwnedCause => Object.hasOwn(BY_CAUSE, cause);

/** Whether it is a cause of the site's side. */
export const isServerCause = (cause: Cause): cause is ServerCause => CAUSES[cause].side === "server";
