import { LONGEST_ADDRESS, MOST_ENTRIES, type PageRequests, parsePageRequests } from "../core/incident/page-requests.ts";
import { inPage } from "../platform/tabs.ts";

/** Runs inside the page, so it stands alone. Queries stay there. */
function readRequests(mostEntries: number, longest: number): unknown {
  const entries = (performance.getEntriesByType("resource") as PerformanceResourceTiming[]).slice(-mostEntries);
  const failed = [];
  let hidden = 0;
  for (const { name, responseStatus = 0, initiatorType } of entries) {
    if (responseStatus === 0) hidden++;
    if (responseStatus < 500 || responseStatus > 599 || !URL.canParse(name)) continue;
    const { origin, pathname, search } = new URL(name);
    const address = origin + pathname;
    failed.push({
      address: address.slice(0, longest),
      status: responseStatus,
      initiator: initiatorType.slice(0, 40),
      cut: search !== "" || address.length > longest,
    });
  }
  return { seen: entries.length, hidden, failed };
}

/**
 * What became of the requests that a page made since it loaded, as its own resource entries tell. Browsers give
 * the status of requests to the page's origin and, in Chromium, of those that CORS allows; the rest they hide.
 * Null where no script may look.
 */
export async function pageRequests(
  tabId: number,
  page: Pick<PageRequests, "pageHost" | "pageStatus">,
): Promise<PageRequests | null> {
  const found = await inPage(tabId, readRequests, { args: [MOST_ENTRIES, LONGEST_ADDRESS] });
  return found.state === "ok" ? parsePageRequests(found.value, page) : null;
}
