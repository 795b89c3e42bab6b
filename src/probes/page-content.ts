import { LONGEST_BODY, type PageContent } from "../core/http/page-content.ts";
import { notSent, type Settled } from "../core/http/settled.ts";
import { pause } from "../platform/pause.ts";
import { type InPage, inPage } from "../platform/tabs.ts";

/** How long a document may take to be parsed; a body that never ends is read as far as it came. */
const PATIENCE_MS = 3_000;

/** Runs inside the page, so it stands alone. */
function readPage(limit: number): PageContent {
  let cookieBytes = 0;
  try {
    cookieBytes = new TextEncoder().encode(document.cookie).byteLength;
  } catch {
    // A sandboxed document has none.
  }
  return {
    html: (document.documentElement?.outerHTML ?? "").slice(0, limit),
    cookieBytes,
    links: [...document.links].slice(0, 200).map(({ href }) => href.slice(0, 300)),
  };
}

/** Reads the failing document: at most 16 KB, kept in memory only. */
export async function pageContent(tabId: number): Promise<Settled<PageContent>> {
  const at = Date.now();
  const patient = inPage(tabId, readPage, { args: [LONGEST_BODY], atOnce: false });
  const found: InPage<PageContent> =
    (await Promise.race([patient, pause(PATIENCE_MS)])) ??
    (await inPage(tabId, readPage, { args: [LONGEST_BODY], atOnce: true }));
  return found.state === "ok" ? { state: "ok", value: found.value, at, took: Date.now() - at } : notSent("forbidden");
}
