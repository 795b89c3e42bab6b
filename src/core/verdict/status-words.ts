import type { Cause } from "../evidence/causes.ts";
import type { MessageKey } from "../message.ts";

/** What codes that no gateway gives for a failing upstream say by themselves, where the verdict is about just that. */
const WHY: Partial<Record<number, { readonly cause: Cause; readonly key: MessageKey }>> = {
  500: { cause: "origin-invalid", key: "why_status_500" },
  501: { cause: "misconfigured", key: "why_status_501" },
  505: { cause: "misconfigured", key: "why_status_505" },
  506: { cause: "misconfigured", key: "why_status_506" },
  507: { cause: "origin-invalid", key: "why_status_507" },
  508: { cause: "misconfigured", key: "why_status_508" },
  510: { cause: "misconfigured", key: "why_status_510" },
};

/**
 * Why, in the words of the status: the closed list of causes has no "program error", so a 500 counts as an answer
 * that cannot be used, but it must not be told as a gateway's. Null where the cause has words enough.
 */
export function whyByStatus(cause: Cause, status: number | null): MessageKey | null {
  const why = status === null ? undefined : WHY[status];
  return why?.cause === cause ? why.key : null;
}
