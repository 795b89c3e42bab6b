import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/**
 * What the worker published, or null for anything else found under its key. Only this extension writes
 * there, so the outline is enough to tell its views from leftovers of another version.
 */
export function asCheckView(value: unknown): CheckView | null {
  if (!isObject(value) || (value.phase !== "checking" && value.phase !== "done")) return null;
  if (!Array.isArray(value.rows) || !isObject(value.path) || !isObject(value.details)) return null;
  return value as unknown as CheckView;
}

/** The state of the retry plan; `none` when there is none to read. */
export function asRetryView(value: unknown): RetryView {
  const known = isObject(value) && ["none", "waiting", "trying", "stopped"].includes(String(value.state));
  return known ? (value as unknown as RetryView) : { state: "none" };
}
