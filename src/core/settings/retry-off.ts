import type { Settings } from "./settings.ts";

/**
 * Who has switched off that pages are tried again by themselves; null where nobody has. What the user has set himself
 * yields to their own click for one page, what an administrator has set does not.
 */
export const retryOffBy = (holds: Settings, managed: Partial<Settings>): "user" | "administrator" | null =>
  holds.retry.off ? (managed.retry ? "administrator" : "user") : null;
