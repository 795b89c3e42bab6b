import type { Settled } from "../signals/settled.ts";
import type { StatusReport } from "../signals/signals.ts";
import type { Candidate } from "../status-pages/discovery.ts";
import { parseStatusPage, STATUS_PRODUCTS } from "../status-pages/index.ts";
import { ActFailed, settle } from "./act.ts";
import { readStart } from "./bounded-body.ts";

const PATIENCE_MS = 5_000;
/** Summaries with their whole history stay below this; a longer one is cut, and so fails to parse. */
const SUMMARY_LIMIT = 1_000_000;

/**
 * Asks the site's status page, naming nothing but the host that is asked. Candidates that may not be fetched
 * are left to the user as links. `null` when none is known, or when the guessed host does not exist.
 */
export function askStatusPage(candidates: readonly Candidate[]): Promise<Settled<StatusReport | null>> {
  const readable = candidates.filter((candidate) => candidate.readable).slice(0, 2);
  return settle(async () => {
    let answered = false;
    for (const { url } of readable) {
      for (const product of STATUS_PRODUCTS) {
        const text = await summary(product.endpoint(new URL(url)));
        if (text === null) continue;
        answered = true;
        const report = parseStatusPage(text, url);
        if (report) return report;
      }
    }
    // Something stands there that cannot be read, which is not the same as nothing.
    if (answered) throw new ActFailed("malformed");
    return null;
  });
}

/** Text of a summary; "" for any other answer, null for none. Redirects are not followed. */
async function summary(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, {
      credentials: "omit",
      cache: "no-store",
      redirect: "manual",
      referrerPolicy: "no-referrer",
      headers: { accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    if (!response.ok) return "";
    return (await readStart(response, SUMMARY_LIMIT, PATIENCE_MS)).text;
  } catch {
    return null;
  }
}
