import { browser } from "./browser.ts";

/** The methods that navigations have: only links and forms begin one. */
type MarkedMethod = "GET" | "POST";

/**
 * What answers to navigations are marked with, the same in every browser: a name of one installation's own would
 * tell each site which browser it is. A site that writes such a name itself makes Faultline only more careful: nothing of
 * its own timings stands beside the mark of a form, where a quotation mark left open could swallow it.
 */
export const MARKS: Record<MarkedMethod, string> = { GET: "faultline-get", POST: "faultline-post" };

const RULES: Record<MarkedMethod, number> = { POST: 1, GET: 2 };
const METHODS = ["POST", "GET"] as const;
/** A page's own timings are left alone where that can do no harm. */
const OPERATIONS: Record<MarkedMethod, "set" | "append"> = { POST: "set", GET: "append" };

interface ModifyHeaders {
  readonly id: number;
  readonly action: unknown;
  readonly condition: unknown;
}

/** The polyfill's types do not know declarativeNetRequest yet; this is the part that is used. */
interface DeclarativeNetRequest {
  updateDynamicRules(change: { removeRuleIds: number[]; addRules: ModifyHeaders[] }): Promise<void>;
  getMatchedRules?(filter: { tabId: number }): Promise<{
    rulesMatchedInfo: ReadonlyArray<{ rule: { ruleId: number } }>;
  }>;
}

const rules = (): DeclarativeNetRequest | undefined =>
  (browser as unknown as { declarativeNetRequest?: DeclarativeNetRequest }).declarativeNetRequest;

/**
 * Marks main-frame answers with a Server-Timing entry that says by which method they were asked for, and which the
 * sentinel reads: exact, also through POST-redirect-GET, and without waking the worker. `modifyHeaders` rules and
 * never `allow`, since an `allow` of equal priority would suppress them.
 */
export async function markMethods(): Promise<void> {
  await rules()?.updateDynamicRules({
    removeRuleIds: Object.values(RULES),
    addRules: METHODS.map((method) => ({
      id: RULES[method],
      action: {
        type: "modifyHeaders",
        responseHeaders: [{ header: "server-timing", operation: OPERATIONS[method], value: MARKS[method] }],
      },
      condition: { requestMethods: [method.toLowerCase()], resourceTypes: ["main_frame"] },
    })),
  });
}

/**
 * The methods by which what stands in a tab was asked for, redirects included, where no document can tell (Chromium's
 * own error page). It counts what was marked on the way to this very page (measured), so it is empty for the answer of a
 * page's own service worker, and where the browser does not say: beyond 20 calls in 10 minutes, or without the API.
 */
export async function markedInTab(tabId: number): Promise<MarkedMethod[]> {
  try {
    const matched = await rules()?.getMatchedRules?.({ tabId });
    const ids = new Set(matched?.rulesMatchedInfo.map(({ rule }) => rule.ruleId));
    return METHODS.filter((method) => ids.has(RULES[method]));
  } catch {
    return [];
  }
}
