import type { Settings } from "./settings.ts";
import { isRetryOff } from "./sites.ts";

/**
 * Who has switched off that pages are tried again by themselves, all of them or those of this address; null where nobody
 * has. What the user has set yields to their own click for one page, what an administrator has set does not.
 */
export function retryOffBy(holds: Settings, managed: Partial<Settings>, url: string): "user" | "administrator" | null {
  if (holds.retry.off) return managed.retry ? "administrator" : "user";
  if (!isRetryOff(holds, url)) return null;
  return managed.retryOffSites ? "administrator" : "user";
}
