import * as v from "valibot";
import { connectivitySchema, retrySchema, vantageSchema, WORKER_DEFAULTS } from "../core/settings/worker-fields.ts";
import { browser } from "./browser.ts";
import { read, type StoredValue } from "./storage.ts";

/** The same value as `USER_SETTINGS`, whose fields are parsed one by one below. */
const UNREAD: StoredValue<Record<string, unknown>> = {
  key: "settings",
  area: "local",
  version: 1,
  initial: {},
  parse: (raw) => (typeof raw === "object" && raw !== null ? (raw as Record<string, unknown>) : null),
};

const SCHEMAS = {
  connectivity: connectivitySchema,
  vantage: vantageSchema,
  remoteOpinions: v.boolean(),
  retry: retrySchema,
} satisfies { readonly [F in keyof typeof WORKER_DEFAULTS]: v.GenericSchema<unknown, (typeof WORKER_DEFAULTS)[F]> };

/**
 * One setting that holds now: the administrator's, else the user's, else Faultline's own; the same as
 * `readSettings` gives to the pages. Read it anew for every use, both kinds change at any time. Never rejects.
 * With `isManaged` the user's own is passed over.
 */
export async function readSetting<F extends keyof typeof WORKER_DEFAULTS>(
  field: F,
  isManaged = false,
): Promise<(typeof WORKER_DEFAULTS)[F]> {
  const managed = async (): Promise<Record<string, unknown>> => browser.storage.managed.get(field);
  // Firefox rejects where nothing is managed.
  const stores = await Promise.allSettled(isManaged ? [managed()] : [managed(), read(UNREAD)]);
  for (const store of stores) {
    const parsed = v.safeParse(SCHEMAS[field], store.status === "fulfilled" ? store.value[field] : undefined);
    if (parsed.success) return parsed.output as (typeof WORKER_DEFAULTS)[F];
  }
  return WORKER_DEFAULTS[field];
}
