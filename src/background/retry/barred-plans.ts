import type { RetryPlan } from "../../core/retry/plan.ts";
import { isOpen } from "../../core/retry/plans.ts";
import { hasSite } from "../../platform/permissions.ts";
import { read } from "../../platform/storage.ts";
import { PLANS } from "./plans.ts";

/** The plans that go on though Faultline may no longer ask their sites: what covered these was taken back. */
export async function barredPlans(): Promise<readonly RetryPlan[]> {
  const open = Object.values(await read(PLANS)).filter(isOpen);
  const granted = await grantedOrigins(new Set(open.map(({ url }) => new URL(url).origin)));
  return open.filter(({ url }) => !granted.has(new URL(url).origin));
}

/** Where the browser does not say, nothing was taken back. */
async function grantedOrigins(origins: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const each = [...origins];
  const has = await Promise.all(each.map((origin) => hasSite(origin).catch(() => true)));
  return new Set(each.filter((_, index) => has[index]));
}
